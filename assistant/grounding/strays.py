"""Sentences that share their topic with the minutes and say something else of it: 'The pool is to be sold' beside 'The pool was cleaned'.

Not one word of such a sentence need be a wrong figure, name or vote. Two signs tell it. Many of its words stand nowhere in what is cited,
and it is far in meaning from the sentences that it would stand on: either alone is common in honest rewordings, of the 106 in
evals/data/planted_written.jsonl one has both. Or it tells of a decision to do what no cited sentence speaks of doing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING

from assistant.datamodel import Problem
from assistant.grounding import Verdict, check
from assistant.grounding.additions import added
from assistant.grounding.checker import examine
from assistant.grounding.features import features
from assistant.grounding.naming import folded_context
from assistant.grounding.support import support_of
from assistant.grounding.wording import fold, sentences, stem
from ingest.text import word_set

if TYPE_CHECKING:
    from ingest.embedding import Vectors

# Share of content words that stand nowhere in the evidence or its headings: of three one is all that is said, of twenty a third is style.
NEW = ((6, 0.3), (10, 0.4), (10_000, 0.5))  # up to so many content words, so large a share
NEAR = 0.68  # cosine similarity with the sentences of evidence that it stands beside
STRAY = 0.15  # the most support that is left to a sentence that strays
ENOUGH_FOR_AN_ACT = 0.5  # support of a sentence whose decision is put in a verb that the evidence does not have

_ACT = re.compile(
    r"\b(?:resolved|agreed|decided|voted|approved|chose|unanimously)\b[^.;:]{0,40}?"
    r"\b(?:to|that .{1,60}? (?:will|should|would)) (?:be )?(?P<act>(?-i:[a-z])[a-z]+)\b",
    re.IGNORECASE,
)
_ANY_ACT = word_set(
    """
    keep give make take let set ask send go hold have allow put spend pay fund back support accept approve adopt continue start begin write
    work look carry move help do use provide get see be receive note endorse agree the a its their
    """
)


def verdict_on(claim: str, evidence: Sequence[str], *, context: Sequence[str] = (), embed: Callable[[Sequence[str]], Vectors]) -> Verdict:
    """All checks of one claim: those of `grounding.check`, whose arguments these are, and whether it strays from its evidence."""
    verdict = check(claim, evidence, context=context, embed=embed)
    if verdict.supported and verdict.support < 1 and (problem := strays(claim, evidence, context, embed)):
        return Verdict(support=min(verdict.support, STRAY), problems=(problem,), supported=False)
    return verdict


def strays(claim: str, evidence: Sequence[str], context: Sequence[str], embed: Callable[[Sequence[str]], Vectors]) -> Problem | None:
    """The problem of a sentence that says something else than its evidence, or None. The arguments are those of `grounding.check`."""
    folded = fold(claim)
    passages = [fold(text) for text in evidence]
    if not sentences(folded) or not any(passages):
        return None
    alignments, units, vocabulary, problems = examine(folded, passages, tuple(evidence), folded_context(context))
    if addition := added(folded, units, vocabulary, embed, alignments[0].text):
        return addition
    bare = features(alignments, units, vocabulary, problems, None)
    act = _new_act(folded, vocabulary)
    length = sum(token.content for alignment in alignments for token in alignment.tokens)
    new = next(share for most, share in NEW if length <= most)
    if bare["novel"] < new and act is None:
        return None
    measured = features(alignments, units, vocabulary, problems, embed)
    if act is not None and support_of(measured) < ENOUGH_FOR_AN_ACT:
        return Problem(name="decision", words=act, evidence=alignments[0].text)
    if measured["novel"] < new or measured["together"] >= NEAR:
        return None
    strange = [
        token.text
        for alignment in alignments
        for token in alignment.tokens
        if token.content and token.stem not in vocabulary and token.lower not in vocabulary
    ]
    return Problem(name="support", words=" ".join(strange), evidence=alignments[0].text)


def _new_act(folded: str, vocabulary: Set[str]) -> str | None:
    """What a sentence says was decided to do, where that verb stands nowhere in the evidence."""
    found = _ACT.search(folded)
    if found is None or found["act"].lower() in _ANY_ACT:
        return None
    act = found["act"].lower()
    return None if act in vocabulary or stem(act) in vocabulary else act
