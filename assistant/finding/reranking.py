"""Second look: which sentences of the passages found hold the answer. A listwise model of a few plain features and of what a reader says.

Fitted as a conditional logit (McFadden 1974) on the gold set's dev questions and on others on real minutes: the share of a sentence among
all that are looked at, softmax of a weighted sum, is how likely it is that its paragraph is the one asked for. What is gained, and by what,
is in docs/evals.md.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from assistant.citing import keyed
from assistant.datamodel import Evidence, Passage
from assistant.finding.nearness import Nearness
from assistant.finding.reader import Told, reader
from assistant.question.asked import kinds_asked, worth
from assistant.question.words import asked_in, english_of, stem, stems
from assistant.units import Unit, units
from ingest.gloss import glossed, is_welsh
from ingest.terms import welsh_words
from ingest.welsh import radical

# Weights of the features, fitted. The title alone counts against: a unit that is near only because of its title is not the answer.
NEAR, WORDS, PASSAGE, KIND, DECISION, LENGTH, TITLE, READ = 3.3, 1.7, 5.0, 2.9, 0.15, -0.2, -0.45, 0.8
FOREIGN = -2.0  # a sentence in the other language than the question's: told where its own has nothing as good
LEAST = -6.0  # what the reader's log-odds count at least
UNREAD = -12.0  # log-odds of what it did not read: next to none
PASSAGES_READ = 12  # the most promising by the other features
EMBEDDED = 48  # units at most whose meaning is looked at, those that promise most by words and passage: embedding is what takes the time


class Scored(NamedTuple):
    """A unit with its share and its place in reading order."""

    unit: Unit
    share: float  # of all units read: how likely it is that its paragraph holds the answer
    passage: int  # position of its passage in reading order
    place: int  # position in its passage
    continues: bool  # stands in the same paragraph as the unit before it
    near: float = 0.0  # cosine similarity to the question, under its title
    words: float = 0.0  # share of the question's content words that it or its title holds, weighed by rarity
    read: float = 0.0  # log-odds by the reader that it answers, against there being no answer; UNREAD where it was not read
    item: str = ""  # what its passage is of: 'Cabinet, 22 October 2024, item 10. LEASE'


class Reranker:
    """Scores units by how near they are to the question, and by what else tells an answer."""

    def __init__(self, nearness: Nearness) -> None:
        self._nearness = nearness

    def best_first(self, question: str, passages: Sequence[Passage]) -> list[Passage]:
        """The passages by the likelihood of their likeliest unit; those without a unit last."""
        evidence = keyed(passages)
        likeliest: dict[str, float] = {}
        for one in self.scored(question, evidence):
            likeliest[one.unit.key] = max(likeliest.get(one.unit.key, 0.0), one.share)
        return [one.passage for one in sorted(evidence, key=lambda one: -likeliest.get(one.key, 0.0))]

    def scored(self, question: str, evidence: Sequence[Evidence]) -> list[Scored]:
        """All units of the passages in reading order; their shares sum to 1."""
        in_order = sorted(evidence, key=lambda one: one.passage.id)
        found = [(rank, place, unit) for rank, one in enumerate(in_order) for place, unit in enumerate(units(one))]
        if not found:
            return []
        titles = [one.passage.item_title for one in in_order]
        headings = [one.passage.heading() for one in in_order]
        titled = [f"{titles[rank]}. {unit.headed}" for rank, _, unit in found]
        words = word_match(question, titled)
        near = [0.0] * len(titled)
        promising = [WORDS * words[number] + PASSAGE * in_order[rank].passage.score for number, (rank, _, _) in enumerate(found)]
        looked_at = sorted(range(len(found)), key=lambda number: -promising[number])[:EMBEDDED]
        for number, value in zip(looked_at, self._nearness.to(question, [titled[number] for number in looked_at]), strict=True):
            near[number] = value
        near_title = self._nearness.to(question, titles)
        kinds = kinds_asked(question)
        welsh = asked_in(question) == "cy"
        sums = [
            NEAR * near[number]
            + WORDS * words[number]
            + PASSAGE * in_order[rank].passage.score
            + KIND * worth(unit, question, kinds, headings[rank])
            + DECISION * unit.decision
            + LENGTH * math.log(len(unit.text.split()))
            + TITLE * near_title[rank]
            + FOREIGN * (is_welsh(unit.text) != welsh)
            for number, (rank, _, unit) in enumerate(found)
        ]
        read = self._read(question, headings, found, sums)
        sums = [one + READ * max(logit, LEAST) for one, logit in zip(sums, read, strict=True)]
        most = max(sums)
        powers = [math.exp(one - most) for one in sums]
        whole = sum(powers)
        scored: list[Scored] = []
        for number, (rank, place, unit) in enumerate(found):
            continues = bool(scored) and _runs_on(scored[-1], rank, unit, in_order)
            share = powers[number] / whole
            scored.append(Scored(unit, share, rank, place, continues, near[number], words[number], read[number], headings[rank]))
        return scored

    def _read(self, question: str, headings: Sequence[str], found: Sequence[tuple[int, int, Unit]], sums: Sequence[float]) -> list[float]:
        """What the reader makes of the units of the most promising passages."""
        promise: dict[int, float] = {}
        for (rank, _, _), one in zip(found, sums, strict=True):
            promise[rank] = max(one, promise.get(rank, one))
        ranks = sorted(promise, key=lambda rank: -promise[rank])[:PASSAGES_READ]
        told = [Told(headings[rank], _as_read([unit for place, _, unit in found if place == rank])) for rank in ranks]
        logits = {rank: iter(values) for rank, values in zip(ranks, reader().logits(question, told), strict=True)}
        return [next(logits[rank]) if rank in logits else UNREAD for rank, _, _ in found]


def _as_read(passage: Sequence[Unit]) -> tuple[str, ...]:
    """The units of a passage, the first under each sub-heading with it."""
    before = ["", *(unit.under for unit in passage)]
    return tuple(unit.text if unit.under == last else unit.headed for last, unit in zip(before, passage, strict=False))


def word_match(question: str, texts: Sequence[str]) -> list[float]:
    """For each text the share of the question's content words that it holds, weighed by rarity among the texts."""
    wanted = _wanted(question)
    held = [{word for word, forms in wanted.items() if not forms.isdisjoint(here)} for here in map(_held, texts)]
    counts = Counter(word for words in held for word in words)
    rarity = {word: math.log(1 + len(texts) / (1 + counts[word])) for word in wanted}
    total = sum(rarity.values()) or 1.0
    return [sum(rarity[word] for word in words) / total for words in held]


def _wanted(question: str) -> dict[str, set[str]]:
    """The content words of a question, each with what it is known by: English stems, of a Welsh word those of its gloss and its radical."""
    if asked_in(question) == "en":
        return {word: {word} for word in stems(question)}
    wanted: dict[str, set[str]] = {}
    for word, english in english_of(question).items():
        wanted.setdefault(radical(word), {radical(word)}).update(map(stem, english))
    return wanted


@functools.lru_cache(maxsize=20_000)
def _held(text: str) -> frozenset[str]:
    """What the words of a text are known by, in the same way."""
    if not is_welsh(text):
        return frozenset(stems(text))
    senses = " ".join(sense for one in glossed(text) for sense in one.senses)
    return frozenset({radical(word) for word in welsh_words(text)} | stems(senses))


def _runs_on(before: Scored, passage: int, unit: Unit, in_order: Sequence[Evidence]) -> bool:
    """Whether a unit stands in the same paragraph as the one before it, which may have been cut in two."""
    if before.passage == passage:
        return before.unit.line == unit.line
    earlier, later = in_order[before.passage].passage, in_order[passage].passage
    same_document = earlier.id.rpartition("-")[0] == later.id.rpartition("-")[0]
    return same_document and earlier.source.paragraphs[1] == later.source.paragraphs[0] and unit.line == 0
