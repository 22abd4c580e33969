"""The Decisions and actions tab: the registers, filtered, sorted, each row with its evidence, and all of them as CSV."""

from __future__ import annotations

import gradio as gr

from assistant.registers import Registers, Row
from ingest.datamodel import Filters
from ingest.errors import InputError
from page.bilingual import token
from page.limits import filters
from page.markup import notice
from page.registers import KINDS, STATES, Order, What, Wish, chosen, table
from page.tabs.shared import AT_HAND, QUIET, Shared, Update, body_filter, day_filters, reading, shown
from page.wording import asked_for


class RegistersTab:
    """Widgets by name, and the functions that they call."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self._read: tuple[object, Registers] | None = None

    def build(self) -> None:
        """What stands where."""
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                with gr.Row():
                    self.what = gr.Radio(
                        [(token("column.decisions"), "decisions"), (token("column.actions"), "actions")],
                        value="decisions",
                        label=token("registers.what"),
                        elem_id="register-what",
                    )
                with gr.Row():
                    self.text = gr.Textbox(label=token("registers.text"), max_length=200, elem_id="register-text")
                    self.body = body_filter("register")
                with gr.Accordion(token("registers.further"), open=False, elem_classes="filters"):
                    with gr.Row():
                        self.day_from, self.day_to = day_filters("register")
                    with gr.Row():
                        self.speaker = gr.Textbox(label=token("registers.person"), max_length=80, elem_id="register-person")
                        self.kind = gr.Dropdown(
                            [(token("registers.any"), "")], value="", label=token("registers.kind"), elem_id="register-kind"
                        )
                        self.order = gr.Dropdown(
                            [(token(f"order.{name}"), name) for name in ("newest", "oldest", "body", "item")],
                            value="newest",
                            label=token("registers.order"),
                            elem_id="register-order",
                        )
                self.find = gr.Button(token("registers.find"), elem_id="register-find")
                self.rows = shown()
            self.reader = reading()

    def connect(self, tab: gr.Tab) -> None:
        """What calls what."""
        wished = [self.what, self.body, self.day_from, self.day_to, self.speaker, self.kind, self.text, self.order]
        asked = [self.find.click, self.text.submit, self.speaker.submit, self.day_from.submit, self.day_to.submit]
        chosen_anew = [self.body.input, self.kind.input, self.order.input, tab.select]
        gr.on([*asked, *chosen_anew], self.found, wished, self.rows, concurrency_limit=2, **QUIET)
        self.what.input(self.kinds, self.what, self.kind, **AT_HAND).then(self.found, wished, self.rows, concurrency_limit=2, **QUIET)
        self.rows.select(self.shared.opened, None, self.reader, **AT_HAND)

    @property
    def held_inputs(self) -> list[gr.components.Component]:
        """What `held` goes by."""
        return [self.what, self.body]

    @property
    def held_outputs(self) -> list[gr.components.Component]:
        """What `held` fills."""
        return [self.body, self.kind]

    def held(self, what: What, body: str, request: gr.Request) -> tuple[Update, ...]:
        """What can be chosen."""
        return self.shared.bodies(body, asked_for(request)), self.kinds(what, request)

    def kinds(self, what: What, request: gr.Request) -> Update:
        """Kinds of decision, or what can have become of an action."""
        say = asked_for(request)
        names = [(say(f"kind.{one}"), one) for one in KINDS] if what == "decisions" else [(say(f"state.{one}"), one) for one in STATES]
        label = say("registers.kind" if what == "decisions" else "registers.state")
        return gr.update(choices=[(say("registers.any"), ""), *names], value="", label=label)

    def found(
        self,
        what: What,
        body: str,
        day_from: str,
        day_to: str,
        speaker: str,
        kind: str,
        text: str,
        order: Order,
        request: gr.Request,
    ) -> str:
        """The rows wished for."""
        say = asked_for(request)
        try:
            narrowed = filters(say, body, day_from, day_to, None, speaker)
        except InputError as error:
            return str(notice(error.message, error.hint))
        wish = Wish(what, kind or "", text or "", order)
        return str(table(chosen(self._rows(what, narrowed), wish), wish, say))

    def _rows(self, what: What, narrowed: Filters) -> list[Row]:
        """Rows of the register; what belongs together in the library is looked for anew when the library has changed."""
        state = [(one.id, one.passages) for one in self.shared.library.lookup.documents()]
        if self._read is None or self._read[0] != state:
            self._read = (state, Registers(self.shared.library.lookup))
        registers = self._read[1]
        return [*(registers.decisions(narrowed) if what == "decisions" else registers.actions(narrowed))]
