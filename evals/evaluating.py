"""`minutewise eval`: a library made once, the suites run on it, and what came of it told, written and held against the baseline."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from evals.baseline import BASELINE, Dropped, dropped, moved, read, write
from evals.report.headline import headline, markdown, number, plain
from evals.report.json_record import as_json
from evals.report.progress import Progress
from evals.run import Run
from evals.runner import measure
from evals.system import MINUTES, ROOT, sample_library, system_on
from ingest.errors import InputError

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted
    from evals.datamodel import Report


class Wish(NamedTuple):
    """What the command line asks for."""

    suites: tuple[str, ...]
    split: Literal["dev", "held_out", "all"] = "all"
    engine: Wanted = "quote"
    data: Path | None = None
    folder: Path | None = None
    baseline: Path | None = None
    reason: str | None = None
    form: Literal["plain", "markdown", "json"] = "plain"


def evaluate(wish: Wish) -> list[Dropped]:
    """Runs it all; returns what dropped below the baseline.

    Raises:
        InputError: the samples are not here, the baseline cannot be read or is of another engine, or its reason says too little.
    """
    before = read(wish.baseline) if wish.baseline and not (wish.reason and not wish.baseline.exists()) else None
    _check(wish)
    progress = Progress(wish.suites)
    with progress.shown(), tempfile.TemporaryDirectory(prefix="minutewise-eval-") as place:
        library_folder = Path(place) / "library"
        with sample_library(library_folder, lambda name, done, of: progress.watch(Path(name).name, done, of)) as library:
            run = Run(system_on(library, wish.engine), split=wish.split, data=wish.data, watch=progress.watch)
            report = measure(wish.suites, run, progress.suite)
    for note in run.notes:
        click.echo(f"note: {note}", err=True)
    fallen = list(dropped(report, before)) if before else None
    _tell(report, wish, fallen)
    if wish.folder:
        _write_report(report, wish.folder, fallen)
    if wish.reason:
        path = wish.baseline or BASELINE
        write(moved(report, wish.reason, read(path) if path.exists() else None, dt.date.today()), path)
        click.echo(f"The baseline is now of this run: {path}", err=True)
        return []
    return fallen or []


def _check(wish: Wish) -> None:
    if not MINUTES.is_dir():
        raise InputError(f"the sample minutes are not in {MINUTES}", "run `minutewise eval` in a checkout of the project")
    if wish.reason is not None and len(wish.reason.split()) < 3:
        raise InputError(f"'{wish.reason}' is no reason to move the baseline", "say in a sentence what changed and why that is right")
    if wish.reason and (wish.split != "all" or wish.engine != "quote"):
        raise InputError(
            f"the baseline is of all questions and the quote engine, not {wish.split} and {wish.engine}",
            "leave out --split and --engine",
        )


def _tell(report: Report, wish: Wish, fallen: list[Dropped] | None) -> None:
    if wish.form == "json":
        click.echo(json.dumps(as_json(report, cases=False, dropped=fallen), indent=2, ensure_ascii=False))
    elif wish.form == "markdown":
        click.echo("\n".join(markdown(report)))
    else:
        for line in plain(report):
            click.echo(line)
        click.echo(f"\n{click.style('Headline', bold=True)} ({report.engine} engine, {report.embedding}, questions: {report.split})")
        for words, one in headline(report):
            click.echo(f"  {words:66} {number(one):>13}")
    for drop in fallen or ():
        click.secho(f"dropped: {drop.line()}", fg="red", err=True)
    if fallen == [] and wish.form == "plain":
        click.secho("No figure dropped below the baseline by more than its noise.", fg="green")


def _write_report(report: Report, folder: Path, fallen: list[Dropped] | None) -> None:
    from evals.report.html_page import page

    try:
        folder.mkdir(parents=True, exist_ok=True)
        told = json.dumps(as_json(report, cases=True, dropped=fallen), indent=1, ensure_ascii=False)
        (folder / "report.json").write_text(told + "\n", encoding="utf-8")
        (folder / "report.html").write_text(page(report, fallen, _way_to_root(folder)), encoding="utf-8")
    except OSError as error:
        raise InputError(f"the report cannot be written to {folder}: {error.strerror or error}", "name another folder with -o") from error
    click.echo(f"The report: {folder / 'report.html'}", err=True)


def _way_to_root(folder: Path) -> str:
    """From the report to the project's root, as a link has it."""
    return Path(os.path.relpath(ROOT, folder.resolve())).as_posix()
