"""minutewise eval, minutewise bench."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted


@click.command(
    epilog="""\b
Examples:
  minutewise bench --data ../shared/data
  minutewise bench --data ../shared/data --sizes 1000,10000 --json
"""
)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="Folder that holds the QMSum questions and meetings (qmsum/).",
)
@click.option("--sizes", default="1000,10000,100000", show_default=True, metavar="N,N,…", help="Passages in the libraries to search.")
@click.option(
    "--library",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".cache/bench"),
    show_default=True,
    metavar="DIR",
    help="Folder in which the libraries to measure are made, and kept for the next run.",
)
@click.option(
    "--plot", "picture", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.svg", help="Write a plot of search times."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def bench(data: Path, sizes: str, folder: Path, picture: Path | None, as_json: bool) -> None:
    """Measures speed, scale and quality against the plain LangChain pipeline, in one run."""
    try:
        wanted = [int(size) for size in sizes.split(",") if size.strip()]
    except ValueError as error:
        raise click.UsageError(f"--sizes {sizes}: numbers separated by commas are wanted") from error
    if not (data / "qmsum" / "questions.jsonl").exists():
        raise click.UsageError(f"--data {data}: there is no qmsum/questions.jsonl in it")
    try:
        import langchain_chroma
        import langchain_text_splitters  # noqa: F401
    except ModuleNotFoundError as error:
        raise click.UsageError(f"{error.name} is not installed: the plain pipeline needs it (`make setup` installs it)") from error
    from evals.bench.measured import bench as measure
    from evals.bench.told import plot, table

    del langchain_chroma
    figures = measure(data, folder, wanted, lambda text: click.echo(f"… {text}", err=True))
    if picture and figures.sizes:
        picture.write_text(plot(figures), encoding="utf-8")
    if as_json:
        click.echo(figures.model_dump_json(indent=2))
    else:
        for line in table(figures):
            click.echo(line)


@click.command(
    epilog="""\b
Examples:
  minutewise eval
  minutewise eval answers abstention --baseline evals/data/baseline.json
  minutewise eval --data ../shared/data -o report
"""
)
@click.argument("suites", nargs=-1, metavar="[SUITE]...")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Fail, naming them, where figures drop below this file's by more than their noise (evals/data/baseline.json).",
)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Also measure the public benchmarks in this folder (qmsum, faithfulness, welsh, decisions); takes some minutes more.",
)
@click.option("--split", type=click.Choice(["dev", "held_out", "all"]), default="all", show_default=True, help="Which gold questions.")
@click.option("--engine", type=click.Choice(["quote", "llm", "auto"]), default="quote", show_default=True, help="What answers.")
@click.option("-o", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Write report.html and report.json.")
@click.option("--write-baseline", "reason", metavar="REASON", help="Move the baseline to this run's figures; the reason is kept in it.")
@click.option("--markdown", is_flag=True, help="Print the headline table as Markdown, and nothing else.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def evaluate(
    suites: tuple[str, ...],
    baseline: Path | None,
    data: Path | None,
    split: Literal["dev", "held_out", "all"],
    engine: Wanted,
    folder: Path | None,
    reason: str | None,
    markdown: bool,
    as_json: bool,
) -> None:
    """Measures Minutewise on its own sample minutes, with no network: retrieval, answers, citations, abstention, summaries, newsletter,
    checker, injection, welsh, and with --data benchmarks. Without SUITE all of them.

    Two runs give the same figures. Exit code 1 says that a figure dropped below the baseline.
    """
    from evals.evaluating import Wish
    from evals.evaluating import evaluate as run
    from evals.suites import SUITES

    unknown = [name for name in suites if name not in SUITES]
    if unknown:
        raise click.UsageError(f"there is no suite '{unknown[0]}': {', '.join(SUITES)}")
    chosen = tuple(dict.fromkeys(suites)) or tuple(name for name in SUITES if name != "benchmarks" or data)
    dropped = run(Wish(chosen, split, engine, data, folder, baseline, reason, "json" if as_json else "markdown" if markdown else "plain"))
    if dropped:
        sys.exit(1)
