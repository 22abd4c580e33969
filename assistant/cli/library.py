"""minutewise ingest, minutewise meetings."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import filter_options, filters, json_option, library_option, open_library

if TYPE_CHECKING:
    from ingest.pipeline import IngestReport


@click.command(
    epilog="""\b
Examples:
  minutewise ingest samples/minutes
  minutewise ingest minutes.pdf archive.zip --library /srv/minutes
  minutewise ingest /srv/incoming --prune
"""
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--prune", is_flag=True, help="Also take out the documents below PATH whose files are gone.")
@library_option
@json_option
def ingest(paths: tuple[Path, ...], prune: bool, library: Path | None, as_json: bool) -> None:
    """Takes files, folders and zip files of minutes into the library. Files that have not changed cost a hash.

    Reads ModernGov pages and XML, HTML, PDF, DOCX, ODT, Markdown and plain text.
    A file that cannot be read is named with its reason; the rest goes in.
    """
    from ingest.pipeline import ingest as take_in

    with open_library(library, create=True) as opened:
        quiet = as_json or not sys.stderr.isatty()
        report = take_in(opened, paths, prune=prune) if quiet else _with_progress(opened, paths, prune)
    if as_json:
        click.echo(report.model_dump_json(indent=2))
    else:
        _print_report(report)
    if report.failed:
        sys.exit(1)


def _with_progress(opened: Any, paths: tuple[Path, ...], prune: bool) -> IngestReport:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from ingest.pipeline import ingest as take_in

    columns = (
        TextColumn("{task.description}", markup=False, table_column=None),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def watch(name: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, description=Path(name).name[:34] or "indexing")

        return take_in(opened, paths, prune=prune, watch=watch)


def _print_report(report: IngestReport) -> None:
    parts = [
        f"{count} {word}"
        for word, count in (
            ("added", report.added),
            ("updated", report.updated),
            ("unchanged", report.unchanged),
            ("removed", report.removed),
        )
        if count
    ]
    click.echo(f"{report.files} {'file' if report.files == 1 else 'files'}: {', '.join(parts) or 'nothing new'}, in {report.seconds:.1f} s")
    click.echo(f"The library holds {report.meetings} documents with {report.items} agenda items, in {report.passages} passages.")
    for failure in report.failed:
        click.echo(f"{click.style('not read', fg='yellow')}: {failure.error}", err=True)
        if failure.hint:
            click.echo(f"  {failure.hint}", err=True)


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
    """Lists what the library holds: each document with its meeting, status, warnings."""
    limits = filters(narrowed)
    with open_library(library) as opened:
        rows = opened.lookup.documents(limits)
    if as_json:
        click.echo(json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo(f"No documents match {limits.described()}." if limits else "The library is empty: `minutewise ingest FILES` fills it.")
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, how in {"Date": {"no_wrap": True}, "Body": {}, "Document": {}, "Items": {"justify": "right"}, "": {}}.items():
        table.add_column(name, **how)  # type: ignore[arg-type]
    for row in rows:
        marks: list[str] = ["draft"] if row.status == "draft" else []
        marks += ["cy"] if row.language == "cy" else []
        marks += ["see warnings"] if row.warnings else []
        table.add_row(
            str(row.date or "not stated"),
            escape(row.body or row.council or "not stated"),
            escape(Path(row.path).name),
            str(row.items),
            ", ".join(marks),
        )
    Console().print(table)
    for row in rows:
        for warning in row.warnings:
            click.echo(f"{Path(row.path).name}: {warning}")
