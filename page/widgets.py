"""The page: its head and foot, its tabs, and what happens when it is opened or its library changes."""

from __future__ import annotations

import gradio as gr

from page.bilingual import token
from page.programs import Programs
from page.tabs.ask import AskTab
from page.tabs.library import LibraryTab
from page.tabs.meetings import MeetingsTab
from page.tabs.newsletter import NewsletterTab
from page.tabs.registers import RegistersTab
from page.tabs.shared import AT_HAND, Shared
from page.tabs.topic import TopicTab

HEADER = (
    '<header class="masthead"><h1>Minutewise</h1><p>{}</p>'
    '<nav class="languages" aria-label="{}"><a href="?lang={}" lang="{}" hreflang="{}">{}</a></nav></header>'
)
FOOTER = '<footer class="foot"><p>{} {}</p></footer>'
TITLE = "Minutewise"


def build(shared: Shared, *, told_to: str | None = None) -> gr.Blocks:
    """The page over one library, made ready for many readers by sharing.py; its texts are put in as it is sent (bilingual.py).

    Args:
        told_to: the chat model that questions go to, if any, and its host: the page says so.
    """
    ask, meetings, files = AskTab(shared), MeetingsTab(shared), LibraryTab(shared)
    registers, topic, news = RegistersTab(shared), TopicTab(shared), NewsletterTab(shared)
    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as blocks:
        other = token("other.language")
        gr.HTML(HEADER.format(token("head"), token("language.choice"), other, other, other, token("other.language.name")))
        with gr.Tabs(elem_id="tabs", overflow_behavior="wrap") as tabs:
            with gr.Tab(token("tab.ask"), id="ask"):
                ask.build()
            with gr.Tab(token("tab.meetings"), id="meetings") as meetings_tab:
                meetings.build()
            with gr.Tab(token("tab.registers"), id="registers") as registers_tab:
                registers.build()
            with gr.Tab(token("tab.topic"), id="topic"):
                topic.build()
            with gr.Tab(token("tab.newsletter"), id="newsletter"):
                news.build()
            with gr.Tab(token("tab.library"), id="library"):
                files.build()
        model = f"{token('goes')} {told_to}" if told_to else ""
        gr.HTML(FOOTER.format(token("foot"), f"{model}." if model else token("stays")))

        Programs(shared).offer()
        ask.connect()
        meetings.connect(meetings_tab)
        registers.connect(registers_tab)
        topic.connect()
        news.connect()
        changed = [event.then for event in files.connect(tabs, meetings.meeting)]
        for again in (*changed, blocks.load):
            for one in (ask, meetings, registers, topic, news, files):
                again(one.held, one.held_inputs, one.held_outputs, **AT_HAND)
            again(ask.suggested, None, ask.examples, **AT_HAND)
        for one in (ask, news):
            blocks.unload(one.stopped)
    page_built: gr.Blocks = blocks
    return page_built
