"""The gold questions alone: `python -m evals.answers [--split dev] [--engine quote] [--show-worst N] [--json]`.

The same figures as `minutewise eval retrieval answers citations abstention`, with the library kept in .cache between runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from evals.datamodel import Outcome
from evals.report.worst import worst

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted

SUITES = ("retrieval", "answers", "citations", "abstention")


def told(outcomes: Sequence[Outcome], count: int) -> Iterator[str]:
    """The worst cases of answers and of abstention, `count` of either, with what was asked, said and wanted."""
    for one in (case for outcome in outcomes if outcome.suite in ("answers", "abstention") for case in worst(outcome.cases, count)):
        yield f"\n[{one.kind}] {one.id}: {one.asked}"
        yield f"  {', '.join(f'{name} {value:.2f}' for name, value in one.scores.items())}"
        yield from (f"  gold {line}" for line in one.wanted)
        yield f"  said: {one.said}"
        yield from (f"  cited: {shown.where}" for shown in one.evidence)


@click.command()
@click.option("--split", type=click.Choice(["dev", "held_out", "all"]), default="dev", show_default=True)
@click.option("--engine", type=click.Choice(["quote", "llm", "auto"]), default="quote", show_default=True)
@click.option("--show-worst", "count", type=click.IntRange(0), default=0, metavar="N", help="Of either sort the N worst dev questions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def main(split: str, engine: Wanted, count: int, as_json: bool) -> None:
    """Measures answers against the gold set."""
    from evals.run import Run
    from evals.runner import outcome_of
    from evals.system import ROOT, sample_library, system_on
    from ingest.errors import MinutewiseError

    try:
        with sample_library(ROOT / ".cache" / "eval-library") as library:
            run = Run(system_on(library, engine), split=split)  # type: ignore[arg-type]
            outcomes = [outcome_of(suite, run) for suite in SUITES]
            seconds = sum(one.seconds for one in run.replies) / max(1, len(run.replies))
    except MinutewiseError as error:
        raise click.ClickException(f"{error.message}\n{error.hint}") from error
    figures = [figure for outcome in outcomes for figure in outcome.figures]
    if as_json:
        rows = [one.model_dump(exclude={"values"}) for one in figures]
        click.echo(json.dumps({"split": split, "engine": engine, "figures": rows}, indent=2))
        return
    click.echo(f"{f'{split}, {engine} engine, {seconds:.3f} s a question':68}{'mean':>8}{'± s.e.':>8}{'n':>5}")
    for one in figures:
        click.echo(f"{one.name.split('.')[0] + ': ' + one.title:68}{one.mean:8.3f}{one.error:8.3f}{one.n:5}")
    for line in told(outcomes, count):
        click.echo(line)


if __name__ == "__main__":
    main()
