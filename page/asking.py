"""A visitor's question, from the box to the last sentence: what the Ask tab shows at every moment."""

from __future__ import annotations

import datetime as dt
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from assistant.answer import Answerer, Event, Restart
from assistant.datamodel import Answer, Filters, Question, Sentence, Turn
from assistant.engines.choice import Wanted, choose
from assistant.retrieve import Hits
from ingest.datamodel import Language
from ingest.errors import InputError, MinutewiseError
from ingest.library import Library
from page import answers
from page.markup import joined, notice, some
from page.sharing import at_rest
from page.working import Stopped, each

LONGEST_QUESTION = 2000  # characters
REMEMBERED = 4  # exchanges that a follow-up question is read with

ALL = ""  # the choice that limits nothing


class Exchange(NamedTuple):
    """A question with its answer, as shown and as told to the engine."""

    question: str
    shown: Markup
    answer: str | None  # None where there was none to go on from


class View(NamedTuple):
    """What the tab shows now."""

    exchanges: tuple[Exchange, ...]
    status: str
    busy: bool


def filters(body: str | None, day_from: str | None, day_to: str | None, language: str | None) -> Filters:
    """The filters that the controls state.

    Raises:
        InputError: a date is none, or the first is after the last.
    """
    first, last = _date(day_from, "From"), _date(day_to, "To")
    if first and last and first > last:
        raise InputError(f"the first day, {first}, is after the last, {last}", "change one of the two dates under Filters")
    languages: dict[str, Language] = {"en": "en", "cy": "cy"}
    return Filters(body=body or None, date_from=first, date_to=last, language=languages.get(language or ""))


def ask(
    library: Library, engine: Wanted, text: str, narrowed: Filters, before: Sequence[Exchange], stop: threading.Event
) -> Iterator[View]:
    """Everything the tab shows while a question is answered; the last view is not busy, whatever happened."""
    question = Question(text=text, filters=narrowed, history=_history(before))
    hits: Hits | None = None
    so_far: list[Sentence] = []

    def view(shown: Markup, status: str, *, busy: bool, answer: str | None = None) -> View:
        return View((*before, Exchange(text, shown, answer)), status, busy)

    yield view(answers.unfinished((), "Searching the minutes …"), "Searching the minutes.", busy=True)
    try:
        for event in each(lambda: _events(library, engine, question), stop):
            if isinstance(event, Hits):
                hits = event
                note = f"{some(hits.searched, 'passage')} searched; reading the nearest …"
                yield view(answers.unfinished((), note), note, busy=True)
            elif isinstance(event, Restart):
                so_far.clear()
                yield view(answers.unfinished((), event.note), event.note, busy=True)
            elif isinstance(event, Sentence):
                so_far.append(event)
                yield view(answers.unfinished(so_far, "More is being checked …"), "", busy=True)
            elif isinstance(event, Answer):
                told = None if event.abstention else event.text
                shown = answers.answer(event, hits.passages if hits else (), hits.understood if hits else ())
                yield view(shown, _outcome(event), busy=False, answer=told)
    except Stopped:
        yield view(answers.unfinished(so_far, "Stopped before the answer was whole."), "Stopped.", busy=False)
    except MinutewiseError as error:
        yield view(notice(error.message, error.hint), "There is no answer.", busy=False)
    except Exception:
        traceback.print_exc(file=sys.stderr)
        yield view(
            notice("something went wrong inside Minutewise", "ask again; if it happens again, the terminal it was started in says more"),
            "There is no answer.",
            busy=False,
        )


def _events(library: Library, engine: Wanted, question: Question) -> Iterator[Event]:
    stream = Answerer(library, *choose(library, engine)).stream(question)
    with at_rest(library):
        hits = next(stream)
    yield hits
    yield from stream


def conversation(exchanges: Sequence[Exchange]) -> Markup:
    """All questions and answers of the session, oldest first."""
    turns = (
        Markup('<section class="turn{}"><h2 class="question"><span class="unseen">Question: </span>{}</h2>{}</section>').format(
            " latest" if place == len(exchanges) else "", one.question, one.shown
        )
        for place, one in enumerate(exchanges, start=1)
    )
    return joined(turns)


def _history(before: Sequence[Exchange]) -> tuple[Turn, ...]:
    return tuple(Turn(question=one.question, answer=one.answer) for one in before if one.answer)[-REMEMBERED:]


def _outcome(done: Answer) -> str:
    if done.abstention:
        return "The minutes do not say."
    return f"Answer ready: {some(len(done.sentences), 'sentence')}, {some(len(done.citations), 'source')}."


def _date(text: str | None, name: str) -> dt.date | None:
    if not text or not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError as error:
        raise InputError(
            f"“{text}” under {name} is not a date", "write it as year-month-day, e.g. 2024-10-22, or leave it empty"
        ) from error
