"""Days on a time axis, a lane for each body: HTML that grows with its place, with every day told in words beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from markupsafe import Markup

from ingest.datamodel import Language
from page.markup import joined
from page.wording import Words

Style = Literal["held", "draft", "missing", "decided", "said", "latest"]
TICKS = 6  # most marks on the axis


class Mark(NamedTuple):
    """A day, or a span of days, in a lane."""

    first: dt.date
    style: Style | Literal["gap"]
    last: dt.date | None = None  # of a span


class Lane(NamedTuple):
    """A body and its days."""

    name: str
    language: Language
    marks: tuple[Mark, ...]


def plot(lanes: Sequence[Lane], label: str, legend: Sequence[tuple[str, str]], say: Words) -> Markup:
    """The plot; `label` tells in words what it shows, `legend` is (style, meaning)."""
    days = [day for lane in lanes for mark in lane.marks for day in (mark.first, mark.last) if day]
    if not days:
        return Markup()
    first, last = min(days), max(days)
    rows = joined(
        Markup('<div class="lane"><span class="name"{}>{}</span><span class="track">{}</span></div>').format(
            say.other(lane.language), lane.name, joined(_mark(mark, first, last) for mark in lane.marks)
        )
        for lane in lanes
    )
    axis = joined(
        Markup('<span class="tick" style="left:{:.2f}%">{}</span>').format(_place(tick, first, last), told)
        for tick, told in _ticks(first, last, say)
    )
    keys = joined(Markup('<span class="key"><span class="mark {}"></span> {}</span>').format(style, meaning) for style, meaning in legend)
    return Markup(
        '<figure class="plot"><div role="img" aria-label="{}">{}<div class="axis" aria-hidden="true">{}</div></div>'
        '<figcaption aria-hidden="true">{}</figcaption></figure>'
    ).format(label, rows, axis, keys)


def _mark(mark: Mark, first: dt.date, last: dt.date) -> Markup:
    start = _place(mark.first, first, last)
    if mark.last is None:
        return Markup('<span class="mark {}" style="left:{:.2f}%"></span>').format(mark.style, start)
    return Markup('<span class="span {}" style="left:{:.2f}%;width:{:.2f}%"></span>').format(
        mark.style, start, _place(mark.last, first, last) - start
    )


def _place(day: dt.date, first: dt.date, last: dt.date) -> float:
    """Per cent of the width; a single day stands in the middle."""
    return 100 * (day - first) / (last - first) if last > first else 50.0


def _ticks(first: dt.date, last: dt.date, say: Words) -> list[tuple[dt.date, str]]:
    """The first days of years, or of months where it is little more than one year, at most TICKS of them."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= 30:
        step = next(step for step in (1, 2, 3, 6) if months / step <= TICKS)
        every = [_month(first.year * 12 + first.month - 1 + n) for n in range(1, months) if (first.month - 1 + n) % step == 0]
        return [(one, f"{say.month(one)[:3]} {one.year}") for one in every]
    years = last.year - first.year
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if years / step <= TICKS)
    return [(dt.date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1) if year % step == 0]


def _month(count: int) -> dt.date:
    return dt.date(count // 12, count % 12 + 1, 1)
