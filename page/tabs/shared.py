"""What the tabs have in common: the library, how events are set up, and the pieces that stand in several of them."""

from __future__ import annotations

import importlib.resources
import threading
from typing import Any, Final

import gradio as gr

from assistant.engines.choice import Wanted
from ingest.datamodel import Language
from ingest.library import Library
from page import reader
from page.bilingual import token
from page.examples import Example, questions
from page.limits import ALL
from page.meetings import HeldMeeting, meetings
from page.wording import Words, asked_for
from page.working import Stops

Update = Any  # what gr.update returns

AT_ONCE = 4  # questions, stories and summaries written at the same time; more wait in line
QUIET: Final[dict[str, Any]] = {"show_progress": "hidden", "api_visibility": "private"}
AT_HAND: Final[dict[str, Any]] = {"queue": False, **QUIET}  # answered at once, from the library alone
IN_LINE: Final[dict[str, Any]] = {"concurrency_limit": AT_ONCE, "concurrency_id": "ask", **QUIET}


class Shared:
    """One page's library and engine, and the stop signs of its visitors."""

    def __init__(self, library: Library, engine: Wanted) -> None:
        self.library = library
        self.engine = engine
        self.stops = Stops()
        self._looking = threading.Lock()
        self._first: dict[Language, tuple[object, list[Example]]] = {}

    def examples(self, language: Language) -> list[Example]:
        """Questions to begin with; they are looked for anew when the library has changed."""
        state = [(one.id, one.passages) for one in self.library.lookup.documents()]
        with self._looking:  # the first visitor waits for the background's rather than look for them too
            if self._first.get(language, (None, []))[0] != state:
                self._first[language] = (state, questions(self.library, language))
            return self._first[language][1]

    def opened(self, event: gr.EventData, request: gr.Request) -> str:
        """The paragraph behind a citation's number."""
        return str(reader.opened(self.library, event._data, asked_for(request)))

    def meeting(self, key: str | None) -> HeldMeeting | None:
        """The meeting of that key, if the library holds it still."""
        return next((one for one in meetings(self.library.lookup.documents()) if one.key == key), None)

    def bodies(self, chosen: str | None, say: Words) -> Update:
        """The committees of the library for a filter; what is chosen stays if it is still there."""
        held = sorted({one.body for one in self.library.lookup.documents() if one.body})
        choices = [(say("filter.all"), ALL), *((name, name) for name in held)]
        return gr.update(choices=choices, value=chosen if chosen in held else ALL)


def script(*names: str) -> str:
    """Scripts of this package, one after another."""
    return "\n".join(importlib.resources.files("page").joinpath(name).read_text("utf-8") for name in names)


def shown(**settings: Any) -> gr.HTML:
    """A piece of the page that is filled later; its buttons speak through clicks.js."""
    return gr.HTML(js_on_load=script("clicks.js"), apply_default_css=False, **settings)


def reading() -> gr.HTML:
    """The place beside, where what a sentence stands on is opened."""
    with gr.Column(elem_classes="reading", min_width=280):
        empty = str(reader.nothing_opened(token("reader.empty")))
        return gr.HTML(empty, js_on_load=script("clicks.js", "reader.js"), apply_default_css=False)


def body_filter(name: str) -> gr.Dropdown:
    """Which committee."""
    return gr.Dropdown([(token("filter.all"), ALL)], value=ALL, label=token("filter.body.label"), elem_id=f"{name}-body")


def day_filters(name: str) -> tuple[gr.Textbox, gr.Textbox]:
    """The first and the last day of meeting."""
    first = gr.Textbox(label=token("filter.from"), placeholder="2024-05-01", max_length=10, elem_id=f"{name}-from")
    last = gr.Textbox(label=token("filter.to"), placeholder="2025-04-30", max_length=10, elem_id=f"{name}-to")
    return first, last
