"""The Ask tab: a conversation with the question box below it, and the reader beside both."""

from __future__ import annotations

from collections.abc import Iterator

import gradio as gr
from markupsafe import Markup

from ingest.errors import InputError
from page import asking, examples, saving
from page.asking import Asked, Exchange
from page.bilingual import token
from page.coverage import coverage
from page.limits import ALL, filters
from page.markup import notice
from page.meetings import meetings
from page.tabs.shared import AT_HAND, IN_LINE, QUIET, Shared, Update, body_filter, day_filters, reading, shown
from page.wording import Words, asked_for

Conversation = tuple[Exchange, ...]


class AskTab:
    """Widgets by name, and the functions that they call."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def build(self) -> None:
        """What stands where."""
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                self.exchanges = gr.State(())
                self.earlier = gr.State(())
                self.talk = shown(elem_classes="conversation")
                self.status = gr.HTML(str(said("")), elem_classes="status", apply_default_css=False)
                self.question = gr.Textbox(
                    label=token("ask.label"),
                    placeholder=token("ask.placeholder"),
                    lines=1,
                    max_lines=5,
                    max_length=asking.LONGEST_QUESTION,
                    elem_id="question",
                )
                with gr.Row(elem_classes="buttons"):
                    self.ask = gr.Button(token("ask"), variant="primary", elem_id="ask-button", min_width=96)
                    self.stop = gr.Button(token("stop"), variant="stop", elem_id="stop-button", visible=False, min_width=96)
                    self.again = gr.Button(token("again"), elem_id="again-button", visible=False, min_width=96)
                    self.save = gr.Button(token("save"), elem_id="save-button", visible=False, min_width=96)
                self.saved = gr.HTML(apply_default_css=False)
                self.history = shown()
                self.examples = shown(elem_classes="example-list")
                with gr.Accordion(token("filters"), open=False, elem_classes="filters"):
                    with gr.Row():
                        self.body = body_filter("filter")
                        self.language = gr.Dropdown(
                            [(token("filter.any.language"), ALL), ("English", "en"), ("Cymraeg", "cy")],
                            value=ALL,
                            label=token("filter.language.label"),
                            elem_id="filter-language",
                        )
                    with gr.Row():
                        self.day_from, self.day_to = day_filters("filter")
                    self.speaker = gr.Textbox(
                        label=token("filter.speaker.label"),
                        placeholder=token("filter.speaker.example"),
                        max_length=80,
                        elem_id="filter-speaker",
                    )
            self.reader = reading()

    def connect(self) -> None:
        """What calls what."""
        narrowed = [self.body, self.day_from, self.day_to, self.language, self.speaker, self.exchanges, self.earlier]
        told = [self.talk, self.status, self.question, self.ask, self.stop, self.again, self.save, self.saved, self.examples]
        told += [self.history, self.exchanges]
        line = {**IN_LINE, "show_progress": "minimal", "show_progress_on": self.question}
        gr.on([self.question.submit, self.ask.click], self.asked, [self.question, *narrowed], told, **line)
        self.examples.select(self.example_asked, narrowed, told, **line)
        self.stop.click(self.stopped, None, None, **AT_HAND)
        self.again.click(self.began_again, [self.exchanges, self.earlier], [*told, self.reader, self.earlier], **AT_HAND)
        self.history.edit(self.reopened, [self.exchanges, self.earlier], [*told, self.reader, self.earlier], **AT_HAND)
        self.talk.select(self.shared.opened, None, self.reader, **AT_HAND)
        self.talk.edit(self.rewritten, None, self.question, **AT_HAND).then(
            None, **AT_HAND, js="() => document.querySelector('#question textarea').focus()"
        )
        self.save.click(self.saved_as, self.exchanges, self.saved, concurrency_limit=2, **QUIET)

    @property
    def held_inputs(self) -> list[gr.components.Component]:
        """What `held` goes by."""
        return [self.body, self.exchanges]

    @property
    def held_outputs(self) -> list[gr.components.Component]:
        """What `held` fills."""
        return [self.body, self.reader]

    def held(self, body: str, exchanges: Conversation, request: gr.Request) -> tuple[Update, ...]:
        """All that the tab says of the library; what the visitor has opened meanwhile stays."""
        say = asked_for(request)
        return self.shared.bodies(body, say), gr.skip() if exchanges else self._coverage(say)

    def asked(
        self,
        text: str,
        body: str,
        day_from: str,
        day_to: str,
        language: str,
        speaker: str,
        before: Conversation,
        earlier: tuple[Conversation, ...],
        request: gr.Request,
    ) -> Iterator[tuple[Update, ...]]:
        """Answers what is in the box."""
        say = asked_for(request)
        text = " ".join((text or "").split())
        if not text:
            yield self._shown(before, earlier, notice(say("ask.empty")), say, busy=False)
            return
        try:
            narrowed = filters(say, body, day_from, day_to, language, speaker)
        except InputError as error:
            yield self._shown(before, earlier, notice(error.message, error.hint), say, busy=False, box=text)
            return
        stop = self.shared.stops.new(str(request.session_hash))
        for view in asking.ask(self.shared.library, self.shared.engine, Asked(text, narrowed, before), say, stop):
            yield self._shown(view.exchanges, earlier, said(view.status), say, busy=view.busy)

    def example_asked(
        self,
        body: str,
        day_from: str,
        day_to: str,
        language: str,
        speaker: str,
        before: Conversation,
        earlier: tuple[Conversation, ...],
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[tuple[Update, ...]]:
        """Answers one of the example questions."""
        yield from self.asked(str(event.ask), body, day_from, day_to, language, speaker, before, earlier, request)

    def stopped(self, request: gr.Request) -> None:
        """Stops what the visitor is waiting for; the stream itself then says so and ends."""
        self.shared.stops.stop(str(request.session_hash))

    def began_again(self, exchanges: Conversation, earlier: tuple[Conversation, ...], request: gr.Request) -> tuple[Update, ...]:
        """An empty conversation; the one before is kept for as long as the page is open."""
        say = asked_for(request)
        kept = (*earlier, exchanges) if exchanges else earlier
        return (*self._shown((), kept, said(""), say, busy=False), self._coverage(say), kept)

    def reopened(
        self, exchanges: Conversation, earlier: tuple[Conversation, ...], event: gr.EventData, request: gr.Request
    ) -> tuple[Update, ...]:
        """An earlier conversation of this visit, to be read or gone on with."""
        say = asked_for(request)
        place = int(event.reopen)
        wanted, others = earlier[place], (*earlier[:place], *earlier[place + 1 :])
        kept = (*others, exchanges) if exchanges else others
        return (*self._shown(wanted, kept, said(""), say, busy=False), "", kept)

    def rewritten(self, event: gr.EventData) -> str:
        """What was searched for goes into the box, to be changed and asked again."""
        return str(event.edit)

    def saved_as(self, exchanges: Conversation, request: gr.Request) -> str:
        """The conversation as files."""
        return str(saving.conversation(exchanges, asked_for(request)))

    def suggested(self, request: gr.Request) -> str:
        """Questions to begin with."""
        say = asked_for(request)
        return str(examples.buttons(self.shared.examples(say.language), say))

    def _coverage(self, say: Words) -> str:
        documents = self.shared.library.lookup.documents()
        return str(coverage(documents, len(meetings(documents)), say))

    def _shown(
        self, exchanges: Conversation, earlier: tuple[Conversation, ...], status: Markup, say: Words, *, busy: bool, box: str = ""
    ) -> tuple[Update, ...]:
        begun = bool(exchanges)
        return (
            str(asking.conversation(exchanges, say)),
            str(status),
            gr.update(value=box, label=say("ask.further" if begun else "ask.label")),
            gr.update(visible=not busy),
            gr.update(visible=busy),
            gr.update(visible=begun and not busy),
            gr.update(visible=begun and not busy),
            "",
            gr.update(visible=not begun),
            str(asking.history(earlier, exchanges, say)) if not busy else gr.skip(),
            exchanges,
        )


def said(status: str) -> Markup:
    """The status for those who listen to the page rather than look at it."""
    return Markup('<p role="status" class="unseen">{}</p>').format(status)
