"""Questions at a terminal: one answer as it streams in, a conversation, and what an answer would cost."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from assistant.answer import Answerer, Estimate, Event, Restart, Rewritten
from assistant.cli.options import legible
from assistant.cli.render import AnswerPrinter, dim, wrapped
from assistant.datamodel import Answer, Question, Sentence, Turn
from ingest.datamodel import Filters
from ingest.errors import MinutewiseError

REMEMBERED = 4  # exchanges


def print_stream(events: Iterator[Event], *, withheld: bool) -> Answer | None:
    """Prints an answer while it is written, and gives it back whole."""
    printer = AnswerPrinter(withheld=withheld)
    whole: Answer | None = None
    for event in events:
        if isinstance(event, Rewritten):
            click.echo(dim(wrapped(f"Asked as: {event.text}")))
        elif isinstance(event, Restart):
            printer.restart(event.note)
        elif isinstance(event, Sentence):
            printer.sentence(event)
        elif isinstance(event, Answer):
            printer.answer(event)
            whole = event
            if event.provenance.cost is not None:
                click.echo(dim(f"cost ${event.provenance.cost:.6f}"))
    return whole


def chatting(answerer: Answerer, first: str | None, limits: Filters, *, withheld: bool, as_json: bool) -> None:
    """Answers a question a line until the input ends; each is read with those before it. With JSON, an answer a line."""
    history: list[Turn] = []
    for text in _lines(first):
        asked = Question(text=text, filters=limits, history=tuple(history[-REMEMBERED:]))
        try:
            if as_json:
                answer: Answer | None = answerer.answer(asked)
                click.echo(json.dumps(answer.as_json() if answer else None, ensure_ascii=False))
                sys.stdout.flush()
            else:
                answer = print_stream(answerer.stream(asked), withheld=withheld)
        except MinutewiseError as error:  # the conversation goes on
            click.echo(f"{click.style('error', fg='red', bold=True)}: {error.message}\n  {error.hint}", err=True)
            continue
        if answer and not answer.abstention:
            history.append(Turn(question=text, answer=answer.text))


def print_estimate(estimate: Estimate, *, as_json: bool) -> None:
    """What would be sent, to whom, and what it may cost."""
    if as_json:
        click.echo(json.dumps(estimate.model_dump(mode="json"), ensure_ascii=False, indent=2))
        return
    if estimate.usage is None:
        click.echo(f"{estimate.passages} passages found. Nothing would be sent: {estimate.reason}.")
        return
    cost = (
        "no price is set (MINUTEWISE_PRICE_IN, MINUTEWISE_PRICE_OUT)"
        if estimate.usage.cost is None
        else f"at most ${estimate.usage.cost:.6f}"
    )
    click.echo(
        wrapped(
            f"{estimate.passages} passages found. {estimate.usage.model} would be sent about {estimate.usage.tokens_in} tokens "
            f"and may write {estimate.usage.tokens_out}: {cost}."
        )
    )


def _lines(first: str | None) -> Iterator[str]:
    """The questions: the first one, if given, then those typed or piped in."""
    if first:
        yield first
    asks = sys.stdin.isatty()
    if asks:
        click.echo(dim("Ask on, or end with Ctrl-D."))
    while True:
        if asks:
            click.echo("\n> ", nl=False)
        line = sys.stdin.readline()
        if not line:
            if asks:
                click.echo()
            return
        if text := legible(line.strip()):
            yield text
