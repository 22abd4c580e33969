"""minutewise check."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import filter_options, filters, json_option, library_option, open_library

if TYPE_CHECKING:
    from assistant.check import CheckedSentence, Judge
    from ingest.library import Library
    from ingest.pipeline import Failure

FEW = 20  # sentences; with more there is a progress bar


@click.command(
    epilog="""\b
Examples:
  minutewise check minutes.pdf --against samples/minutes/2024-05-16-county-council.pdf
  cat pairs.jsonl | minutewise check --pairs - > verdicts.jsonl

\b
Exit code: 0 every claim is supported; 1 some are not, or something could
not be read; 2 wrong use or an unreadable draft; 3 the judge's model failed.
"""
)
@click.argument("draft", required=False, type=click.Path(path_type=Path))
@click.option(
    "--against", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="PATH", help="Files or folders to check against, "
    "instead of the library; give it again for more.",
)  # fmt: skip
@click.option(
    "--pairs", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="JSON lines of {id, source, claim}, gzipped or not; "
    "- is standard input. A verdict a line.",
)  # fmt: skip
@click.option("--judge", is_flag=True, help="Add the configured chat model's verdict beside the checks' own.")
@filter_options
@library_option
@json_option
def check(
    draft: Path | None,
    against: tuple[Path, ...],
    pairs: Path | None,
    judge: bool,
    library: Path | None,
    as_json: bool,
    **narrowed: Any,
) -> None:
    """Holds each sentence of DRAFT (Markdown, HTML, Word, PDF, text) against the minutes and says which are not borne out.

    Sentences that claim nothing (greetings, headings, questions) are told apart. The score is calibrated support, 0 to 1; 1 is verbatim.
    """
    if (draft is None) == (pairs is None):
        raise click.UsageError("give a DRAFT or --pairs FILE")
    limits = filters(narrowed)
    if pairs is not None:
        if against or limits:
            raise click.UsageError("--pairs bring their own sources: leave --against and the filters out")
        sys.exit(_pairs(pairs, judge=judge))
    from assistant.check import DraftChecker, judge_configured, read_draft

    assert draft is not None
    sentences = read_draft(draft)
    asked = judge_configured() if judge else None
    unread: list[Failure] = []
    with _minutes(library, against, unread) as opened:
        done = list(_with_progress(DraftChecker(opened, limits, asked).checked(sentences), len(sentences)))
    for failure in unread:
        click.echo(f"left out: {failure.error}", err=True)
    if as_json:
        click.echo(json.dumps({"sentences": [one.as_json(judged=judge) for one in done]}, ensure_ascii=False, indent=2))
    else:
        _print(done, asked)
    in_part = bool(unread) or any(one.supported is False for one in done)
    sys.exit(_judged_to_the_end(asked) or int(in_part))


def _pairs(path: Path, *, judge: bool) -> int:
    """Writes a verdict for each pair as it is read; returns the exit code."""
    from assistant.check import Remembered, checked_pair, judge_configured, pairs_in
    from ingest.embedding import embedder
    from ingest.settings import Settings

    asked = judge_configured() if judge else None
    embed = Remembered(embedder(Settings.from_environment().embedding).embed)
    wrong = 0
    for pair in pairs_in(path):
        if isinstance(pair, str):
            wrong += 1
            click.echo(f"{click.style('error', fg='red', bold=True)}: {pair}", err=True)
            continue
        found = checked_pair(pair, embed)
        if asked:
            judged = asked.judged_by(pair.claim, pair.source)
            found["judge"] = judged.model_dump(mode="json") if judged else None
        click.echo(json.dumps(found, ensure_ascii=False))
        sys.stdout.flush()
    if wrong:
        click.echo(f"  {'1 line was' if wrong == 1 else f'{wrong} lines were'} left out: each needs the texts source and claim", err=True)
    return _judged_to_the_end(asked) or int(bool(wrong))


@contextmanager
def _minutes(library: Path | None, against: Sequence[Path], unread: list[Failure]) -> Iterator[Library]:
    """The library to check against: the user's, or one of the files named."""
    if not against:
        with open_library(library) as opened:
            yield opened
        return
    from assistant.check import library_of
    from ingest.settings import Settings

    with library_of(against, Settings.from_environment(library), unread.append) as made:
        yield made


def _with_progress(checked: Iterator[CheckedSentence], count: int) -> Iterable[CheckedSentence]:
    if count <= FEW or not sys.stderr.isatty():
        yield from checked
        return
    with click.progressbar(checked, length=count, label="Checking", file=sys.stderr) as bar:
        yield from bar


def _judged_to_the_end(asked: Judge | None) -> int:
    """Tells how the judge failed, if it did; returns the exit code for it."""
    if asked is None or asked.failed is None:
        return 0
    click.echo(f"{click.style('error', fg='red', bold=True)}: the judge stopped: {asked.failed.message}", err=True)
    click.echo(f"  {asked.failed.hint} The checks' own verdicts are whole.", err=True)
    return asked.failed.exit_code


def _print(done: Sequence[CheckedSentence], asked: Judge | None) -> None:
    """Each sentence with its mark, what offends, and what it was held against; last the count."""
    from assistant.cli.render import dim, place, wrapped

    for one in done:
        if one.supported is None:
            click.echo(dim(wrapped(f"{one.text}", "    ", "  – ")) + dim(f" ({one.kind})"))
            continue
        mark, colour = ("✓", "green") if one.supported else ("✗", "red")
        click.secho(wrapped(one.text, "    ", f"  {mark} "), fg=colour)
        for problem in one.problems:
            words = "" if problem.name == "support" else f" “{problem.words}”"
            click.echo(wrapped(f"{_WRONG[problem.name]}{words}", "        ", "      ! "))
        if one.evidence:
            click.echo(dim(wrapped(f"“{one.evidence.quote}”", "        ", "      > ")))
            click.echo(
                dim(
                    wrapped(
                        f"{one.evidence.passage.heading()} ({place(one.evidence.passage)}); score {one.score:.2f}", "        ", "        "
                    )
                )
            )
        if one.judge:
            verdict = {True: "supported", False: "not supported", None: "no verdict"}[one.judge.supported]
            click.echo(wrapped(f"judge: {verdict}. {one.judge.reason}", "        ", "      ? "))
    claims = [one for one in done if one.supported is not None]
    failed = sum(not one.supported for one in claims)
    silent = len(done) - len(claims)
    told = f"{len(claims) - failed} of {len(claims)} claims are supported" if claims else "Nothing in it claims anything of the minutes"
    told += f", {failed} {'is' if failed == 1 else 'are'} not" if failed else ""
    click.echo(f"\n{told}; {silent} {'sentence claims' if silent == 1 else 'sentences claim'} nothing.")
    if asked:
        click.echo(dim(f"judge: {asked.ref}; its verdict decides nothing"))


_WRONG = {
    "key": "a citation that is none:",
    "figure": "not the minutes' figure:",
    "quotation": "not the minutes' words:",
    "attribution": "not said by:",
    "modality": "not said so firmly:",
    "negation": "says the opposite:",
    "decision": "not what was decided:",
    "name": "not named there:",
    "support": "the minutes do not bear this out",
}
