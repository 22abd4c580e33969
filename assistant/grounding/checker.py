"""One claim against its evidence: all checks, in their order, and the support."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment, align
from assistant.grounding.asked import check_asked
from assistant.grounding.attribution import check_attribution
from assistant.grounding.belonging import check_belonging
from assistant.grounding.decisions import check_decisions, outcome_of_item
from assistant.grounding.differences import compare
from assistant.grounding.directions import check_direction
from assistant.grounding.evidence import Unit, read_evidence
from assistant.grounding.features import features
from assistant.grounding.figures import check_figures
from assistant.grounding.intentions import check_intention
from assistant.grounding.judgements import check_judgement
from assistant.grounding.mentions import mentions
from assistant.grounding.modality import check_modality
from assistant.grounding.names import check_names
from assistant.grounding.naming import folded_context, read_naming
from assistant.grounding.negation import check_negation
from assistant.grounding.outcomes import check_outcome
from assistant.grounding.posts import check_posts
from assistant.grounding.quotations import check_quotations
from assistant.grounding.reach import check_reach
from assistant.grounding.support import ENOUGH, support_of, which
from assistant.grounding.verdict import Verdict
from assistant.grounding.wording import contains, fold, sentences, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]


def check(claim: str, evidence: Sequence[str], *, context: Sequence[str] = (), embed: Embed | None = None) -> Verdict:
    """Is a claim supported by its evidence?

    Args:
        claim: a sentence, or a few.
        evidence: texts of the cited passages.
        context: where they stand: council, body, date, title of the item. A claim may take these from there.
        embed: gives unit vectors, float32, shape (len(texts), dimensions); without it the support rests on words alone.

    Returns:
        The verdict. A claim that stands in a passage word for word, typography aside, has support 1 and no problems.
    """
    folded = fold(claim)
    passages = [fold(text) for text in evidence]
    if not sentences(folded) or not any(passages):
        return Verdict(support=0.0, problems=(Problem(name="support", words=claim.strip()),), supported=False)
    if _verbatim(folded, passages):
        return Verdict(support=1.0, supported=True)
    where = folded_context(context)
    alignments, units, vocabulary, problems = examine(folded, passages, tuple(evidence), where)
    measured = features(alignments, units, vocabulary, problems, embed)
    support = support_of(measured)
    if not problems and support < ENOUGH[which(measured)] and not all(outcome_of_item(one, _titled(where)) for one in alignments):
        problems = [Problem(name="support", words=folded, evidence=alignments[0].text)]
    return Verdict(support=support, problems=tuple(problems), supported=not problems)


def examine(
    folded: str, passages: Sequence[str], evidence: tuple[str, ...], context: tuple[str, ...]
) -> tuple[list[Alignment], tuple[Unit, ...], frozenset[str], list[Problem]]:
    """Aligns every sentence of a folded claim and makes all checks but the last.

    Returns:
        The alignments, the sentences of the evidence, the vocabulary of evidence and context, and the problems found.
    """
    units = read_evidence(evidence)
    naming = read_naming(units, context)
    problems = check_quotations(folded, passages, context)
    alignments: list[Alignment] = []
    for part in sentences(folded):
        tokens = words(part)
        alignment = align(tokens, units, naming.context_stems)
        alignments.append(alignment)
        if _verbatim(part, passages):
            continue
        named = frozenset(token.stem for mention in mentions(tokens, naming.known) for token in tokens[mention.first : mention.last + 1])
        bare = align(tokens, units, named | naming.context_stems)
        comparison = compare(alignment)
        problems += check_figures(part, alignment, comparison, context)
        problems += check_belonging(part, alignment, naming.known)
        problems += check_names(bare, comparison, naming)
        problems += check_attribution(bare, naming) or check_posts(alignment, naming)
        problems += check_modality(alignment, comparison) or check_intention(part, alignment) or check_asked(alignment)
        problems += check_decisions(part, alignment, comparison, _titled(context)) or check_outcome(part, alignment)
        problems += check_negation(alignment, comparison)
        problems += check_direction(alignment)
        problems += check_reach(part, alignment)
        problems += check_judgement(alignment, units)
    return alignments, units, naming.vocabulary, problems


@functools.lru_cache(maxsize=256)
def _titled(context: tuple[str, ...]) -> frozenset[str]:
    """The stems of the content words of the context."""
    return frozenset(token.stem for line in context for token in words(line) if token.content)


def _verbatim(folded: str, passages: Sequence[str]) -> bool:
    return any(contains(passage, folded) for passage in passages)
