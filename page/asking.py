"""A visitor's question, from the box to the last sentence: what the Ask tab shows at every moment."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from assistant.answer import Answerer, Event, Restart, Rewritten
from assistant.datamodel import Answer, Filters, Question, Sentence, Turn
from assistant.engines.choice import Wanted, choose
from assistant.finding.retrieve import Hits
from ingest.errors import MinutewiseError
from ingest.library import Library
from page import answers
from page.markup import NOTHING, joined, notice
from page.messages import fault, tell
from page.sharing import at_rest
from page.wording import Words
from page.working import Stopped, each

LONGEST_QUESTION = 2000  # characters
REMEMBERED = 4  # exchanges that a follow-up question is read with


class Exchange(NamedTuple):
    """A question with its answer, as shown and as told to the engine."""

    question: str
    shown: Markup
    answer: Answer | None = None  # None where there was none, or none yet
    rewritten: str | None = None  # what was searched for, where it is not the question


class View(NamedTuple):
    """What the tab shows now."""

    exchanges: tuple[Exchange, ...]
    status: str
    busy: bool


class Asked(NamedTuple):
    """A question with what it is asked within."""

    text: str
    filters: Filters
    before: tuple[Exchange, ...] = ()


def ask(library: Library, engine: Wanted, asked: Asked, say: Words, stop: threading.Event) -> Iterator[View]:
    """Everything the tab shows while a question is answered; the last view is not busy, whatever happened."""
    question = Question(text=asked.text, filters=asked.filters, history=_history(asked.before))
    hits: Hits | None = None
    so_far: list[Sentence] = []
    rewritten: str | None = None

    def view(shown: Markup, status: str, *, busy: bool, answer: Answer | None = None) -> View:
        return View((*asked.before, Exchange(asked.text, shown, answer, rewritten)), status, busy)

    yield view(answers.unfinished((), say("asking.search")), say("asking.search"), busy=True)
    try:
        for event in each(lambda: _events(library, engine, question), stop):
            if isinstance(event, Hits):
                hits = event
                note = say("asking.reading", count=hits.searched)
                yield view(answers.unfinished((), note), note, busy=True)
            elif isinstance(event, Rewritten):
                rewritten = event.text
            elif isinstance(event, Restart):
                so_far.clear()
                note = tell(event.note, say)
                yield view(answers.unfinished((), note), note.striptags(), busy=True)
            elif isinstance(event, Sentence):
                so_far.append(event)
                yield view(answers.unfinished(so_far, say("asking.checking")), "", busy=True)
            elif isinstance(event, Answer):
                yield view(answers.answer(event, hits, say), _outcome(event, say), busy=False, answer=event)
    except Stopped:
        yield view(answers.unfinished(so_far, say("asking.stopped.early")), say("asking.stopped"), busy=False)
    except MinutewiseError as error:
        yield view(fault(error.message, error.hint, say), say("asking.none"), busy=False)
    except Exception:
        traceback.print_exc(file=sys.stderr)
        yield view(notice(say("fault"), say("fault.hint")), say("asking.none"), busy=False)


def _events(library: Library, engine: Wanted, question: Question) -> Iterator[Event]:
    stream = Answerer(library, *choose(library, engine)).stream(question)
    with at_rest(library):
        hits = next(stream)
    yield hits
    yield from stream


def conversation(exchanges: Sequence[Exchange], say: Words) -> Markup:
    """All questions and answers of the conversation, oldest first."""
    return joined(_turn(one, place, place == len(exchanges), say) for place, one in enumerate(exchanges, start=1))


def _turn(one: Exchange, place: int, latest: bool, say: Words) -> Markup:
    again = (
        Markup('<p class="rewritten">{} <q>{}</q> <button type="button" class="open" data-edit="{}">{}</button></p>').format(
            say("asking.rewritten"), one.rewritten, one.rewritten, say("asking.edit")
        )
        if one.rewritten
        else NOTHING
    )
    copy = (
        Markup('<p class="turn-acts"><button type="button" class="open" data-copy="{}" data-copied="{}">{}</button></p>').format(
            cited_text(one, say), say("copy.done"), say("copy")
        )
        if one.answer
        else NOTHING
    )
    return Markup(
        '<section class="turn{}" id="turn-{}"><h2 class="question" tabindex="-1"><span class="unseen">{}: </span>{}</h2>{}{}{}</section>'
    ).format(" latest" if latest else "", place, say("question"), one.question, again, one.shown, copy)


def cited_text(one: Exchange, say: Words) -> str:
    """A question and its answer as plain text with numbered sources, to be put into a letter or a report."""
    done = one.answer
    if done is None:
        return one.question
    numbers = {citation.key: number for number, citation in enumerate(done.citations, start=1)}
    told = [
        " ".join([sentence.text, "".join(f"[{numbers[key]}]" for key in sentence.citations if key in numbers)]).strip()
        for sentence in done.sentences
    ]
    told += [f"({answers.put_right_lead(right, say)} {right.correction.text})" for right in done.put_right]
    sources = [f"[{number}] {answers.place_text(citation.passage, say)}" for number, citation in enumerate(done.citations, start=1)]
    listed = "\n".join([say("answer.sources"), *sources]) if sources else ""
    return "\n\n".join(part for part in (one.question, " ".join(told) or done.text, listed) if part)


def history(earlier: Sequence[Sequence[Exchange]], exchanges: Sequence[Exchange], say: Words) -> Markup:
    """The questions of this visit: those of the conversation at hand lead to their answers, earlier conversations open again."""
    if not earlier and len(exchanges) < 2:
        return NOTHING
    here = joined(
        Markup('<li><button type="button" class="open" data-turn="{}">{}</button></li>').format(place, one.question)
        for place, one in enumerate(exchanges, start=1)
    )
    before = joined(
        Markup('<li><button type="button" class="open" data-reopen="{}">{}</button> <span class="aside">{}</span></li>').format(
            place, one[0].question, say("history.questions", count=len(one))
        )
        for place, one in enumerate(earlier)
    )
    told = Markup("<ol>{}</ol>").format(here) if here else NOTHING
    older = Markup("<p>{}</p><ul>{}</ul>").format(say("history.earlier"), before) if before else NOTHING
    return Markup('<details class="history"><summary>{}</summary>{}{}</details>').format(say("history"), told, older)


def _history(before: Sequence[Exchange]) -> tuple[Turn, ...]:
    turns = (Turn(question=one.rewritten or one.question, answer=one.answer.text) for one in before if one.answer)
    return tuple(turns)[-REMEMBERED:]


def _outcome(done: Answer, say: Words) -> str:
    if done.abstention:
        return say("asking.silent")
    return f"{say('asking.ready')} {say('sentences', count=len(done.sentences))}, {say('sources', count=len(done.citations))}."
