"""The Topic tab: one topic over meetings and years, as a plot and a story."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator

import gradio as gr

from assistant.timeline import Timeline
from ingest.errors import InputError, MinutewiseError
from page.bilingual import token
from page.limits import filters
from page.markup import notice
from page.messages import fault
from page.story import story
from page.tabs.shared import AT_HAND, IN_LINE, Shared, Update, body_filter, day_filters, reading, shown
from page.wording import asked_for


class TopicTab:
    """Widgets by name, and the functions that they call."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def build(self) -> None:
        """What stands where."""
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                self.topic = gr.Textbox(
                    label=token("topic"), placeholder=token("topic.example"), max_length=200, lines=1, max_lines=1, elem_id="topic"
                )
                self.tell = gr.Button(token("topic.tell"), variant="primary", elem_id="topic-tell")
                with gr.Accordion(token("filters"), open=False, elem_classes="filters"):
                    self.body = body_filter("topic")
                    with gr.Row():
                        self.day_from, self.day_to = day_filters("topic")
                self.story = shown()
            self.reader = reading()

    def connect(self) -> None:
        """What calls what."""
        wished = [self.topic, self.body, self.day_from, self.day_to]
        gr.on([self.tell.click, self.topic.submit], self.told, wished, self.story, **IN_LINE)
        self.story.select(self.shared.opened, None, self.reader, **AT_HAND)

    @property
    def held_inputs(self) -> list[gr.components.Component]:
        """What `held` goes by."""
        return [self.body]

    @property
    def held_outputs(self) -> list[gr.components.Component]:
        """What `held` fills."""
        return [self.body]

    def held(self, body: str, request: gr.Request) -> Update:
        """What can be chosen."""
        return self.shared.bodies(body, asked_for(request))

    def told(self, topic: str, body: str, day_from: str, day_to: str, request: gr.Request) -> Iterator[str]:
        """The story of what is in the box."""
        say = asked_for(request)
        topic = " ".join((topic or "").split())
        if not topic:
            yield str(notice(say("topic.empty")))
            return
        yield f'<p class="aside" role="status">{say("topic.busy")}</p>'
        try:
            yield str(story(Timeline(self.shared.library).tell(topic, filters(say, body, day_from, day_to)), say))
        except InputError as error:
            yield str(notice(error.message, error.hint))
        except MinutewiseError as error:
            yield str(fault(error.message, error.hint, say))
        except Exception:
            traceback.print_exc(file=sys.stderr)
            yield str(notice(say("fault"), say("fault.hint")))
