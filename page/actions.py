"""What the page's widgets call: each function returns what the widgets named in widgets.py show next."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant.datamodel import Draft
from assistant.engines.choice import Wanted
from ingest.errors import InputError, MinutewiseError
from ingest.library import Library
from page import asking, examples, shelf, summaries, uploads
from page.coverage import coverage
from page.markup import notice
from page.meetings import HeldMeeting, meetings, minutes
from page.reader import opened
from page.working import Stopped, Stops, each

Update = Any  # what gr.update returns


class Actions:
    """The functions of one page over one library, which it expects to be shared (see sharing.py)."""

    def __init__(self, library: Library, engine: Wanted) -> None:
        self.library = library
        self.engine = engine
        self.stops = Stops()
        self._asked_first: tuple[object, list[str]] = (None, [])

    def asked(
        self, text: str, body: str, day_from: str, day_to: str, language: str, before: tuple[asking.Exchange, ...], request: gr.Request
    ) -> Iterator[tuple[Update, ...]]:
        """Answers what is in the box."""
        text = " ".join((text or "").split())
        if not text:
            yield self._shown(before, notice("Write a question first"), busy=False)
            return
        try:
            narrowed = asking.filters(body, day_from, day_to, language)
        except InputError as error:
            yield self._shown(before, notice(error.message, error.hint), busy=False, box=text)
            return
        for view in asking.ask(self.library, self.engine, text, narrowed, before, self.stops.new(str(request.session_hash))):
            yield self._shown(view.exchanges, said(view.status), busy=view.busy)

    def example_asked(
        self,
        body: str,
        day_from: str,
        day_to: str,
        language: str,
        before: tuple[asking.Exchange, ...],
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[tuple[Update, ...]]:
        """Answers one of the example questions."""
        yield from self.asked(str(event.ask), body, day_from, day_to, language, before, request)

    def _shown(self, exchanges: tuple[asking.Exchange, ...], status: Markup, *, busy: bool, box: str = "") -> tuple[Update, ...]:
        begun = bool(exchanges)
        return (
            str(asking.conversation(exchanges)),
            str(status),
            gr.update(value=box, label="Ask a further question" if begun else "Your question"),
            gr.update(visible=not busy),
            gr.update(visible=busy),
            gr.update(visible=begun and not busy),
            gr.update(visible=not begun),
            exchanges,
        )

    def stopped(self, request: gr.Request) -> None:
        """Stops what the visitor is waiting for; the stream itself then says so and ends."""
        self.stops.stop(str(request.session_hash))

    def left(self, request: gr.Request) -> None:
        """The visitor closed the page."""
        self.stops.stop(str(request.session_hash))

    def began_again(self) -> tuple[Update, ...]:
        """An empty conversation."""
        documents = self.library.lookup.documents()
        return (*self._shown((), said(""), busy=False), str(coverage(documents, len(meetings(documents)))))

    def opened(self, event: gr.EventData) -> str:
        """The paragraph behind a citation's number."""
        return str(opened(self.library, event._data))

    def held(self, chosen: str | None, exchanges: tuple[asking.Exchange, ...]) -> tuple[Update, ...]:
        """All that the page says of the library; what the visitor has chosen or opened meanwhile stays."""
        documents = self.library.lookup.documents()
        gathered = meetings(documents)
        choices = [(one.label(), one.key) for one in gathered]
        bodies = sorted({one.body for one in documents if one.body})
        return (
            gr.update(choices=[("All committees", asking.ALL), *((name, name) for name in bodies)]),
            gr.skip() if exchanges else str(coverage(documents, len(gathered))),
            str(shelf.table(gathered)),
            str(shelf.problems(documents)),
            gr.update(choices=choices)
            if chosen in dict(choices).values()
            else gr.update(choices=choices, value=choices[0][1] if choices else None),
        )

    def suggested(self) -> str:
        """Questions to begin with; they are looked for anew when the library has changed."""
        state = [(one.id, one.passages) for one in self.library.lookup.documents()]
        if self._asked_first[0] != state:
            self._asked_first = (state, examples.questions(self.library))
        return str(examples.buttons(self._asked_first[1]))

    def added(self, files: list[str] | None) -> Iterator[tuple[Update, ...]]:
        """Takes the uploaded files in, one after another."""
        paths = [Path(file) for file in files or []]
        done: list[uploads.Outcome] = []
        for outcome in uploads.take_in(self.library, paths):
            done.append(outcome)
            at_hand = paths[len(done)].name if len(done) < len(paths) else ""
            yield str(shelf.results(done, len(paths), at_hand)), gr.skip(), gr.update(interactive=False)
        yield str(shelf.results(done, len(paths))), None, gr.update(interactive=False)

    def chosen(self, event: gr.EventData) -> tuple[Update, ...]:
        """From a row of the table to the meeting."""
        return gr.update(selected="meetings"), event.meeting

    def meeting_shown(self, key: str | None) -> tuple[Update, ...]:
        """The items of the meeting that is chosen."""
        meeting = self._meeting(key)
        return str(minutes(self.library, meeting)) if meeting else "", "", ""

    def summarised(self, key: str | None) -> Iterator[tuple[Update, ...]]:
        """The summary, document by document."""
        meeting = self._meeting(key)
        if meeting is None:
            yield str(notice("Choose a meeting first")), gr.skip()
            return
        made: list[Draft] = []
        yield str(Markup('<p class="aside" role="status">Summarising …</p>')), gr.update(interactive=False)
        try:
            for draft in each(lambda: summaries.drafts(self.library, self.engine, meeting), threading.Event()):
                made.append(draft)
                yield str(summaries.summary(meeting, made)), gr.skip()
        except Stopped:
            pass
        except MinutewiseError as error:
            yield str(notice(error.message, error.hint)), gr.skip()
        yield gr.skip(), gr.update(interactive=True)

    def _meeting(self, key: str | None) -> HeldMeeting | None:
        return next((one for one in meetings(self.library.lookup.documents()) if one.key == key), None)


def said(status: str) -> Markup:
    """The status for those who listen to the page rather than look at it."""
    return Markup('<p role="status" class="unseen">{}</p>').format(status)
