"""The coverage map as a plot: which bodies met when, what is a draft, what is missing; and the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.coverage import CoverageRow
from page.markup import NOTHING, joined
from page.plot import Lane, Mark, Style, plot
from page.wording import Words

UNDER = {"gap": 0, "missing": 1}  # drawn first, so that they cover no meeting
MOST_LANES = 14  # beyond, the plot is opened on request: the meeting below it is what most come for


def chart(rows: Sequence[CoverageRow], say: Words) -> Markup:
    """The plot with its text."""
    bodies: dict[tuple[str, str], list[CoverageRow]] = {}
    for row in rows:
        if row.date:
            bodies.setdefault((row.body or row.council or say("held.nobody"), row.language), []).append(row)
    if not bodies:
        return NOTHING
    in_order = sorted(bodies.items(), key=lambda one: (one[0][0], one[0][1] != "en"))
    lanes = [_lane(name, some) for (name, _), some in in_order]
    used = {mark.style for lane in lanes for mark in lane.marks}
    legend = [(style, say(f"chart.{style}")) for style in ("held", "draft", "missing", "gap") if style in used]
    days = sorted(row.date for row in rows if row.date)
    label = say("chart.label", count=len({row.meeting_id for row in rows}), first=say.day(days[0]), last=say.day(days[-1]))
    lines = joined(_in_words(name, some, say) for (name, _), some in in_order)
    drawn = plot(lanes, label, legend, say)
    if len(lanes) > MOST_LANES:
        drawn = Markup('<details class="in-words"><summary>{}</summary>{}</details>').format(say("chart.many", count=len(lanes)), drawn)
    return Markup('{}<details class="in-words"><summary>{}</summary><ul>{}</ul></details>').format(drawn, say("chart.words"), lines)


def _lane(name: str, rows: Sequence[CoverageRow]) -> Lane:
    marks: list[Mark] = []
    for row in rows:
        assert row.date is not None
        style: Style = "draft" if row.status == "draft" else "held"
        marks += [Mark(row.date, style)] if Mark(row.date, style) not in marks else []
        if row.gap:
            marks.append(Mark(row.gap.since, "gap", row.date))
    first = min(row.date for row in rows if row.date)
    marks += [Mark(day, "missing") for day in sorted({one.date for row in rows for one in row.missing}) if day > first]
    name = f"{name} (Cymraeg)" if rows[0].language == "cy" else name
    return Lane(name, rows[0].language, tuple(sorted(marks, key=lambda mark: UNDER.get(mark.style, len(UNDER)))))


def _in_words(name: str, rows: Sequence[CoverageRow], say: Words) -> Markup:
    days = list(dict.fromkeys(row.date for row in rows if row.date))
    missing = sorted({one.date for row in rows for one in row.missing if one.date > days[0]})
    gaps = [say("chart.gap.words", first=say.day(row.gap.since), last=say.day(row.date), days=row.gap.days) for row in rows if row.gap]
    told = [
        ", ".join(say.day(day) for day in days),
        *([f"{say('chart.missing')}: {', '.join(say.day(day) for day in missing)}"] if missing else []),
        *gaps,
    ]
    return Markup("<li><b{}>{}</b>: {}.</li>").format(say.other(rows[0].language), name, "; ".join(told))
