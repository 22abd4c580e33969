"""Registers, timelines and the coverage map for people, in a terminal."""

from __future__ import annotations

import datetime as dt
import itertools
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.render import cited, dim, numbers, sources, wrapped
from assistant.cli.sheets import vote_words

if TYPE_CHECKING:
    from assistant.coverage import CoverageRow
    from assistant.registers import ActionRow, DecisionRow, Row
    from assistant.timeline import Story

MOST_CHARACTERS = 420  # of one decision's words in a table; JSON and CSV have all of them


def print_decisions(rows: Sequence[DecisionRow]) -> None:
    """A decision a row: when and where, what, and how it came out."""
    _print_table(("Date", "Item", "Decision"), ([_day(row.date), _where(row), "\n".join(_decision_lines(row))] for row in rows))
    click.echo(
        dim(f"\n{len(rows)} {'decision' if len(rows) == 1 else 'decisions'}. --json or --format csv: votes by name, evidence, sources")
    )


def print_actions(rows: Sequence[ActionRow]) -> None:
    """An action a row: when and where, who is to do what, and what became of it."""
    _print_table(("Date", "Item", "Action"), ([_day(row.date), _where(row), "\n".join(_action_lines(row))] for row in rows))
    states = [
        f"{count} {state}" for state in ("open", "updated", "closed", "unknown") if (count := sum(row.progress == state for row in rows))
    ]
    click.echo(
        dim(f"\n{len(rows)} {'action' if len(rows) == 1 else 'actions'}: {', '.join(states)}. --json or --format csv: evidence, sources")
    )


def print_story(story: Story) -> None:
    """A topic, event by event, with its sources."""
    citations = [citation for event in story.events for citation in event.citations]
    number = numbers(citations)
    for event in story.events:
        marks = [event.kind.upper(), "latest position" if event.latest and event.kind != "latest" else ""]
        marks += ["draft minutes" if event.minutes_status == "draft" else "", "Welsh" if event.language == "cy" else ""]
        click.echo(f"\n{click.style(_long(event.date), bold=True)}  {', '.join(mark for mark in marks if mark)}")
        click.echo(dim(wrapped(", ".join(part for part in (event.body or event.council, event.item) if part), "  ", "  ")))
        for sentence in event.sentences:
            click.echo(wrapped(cited(sentence, number), "    ", "  - "))
        for correction in event.corrections:
            click.secho(wrapped(f"corrected on {_long(correction.date)}: {correction.text}", "    ", "  ! "), fg="yellow")
    click.echo(f"\n{click.style('Sources', bold=True)}")
    for line in sources(citations):
        click.echo(line)


def print_coverage(rows: Sequence[CoverageRow]) -> None:
    """Body by body: its meetings with what was read, and under them what is missing."""
    bodies: dict[tuple[str, str], list[CoverageRow]] = {}
    for row in sorted(rows, key=lambda row: (row.council or "", row.body or "", str(row.date or ""))):
        bodies.setdefault((row.council or "council not stated", row.body or "body not stated"), []).append(row)
    for council, some in itertools.groupby(bodies.items(), key=lambda pair: pair[0][0]):
        click.echo(f"\n{click.style(council, bold=True)}")
        for (_, body), documents in some:
            _print_body(body, documents)
    for row in rows:
        for warning in row.warnings:
            click.echo(wrapped(f"{Path(row.path).name}: {warning}", "  "), err=False)


def _print_body(body: str, documents: Sequence[CoverageRow]) -> None:
    meetings: dict[str, list[CoverageRow]] = {}
    for row in documents:
        meetings.setdefault(row.meeting_id, []).append(row)
    days = [row.date for row in documents if row.date]
    span = f", {_long(days[0])} to {_long(days[-1])}" if len(set(days)) > 1 else ""
    word = "meeting" if len(meetings) == 1 else "meetings"
    click.echo(f"\n{wrapped(f'{body}: {len(meetings)} {word}{span}')}")
    cells = [_meeting_cells(some) for some in meetings.values()]
    marked = any(row[-1] for row in cells)
    _print_table(
        ("Date", "Items", "Decisions", "Actions", "Minutes", "")[: 6 if marked else 5],
        (row[: 6 if marked else 5] for row in cells),
        right=(1, 2, 3),
        lines=False,
    )
    told: dict[dt.date, str] = {}
    for row in documents:
        if row.gap:
            told[row.gap.since] = (
                f"  gap: no meeting between {_long(row.gap.since)} and {_long(row.date)} ({row.gap.days} days; usually {row.gap.usual})"
            )
        for one in row.missing:
            if days and one.date > days[0]:
                told.setdefault(one.date, f"  missing: {_long(one.date)} ({one.why}: {Path(one.source.path).name})")
    for _, line in sorted(told.items()):
        click.secho(wrapped(line.strip(), "    ", "  "), fg="yellow")


def _meeting_cells(some: Sequence[CoverageRow]) -> list[str]:
    first = some[0]
    marks = ["draft" if first.status == "draft" else "", "cy" if first.language == "cy" else ""]
    marks += ["bilingual" if first.translation else "", "corrected later" if any(row.corrected_items for row in some) else ""]
    marks += ["superseded" if first.superseded_by else "", "exempt item" if any(row.exempt_items for row in some) else ""]
    marks += ["see warnings" if any(row.warnings for row in some) else ""]
    name = Path(first.path).name
    return [
        str(first.date or "not stated"),
        str(sum(row.items for row in some)),
        str(sum(row.decisions for row in some)),
        str(sum(row.actions for row in some)),
        name if len(some) == 1 else f"{name} and {len(some) - 1} more",
        ", ".join(mark for mark in marks if mark),
    ]


_MARK = 12  # characters: 'see warnings'


def _print_table(names: Sequence[str], rows: Iterator[list[str]], right: Sequence[int] = (), *, lines: bool = True) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1 if lines else 0, 0))
    for place, name in enumerate(names):
        table.add_column(
            name,
            justify="right" if place in right else "left",
            no_wrap=place == 0 or place in right,
            overflow="fold",
            min_width=_MARK if not name else None,
            max_width=24 if lines and place == 1 else None,
        )
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console = Console()
    console.width = min(console.width, 80)
    console.print(table)


def _where(row: Row) -> str:
    language = " (cy)" if row.language == "cy" else ""
    return f"{row.body or row.council or 'body not stated'}{language}\n{textwrap.shorten(row.item, 110, placeholder=' …')}"


def _decision_lines(row: DecisionRow) -> Iterator[str]:
    yield textwrap.shorten(row.text, MOST_CHARACTERS, placeholder=" …")
    votes = vote_words(row.vote)
    yield "; ".join(
        part
        for part in (
            _outcome(row),
            f"moved {row.mover}" if row.mover else "",
            f"seconded {row.seconder}" if row.seconder else "",
            votes,
            "unanimous" if row.unanimous else "",
        )
        if part
    )
    if row.progress:
        yield _progress(row)
    yield from _remarks(row)


def _outcome(row: DecisionRow) -> str:
    what = f"amendment {row.kind}" if row.amendment else row.kind
    return what if row.outcome in (None, "passed", row.kind) else f"{what}, {row.outcome}"


def _action_lines(row: ActionRow) -> Iterator[str]:
    yield textwrap.shorten(row.text, MOST_CHARACTERS, placeholder=" …")
    owner = row.owner if row.owner and not row.text.startswith(row.owner) else ""
    yield "; ".join(part for part in (owner, f"due: {row.due}" if row.due else "", _progress(row)) if part)
    yield from _remarks(row)


def _progress(row: ActionRow | DecisionRow) -> str:
    last = row.followed[-1] if row.followed else None
    if last is None:
        return "unknown: nothing later in the library speaks of it"
    where = ", ".join(
        part for part in (last.body if last.body != row.body else "", _long(last.date), f"item {last.item.split('. ')[0]}") if part
    )
    return f"{row.progress}: {where}"


def _remarks(row: Row) -> Iterator[str]:
    if row.standing == "superseded":
        yield f"draft minutes, superseded by {Path(row.superseded_by or '').name}"
    elif row.standing == "confirmed":
        yield f"draft minutes, confirmed on {_long(row.confirmed)}"
    elif row.standing == "draft":
        yield "draft minutes"
    for correction in row.corrections:
        yield f"corrected on {_long(correction.date)}: {textwrap.shorten(correction.text, 200, placeholder=' …')}"


def _day(date: dt.date | None) -> str:
    return str(date) if date else "no date"


def _long(date: dt.date | None) -> str:
    return f"{date.day} {date:%B %Y}" if date else "date not stated"
