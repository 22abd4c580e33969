"""One claim against its evidence: all checks, in their order, and the support."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment, align
from assistant.grounding.attribution import check_attribution
from assistant.grounding.decisions import check_decisions
from assistant.grounding.evidence import read_evidence
from assistant.grounding.figures import check_figures
from assistant.grounding.mentions import mentions
from assistant.grounding.modality import check_modality
from assistant.grounding.names import check_names
from assistant.grounding.naming import folded_context, read_naming
from assistant.grounding.negation import check_negation
from assistant.grounding.quotations import check_quotations
from assistant.grounding.support import enough, support_of
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
    parts = sentences(folded)
    if not parts or not any(passages):
        return Verdict(support=0.0, problems=(Problem(name="support", words=claim.strip()),), supported=False)
    if _verbatim(folded, passages):
        return Verdict(support=1.0, supported=True)
    around = folded_context(context)
    units = read_evidence(tuple(evidence))
    naming = read_naming(units, around)
    problems = check_quotations(folded, passages, around)
    alignments: list[Alignment] = []
    for part in parts:
        tokens = words(part)
        alignment = align(tokens, units)
        alignments.append(alignment)
        if _verbatim(part, passages):
            continue
        ignore = frozenset(token.stem for mention in mentions(tokens, naming.known) for token in tokens[mention.first : mention.last + 1])
        bare = align(tokens, units, ignore)
        problems += check_figures(part, alignment, around)
        problems += check_names(bare, naming)
        problems += check_attribution(bare, naming)
        problems += check_modality(alignment)
        problems += check_decisions(part, alignment)
        problems += check_negation(alignment)
    support = support_of(alignments, units, naming.vocabulary, problems, embed)
    if not problems and not enough(support):
        problems = [Problem(name="support", words=folded, evidence=alignments[0].text)]
    return Verdict(support=support, problems=tuple(problems), supported=not problems)


def _verbatim(folded: str, passages: Sequence[str]) -> bool:
    return any(contains(passage, folded) for passage in passages)
