"""The embedded engine: answers and summarises with the minutes' own sentences, chosen and ordered. Faithful by construction."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.asked import asks_decision, kinds_asked, worth
from assistant.engines.base import Usage
from assistant.engines.choosing import Scored, chosen
from assistant.engines.extract import SENTENCES_OF, decided_first, telling
from assistant.nearness import Embed, nearness
from assistant.query import content_words, stem
from assistant.units import Unit, units
from ingest.datamodel import AgendaItem, Meeting

PASSAGES_READ = 6
# Shares of a unit's score: a logistic model of which units hold the answer, fitted on the gold set's dev questions (docs/evals.md), scaled.
MEANING_WEIGHT, WORDS_WEIGHT, PASSAGE_WEIGHT, KIND_WEIGHT = 0.40, 0.24, 0.34, 0.45
FLOW = 0.72  # a sentence inherits this share of the score of the one before it: answers run on


class QuoteEngine:
    """Chooses verbatim sentences. `embed` gives unit vectors, shape (texts, dimensions)."""

    name: EngineName = "quote"

    def __init__(self, embed: Embed) -> None:
        self._nearness = nearness(embed)

    def usage(self) -> Usage:
        """Nothing is called, nothing is spent."""
        return Usage()

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """The 1 to 6 units that answer best, grouped by passage; the latest meeting first where several speak."""
        scored = self._scored(question.text, evidence if asks_decision(question.text) else evidence[:PASSAGES_READ])
        answering = chosen(scored)
        keys = list(dict.fromkeys(one.unit.key for one in sorted(answering, key=lambda one: -one.score)))
        passage = {one.key: one.passage for one in evidence}
        newest_first = sorted(keys, key=lambda key: -(passage[key].date.toordinal() if passage[key].date else 0))  # type: ignore[union-attr]
        for key in newest_first:
            for one in sorted((one for one in answering if one.unit.key == key), key=lambda one: one.place):
                yield Proposal(text=one.unit.text, keys=(key,), quotes=(one.unit.text,))

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """What was decided first, then the most telling units, in order of reading."""
        decided = list(decided_first(item, evidence))
        yield from decided
        told = " ".join(one.text for one in decided)
        rest = [
            unit for one in evidence for unit in units(one) if unit.text not in told and not any(one.text in unit.text for one in decided)
        ]
        for unit in telling(rest, SENTENCES_OF[style]):
            yield Proposal(text=unit.text, keys=(unit.key,), quotes=(unit.text,))

    def _scored(self, question: str, evidence: Sequence[Evidence]) -> list[Scored]:
        in_order = sorted(evidence, key=lambda one: one.passage.id)
        found = [(rank, place, unit) for rank, one in enumerate(in_order) for place, unit in enumerate(units(one))]
        if not found:
            return []
        meaning = self._nearness.to(question, [unit.text for _, _, unit in found])
        words = _word_match(question, [f"{in_order[rank].passage.item_title} {unit.text}" for rank, _, unit in found])
        kinds = kinds_asked(question)
        scored: list[Scored] = []
        for (rank, place, unit), near, share in zip(found, meaning, words, strict=True):
            passage = in_order[rank].passage
            score = (
                MEANING_WEIGHT * near + WORDS_WEIGHT * share + PASSAGE_WEIGHT * passage.score + KIND_WEIGHT * worth(unit, question, kinds)
            )
            continues = bool(scored) and _runs_on(scored[-1], rank, unit, in_order)
            if continues:
                score = max(score, FLOW * scored[-1].score)
            scored.append(Scored(unit, score, rank, place, f"{passage.body} {passage.date}", continues))
        return scored


def _runs_on(before: Scored, passage: int, unit: Unit, in_order: Sequence[Evidence]) -> bool:
    """Whether a unit stands in the same paragraph as the one before it, which may have been cut in two."""
    if before.passage == passage:
        return before.unit.line == unit.line
    earlier, later = in_order[before.passage].passage, in_order[passage].passage
    same_document = earlier.id.rpartition("-")[0] == later.id.rpartition("-")[0]
    return same_document and earlier.source.paragraphs[1] == later.source.paragraphs[0] and unit.line == 0


def _word_match(question: str, texts: Sequence[str]) -> list[float]:
    """For each text the share of the question's content words that it holds, weighed by rarity among the texts."""
    wanted = {stem(word) for word in content_words(question)}
    held = [{stem(word) for word in content_words(text)} & wanted for text in texts]
    counts = Counter(word for words in held for word in words)
    rarity = {word: math.log(1 + len(texts) / (1 + counts[word])) for word in wanted}
    total = sum(rarity.values()) or 1.0
    return [sum(rarity[word] for word in words) / total for words in held]
