"""A topic's story as HTML: a plot of its events over time, and the events themselves, oldest first."""

from __future__ import annotations

import itertools

from markupsafe import Markup

from assistant.timeline import Event, Story
from page.answers import sentences, sources
from page.markup import NOTHING, draft_badge, joined, language_badge, put_right
from page.plot import Lane, Mark, Style, plot
from page.wording import Words

DECIDING = ("recommended", "decided", "changed", "deferred", "refused", "not carried")


def story(told: Story, say: Words) -> Markup:
    """The whole story, or the statement that the minutes do not speak of it."""
    if not told.events:
        return Markup('<div class="abstention" role="status"><p>{}</p></div>').format(
            say("topic.none", topic=told.topic, count=told.searched)
        )
    head = Markup('<h2 class="question">{}</h2><p class="aside" role="status">{}</p>').format(told.topic, _summary(told, say))
    events = joined(_event(one, say) for one in told.events)
    return Markup('<section class="story">{}{}<ol class="events">{}</ol></section>').format(head, _plot(told, say), events)


def _plot(told: Story, say: Words) -> Markup:
    dated = [one for one in told.events if one.date]
    named = sorted(dated, key=lambda one: (one.body or one.council or "", one.language))
    lanes = []
    for (name, language), some in itertools.groupby(named, key=lambda one: (one.body or one.council or say("held.nobody"), one.language)):
        lanes.append(Lane(name, language, tuple(Mark(one.date, _style(one)) for one in some if one.date)))
    used = {mark.style for lane in lanes for mark in lane.marks}
    legend = [(style, say(f"plot.{style}")) for style in ("said", "decided", "latest") if style in used]
    return plot(lanes, say("plot.label", topic=told.topic, summary=_summary(told, say)), legend, say) if len(dated) > 1 else NOTHING


def _style(event: Event) -> Style:
    return "latest" if event.latest else "decided" if event.kind in DECIDING else "said"


def _summary(told: Story, say: Words) -> str:
    days = sorted(one.date for one in told.events if one.date)
    span = say("held.span", first=say.day(days[0]), last=say.day(days[-1])) if days else ""
    return f"{say('events', count=len(told.events))}{span}."


def _event(event: Event, say: Words) -> Markup:
    other = say.other(event.language)
    latest = event.latest and event.kind != "latest"
    badges = [Markup('<span class="badge {}">{}</span>').format(_style(event), say(f"event.{event.kind}"))]
    badges += [Markup('<span class="badge latest">{}</span>').format(say("event.latest"))] if latest else []
    corrections = joined(put_right(say("standing.corrected", day=say.day(one.date)), one.text, other) for one in event.corrections)
    return Markup(
        '<li class="event{}"><h3>{} {} {} {}</h3><p class="where"><span{}>{}</span> · <span{}>{}</span></p>{}{}'
        '<details class="sources-of"><summary>{}</summary>{}</details></li>'
    ).format(
        " latest" if event.latest else "",
        say.day(event.date),
        joined(badges, " "),
        draft_badge(event.minutes_status, say),
        language_badge(event.language),
        other,
        event.body or event.council or "",
        other,
        event.item,
        sentences(event.sentences, event.citations, say),
        corrections,
        say("answer.sources"),
        sources(event.citations, say),
    )
