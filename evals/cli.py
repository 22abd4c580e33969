"""minutewise bench."""

from __future__ import annotations

from pathlib import Path

import click


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
    from evals.bench import bench as measure
    from evals.bench_report import plot, table

    del langchain_chroma
    figures = measure(data, folder, wanted, lambda text: click.echo(f"… {text}", err=True))
    if picture and figures.sizes:
        picture.write_text(plot(figures), encoding="utf-8")
    if as_json:
        click.echo(figures.model_dump_json(indent=2))
    else:
        for line in table(figures):
            click.echo(line)
