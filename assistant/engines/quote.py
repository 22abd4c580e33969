"""The embedded engine: answers and summarises with the minutes' own sentences, chosen and ordered. Faithful by construction."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.base import Usage
from assistant.engines.extract import SENTENCES_OF, decided_first, telling
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
WORTH = 0.75  # share of the best unit's score that earns a paragraph a place in the answer
EDGE = 0.4  # share of it below which a unit at the edge of a run is left out
MOST_PARAGRAPHS = 3

_ASKS_DECISION = re.compile(
    r"\b(decid|decision|resol|agree|vote|outcome|approv|refus|carried|result|penderfyn|pleidleis|cytun|cymerad)", re.I
)


class Scored(NamedTuple):
    """A unit with its score and its place in reading order."""

    unit: Unit
    score: float
    passage: int  # position of its passage in reading order
    place: int  # position in its passage
    continues: bool  # stands in the same paragraph as the unit before it


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
        meaning = self._similarity(question, [unit.text for _, _, unit in found])
        words = _word_match(question, [unit.text for _, _, unit in found])
        bonus = DECISION_BONUS if _ASKS_DECISION.search(question) else 0.0
        scored: list[Scored] = []
        for (rank, place, unit), near, share in zip(found, meaning, words, strict=True):
            score = MEANING_WEIGHT * near + WORDS_WEIGHT * share + PASSAGE_WEIGHT * in_order[rank].passage.score + bonus * unit.decision
            continues = bool(scored) and _runs_on(scored[-1], rank, unit, in_order)
            if continues:
                score = max(score, FLOW * scored[-1].score)
            scored.append(Scored(unit, score, rank, place, continues))
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
    """Runs of units from the strongest paragraphs: six units of one paragraph, three each of two, or two each of three."""
    best = max((one.score for one in scored), default=0.0)
    paragraphs: dict[tuple[int, int], list[Scored]] = {}
    for one in scored:
        paragraphs.setdefault(_paragraph(one, paragraphs), []).append(one)
    strong = [run for run in paragraphs.values() if max(one.score for one in run) >= WORTH * best]
    strong = sorted(strong, key=lambda run: -max(one.score for one in run))[:MOST_PARAGRAPHS]
    chosen: list[Scored] = []
    for run in strong:
        for one in _window(run, MOST_SENTENCES // len(strong), EDGE * best):
            if all(one.unit.text != other.unit.text for other in chosen):
                chosen.append(one)
    return chosen


def _window(run: Sequence[Scored], size: int, floor: float) -> Sequence[Scored]:
    """The best run of at most `size` units round the best one, without weak edges; it opens with no hanging pronoun if that can be helped."""
    peak = max(range(len(run)), key=lambda place: run[place].score)
    starts = range(max(0, peak - size + 1), min(peak, max(0, len(run) - size)) + 1)
    start = max(starts, key=lambda place: sum(one.score for one in run[place : place + size]))
    end = min(len(run), start + size)
    while run[end - 1].score < floor:
        end -= 1
    while start < peak and run[start].score < floor:
        start += 1
    while start > 0 and run[start].unit.hanging:
        start -= 1
    return run[start:end]


def _paragraph(one: Scored, paragraphs: Mapping[tuple[int, int], Sequence[Scored]]) -> tuple[int, int]:
    """Which paragraph a unit belongs to; the second part of one that was cut in two belongs to the first."""
    if one.continues and paragraphs:
        return list(paragraphs)[-1]
    return (one.passage, one.unit.line)


def _word_match(question: str, texts: Sequence[str]) -> list[float]:
    """For each text the share of the question's content words that it holds, weighed by rarity among the texts."""
    wanted = {stem(word) for word in content_words(question)}
    held = [{stem(word) for word in content_words(text)} & wanted for text in texts]
    counts = Counter(word for words in held for word in words)
    rarity = {word: math.log(1 + len(texts) / (1 + counts[word])) for word in wanted}
    total = sum(rarity.values()) or 1.0
    return [sum(rarity[word] for word in words) / total for words in held]
