"""minutewise ask, minutewise search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from assistant.cli.options import engine_option, filter_options, filters, json_option, library_option, open_library


@click.command(
    epilog="""\b
Examples:
  minutewise ask "What was said about foster carer recruitment?"
  minutewise ask "Who voted against the budget?" --body "County Council" --from 2025-01-01
  minutewise ask --questions questions.jsonl > answers.jsonl
"""
)
@click.argument("question", required=False)
@click.option(
    "--questions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="JSON lines of {id, question}; an answer a line.",
)
@click.option("--withheld", is_flag=True, help="Show the sentences that failed a check, and why.")
@engine_option
@filter_options
@library_option
@json_option
def ask(
    question: str | None, questions: Path | None, withheld: bool, engine: Any, library: Path | None, as_json: bool, **narrowed: Any
) -> None:
    """Answers QUESTION from the minutes; every sentence is cited, and what the minutes do not say is not said."""
    from assistant.answer import Answerer
    from assistant.cli.render import print_answer
    from assistant.datamodel import Answer, Question, Sentence
    from assistant.engines.choice import choose

    limits = filters(narrowed)
    if (question is None) == (questions is None):
        raise click.UsageError("give a QUESTION or --questions FILE")
    with open_library(library) as opened:
        answerer = Answerer(opened, *choose(opened, engine))
        if questions:
            for record in records(questions, "question"):
                asked = Question(text=record["question"], filters=limits)
                click.echo(json.dumps({"id": record.get("id"), **answerer.answer(asked).as_json()}, ensure_ascii=False))
            return
        streamed = Question(text=str(question), filters=limits)
        if as_json:
            click.echo(json.dumps(answerer.answer(streamed).as_json(), ensure_ascii=False, indent=2))
            return
        for event in answerer.stream(streamed):
            if isinstance(event, Sentence) and click.get_text_stream("stdout").isatty():
                click.echo(click.style("· ", dim=True) + event.text, err=True)
            elif isinstance(event, Answer):
                print_answer(event, withheld=withheld)


@click.command(
    epilog="""\b
Examples:
  minutewise search "leisure centre roof"
  minutewise search "school transport" --body Cabinet -k 5 --json
  minutewise search --queries queries.jsonl -k 30 > found.jsonl
"""
)
@click.argument("query", required=False)
@click.option(
    "--queries",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="JSON lines of {id, query}; a result a line.",
)
@click.option("-k", "count", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many passages.")
@filter_options
@library_option
@json_option
def search(query: str | None, queries: Path | None, count: int, library: Path | None, as_json: bool, **narrowed: Any) -> None:
    """Finds the passages that best match QUERY. No model is asked."""
    from assistant.cli.render import print_passages
    from assistant.retrieve import Retriever

    limits = filters(narrowed)
    if (query is None) == (queries is None):
        raise click.UsageError("give a QUERY or --queries FILE")
    with open_library(library) as opened:
        retriever = Retriever(opened)
        if queries:
            for record in records(queries, "query", "question"):
                text = record.get("query") or record["question"]
                found = [passage.model_dump(mode="json") for passage in retriever.search(text, limits, count).passages]
                click.echo(json.dumps({"id": record.get("id"), "query": text, "passages": found}, ensure_ascii=False))
            return
        hits = retriever.search(str(query), limits, count)
        if as_json:
            click.echo(
                json.dumps(
                    {"query": query, "passages": [passage.model_dump(mode="json") for passage in hits.passages]},
                    ensure_ascii=False,
                    indent=2,
                )
            )
        elif hits.passages:
            print_passages(hits.passages)
        else:
            within = f" within {limits.described()}" if limits else ""
            click.echo(
                f"Nothing found{within}: {hits.searched} passages were searched. `minutewise meetings` shows what the library holds."
            )


def records(path: Path, *fields: str) -> Iterator[dict[str, Any]]:
    """The records of a JSON-lines file, each with one of the fields.

    Raises:
        click.UsageError: a line is not such a record; it is named.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise click.UsageError(f"{path}, line {number} is not JSON: {error.msg}") from error
        if not isinstance(record, dict) or not any(isinstance(record.get(field), str) for field in fields):
            raise click.UsageError(f"{path}, line {number} has no {' or '.join(fields)}")
        yield record
