"""Options that commands share, and what they turn into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ingest.datamodel import Filters
    from ingest.library import Library

# Kept beside ingest.datamodel's Status and ItemKind, which --help need not load; a test compares them.
STATUSES = ("approved", "draft", "not-stated")
KINDS = (
    *("decision", "vote", "action", "exempt", "motion", "question", "petition", "report"),
    *("public-participation", "declarations", "apologies", "minutes"),
)

Command = TypeVar("Command", bound=Callable[..., Any])


def library_option(command: Command) -> Command:
    """--library DIR"""
    return click.option(
        "--library",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Folder of the library [default: $MINUTEWISE_LIBRARY or ./library].",
    )(command)


def json_option(command: Command) -> Command:
    """--json"""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")(command)


def engine_option(command: Command) -> Command:
    """--engine"""
    return click.option(
        "--engine",
        type=click.Choice(["auto", "quote", "llm"]),
        default="auto",
        show_default=True,
        help="quote: the minutes' own sentences. llm: a chat model's words, checked. auto: llm where one is configured.",
    )(command)


def filter_options(command: Command) -> Command:
    """--council --body --from --to --speaker --language --status --kind"""
    day = click.DateTime(formats=["%Y-%m-%d"])
    for option in reversed(
        [
            click.option("--council", metavar="NAME", help="Only this council (part of the name is enough)."),
            click.option("--body", metavar="NAME", help="Only this committee or body."),
            click.option("--from", "date_from", type=day, metavar="DATE", help="Only meetings on or after this day (2024-05-01)."),
            click.option("--to", "date_to", type=day, metavar="DATE", help="Only meetings on or before this day."),
            click.option("--speaker", metavar="NAME", help="Only passages that this person or role speaks in."),
            click.option("--language", type=click.Choice(["en", "cy"]), help="Only minutes in this language."),
            click.option("--status", type=click.Choice(STATUSES), help="Only minutes of this status."),
            click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=f"Only agenda items of this kind: {', '.join(KINDS)}."),
        ]
    ):
        command = option(command)
    return command


def filters(values: dict[str, Any]) -> Filters:
    """The Filters that the options of `filter_options` state."""
    from ingest.datamodel import Filters

    found: dict[str, Any] = {
        name: value.date() if isinstance(value, dt.datetime) else value for name, value in values.items() if name in Filters.model_fields
    }
    for name in ("status", "kind"):
        found[name] = found.get(name) and found[name].replace("-", " ")
    for name, value in found.items():
        if isinstance(value, str) and not value.strip():
            raise click.UsageError(f"--{name} is empty: leave it out, or name something")
    if found.get("date_from") and found.get("date_to") and found["date_from"] > found["date_to"]:
        raise click.UsageError(f"--from {found['date_from']} is after --to {found['date_to']}")
    return Filters(**found)


def legible(text: str) -> str:
    """Without the halves of characters that a terminal or a JSON escape can bring in, which no program can print or search for."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def open_library(folder: Path | None, *, create: bool = False) -> Library:
    """The library that --library or the environment names."""
    from ingest.library import Library
    from ingest.settings import Settings

    return Library(Settings.from_environment(folder), create=create)
