"""Citation recall and precision after ALCE (Gao et al. 2023, section 4): do the cited paragraphs bear out what is said, and is each needed?

Where ALCE asks a model of entailment, the grounding checks decide here, on the paragraphs read anew from the library.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.datamodel import Sentence
    from evals.gold.replies import Cited, Reply
    from evals.system import Check

Entails = Callable[[str, Sequence["Cited"]], bool]


def entailment(check: Check) -> Entails:
    """Whether a sentence is borne out by the paragraphs that some citations name."""
    from assistant.units import plain

    def entails(sentence: str, cited: Sequence[Cited]) -> bool:
        if not cited:
            return False
        words = [one.words for one in cited]
        return check(plain(sentence), words, context=[one.citation.passage.heading() for one in cited]).supported

    return entails


def recall(reply: Reply, entails: Entails) -> float | None:
    """Share of the answer's sentences that their citations together bear out; a sentence without citations is not."""
    if reply.abstained or not reply.answer.sentences:
        return None
    return sum(entails(one.text, _of(one, reply)) for one in reply.answer.sentences) / len(reply.answer.sentences)


def precision(reply: Reply, entails: Entails) -> float | None:
    """Share of the sentences' citations that are needed.

    A citation is not needed where it alone does not bear the sentence out and the others do without it; where they all together do not,
    none of them counts.
    """
    if reply.abstained or not reply.cited:
        return None
    needed = [
        entails(sentence.text, _of(sentence, reply)) and not _idle(sentence, one, reply, entails)
        for sentence in reply.answer.sentences
        for one in _of(sentence, reply)
    ]
    return sum(needed) / len(needed) if needed else 0.0


def _of(sentence: Sentence, reply: Reply) -> list[Cited]:
    return [one for one in reply.cited if one.citation.key in sentence.citations]


def _idle(sentence: Sentence, one: Cited, reply: Reply, entails: Entails) -> bool:
    others = [other for other in _of(sentence, reply) if other is not one]
    return bool(others) and not entails(sentence.text, [one]) and entails(sentence.text, others)
