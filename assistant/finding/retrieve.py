"""Finding: words and meaning over one library, fused by score, lifted by context, varied. No LangChain here: see runnables.py."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field

from assistant.finding import ranking
from assistant.finding.limits import of_documents, scope
from assistant.finding.ranking import Unit, Weights
from assistant.finding.twins import Twins
from assistant.finding.variety import SHOWN, put_off, varied
from assistant.question.words import asked_in, content_words, english_of, matter
from ingest.datamodel import Filters, Language, Noun, Passage
from ingest.library import Library
from ingest.wordindex import WELSH

if TYPE_CHECKING:
    from ingest.memory import Memory
    from ingest.wordindex import Floats, Mask, Rows

OTHER_LANGUAGE = 0.7  # of its score that a passage keeps in the other language than the question's


class Hits(Noun):
    """What a search found, with what abstention is decided by."""

    passages: tuple[Passage, ...]
    searched: int = Field(description="number of chunks that the filters admit")
    similarity: float = Field(default=0.0, description="highest cosine similarity of the query to a chunk")
    coverage: float = Field(default=0.0, description="share of the query's content words, weighed by rarity, that the best passage holds")
    filters: Filters = Field(default=Filters(), description="what the search was limited to: the filters given, and what was understood")
    understood: tuple[str, ...] = Field(default=(), description="what the question itself was taken to say of meetings, in words")
    places: tuple[str, ...] = Field(default=(), description="what it was limited to besides: minutes of these places, or that name them")
    looked_for: str = Field(default="", description="the query without the period that it was taken to name")


class Words(NamedTuple):
    """The words of a question, with the terms that each stands for in the library."""

    text: list[str]
    terms: list[list[int]]
    language: Language


class Retriever:
    """Searches a library.

    Args:
        today: the day that 'this year' in a question is told from; the day of the search by default.
        weights: what each step of the ranking counts.
    """

    def __init__(self, library: Library, today: dt.date | None = None, weights: Weights = Weights()) -> None:
        self._library = library
        self._weights = weights
        self._today = today
        self._twins = Twins(library)

    def search(self, text: str, filters: Filters = Filters(), k: int = 10) -> Hits:
        """The `k` best passages for a query, best first; scores are relative to the best, 0 to 1.

        Score fusion of BM25 (words and adjacent pairs) and cosine similarity, then the scores of neighbouring chunks, of the whole item and
        of the words in the chunks round about; the fourth and fifth come from other places than the first three (docs/retrieval.md).
        """
        import numpy as np

        memory = self._library.memory
        within = scope(memory, text, filters, self._today or dt.date.today())
        searched = int(within.admitted.sum())
        if not searched or not text.strip():
            return Hits(passages=(), searched=searched, filters=within.filters, understood=within.understood, looked_for=within.looked_for)
        words = words_asked(memory, within.looked_for)
        vector = self._library.embedder.embed([text])[0]
        near, similarities = memory.nearest(vector, ranking.POOL, within.admitted)
        held = ranking.words_held(memory.words, words.terms)
        found = ranking.units(memory.words, held, self._weights.pairs)
        rows, scores = self._scored(memory, words.language, found, vector, near, within.wide)
        rows, scores = rows[within.admitted[rows]], scores[within.admitted[rows]]
        if within.bodies:
            highest = float(scores.max(initial=0))
            scores += self._weights.body * highest * of_documents(memory, lambda heading: heading.body in within.bodies)[rows]
        if memory.words.has_welsh:
            scores = scores * np.where(of_documents(memory, lambda heading: heading.language == words.language)[rows], 1, OTHER_LANGUAGE)
        ranked = self._ordered(memory, rows, scores, words.language, k)
        passages = self._library.lookup.passages([(memory.words.places.ids[row], score) for row, score in ranked])
        return Hits(
            passages=tuple(passages),
            searched=searched,
            similarity=float(similarities.max(initial=0)),
            coverage=_coverage(memory, words, {number: unit for (number, _), unit in zip(held, found, strict=False)}, passages[:5]),
            filters=within.filters,
            places=within.places,
            understood=within.understood,
            looked_for=within.looked_for,
        )

    def _scored(
        self, memory: Memory, language: Language, found: Sequence[Unit], vector: Floats, near: Rows, admitted: Mask
    ) -> tuple[Rows, Floats]:
        """The candidates, in order of row, with their scores."""
        import numpy as np

        index = memory.words
        lexical = ranking.bm25(index, found, self._weights)
        translations = self._twins.beside(memory, lexical) if index.has_welsh else []
        pool = np.unique(np.concatenate([ranking.best(lexical, admitted), near, np.array(translations, dtype=np.intp)]))
        pool = np.unique(np.clip(np.concatenate([pool - 1, pool, pool + 1]), 0, index.size - 1))
        pool = pool[admitted[pool]]
        around = ranking.Around(index, pool)
        base = self._weights.words * ranking.scaled(lexical)[around.rows]
        similar = np.maximum(memory.similarities(vector, around.rows), 0)
        base += self._weights.meaning * similar / max(float(similar.max(initial=0)), 1e-6)
        least = ranking.LEAST_SPREAD if language == "en" else 1.0  # a gloss tells chunks less well apart: those round about count in full
        scores = ranking.in_context(index, around, base, found, self._weights, least)
        return pool, self._twins.shared(memory, pool, scores) if index.has_welsh else scores

    def _ordered(self, memory: Memory, rows: Rows, scores: Floats, language: Language, k: int) -> list[tuple[int, float]]:
        """The first `k` rows with their scores: varied, repetitions last, translations of what is shown behind the first five."""
        import numpy as np

        order = np.argsort(-scores.round(6), kind="stable")
        items = memory.words.places.item
        ranked = rows[order].tolist()
        if self._weights.varied:
            ranked = varied(ranked, lambda row: int(items[row]))
        ranked = put_off(ranked, memory.words.text_terms, lambda one, other: _one_meeting(memory, one, other), SHOWN + k)
        if memory.words.has_welsh:
            ranked = self._one_language(memory, ranked, language, SHOWN + k)
        highest = max(float(scores.max(initial=0)), 1e-6)
        by_rank = [round(score / highest, 4) for score in scores[order[:k]].tolist()]
        return list(zip(ranked[:k], by_rank, strict=True))

    def _one_language(self, memory: Memory, ranked: list[int], language: Language, depth: int) -> list[int]:
        """Of an item and its translation the one in the language of the question first, the other behind the first five."""
        shown: list[int] = []
        behind: list[int] = []
        head = ranked[:depth]
        places = memory.words.places
        held = {int(places.item[row]) for row in head if memory.headings[memory.words.key(row)[0]].language == language}
        for row in head:
            twin = self._twins.rows(memory, row)
            foreign = memory.headings[memory.words.key(row)[0]].language != language
            (behind if foreign and twin and int(places.item[twin[0]]) in held else shown).append(row)
        return [*shown[:SHOWN], *behind[:1], *shown[SHOWN:], *behind[1:], *ranked[depth:]]


def words_asked(memory: Memory, text: str) -> Words:
    """The words of a question as the library knows them."""
    index = memory.words
    text_words = content_words(text)
    only_welsh = [WELSH + word in index.number and word not in index.number for word in text_words] if index.has_welsh else []
    language = asked_in(text, only_welsh)
    text_words = matter(text, language)
    english = english_of(text) if language == "cy" else {}
    terms = [[*index.forms(word, welsh=language == "cy"), *index.stemmed(english.get(word, ()))] for word in text_words]
    return Words(text_words, [list(dict.fromkeys(one)) for one in terms], language)


def unheard_of(memory: Memory, text: str, filters: Filters) -> float:
    """The share of a question's words, 0 to 1, that the library knows in no form; 1 where no chunk admitted holds any of them."""
    terms = words_asked(memory, text).terms
    admitted = memory.admitted(filters.model_copy(update={"language": None}))
    held = (memory.words.frequencies(memory.words.positions(one))[0] for one in terms if one)
    if terms and not any(bool(admitted[rows].any()) for rows in held):
        return 1.0
    return sum(not one for one in terms) / len(terms) if terms else 0.0


def _one_meeting(memory: Memory, one: int, other: int) -> bool:
    """Whether two chunks are of one item, or of two documents of one day."""
    first, second = memory.words.key(one), memory.words.key(other)
    if first[0] == second[0]:
        return first == second
    day = memory.headings[first[0]].date
    return day is not None and day == memory.headings[second[0]].date


def _coverage(memory: Memory, words: Words, held: Mapping[int, Unit], passages: Sequence[Passage]) -> float:
    """Rarity-weighed share of the words that one passage holds, for the best such passage.

    Args:
        held: those of the words that the library holds at all, by their place in the question.
    """
    index = memory.words
    rarest = ranking.rarity(0, index.size)
    total = sum(held[number].weight if number in held else rarest for number in range(len(words.text)))
    best = 0.0
    for passage in passages:
        terms = index.terms(index.row_of[passage.id])
        best = max(best, sum(unit.weight for number, unit in held.items() if not terms.isdisjoint(words.terms[number])))
    return best / (total or 1.0)
