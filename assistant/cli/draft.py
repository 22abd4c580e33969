"""minutewise summarise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from assistant.cli.options import engine_option, json_option, library_option, open_library


@click.command(
    epilog="""\b
Examples:
  minutewise summarise samples/minutes/2024-10-22-cabinet.html
  minutewise summarise 2024-10-22 --item 5
  minutewise summarise Cabinet --style brief
"""
)
@click.argument("meeting", required=False)
@click.option("--item", metavar="N", help="Only the agenda item with this number.")
@click.option(
    "--style",
    type=click.Choice(["brief", "full", "plain"]),
    default="full",
    show_default=True,
    help="brief: the decision and one sentence. full. plain: for residents.",
)
@engine_option
@library_option
@json_option
def summarise(meeting: str | None, item: str | None, style: Any, engine: Any, library: Path | None, as_json: bool) -> None:
    """Summarises MEETING: a file, or a date, body or part of a title in the library.

    Of several that match it is the latest; without MEETING, the latest of all.
    """
    from assistant.cli.render import print_draft
    from assistant.engines.choice import choose
    from assistant.summarise import Summariser, names_a_file

    with open_library(library, create=meeting is not None and names_a_file(meeting)) as opened:
        draft = Summariser(opened, *choose(opened, engine)).summarise(meeting, item=item, style=style)
    if as_json:
        click.echo(json.dumps(draft.as_json(), ensure_ascii=False, indent=2))
    else:
        print_draft(draft)
