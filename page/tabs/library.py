"""The Library tab: files in with a result for each, the meetings held, minutes taken out again, and what is wrong with which file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import gradio as gr

from ingest.errors import MinutewiseError
from page import shelf, uploads
from page.bilingual import token
from page.markup import notice
from page.meetings import meetings
from page.messages import fault
from page.tabs.shared import AT_HAND, QUIET, Shared, Update, shown
from page.wording import asked_for

UPLOADS = "#files button[aria-label], #folder button[aria-label], #files input[type=file], #folder input[type=file]"


class LibraryTab:
    """Widgets by name, and the functions that they call."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def build(self) -> None:
        """What stands where."""
        with gr.Column(elem_classes="page-width"):
            with gr.Row(elem_classes="uploads"):
                self.files = gr.File(label=token("files.label"), file_count="multiple", elem_id="files", height=150)
                self.folder = gr.File(label=token("files.folder"), file_count="directory", elem_id="folder", height=150)
            labels = f"for (const one of document.querySelectorAll('{UPLOADS}')) one.setAttribute('aria-label', '{token('files.choose')}')"
            gr.HTML(js_on_load=f"setTimeout(() => {{ {labels} }}, 300)", apply_default_css=False)  # the toolkit names them in English alone
            self.add = gr.Button(token("files.add"), variant="primary", elem_id="add-button", interactive=False)
            self.results = gr.HTML(apply_default_css=False)
            self.removing = gr.State("")
            self.asked_first = gr.HTML(apply_default_css=False)
            with gr.Row(elem_classes="buttons"):
                self.remove = gr.Button(token("remove.yes"), variant="stop", elem_id="remove-button", visible=False)
                self.keep = gr.Button(token("remove.no"), elem_id="keep-button", visible=False)
            self.table = shown()
            self.problems = gr.HTML(apply_default_css=False)
            with gr.Accordion(token("reindex.title"), open=False, elem_classes="filters"):
                gr.HTML(f"<p class='aside'>{token('reindex.text')}</p>", apply_default_css=False)
                self.reindex = gr.Button(token("reindex"), elem_id="reindex-button")
                self.reindexed = gr.HTML(apply_default_css=False)

    def connect(self, tabs: gr.Tabs, meeting: gr.Dropdown) -> list[gr.events.Dependency]:
        """What calls what; returns the events after which the library is another."""
        handed = [self.files, self.folder]
        gr.on([self.files.change, self.folder.change], lambda *some: gr.update(interactive=any(some)), handed, self.add, **AT_HAND)
        added = self.add.click(self.added, handed, [self.results, *handed, self.add], concurrency_limit=1, concurrency_id="write", **QUIET)
        self.table.select(self.chosen, None, [tabs, meeting], **AT_HAND)
        ask_first = [self.asked_first, self.remove, self.keep, self.removing]
        self.table.edit(self.asks, None, ask_first, **AT_HAND).then(
            None, **AT_HAND, js="() => document.querySelector('#keep-button')?.scrollIntoView({block: 'center'})"
        )
        self.keep.click(self.kept, None, ask_first, **AT_HAND)
        removed = self.remove.click(self.removed, self.removing, ask_first, concurrency_limit=1, concurrency_id="write", **QUIET)
        reindexed = self.reindex.click(
            self.read_again, None, [self.reindexed, self.reindex], concurrency_limit=1, concurrency_id="write", **QUIET
        )
        return [added, removed, reindexed]

    @property
    def held_inputs(self) -> list[gr.components.Component]:
        """What `held` goes by."""
        return []

    @property
    def held_outputs(self) -> list[gr.components.Component]:
        """What `held` fills."""
        return [self.table, self.problems]

    def held(self, request: gr.Request) -> tuple[Update, ...]:
        """All that the tab says of the library."""
        say = asked_for(request)
        documents = self.shared.library.lookup.documents()
        return str(shelf.table(meetings(documents), say)), str(shelf.problems(documents, say))

    def added(self, files: list[str] | None, folder: list[str] | None, request: gr.Request) -> Iterator[tuple[Update, ...]]:
        """Takes the uploaded files in, one after another."""
        say = asked_for(request)
        paths = [Path(file) for file in [*(files or []), *(folder or [])]]
        done: list[uploads.Outcome] = []
        for outcome in uploads.take_in(self.shared.library, paths):
            done.append(outcome)
            at_hand = paths[len(done)].name if len(done) < len(paths) else ""
            yield str(shelf.results(done, len(paths), say, at_hand)), gr.skip(), gr.skip(), gr.update(interactive=False)
        yield str(shelf.results(done, len(paths), say)), None, None, gr.update(interactive=False)

    def chosen(self, event: gr.EventData) -> tuple[Update, ...]:
        """From a row of the table to the meeting."""
        return gr.update(selected="meetings"), event.meeting

    def asks(self, event: gr.EventData, request: gr.Request) -> tuple[Update, ...]:
        """Says what taking a meeting's minutes out would do, and waits."""
        meeting = self.shared.meeting(str(event.remove))
        if meeting is None:
            return self._asked("", visible=False)
        return self._asked(str(shelf.removal(meeting, asked_for(request))), visible=True, key=meeting.key)

    def kept(self) -> tuple[Update, ...]:
        """Nothing is taken out."""
        return self._asked("", visible=False)

    def removed(self, key: str, request: gr.Request) -> tuple[Update, ...]:
        """Takes a meeting's minutes out."""
        say = asked_for(request)
        meeting = self.shared.meeting(key)
        if meeting is None:
            return self._asked(str(notice(say("remove.gone"))), visible=False)
        try:
            uploads.take_out(self.shared.library, [one.id for one in meeting.documents])
        except MinutewiseError as error:
            return self._asked(str(fault(error.message, error.hint, say)), visible=False)
        told = f'<p class="aside" role="status">{say.html("remove.done", meeting=meeting.label(say))}</p>'
        return self._asked(told, visible=False)

    def read_again(self, request: gr.Request) -> Iterator[tuple[Update, ...]]:
        """Reads every file of the library again."""
        say = asked_for(request)
        yield f'<p class="aside" role="status">{say("reindex.busy")}</p>', gr.update(interactive=False)
        try:
            done = shelf.read_again(uploads.read_again(self.shared.library), say)
        except MinutewiseError as error:
            done = fault(error.message, error.hint, say)
        yield str(done), gr.update(interactive=True)

    def _asked(self, shown: str, *, visible: bool, key: str = "") -> tuple[Update, ...]:
        return shown, gr.update(visible=visible), gr.update(visible=visible), key
