"""The order in which ranked chunks are shown: the best first, then other places, repetitions and translations behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

FRONT = 3  # the best, whatever they are
SHOWN = 5  # up to here the rest come from places that are not shown yet
APART = 3  # chunks of one item this far apart are one place
SAME = 0.9  # share of the shorter text's words that a repetition holds
LEAST = 6  # words below which texts are too short to tell


def varied(ranked: Sequence[int], item: Callable[[int], int]) -> list[int]:
    """Rows, best first, with the fourth and fifth taken from places that the first do not show: another item, or another part of one.

    A wrong guess about what is asked for then costs two places, not all five.
    """
    shown, rest = list(ranked[:FRONT]), list(ranked[FRONT:])
    while len(shown) < SHOWN:
        other = next((row for row in rest if all(item(row) != item(one) or abs(row - one) > APART for one in shown)), None)
        if other is None:
            break
        shown.append(other)
        rest.remove(other)
    return [*shown, *rest]


def put_off(ranked: Sequence[int], words: Callable[[int], frozenset[int]], comparable: Callable[[int, int], bool], depth: int) -> list[int]:
    """The rows with those behind all others that only repeat one before them (a Decision block and its RESOLVED in the minutes).

    Args:
        words: the terms of a chunk.
        comparable: whether two chunks can be the same thing said twice: they are of one meeting.
        depth: how many of the first are looked at.
    """
    kept: list[int] = []
    repeated: list[int] = []
    held: dict[int, frozenset[int]] = {}
    for row in ranked[:depth]:
        held[row] = words(row)
        if any(_repeats(held[row], held[one]) for one in kept if comparable(row, one)):
            repeated.append(row)
        else:
            kept.append(row)
    return [*kept, *ranked[depth:], *repeated]


def _repeats(one: frozenset[int], other: frozenset[int]) -> bool:
    small = min(len(one), len(other))
    return small >= LEAST and len(one & other) >= SAME * small
