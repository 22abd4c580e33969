"""minutewise newsletter."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import engine_option, json_option, library_option, open_library

if TYPE_CHECKING:
    from assistant.chat.settings import ChatSettings
    from assistant.export import Format
    from assistant.newsletter import BatchDesk, Candidate, Desk, Done, Template
    from ingest.datamodel import Language

FORMATS = ("md", "html", "docx")
_DAY = click.DateTime(formats=["%Y-%m-%d"])


def _formats(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",") if part.strip()))
    wrong = [part for part in wanted if part not in FORMATS]
    if wrong or not wanted:
        raise click.BadParameter(f"'{', '.join(wrong) or value}' is not of {', '.join(FORMATS)}")
    return wanted


@click.command(
    epilog="""\b
Examples:
  minutewise newsletter --from 2025-01-01 --to 2025-03-31 -o spring
  minutewise newsletter --from 2025-01-01 --to 2025-07-31 -o members --template members --format docx
  minutewise newsletter --from 2025-01-01 --to 2025-07-31 --dry-run
  minutewise newsletter --from 2025-01-01 --to 2025-07-31 -o spring --pre-election --rules wales
"""
)
@click.option("--from", "date_from", type=_DAY, required=True, metavar="DATE", help="First day of meetings (2025-01-01).")
@click.option("--to", "date_to", type=_DAY, required=True, metavar="DATE", help="Last day of meetings.")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Folder for the files; needed unless --dry-run."
)
@click.option(
    "--format", "formats", default="md,html,docx", show_default=True, callback=_formats, metavar="LIST", help="Which of md, html, docx."
)
@click.option(
    "--template", default="residents", show_default=True, metavar="NAME|FILE.md", help="residents, members, press, or a file of your own."
)
@click.option("--council", metavar="NAME", help="Only this council (part of the name is enough).")
@click.option("--body", metavar="NAME", help="Only this committee or body.")
@click.option(
    "--language", type=click.Choice(["en", "cy"]), help="Language of the newsletter [default: en where there are English minutes]."
)
@click.option("--bilingual", is_flag=True, help="Lay the paired minutes in the other language beside each story.")
@click.option("--top", type=click.IntRange(1, 500), metavar="N", help="At most so many stories [default: by template].")
@click.option("--pre-election", is_flag=True, help="Hold it against the rules of a pre-election period too.")
@click.option("--rules", type=click.Choice(["england", "wales"]), default="wales", show_default=True, help="Whose code on publicity.")
@click.option("--dry-run", is_flag=True, help="Show the stories with their scores and what they would cost, and write nothing.")
@click.option("--max-cost", type=click.FloatRange(min=0), metavar="USD", help="Send nothing if the batch would cost more.")
@click.option(
    "--batch",
    type=click.Choice(["submit", "collect"]),
    help="By OpenAI's Batch API: send what is to be asked, or fetch the replies (exit code 1 while none are ready).",
)
@click.option(
    "--concurrency", type=click.IntRange(1, 64), default=4, show_default=True, metavar="N", help="Requests to the chat model at once."
)
@engine_option
@library_option
@json_option
def newsletter(
    date_from: dt.datetime,
    date_to: dt.datetime,
    output: Path | None,
    formats: tuple[Format, ...],
    template: str,
    council: str | None,
    body: str | None,
    language: Any,
    bilingual: bool,
    top: int | None,
    pre_election: bool,
    rules: Any,
    dry_run: bool,
    max_cost: float | None,
    batch: str | None,
    concurrency: int,
    engine: Any,
    library: Path | None,
    as_json: bool,
) -> None:
    """Drafts a newsletter from the minutes of a period, every sentence cited and checked.

    What is finished is kept in DIR/.work: after a kill the same command goes on where it stopped. Exit code 1: some stories failed.
    """
    from assistant.cli.edition_print import as_rows, print_edition, print_plan
    from assistant.engines.choice import choose
    from assistant.models import configured
    from assistant.newsletter import Desk, Period, estimated, language_of, propose, template_for, within, write
    from assistant.publicity import Rules
    from ingest.datamodel import Filters
    from ingest.errors import NothingFound

    if date_from > date_to:
        raise click.UsageError(f"--from {date_from:%Y-%m-%d} is after --to {date_to:%Y-%m-%d}")
    if output is None and not dry_run:
        raise click.UsageError("-o DIR is needed: where the newsletter is to be written")
    started = time.perf_counter()
    period = Period(first=date_from.date(), last=date_to.date())
    with open_library(library) as opened:
        filters = Filters(council=council, body=body, date_from=period.first, date_to=period.last)
        told_in: Language = language or language_of(opened, filters)
        chosen = template_for(template, told_in)
        candidates = propose(opened, filters, language=told_in, top=top or chosen.stories, per_body=None if body else chosen.per_body)
        if not candidates:
            raise NothingFound(
                f"the minutes have nothing to tell for {filters.described()}", "`minutewise meetings` lists the meetings that there are"
            )
        writes, fallback = choose(opened, "llm" if batch else engine)
        settings = configured() if writes.name == "llm" else None
        checks = Rules(code=rules, pre_election=pre_election, style=chosen.style)
        desk = Desk(opened, writes, fallback, kept=output if not dry_run else None, concurrency=concurrency, rules=checks)
        estimate = estimated(desk, candidates, chosen, settings, bilingual=bilingual)
        if dry_run:
            print_plan(candidates, estimate, as_json=as_json)
            return
        assert output is not None
        if batch != "collect":
            if not as_json and estimate.requests:
                click.echo(estimate.described(), err=True)
            within(estimate, max_cost)
        if batch:
            batches = _batches(output, settings)
            if not _has_replies(batch, batches, desk, candidates, chosen, bilingual=bilingual):
                sys.exit(0 if batch == "submit" else 1)
            desk = Desk(opened, batches.engine(), kept=output, concurrency=1, rules=checks)
        done = _worked(desk, candidates, chosen, bilingual=bilingual, quiet=as_json)
        if any(one.article for one in done):
            edition, files = write(desk, done, chosen, period, output, formats, bilingual=bilingual)
        else:  # a newsletter without a story is none
            edition, files = desk.edition(done, chosen, period), []
    seconds = round(time.perf_counter() - started, 1)
    if as_json:
        over = [finding.model_dump(mode="json") for finding in edition.findings]
        told = {"items": as_rows(edition, done), "findings": over, "files": [str(file) for file in files], "seconds": seconds}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print_edition(edition, done, files, seconds)
    if any(one.status == "failed" for one in done):
        sys.exit(1)


def _batches(output: Path, settings: ChatSettings | None) -> BatchDesk:
    from assistant.models import chat_model
    from assistant.newsletter import BatchApi, BatchDesk

    assert settings is not None
    return BatchDesk(output, settings, BatchApi(chat_model(settings), settings))


def _has_replies(batch: str, batches: BatchDesk, desk: Desk, candidates: Sequence[Candidate], chosen: Template, *, bilingual: bool) -> bool:
    """Sends what is to be asked, or fetches the replies and says how far they are; whether the newsletter can be written."""
    if batch == "submit":
        sent = batches.submit(desk, candidates, chosen, bilingual=bilingual)
        if sent:
            click.echo(f"{len(sent.requests)} requests sent as {sent.id}. Run the same command with --batch collect to fetch the replies.")
        else:
            click.echo("Nothing to send: every request has been sent, or its story is finished.")
        return False
    found = batches.collect()
    for progress in found:
        click.echo(progress.described(), err=True)
    return not found or any(progress.ended for progress in found)


def _worked(desk: Desk, candidates: Sequence[Candidate], chosen: Template, *, bilingual: bool, quiet: bool) -> tuple[Done, ...]:
    """Drafts behind a progress bar with the time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Drafting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), disable=quiet or not sys.stderr.isatty(), transient=True) as bar:
        task = bar.add_task("", total=len(candidates))
        return desk.work(
            candidates,
            template=chosen,
            bilingual=bilingual,
            progress=lambda count, _, one: bar.update(task, completed=count, description=one.candidate.title[:40]),
        )
