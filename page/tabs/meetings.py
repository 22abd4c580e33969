"""The Meetings tab: which bodies met when, one meeting item by item, and its summary on request."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator

import gradio as gr
from markupsafe import Markup

from assistant.coverage import Coverage
from assistant.datamodel import Draft
from ingest.errors import MinutewiseError
from page import saving, summaries
from page.bilingual import token
from page.chart import chart
from page.markup import notice
from page.meetings import decision_note, meetings, minutes
from page.messages import fault
from page.reader import nothing_opened
from page.tabs.shared import AT_HAND, IN_LINE, QUIET, Shared, Update, reading, shown
from page.wording import asked_for
from page.working import Stopped, each


class MeetingsTab:
    """Widgets by name, and the functions that they call."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def build(self) -> None:
        """What stands where."""
        self.chart = gr.HTML(apply_default_css=False)
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                self.meeting = gr.Dropdown([], label=token("meeting"), elem_id="meeting")
                with gr.Row(elem_classes="buttons"):
                    self.summarise = gr.Button(token("summarise"), elem_id="summarise-button")
                    self.note = gr.Button(token("meeting.note"), elem_id="note-button")
                self.noted = gr.HTML(apply_default_css=False)
                self.summary = shown()
                self.minutes = gr.HTML(apply_default_css=False)
            self.beside = reading()

    def connect(self, tab: gr.Tab) -> None:
        """What calls what."""
        self.summary.select(self.shared.opened, None, self.beside, **AT_HAND)
        told = [self.minutes, self.summary, self.beside, self.noted]
        self.meeting.change(self.meeting_shown, self.meeting, told, **AT_HAND)
        self.note.click(self.note_made, self.meeting, self.noted, concurrency_limit=2, **QUIET)
        self.summarise.click(self.summarised, self.meeting, [self.summary, self.summarise], **IN_LINE)
        tab.select(self.charted, None, self.chart, concurrency_limit=2, **QUIET)

    @property
    def held_inputs(self) -> list[gr.components.Component]:
        """What `held` goes by."""
        return [self.meeting]

    @property
    def held_outputs(self) -> list[gr.components.Component]:
        """What `held` fills."""
        return [self.meeting]

    def held(self, chosen: str | None, request: gr.Request) -> Update:
        """The meetings to choose from; what is chosen stays if it is still there."""
        say = asked_for(request)
        choices = [(one.label(say), one.key) for one in meetings(self.shared.library.lookup.documents())]
        if chosen in dict(choices).values():
            return gr.update(choices=choices)
        return gr.update(choices=choices, value=choices[0][1] if choices else None)

    def charted(self, request: gr.Request) -> str:
        """The coverage map."""
        return str(chart(Coverage(self.shared.library.lookup).rows(), asked_for(request)))

    def meeting_shown(self, key: str | None, request: gr.Request) -> tuple[Update, ...]:
        """The items of the meeting that is chosen."""
        meeting = self.shared.meeting(key)
        say = asked_for(request)
        told = str(minutes(self.shared.library, meeting, say)) if meeting else ""
        return told, "", str(nothing_opened(say("reader.empty"))), ""

    def note_made(self, key: str | None, request: gr.Request) -> str:
        """The decision note of the meeting that is chosen, as files."""
        say = asked_for(request)
        meeting = self.shared.meeting(key)
        if meeting is None:
            return str(notice(say("meeting.choose")))
        try:
            return str(saving.note(decision_note(self.shared.library, meeting), say))
        except MinutewiseError as error:
            return str(fault(error.message, error.hint, say))

    def summarised(self, key: str | None, request: gr.Request) -> Iterator[tuple[Update, ...]]:
        """The summary, document by document."""
        say = asked_for(request)
        meeting = self.shared.meeting(key)
        if meeting is None:
            yield str(notice(say("meeting.choose"))), gr.skip()
            return
        made: list[Draft] = []
        yield str(Markup('<p class="aside" role="status">{}</p>').format(say("summary.busy"))), gr.update(interactive=False)
        try:
            for draft in each(lambda: summaries.drafts(self.shared.library, self.shared.engine, meeting), threading.Event()):
                made.append(draft)
                yield str(summaries.summary(meeting, made, say)), gr.skip()
        except Stopped:
            pass
        except MinutewiseError as error:
            yield str(fault(error.message, error.hint, say)), gr.skip()
        except Exception:
            traceback.print_exc(file=sys.stderr)
            yield str(notice(say("fault"), say("fault.hint"))), gr.skip()
        yield gr.skip(), gr.update(interactive=True)
