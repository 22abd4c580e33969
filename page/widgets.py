"""The page's widgets and what each of them calls. What they show is made elsewhere in this package."""

from __future__ import annotations

import importlib.resources
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant.engines.choice import Wanted
from ingest.errors import InputError, MinutewiseError
from ingest.library import Library
from ingest.lookup import DocumentRow
from page import asking, examples, shelf, summaries, uploads
from page.coverage import coverage
from page.markup import notice
from page.meetings import HeldMeeting, meetings, minutes
from page.reader import opened
from page.working import Stopped, Stops, each

AT_ONCE = 4  # questions answered at the same time; more wait in line
HEADER = '<header class="masthead"><h1>Minutewise</h1><p>Answers from council minutes. Every sentence stands on a quoted paragraph.</p></header>'
FOOTER = '<footer class="foot"><p>Check the minutes themselves before you rely on an answer. Nothing typed or added here leaves this computer{}.</p></footer>'
TITLE = "Minutewise"

Update = Any  # what gr.update returns


def read(name: str) -> str:
    """A file of this package."""
    return importlib.resources.files("page").joinpath(name).read_text("utf-8")


def build(library: Library, engine: Wanted, *, model: str | None = None) -> gr.Blocks:
    """The page over one library, which it expects to be shared (see sharing.py).

    Args:
        model: the chat model that questions go to, if any: the page says so.
    """
    page = Page(library, engine)
    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as blocks:
        gr.HTML(HEADER)
        with gr.Tabs(elem_id="tabs") as tabs:
            with gr.Tab("Ask", id="ask"):
                page.ask_tab()
            with gr.Tab("Library", id="library"):
                page.library_tab()
            with gr.Tab("Meetings", id="meetings"):
                page.meetings_tab()
        gr.HTML(FOOTER.format(f", except that questions and passages go to the chat model {model}" if model else ""))
        page.connect(blocks, tabs)
    return blocks


class Page:
    """The widgets of one page, by name, and the functions that they call."""

    def __init__(self, library: Library, engine: Wanted) -> None:
        self.library = library
        self.engine = engine
        self.stops = Stops()
        self._asked_first: tuple[object, list[str]] = (None, [])

    # -- what stands where

    def ask_tab(self) -> None:
        """The conversation with the question box below it, and the reader beside both."""
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                self.exchanges = gr.State(())
                self.talk = gr.HTML(elem_classes="conversation", js_on_load=read("clicks.js"), apply_default_css=False)
                self.status = gr.HTML(str(_said("")), elem_classes="status", apply_default_css=False)
                self.question = gr.Textbox(
                    label="Your question", placeholder="What was decided about …?", lines=1, max_lines=5, max_length=asking.LONGEST_QUESTION, elem_id="question"
                )
                with gr.Row(elem_classes="buttons"):
                    self.ask = gr.Button("Ask", variant="primary", elem_id="ask-button", min_width=96)
                    self.stop = gr.Button("Stop", variant="stop", elem_id="stop-button", visible=False, min_width=96)
                    self.again = gr.Button("Start again", elem_id="again-button", visible=False, min_width=96)
                self.examples = gr.HTML(elem_classes="example-list", js_on_load=read("clicks.js"), apply_default_css=False)
                with gr.Accordion("Filters", open=False, elem_classes="filters"):
                    with gr.Row():
                        self.body = gr.Dropdown([("All committees", asking.ALL)], value=asking.ALL, label="Committee or body", elem_id="filter-body")
                        self.language = gr.Dropdown(
                            [("Any language", asking.ALL), ("English", "en"), ("Cymraeg", "cy")], value=asking.ALL, label="Language", elem_id="filter-language"
                        )
                    with gr.Row():
                        self.day_from = gr.Textbox(label="From (first day of meeting)", placeholder="2024-05-01", max_length=10, elem_id="filter-from")
                        self.day_to = gr.Textbox(label="To (last day of meeting)", placeholder="2025-04-30", max_length=10, elem_id="filter-to")
            with gr.Column(elem_classes="reading", min_width=280):
                self.reader = gr.HTML(js_on_load=read("clicks.js") + read("reader.js"), apply_default_css=False)

    def library_tab(self) -> None:
        """Files in, and what there is."""
        with gr.Column(elem_classes="page-width"):
            self.files = gr.File(label="Minutes: PDF, Word, saved web page, text or zip", file_count="multiple", elem_id="files", height=170)
            self.add = gr.Button("Add to the library", variant="primary", elem_id="add-button", interactive=False)
            self.results = gr.HTML(apply_default_css=False)
            self.table = gr.HTML(js_on_load=read("clicks.js"), apply_default_css=False)
            self.problems = gr.HTML(apply_default_css=False)

    def meetings_tab(self) -> None:
        """One meeting, item by item, with its summary on request."""
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                self.meeting = gr.Dropdown([], label="Meeting", elem_id="meeting")
                self.summarise = gr.Button("Summarise this meeting", elem_id="summarise-button")
                self.summary = gr.HTML(js_on_load=read("clicks.js"), apply_default_css=False)
                self.minutes = gr.HTML(apply_default_css=False)
            with gr.Column(elem_classes="reading", min_width=280):
                self.beside = gr.HTML(js_on_load=read("clicks.js") + read("reader.js"), apply_default_css=False)

    # -- what calls what

    def connect(self, blocks: gr.Blocks, tabs: gr.Tabs) -> None:
        """Ties events to functions. None of them is an endpoint for programs."""
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        narrowed = [self.body, self.day_from, self.day_to, self.language, self.exchanges]
        told = [self.talk, self.status, self.question, self.ask, self.stop, self.again, self.examples, self.exchanges]
        held = [self.body, self.examples, self.reader, self.table, self.problems, self.meeting]

        line: dict[str, Any] = {"concurrency_limit": AT_ONCE, "concurrency_id": "ask", **quiet, "show_progress": "minimal", "show_progress_on": self.status}
        gr.on([self.question.submit, self.ask.click], self.asked, [self.question, *narrowed], told, **line)
        self.examples.select(self.example_asked, narrowed, told, **line)
        self.stop.click(self.stopped, None, None, queue=False, **quiet)
        self.again.click(self.began_again, None, [*told, self.reader], queue=False, **quiet)
        for shown, reader in ((self.talk, self.reader), (self.summary, self.beside)):
            shown.select(self.opened, None, reader, queue=False, **quiet)

        gr.on([self.files.change], lambda files: gr.update(interactive=bool(files)), self.files, self.add, queue=False, **quiet)
        added = self.add.click(self.added, self.files, [self.results, self.files, self.add], concurrency_limit=1, **quiet)
        added.then(self.held, None, held, queue=False, **quiet)
        self.table.select(self.chosen, None, [tabs, self.meeting], queue=False, **quiet)

        self.meeting.change(self.meeting_shown, self.meeting, [self.minutes, self.summary, self.beside], queue=False, **quiet)
        self.summarise.click(self.summarised, self.meeting, [self.summary, self.summarise], concurrency_limit=AT_ONCE, concurrency_id="ask", **quiet)
        blocks.load(self.held, None, held, queue=False, **quiet)
        blocks.unload(self.left)

    # -- what they do

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
            yield self._shown(view.exchanges, _said(view.status), busy=view.busy)

    def example_asked(
        self, body: str, day_from: str, day_to: str, language: str, before: tuple[asking.Exchange, ...], event: gr.EventData, request: gr.Request
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
        return (*self._shown((), _said(""), busy=False), str(coverage(documents, len(meetings(documents)))))

    def opened(self, event: gr.EventData) -> str:
        """The paragraph behind a citation's number."""
        return str(opened(self.library, event._data))

    def held(self) -> tuple[Update, ...]:
        """All that the page says of the library."""
        documents = self.library.lookup.documents()
        gathered = meetings(documents)
        bodies = sorted({one.body for one in documents if one.body})
        return (
            gr.update(choices=[("All committees", asking.ALL), *((name, name) for name in bodies)]),
            str(examples.buttons(self._examples(documents))),
            str(coverage(documents, len(gathered))),
            str(shelf.table(gathered)),
            str(shelf.problems(documents)),
            gr.update(choices=[(one.label(), one.key) for one in gathered], value=gathered[0].key if gathered else None),
        )

    def _examples(self, documents: list[DocumentRow]) -> list[str]:
        """Made anew when the library has changed."""
        state = [(one.id, one.passages) for one in documents]
        if self._asked_first[0] != state:
            self._asked_first = (state, examples.questions(self.library))
        return self._asked_first[1]

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
        made: list[Any] = []
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


def _said(status: str) -> Markup:
    """For those who listen to the page rather than look at it."""
    return Markup('<p role="status" class="unseen">{}</p>').format(status)
