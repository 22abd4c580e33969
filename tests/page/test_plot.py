"""Days on a time axis."""

from __future__ import annotations

import datetime as dt
import re

from assistant.coverage import Coverage
from assistant.timeline import Timeline
from ingest.library import Library
from page.chart import MOST_LANES, chart
from page.plot import Lane, Mark, plot
from page.story import story
from page.wording import words

EN = words("en")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def places(shown: str, kind: str = "mark") -> list[float]:
    """Where the marks of all lanes stand, in per cent."""
    return [float(one) for one in re.findall(rf'class="{kind} [\w ]+" style="left:([\d.]+)%', shown)]


def test_days_stand_in_proportion_and_ticks_are_few() -> None:
    marks = (Mark(day("2020-01-01"), "held"), Mark(day("2022-01-01"), "draft"), Mark(day("2024-01-01"), "missing"))
    shown = plot([Lane("Cabinet", "en", marks)], "label", [("held", "meeting")], EN)
    first, middle, last = places(shown)
    assert (first, last) == (0.0, 100.0)
    assert abs(middle - 50) < 0.1
    ticks = re.findall(r'class="tick"[^>]*>([^<]*)<', shown)
    assert ticks == ["2021", "2022", "2023", "2024"]


def test_a_short_span_has_months_and_a_long_one_few_years() -> None:
    short = plot([Lane("A", "en", (Mark(day("2024-11-05"), "held"), Mark(day("2025-03-09"), "held")))], "x", [], words("cy"))
    assert re.findall(r'class="tick"[^>]*>([^<]*)<', short) == ["Rha 2024", "Ion 2025", "Chw 2025", "Maw 2025"]
    long = plot([Lane("A", "en", (Mark(day("1948-01-01"), "held"), Mark(day("2024-03-09"), "held")))], "x", [], EN)
    assert 2 <= len(re.findall(r'class="tick"', long)) <= 6


def test_one_day_alone_and_none_at_all() -> None:
    assert places(plot([Lane("A", "en", (Mark(day("2024-11-05"), "held"),))], "x", [], EN)) == [50.0]
    assert not plot([Lane("A", "en", ())], "x", [], EN)


def test_names_and_labels_are_escaped() -> None:
    shown = plot([Lane("<b>A</b>", "cy", (Mark(day("2024-11-05"), "held"),))], 'a "label" <i>', [], EN)
    assert "<b>A" not in shown and "<i>" not in shown
    assert 'class="name" lang="cy"' in shown


def test_the_coverage_is_plotted_and_told_in_words(samples: Library) -> None:
    rows = Coverage(samples.lookup).rows()
    shown = chart(rows, EN)
    meetings = {(row.body, row.language, row.date) for row in rows if row.date}
    assert len(places(shown)) >= len(meetings)
    told = shown.partition("<details")[2]
    for _, _, date in meetings:
        assert EN.day(date) in told
    assert "not in the library" in shown


def test_many_bodies_are_plotted_on_request_and_what_is_missing_covers_no_meeting(samples: Library) -> None:
    rows = Coverage(samples.lookup).rows()
    many = [row.model_copy(update={"body": f"Body {number}"}) for row in rows[:3] for number in range(MOST_LANES)]
    assert chart(many[: MOST_LANES - 1], EN).startswith("<figure")
    assert chart([*many, *rows], EN).startswith('<details class="in-words"><summary>')
    council = next(lane for lane in chart(rows, EN).split('class="lane"') if ">County Council<" in lane)
    assert council.index("mark missing") < council.index("mark held")


def test_a_story_is_plotted_by_what_it_does(samples: Library) -> None:
    told = Timeline(samples).tell("leisure centre")
    shown = story(told, EN)
    assert len(places(shown)) == len(told.events)
    assert shown.count('class="mark latest" style') == 1
    nothing = story(Timeline(samples).tell("lighthouse dredging"), words("cy"))
    assert "Nid yw’r cofnodion yn sôn am lighthouse dredging" in nothing
