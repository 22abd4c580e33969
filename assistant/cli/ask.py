"""minutewise ask, minutewise search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from assistant.cli.options import engine_option, filter_options, filters, json_option, legible, library_option, open_library


@click.command(
    epilog="""\b
Examples:
  minutewise ask "What was said about foster carer recruitment?"
  minutewise ask "Who voted against the budget?" --body "County Council" --from 2025-01-01
  minutewise ask "Why was the pool closed?" --dry-run
  minutewise ask --questions questions.jsonl > answers.jsonl
  printf 'Why was the pool closed?\\nAnd when will it reopen?\\n' | minutewise ask --chat
"""
)
@click.argument("question", required=False)
@click.option(
    "--questions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="JSON lines of {id, question}; an answer a line.",
)
@click.option("--chat", is_flag=True, help="Go on asking, a question a line; each is understood with those before it. Ctrl-D ends.")
@click.option("--dry-run", is_flag=True, help="Search, and tell what a chat model would be sent and what that may cost; ask none.")
@click.option("--withheld", is_flag=True, help="Show the sentences that failed a check, and why.")
@engine_option
@filter_options
@library_option
@json_option
def ask(
    question: str | None,
    questions: Path | None,
    chat: bool,
    dry_run: bool,
    withheld: bool,
    engine: Any,
    library: Path | None,
    as_json: bool,
    **narrowed: Any,
) -> None:
    """Answers QUESTION from the minutes; every sentence is cited, and what the minutes do not say is not said."""
    from assistant.answer import Answerer
    from assistant.cli.asking import chatting, print_estimate, print_stream
    from assistant.datamodel import Question
    from assistant.engines.choice import choose

    limits = filters(narrowed)
    if sum((question is not None and not chat, questions is not None, chat)) != 1:
        raise click.UsageError("give a QUESTION, --questions FILE or --chat")
    if dry_run and (questions or chat):
        raise click.UsageError("--dry-run is of one QUESTION")
    with open_library(library) as opened:
        answerer = Answerer(opened, *choose(opened, engine))
        if questions:
            for name, text in records(questions, "question"):
                asked = Question(text=text, filters=limits)
                click.echo(json.dumps({"id": name, **answerer.answer(asked).as_json()}, ensure_ascii=False))
            return
        if chat:
            chatting(answerer, legible(question) if question else None, limits, withheld=withheld, as_json=as_json)
            return
        single = Question(text=legible(str(question)), filters=limits)
        if dry_run:
            print_estimate(answerer.estimate(single), as_json=as_json)
        elif as_json:
            click.echo(json.dumps(answerer.answer(single).as_json(), ensure_ascii=False, indent=2))
        else:
            print_stream(answerer.stream(single), withheld=withheld)


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
    from assistant.finding.retrieve import Retriever
    from ingest.lookup.instead import instead

    limits = filters(narrowed)
    if (query is None) == (queries is None):
        raise click.UsageError("give a QUERY or --queries FILE")
    with open_library(library) as opened:
        retriever = Retriever(opened)
        if queries:
            for name, text in records(queries, "query", "question"):
                found = [passage.model_dump(mode="json") for passage in retriever.search(text, limits, count).passages]
                click.echo(json.dumps({"id": name, "query": text, "passages": found}, ensure_ascii=False))
            return
        query = legible(str(query))
        hits = retriever.search(query, limits, count)
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
            there = (
                instead(opened.lookup, limits) if limits and not hits.searched else "`minutewise meetings` shows what the library holds."
            )
            click.echo(f"Nothing found{within}: {hits.searched} passages were searched. {there}")


def records(path: Path, *fields: str) -> Iterator[tuple[object, str]]:
    """The id and the text of each record of a JSON-lines file; the text is the first of the fields that it has.

    Raises:
        click.UsageError: the file is not text, or a line is not such a record; it is named.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path} is not UTF-8 text: {error.reason} at byte {error.start}") from error
    for number, line in enumerate(content.split("\n"), start=1):  # JSON strings may hold the other marks that splitlines breaks at
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise click.UsageError(f"{path}, line {number} is not JSON: {error}") from error
        texts = [record[field] for field in fields if isinstance(record.get(field), str)] if isinstance(record, dict) else []
        if not texts:
            raise click.UsageError(f"{path}, line {number} has no {' or '.join(fields)}")
        name = record.get("id")
        yield legible(name) if isinstance(name, str) else name, legible(texts[0])
