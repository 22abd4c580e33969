"""minutewise ingest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import json_option, library_option, open_library

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

    Reads ModernGov pages and XML, HTML, PDF, DOCX, ODT, RTF, Markdown and plain text.
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
