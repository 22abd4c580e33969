"""Finding: lexical and dense search over one library, fused by score, then lifted by context. No LangChain here: see runnables.py."""

from __future__ import annotations

import math
from collections import defaultdict

from pydantic import Field

from assistant.query import any_of, content_words, matched_words
from ingest.datamodel import Filters, Noun, Passage
from ingest.library import Library
from ingest.lookup import Place

POOL = 300  # candidates from each index
LEXICAL_WEIGHT = 0.6
DENSE_WEIGHT = 0.4
NEIGHBOUR_WEIGHTS = (0.5, 0.25)  # a chunk gains these shares of the scores of the chunks one and two away in its item
ITEM_WEIGHT = 1.0  # and this share of how well its whole item matches (a transcript is one item)
ITEM_TOP = 5  # the best chunks that speak for an item


class Hits(Noun):
    """What a search found, with what abstention is decided by."""

    passages: tuple[Passage, ...]
    searched: int = Field(description="number of chunks that the filters admit")
    similarity: float = Field(default=0.0, description="highest cosine similarity of the query to a chunk")
    coverage: float = Field(default=0.0, description="share of the query's content words, weighed by rarity, that the best passage holds")


class Retriever:
    """Searches a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def search(self, text: str, filters: Filters = Filters(), k: int = 10) -> Hits:
        """The `k` best passages for a query, best first; scores are relative to the best, 0 to 1.

        Min-max score fusion of BM25 and cosine similarity, then half the score of each neighbouring chunk and a share for how well the
        whole meeting matches (see docs/retrieval.md for what each step gains).
        """
        searched = self._library.lookup.chunk_count(filters)
        words = content_words(text)
        if not searched or not text.strip():
            return Hits(passages=(), searched=searched)
        lexical = dict(self._library.lookup.matching(any_of(words), POOL, filters)) if words else {}
        dense = dict(self._library.nearest(text, POOL, filters))
        ranked = fused(lexical, dense, self._library.lookup.places(list(dict.fromkeys([*lexical, *dense]))))
        passages = self._library.lookup.passages(ranked[:k])
        return Hits(
            passages=tuple(passages),
            searched=searched,
            similarity=max(dense.values(), default=0.0),
            coverage=self._coverage(words, passages[:5]),
        )

    def _coverage(self, words: list[str], passages: list[Passage]) -> float:
        """Rarity-weighed share of the words that one passage holds, for the best such passage (inverse document frequency as in BM25)."""
        total = self._library.lookup.chunk_count()
        rarity = {word: math.log(1 + (total + 0.5) / (self._library.lookup.frequency(word) + 0.5)) for word in words}
        held = (sum(rarity[word] for word in matched_words(words, f"{passage.item_title} {passage.text}")) for passage in passages)
        return max(held, default=0.0) / (sum(rarity.values()) or 1.0)


def fused(lexical: dict[str, float], dense: dict[str, float], places: dict[str, Place]) -> list[tuple[str, float]]:
    """All candidates as (chunk id, score), best first, the best with score 1."""
    base = dict.fromkeys([*lexical, *dense], 0.0)
    for scores, weight in ((lexical, LEXICAL_WEIGHT), (dense, DENSE_WEIGHT)):
        for name, score in _scaled(scores).items():
            base[name] += weight * score
    return _in_context(base, places)


def _scaled(scores: dict[str, float]) -> dict[str, float]:
    """Min-max scaling: the lowest of those found gets 0, the highest 1."""
    low, high = min(scores.values(), default=0.0), max(scores.values(), default=0.0)
    return {name: (score - low) / (high - low) if high > low else 1.0 for name, score in scores.items()}


def _in_context(base: dict[str, float], places: dict[str, Place]) -> list[tuple[str, float]]:
    at = {(place.document_id, place.item_ordinal, place.position): base[name] for name, place in places.items()}
    by_item: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    for name, place in places.items():
        by_item[place.document_id, place.item_ordinal].append(base[name])
    total: dict[str, float] = {}
    for name, (document, item, position, size) in places.items():
        beside = sum(
            weight * (at.get((document, item, position - step), 0.0) + at.get((document, item, position + step), 0.0))
            for step, weight in enumerate(NEIGHBOUR_WEIGHTS, start=1)
        )
        speakers = min(ITEM_TOP, size)
        whole = sum(sorted(by_item[document, item])[-speakers:]) / speakers
        total[name] = base[name] + beside + ITEM_WEIGHT * whole
    highest = max(total.values(), default=0.0) or 1.0
    return sorted(((name, round(score / highest, 4)) for name, score in total.items()), key=lambda pair: (-pair[1], pair[0]))
