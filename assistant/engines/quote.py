"""The embedded engine: answers and summarises with the minutes' own sentences, chosen and ordered. Faithful by construction."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.base import Usage
from assistant.query import content_words, stem
from assistant.units import Unit, units
from ingest.datamodel import AgendaItem, Meeting

if TYPE_CHECKING:
    from ingest.embedding import Vectors

Embed = Callable[[Sequence[str]], "Vectors"]

MOST_SENTENCES = 6
PASSAGES_READ = 6
MEANING_WEIGHT, WORDS_WEIGHT, PASSAGE_WEIGHT = 0.5, 0.35, 0.15
DECISION_BONUS = 0.25  # where the question asks what was decided
FLOW = 0.72  # a sentence inherits this share of the score of the one before it: answers run on
WORTH = 0.68  # share of the best unit's score that earns a place in the answer

_ASKS_DECISION = re.compile(r"\b(decid|decision|resol|agree|vote|outcome|approv|refus|carried|result|penderfyn|pleidleis|cytun|cymerad)", re.I)


class Scored(NamedTuple):
    """A unit with its score and its place in reading order."""

    unit: Unit
    score: float
    passage: int  # position of its passage in reading order
    place: int  # position in its passage


class QuoteEngine:
    """Chooses verbatim sentences. `embed` gives unit vectors, shape (texts, dimensions)."""

    name: EngineName = "quote"

    def __init__(self, embed: Embed) -> None:
        self._embed = embed

    def usage(self) -> Usage:
        """Nothing is called, nothing is spent."""
        return Usage()

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """The 1 to 6 units that answer best, grouped by passage; the latest meeting first where several speak."""
        scored = self._scored(question.text, evidence[:PASSAGES_READ])
        chosen = _chosen(scored)
        keys = list(dict.fromkeys(one.unit.key for one in sorted(chosen, key=lambda one: -one.score)))
        passage = {one.key: one.passage for one in evidence}
        newest_first = sorted(keys, key=lambda key: -(passage[key].date.toordinal() if passage[key].date else 0))  # type: ignore[union-attr]
        for key in newest_first:
            for one in sorted((one for one in chosen if one.unit.key == key), key=lambda one: one.place):
                yield Proposal(text=one.unit.text, keys=(key,), quotes=(one.unit.text,))

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """What was decided first, then the sentences nearest to the item as a whole, in order of reading."""
        yield from ()

    def _scored(self, question: str, evidence: Sequence[Evidence]) -> list[Scored]:
        in_order = sorted(evidence, key=lambda one: one.passage.id)
        found = [(rank, place, unit) for rank, one in enumerate(in_order) for place, unit in enumerate(units(one))]
        if not found:
            return []
        meaning = self._similarity(question, [unit.text for _, _, unit in found])
        words = _word_match(question, [unit.text for _, _, unit in found])
        bonus = DECISION_BONUS if _ASKS_DECISION.search(question) else 0.0
        scored: list[Scored] = []
        for (rank, place, unit), near, share in zip(found, meaning, words, strict=True):
            score = MEANING_WEIGHT * near + WORDS_WEIGHT * share + PASSAGE_WEIGHT * in_order[rank].passage.score + bonus * unit.decision
            if scored and _runs_on(scored[-1], rank, unit, in_order):
                score = max(score, FLOW * scored[-1].score)
            scored.append(Scored(unit, score, rank, place))
        return scored

    def _similarity(self, text: str, others: Sequence[str]) -> list[float]:
        vectors = self._embed([text, *others])
        similar: list[float] = (vectors[1:] @ vectors[0]).tolist()
        return similar


def _runs_on(before: Scored, passage: int, unit: Unit, in_order: Sequence[Evidence]) -> bool:
    """Whether a unit stands in the same paragraph as the one before it, which may have been cut in two."""
    if before.passage == passage:
        return before.unit.line == unit.line
    earlier, later = in_order[before.passage].passage, in_order[passage].passage
    same_document = earlier.id.rpartition("-")[0] == later.id.rpartition("-")[0]
    return same_document and earlier.source.paragraphs[1] == later.source.paragraphs[0] and unit.line == 0


def _chosen(scored: Sequence[Scored]) -> list[Scored]:
    """The best units within WORTH of the best, each with what it hangs on, at most MOST_SENTENCES."""
    chosen: list[Scored] = []
    at = {(one.passage, one.place): one for one in scored}
    best = max((one.score for one in scored), default=0.0)
    for one in sorted(scored, key=lambda one: -one.score):
        if one.score < WORTH * best:
            break
        wanted = [one]
        while wanted[0].unit.hanging and (before := at.get((wanted[0].passage, wanted[0].place - 1))) and before.unit.line == one.unit.line:
            wanted.insert(0, before)
        fresh = [unit for unit in wanted if unit not in chosen and not any(unit.unit.text == other.unit.text for other in chosen)]
        if len(chosen) + len(fresh) <= MOST_SENTENCES:
            chosen.extend(fresh)
    return chosen


def _word_match(question: str, texts: Sequence[str]) -> list[float]:
    """For each text the share of the question's content words that it holds, weighed by rarity among the texts."""
    wanted = {stem(word) for word in content_words(question)}
    held = [{stem(word) for word in content_words(text)} & wanted for text in texts]
    counts = Counter(word for words in held for word in words)
    rarity = {word: math.log(1 + len(texts) / (1 + counts[word])) for word in wanted}
    total = sum(rarity.values()) or 1.0
    return [sum(rarity[word] for word in words) / total for words in held]
