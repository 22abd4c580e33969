"""Scores of chunks for one question: BM25 over words and adjacent pairs, cosine similarity, and what stands around a chunk.

Each step is measured in docs/retrieval.md. Arrays have one entry a chunk (`size` in all) unless they say otherwise.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ingest.wordindex import Floats, Ints, Mask, Rows, WordIndex

MOST_WORDS = 48  # of a question: the rarest
POOL = 200  # candidates by words, and as many by meaning
REACH = 4  # chunks before and after one that count as around it
LONG_ITEM = 40  # chunks of an item from which what stands around a chunk counts in full: the talk of a transcript, not a page of minutes
LEAST_SPREAD = 0.1  # what it counts at least
ITEM_TOP = 5  # the best chunks that speak for how well the whole item matches (a transcript is one item)


class Weights(NamedTuple):
    """What each step of the ranking counts; measured one by one in docs/retrieval.md."""

    k1: float = 0.7  # of BM25: a word that returns counts little more, so that chunks with more of the question's words win
    b: float = 0.5
    pairs: float = 0.6  # two adjacent words of the question that stand side by side in a chunk, too
    words: float = 0.5  # BM25, scaled
    meaning: float = 0.5  # cosine similarity, of the highest
    neighbours: tuple[float, ...] = (0.4, 0.3, 0.2, 0.1)  # shares of the scores of the chunks one, two, ... away in its item
    item: float = 1.0  # how well the whole item matches
    window: float = 1.0  # BM25 of a chunk and those around it as one text: an answer's words may be spread over several
    window_shares: tuple[float, ...] = (0.8, 0.6, 0.4, 0.2)  # shares in which the chunks around it count there
    body: float = 0.15  # of the best score: meetings of a body that the question names
    varied: bool = True  # the fourth and fifth from other places than the first three


class Unit(NamedTuple):
    """A word of the question, or two adjacent ones, as the library holds them."""

    weight: float  # its rarity (inverse document frequency as in BM25)
    rows: Rows  # chunks that hold it, in order
    counts: Floats  # and how often


def words_held(index: WordIndex, groups: Sequence[Sequence[int]]) -> list[tuple[int, Ints]]:
    """Where the question's words stand in the library: those that it holds, at most the MOST_WORDS rarest, in the order asked.

    Args:
        groups: for each word the terms that stand for it.
    """
    at = ((number, index.positions(group)) for number, group in enumerate(groups) if group)
    found = [(number, positions) for number, positions in at if len(positions)]
    return sorted(sorted(found, key=lambda pair: len(pair[1]))[:MOST_WORDS], key=lambda pair: pair[0])


def units(index: WordIndex, held: Sequence[tuple[int, Ints]], pairs: float) -> list[Unit]:
    """What the question's words weigh in the library, and the pairs of them that stand side by side in the question."""
    found = [_unit(index, positions) for _, positions in held]
    if pairs:
        beside = ((first, second) for (one, first), (other, second) in itertools.pairwise(held) if other == one + 1)
        found += [unit for first, second in beside if len((unit := _unit(index, index.adjacent(first, second), pairs)).rows)]
    return found


def _unit(index: WordIndex, positions: Ints, share: float = 1.0) -> Unit:
    rows, counts = index.frequencies(positions)
    return Unit(share * rarity(len(rows), index.size), rows, counts)


def rarity(holding: int, size: int) -> float:
    """Inverse document frequency (Robertson and Zaragoza 2009, made positive as in Lucene)."""
    return math.log(1 + (size - holding + 0.5) / (holding + 0.5))


def bm25(index: WordIndex, found: Sequence[Unit], weights: Weights) -> Floats:
    """BM25 of every chunk, shape (size,)."""
    import numpy as np

    scores = np.zeros(index.size, dtype=np.float32)
    norm = weights.k1 * (1 - weights.b + weights.b * index.lengths / max(float(index.lengths.mean()), 1.0)) if index.size else index.lengths
    for unit in found:
        scores[unit.rows] += unit.weight * unit.counts * (weights.k1 + 1) / (unit.counts + norm[unit.rows])
    return scores


def best(scores: Floats, admitted: Mask, limit: int = POOL) -> Rows:
    """The rows of the `limit` highest scores above 0 among the admitted, in no order."""
    import numpy as np

    rows = np.flatnonzero(admitted & (scores > 0))
    return rows if len(rows) <= limit else rows[np.argpartition(-scores[rows], limit - 1)[:limit]]


class Around:
    """The chunks round each candidate, within its agenda item.

    Attributes:
        rows: the candidates and all chunks around them, in order, shape (m,).
        places: for each candidate and step -4 … 4, where that chunk is in `rows`, shape (n, 9); steps out of the item count 0.
    """

    def __init__(self, index: WordIndex, candidates: Rows) -> None:
        import numpy as np

        steps = np.arange(-REACH, REACH + 1)
        beside = np.clip(candidates[:, None] + steps, 0, max(index.size - 1, 0))
        items = index.places.item
        # Clipped steps repeat the first or the last chunk: they are told by their distance.
        self.inside = (items[beside] == items[candidates][:, None]) & (beside - candidates[:, None] == steps)
        self.rows, places = np.unique(np.where(self.inside, beside, candidates[:, None]), return_inverse=True)
        self.places = places.reshape(beside.shape)
        self.own = self.places[:, REACH]

    def summed(self, values: Floats, shares: Sequence[float]) -> Floats:
        """For each candidate its own value and shares of those around it; `values` of `rows`, shape (m,) in, (n,) out."""
        import numpy as np

        beside = [*shares, *[0.0] * (REACH - len(shares))]
        total: Floats = (values[self.places] * self.inside) @ np.array([*reversed(beside), 1.0, *beside], dtype=np.float32)
        return total


def in_context(
    index: WordIndex, around: Around, base: Floats, found: Sequence[Unit], weights: Weights, least: float = LEAST_SPREAD
) -> Floats:
    """Candidates' scores with their surroundings, shape (n,).

    What surroundings add is divided out again, one and the spread, so that talk in a transcript is not above short minutes for its length.

    Args:
        base: the fused scores of `around.rows`, 0 to 1.
        found: the question's words and pairs.
        least: what surroundings count in the shortest items.
    """
    import numpy as np

    own = base[around.own]
    spread = np.clip(index.item_sizes[index.places.item[around.rows[around.own]]] / LONG_ITEM, least, 1).astype(np.float32)
    scores: Floats = own + spread * (around.summed(base, weights.neighbours) - own)
    if weights.item:
        scores += weights.item * _whole_items(index, around, base)
    if weights.window:
        scores += weights.window * spread * _window(around, found, weights)
    shared: Floats = scores / (1 + spread)
    return shared


def _whole_items(index: WordIndex, around: Around, base: Floats) -> Floats:
    """How well the item of each candidate matches: the mean of its best chunks."""
    import numpy as np

    items, item = np.unique(index.places.item[around.rows], return_inverse=True)
    order = np.lexsort((-base, item))
    first = np.searchsorted(item[order], np.arange(len(items)))
    leading = order[np.arange(len(order)) - first[item[order]] < ITEM_TOP]
    means = np.bincount(item[leading], weights=base[leading], minlength=len(items)) / np.minimum(ITEM_TOP, index.item_sizes[items])
    of_candidates: Floats = means[item[around.own]].astype(np.float32)
    return of_candidates


def _window(around: Around, found: Sequence[Unit], weights: Weights) -> Floats:
    """BM25 of each candidate and its neighbours as if they were one text, scaled to 0 to 1 over the best POOL."""
    import numpy as np

    scores = np.zeros(len(around.own), dtype=np.float32)
    for unit in found:
        at = np.searchsorted(unit.rows, around.rows)
        at[at == len(unit.rows)] = 0
        counts = around.summed(np.where(unit.rows[at] == around.rows, unit.counts[at], 0).astype(np.float32), weights.window_shares)
        scores += unit.weight * counts * (weights.k1 + 1) / (counts + weights.k1)
    return scaled(scores)


def scaled(scores: Floats, limit: int = POOL) -> Floats:
    """Min-max scaling over the `limit` highest scores above 0: the lowest of them gets 0 as all lower ones do, the highest 1."""
    import numpy as np

    above = scores[scores > 0]
    if not len(above):
        return np.zeros_like(scores)
    low = float(above.min()) if len(above) <= limit else float(-np.partition(-above, limit - 1)[limit - 1])
    high = float(above.max())
    if high == low:
        return (scores > 0).astype(np.float32)
    clipped: Floats = np.clip((scores - low) / (high - low), 0, 1)
    return clipped
