"""minutewise decisions, actions, timeline, meetings."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from assistant.cli.options import filter_options, filters, json_option, legible, library_option, open_library

if TYPE_CHECKING:
    from assistant.registers import Row
    from ingest.datamodel import Filters
    from ingest.library import Library

Command = TypeVar("Command", bound=Callable[..., Any])


def format_option(command: Command) -> Command:
    """--format table|json|csv"""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="csv opens in a spreadsheet; json has every field.",
    )(command)


@click.command(
    epilog="""\b
Examples:
  minutewise decisions --body Cabinet --from 2025-01-01
  minutewise decisions --speaker "Keith Owen" --json
  minutewise decisions --format csv > decisions.csv
"""
)
@format_option
@filter_options
@library_option
@json_option
def decisions(form: str, library: Path | None, as_json: bool, **narrowed: Any) -> None:
    """Lists what was decided, oldest first: words, mover and seconder, vote, and what became of recommendations.

    Welsh translations of minutes that are there in English are left out unless --language cy. --speaker: moved, seconded or named.
    """
    from assistant.cli.register_tables import print_decisions
    from assistant.registers import Registers

    limits = filters(narrowed)
    with open_library(library) as opened:
        rows = Registers(opened.lookup).decisions(limits)
        there = _instead(opened, limits, rows)
    _show(rows, "json" if as_json else form, limits, "decisions", lambda: print_decisions(rows), there)


@click.command(
    epilog="""\b
Examples:
  minutewise actions --body "Governance and Audit"
  minutewise actions --speaker "Head of Finance" --json
  minutewise actions --format csv > actions.csv
"""
)
@format_option
@filter_options
@library_option
@json_option
def actions(form: str, library: Path | None, as_json: bool, **narrowed: Any) -> None:
    """Lists what somebody was to do, oldest first, and what later minutes say of it: open, updated, closed, or unknown.

    --speaker: the owner, or anybody named.
    """
    from assistant.cli.register_tables import print_actions
    from assistant.registers import Registers

    limits = filters(narrowed)
    with open_library(library) as opened:
        rows = Registers(opened.lookup).actions(limits)
        there = _instead(opened, limits, rows)
    _show(rows, "json" if as_json else form, limits, "actions", lambda: print_actions(rows), there)


@click.command(
    epilog="""\b
Examples:
  minutewise timeline "foster carers"
  minutewise timeline "leisure centre" --body Cabinet --json
"""
)
@click.argument("topic")
@filter_options
@library_option
@json_option
def timeline(topic: str, library: Path | None, as_json: bool, **narrowed: Any) -> None:
    """Tells TOPIC over meetings and years, oldest first, in the minutes' own sentences, every one cited."""
    from assistant.cli.register_tables import print_story
    from assistant.timeline import Timeline

    limits, topic = filters(narrowed), legible(topic)
    if not topic.strip():
        raise click.UsageError("the TOPIC is empty: name one, such as 'leisure centre'")
    with open_library(library) as opened:
        story = Timeline(opened).tell(topic, limits)
    if as_json:
        click.echo(json.dumps(story.as_json(), ensure_ascii=False, indent=2))
    elif story.events:
        print_story(story)
    else:
        within = f" within {limits.described()}" if limits else ""
        click.echo(f"The minutes{within} do not speak of {topic}: {story.searched} passages were searched.")


@click.command(
    epilog="""\b
Examples:
  minutewise meetings
  minutewise meetings --body Cabinet --from 2025-01-01 --json
"""
)
@filter_options
@library_option
@json_option
def meetings(library: Path | None, as_json: bool, **narrowed: Any) -> None:
    """Shows what the library holds: bodies and their meetings, gaps, drafts, translations, warnings."""
    from assistant.cli.register_tables import print_coverage
    from assistant.coverage import Coverage

    limits = filters(narrowed)
    with open_library(library) as opened:
        rows = Coverage(opened.lookup).rows(limits)
    if as_json:
        click.echo(json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False, indent=2))
    elif rows:
        print_coverage(rows)
    else:
        click.echo(f"No documents match {limits.described()}." if limits else "The library is empty: `minutewise ingest FILES` fills it.")


def _instead(library: Library, limits: Filters, rows: Sequence[Row]) -> str:
    """What is there where the filters admit nothing."""
    from ingest.lookup.instead import instead

    return f" {instead(library.lookup, limits)}" if limits and not rows else ""


def _show(rows: Sequence[Row], form: str, limits: Filters, what: str, as_table: Callable[[], None], there: str) -> None:
    from assistant.cli.sheets import as_csv, byte_order_mark

    if form == "json":
        click.echo(json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(byte_order_mark() + as_csv(rows, what), nl=False)
    elif rows:
        as_table()
    else:
        click.echo(f"No {what} match {limits.described()}.{there}" if limits else f"The minutes in the library record no {what}.")
