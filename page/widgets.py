"""The page's widgets and what each of them calls. What they show is made elsewhere in this package."""

from __future__ import annotations

import importlib.resources
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant.engines.choice import Wanted
from ingest.library import Library
from page import asking
from page.actions import Actions, said

AT_ONCE = 4  # questions answered at the same time; more wait in line
GOES = "Questions, with the passages found for them, go to the chat model {}."
STAYS = "Nothing typed or added here leaves this computer."
HEADER = (
    '<header class="masthead"><h1>Minutewise</h1><p>Answers from council minutes. Every sentence stands on a quoted paragraph.</p></header>'
)
FOOTER = '<footer class="foot"><p>Check the minutes themselves before you rely on an answer. {}</p></footer>'
TITLE = "Minutewise"


def read(name: str) -> str:
    """A file of this package."""
    return importlib.resources.files("page").joinpath(name).read_text("utf-8")


def build(library: Library, engine: Wanted, *, told_to: str | None = None) -> gr.Blocks:
    """The page over one library, which it expects to be shared (see sharing.py).

    Args:
        told_to: the chat model that questions go to, if any, and its host: the page says so.
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
        gr.HTML(str(Markup(FOOTER).format(GOES.format(told_to) if told_to else STAYS)))
        page.connect(blocks, tabs)
    page_built: gr.Blocks = blocks
    return page_built


class Page:
    """The widgets of one page, by name, and the functions that they call."""

    def __init__(self, library: Library, engine: Wanted) -> None:
        self.do = Actions(library, engine)

    # -- what stands where

    def ask_tab(self) -> None:
        """The conversation with the question box below it, and the reader beside both."""
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                self.exchanges = gr.State(())
                self.talk = gr.HTML(elem_classes="conversation", js_on_load=read("clicks.js"), apply_default_css=False)
                self.status = gr.HTML(str(said("")), elem_classes="status", apply_default_css=False)
                self.question = gr.Textbox(
                    label="Your question",
                    placeholder="What was decided about …?",
                    lines=1,
                    max_lines=5,
                    max_length=asking.LONGEST_QUESTION,
                    elem_id="question",
                )
                with gr.Row(elem_classes="buttons"):
                    self.ask = gr.Button("Ask", variant="primary", elem_id="ask-button", min_width=96)
                    self.stop = gr.Button("Stop", variant="stop", elem_id="stop-button", visible=False, min_width=96)
                    self.again = gr.Button("Start again", elem_id="again-button", visible=False, min_width=96)
                self.examples = gr.HTML(elem_classes="example-list", js_on_load=read("clicks.js"), apply_default_css=False)
                with gr.Accordion("Filters", open=False, elem_classes="filters"):
                    with gr.Row():
                        self.body = gr.Dropdown(
                            [("All committees", asking.ALL)], value=asking.ALL, label="Committee or body", elem_id="filter-body"
                        )
                        self.language = gr.Dropdown(
                            [("Any language", asking.ALL), ("English", "en"), ("Cymraeg", "cy")],
                            value=asking.ALL,
                            label="Language",
                            elem_id="filter-language",
                        )
                    with gr.Row():
                        self.day_from = gr.Textbox(
                            label="From (first day of meeting)", placeholder="2024-05-01", max_length=10, elem_id="filter-from"
                        )
                        self.day_to = gr.Textbox(
                            label="To (last day of meeting)", placeholder="2025-04-30", max_length=10, elem_id="filter-to"
                        )
            with gr.Column(elem_classes="reading", min_width=280):
                self.reader = gr.HTML(js_on_load=read("clicks.js") + read("reader.js"), apply_default_css=False)

    def library_tab(self) -> None:
        """Files in, and what there is."""
        with gr.Column(elem_classes="page-width"):
            self.files = gr.File(
                label="Minutes: PDF, Word, saved web page, text or zip", file_count="multiple", elem_id="files", height=170
            )
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
        held = [self.body, self.reader, self.table, self.problems, self.meeting]

        line: dict[str, Any] = {
            "concurrency_limit": AT_ONCE,
            "concurrency_id": "ask",
            **quiet,
            "show_progress": "minimal",
            "show_progress_on": self.question,
        }
        gr.on([self.question.submit, self.ask.click], self.do.asked, [self.question, *narrowed], told, **line)
        self.examples.select(self.do.example_asked, narrowed, told, **line)
        self.stop.click(self.do.stopped, None, None, queue=False, **quiet)
        self.again.click(self.do.began_again, None, [*told, self.reader], queue=False, **quiet)
        for shown, reader in ((self.talk, self.reader), (self.summary, self.beside)):
            shown.select(self.do.opened, None, reader, queue=False, **quiet)

        gr.on([self.files.change], lambda files: gr.update(interactive=bool(files)), self.files, self.add, queue=False, **quiet)
        added = self.add.click(self.do.added, self.files, [self.results, self.files, self.add], concurrency_limit=1, **quiet)
        for changed in (added.then, blocks.load):
            changed(self.do.held, [self.meeting, self.exchanges], held, queue=False, **quiet)
            changed(self.do.suggested, None, self.examples, queue=False, **quiet)
        self.table.select(self.do.chosen, None, [tabs, self.meeting], queue=False, **quiet)

        self.meeting.change(self.do.meeting_shown, self.meeting, [self.minutes, self.summary, self.beside], queue=False, **quiet)
        self.summarise.click(
            self.do.summarised, self.meeting, [self.summary, self.summarise], concurrency_limit=AT_ONCE, concurrency_id="ask", **quiet
        )
        blocks.unload(self.do.left)
