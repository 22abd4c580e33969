"""What stands around a chunk counts, and does not lift the talk of a transcript above short minutes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np

from assistant.finding.ranking import Around, Weights, in_context
from ingest.wordindex import WordIndex


def index_of(*sizes: int) -> WordIndex:
    """As much of an index as the ranking reads: items with so many chunks."""
    item = np.repeat(np.arange(len(sizes)), sizes)
    made = SimpleNamespace(size=len(item), item_sizes=np.array(sizes), places=SimpleNamespace(item=item))
    return cast(WordIndex, made)


def scores(index: WordIndex, base: list[float]) -> list[float]:
    around = Around(index, np.arange(index.size))
    found: list[float] = in_context(index, around, np.array(base, dtype=np.float32), [], Weights()).tolist()
    return found


def test_one_line_that_fits_better_stands_above_long_talk_round_the_matter() -> None:
    *talk, line = scores(index_of(60, 1), [*[0.5] * 60, 0.8])
    assert line > max(talk)


def test_in_talk_a_chunk_among_others_that_fit_stands_above_one_alone() -> None:
    base = [0.0] * 60
    base[10], base[40], base[41], base[42] = 0.6, 0.5, 0.6, 0.5
    found = scores(index_of(60), base)
    assert max(found) == found[41]
    assert found[41] > found[10]
