"""Which of the scored units make the answer: the likeliest paragraphs, until it is likely enough that the answer is among them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.engines.standing import is_label
from assistant.finding.reranking import Scored
from assistant.question.words import stems

MOST_SENTENCES = 6
AT_ONCE = 2  # units of one paragraph where several speak
TOLD = 3  # paragraphs, and units of each, where a matter is to be told and not one thing found
ENOUGH = 0.98  # likelihood that the answer is among what is told, at which no more paragraphs are taken
LEAST = 0.03  # likelihood, of the likeliest paragraph's, below which a paragraph is not told even so
EDGE = 0.25  # share of its paragraph's best below which a unit is left out
LOOSE_EDGE = 0.01  # the same where the paragraph is told as it runs
FLOW = 0.3  # and there a unit is worth this share of the one before it at least: answers run on in other words
SAME = 0.85  # share of a unit's content words in another of its item that makes it a repetition: a Decision block and its RESOLVED
# With another figure, name, denial or side a sentence says something else.
_PARTICULAR = re.compile(r"\d[\d,./]*\d|\d|(?<=[\w,;] )[A-ZŴŶ][\w’'-]+")
_DENIES = re.compile(r"\b(?:not|no|none|never|nor|against|for|without|ni|nid|heb|dim|erbyn|blaid)\b", re.I)


def chosen(scored: Sequence[Scored], *, matter: bool = False) -> list[Scored]:
    """The units that answer: a run of one paragraph where it alone is likely, else the best units of several paragraphs.

    Args:
        matter: the question names a matter and asks for no one thing: few paragraphs then, told as they run, and where they leave
            room the likeliest of what was said besides.
    """
    runs: list[list[Scored]] = []
    for one in scored:
        if one.continues and runs:
            runs[-1].append(one)
        else:
            runs.append([one])
    runs.sort(key=lambda run: -_best(run).share)
    likely = _likely(runs)
    if len(likely) == 1:
        return list(_window(likely[0], MOST_SENTENCES, runs_on=True))
    taken: list[Scored] = []
    further: list[list[Scored]] = []
    if matter:
        likely, further = likely[:TOLD], [run for run in likely[TOLD:] if not _best(run).unit.decision]
    room = MOST_SENTENCES - len(likely)
    for run in likely:
        window = _window(run, min(TOLD if matter else AT_ONCE, max(room, 0) + 1), runs_on=matter)
        taken = _with(taken, window)
        room -= len(window) - 1
    for run in further:
        if len(taken) < MOST_SENTENCES:
            taken = _with(taken, _window(run, min(TOLD, MOST_SENTENCES - len(taken)), runs_on=True))
    return taken


def _with(taken: Sequence[Scored], window: Sequence[Scored]) -> list[Scored]:
    """What is told with some more of it: of two that say the same the longer one, and no more than may be told."""
    told = list(taken)
    for one in window:
        if any(_repeats(one, other) for other in told):
            continue
        told = [other for other in told if not _repeats(other, one)]
        if len(told) < MOST_SENTENCES:
            told.append(one)
    return told


def _likely(runs: Sequence[list[Scored]]) -> list[list[Scored]]:
    """The likeliest runs that only together are likely enough."""
    likely: list[list[Scored]] = []
    heard = 0.0
    for run in runs:
        if len(likely) == MOST_SENTENCES or heard >= ENOUGH or _best(run).share < LEAST * _best(runs[0]).share:
            break
        heard += sum(one.share for one in run)
        if likely and is_label(_best(run).unit.text):
            continue
        if not any(_repeats(_best(run), _best(other)) for other in likely):
            likely.append(run)
    return likely


def _best(run: Sequence[Scored]) -> Scored:
    return max(run, key=lambda one: one.share)


def _repeats(one: Scored, other: Scored) -> bool:
    """Whether a unit says no more than another. What two items say in nearly the same words is of two matters: formulas above all."""
    if one.unit.text == other.unit.text or one.item != other.item:
        return one.unit.text == other.unit.text
    words, text, others = stems(one.unit.text), one.unit.text, other.unit.text
    return (
        len(words & stems(others)) >= SAME * len(words)
        and {*_PARTICULAR.findall(text)} <= {*_PARTICULAR.findall(others)}
        and {*map(str.lower, _DENIES.findall(text))} == {*map(str.lower, _DENIES.findall(others))}
    )


def _window(run: Sequence[Scored], size: int, *, runs_on: bool) -> Sequence[Scored]:
    """The best run of at most `size` units round the best one, without weak edges; with what a hanging pronoun hangs on."""
    worth = [one.share for one in run]
    if runs_on:
        worth = list(itertools.accumulate(worth, lambda before, own: max(own, FLOW * before)))
    peak = max(range(len(run)), key=lambda place: run[place].share)
    starts = range(max(0, peak - size + 1), min(peak, max(0, len(run) - size)) + 1)
    start = max(starts, key=lambda place: sum(worth[place : place + size]))
    end = min(len(run), start + size)
    floor = (LOOSE_EDGE if runs_on else EDGE) * worth[peak]
    while worth[end - 1] < floor:
        end -= 1
    while start < peak and worth[start] < floor:
        start += 1
    while start > 0 and run[start].unit.hanging and peak - start + 1 < max(size, AT_ONCE):
        start -= 1
    return run[start : min(end, max(start + size, peak + 1))]
