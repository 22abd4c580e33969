"""Which of the scored units make the answer: runs of whole sentences from the strongest paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.query import content_words, stem
from assistant.units import Unit

MOST_SENTENCES = 6
AT_ONCE = 2  # units of one paragraph where several speak
MEETINGS = 3  # heard before one is heard twice
WORTH = 0.82  # share of the best unit's score that earns a unit a place in the answer
EDGE = 0.4  # share of it below which a unit at the edge of a run is left out
SAME = 0.85  # share of a unit's content words in another that makes it a repetition: a Decision block and its RESOLVED


class Scored(NamedTuple):
    """A unit with its score and its place in reading order."""

    unit: Unit
    score: float
    passage: int  # position of its passage in reading order
    place: int  # position in its passage
    meeting: str  # names its meeting
    continues: bool  # stands in the same paragraph as the unit before it


def chosen(scored: Sequence[Scored]) -> list[Scored]:
    """The units that answer: a run of one paragraph where it alone is strong, else the best units of several paragraphs and meetings."""
    best = max((one.score for one in scored), default=0.0)
    paragraphs: dict[tuple[int, int], list[Scored]] = {}
    for one in scored:
        paragraphs.setdefault(_paragraph(one, paragraphs), []).append(one)
    runs = sorted(paragraphs.values(), key=lambda run: -_peak(run))
    strong = [run for run in runs if _peak(run) >= WORTH * best]
    if len(strong) == 1:
        return list(_window(strong[0], MOST_SENTENCES, EDGE * best))
    taken: list[Scored] = []
    for run in _heard(strong):
        for one in _window(run, AT_ONCE, WORTH * best):
            if any(_repeats(one.unit, other.unit) for other in taken):
                continue
            taken = [other for other in taken if not _repeats(other.unit, one.unit)]
            if len(taken) < MOST_SENTENCES:
                taken.append(one)
    return taken


def _heard(runs: Sequence[list[Scored]]) -> list[list[Scored]]:
    """The runs, best first, but the best of a second meeting before the second of the first."""
    first_of: dict[str, list[Scored]] = {}
    for run in runs:
        first_of.setdefault(run[0].meeting, run)
    first = list(first_of.values())[:MEETINGS]
    return [*first, *(run for run in runs if run not in first)]


def _peak(run: Sequence[Scored]) -> float:
    return max(one.score for one in run)


def _repeats(one: Unit, other: Unit) -> bool:
    words = {stem(word) for word in content_words(one.text)}
    return one.text == other.text or len(words & {stem(word) for word in content_words(other.text)}) >= SAME * len(words)


def _window(run: Sequence[Scored], size: int, floor: float) -> Sequence[Scored]:
    """The best run of at most `size` units round the best one, without weak edges; with what a hanging pronoun hangs on."""
    peak = max(range(len(run)), key=lambda place: run[place].score)
    starts = range(max(0, peak - size + 1), min(peak, max(0, len(run) - size)) + 1)
    start = max(starts, key=lambda place: sum(one.score for one in run[place : place + size]))
    end = min(len(run), start + size)
    while run[end - 1].score < floor:
        end -= 1
    while start < peak and run[start].score < floor:
        start += 1
    while start > 0 and run[start].unit.hanging and peak - start + 1 < size:
        start -= 1
    return run[start : min(end, start + size)]


def _paragraph(one: Scored, paragraphs: Mapping[tuple[int, int], Sequence[Scored]]) -> tuple[int, int]:
    """Which paragraph a unit belongs to; the second part of one that was cut in two belongs to the first."""
    if one.continues and paragraphs:
        return list(paragraphs)[-1]
    return (one.passage, one.unit.line)
