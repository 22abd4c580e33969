"""The summary of a meeting, for the Meetings tab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from assistant.datamodel import Draft
from assistant.engines.choice import Wanted, choose
from assistant.summarise import Summariser
from ingest.library import Library
from page.answers import sentences, sources
from page.markup import NOTHING, draft_badge, item_title, joined
from page.meetings import HeldMeeting


def drafts(library: Library, engine: Wanted, meeting: HeldMeeting) -> Iterator[Draft]:
    """A summary of each document of the meeting, as soon as it is written."""
    summariser = Summariser(library, *choose(library, engine))
    for document in meeting.documents:
        if document.items:
            name = document.path if Path(document.path).is_file() else Path(document.path.replace("!/", "/")).name
            yield summariser.summarise(name, style="full" if document.items == 1 else "brief")


def summary(meeting: HeldMeeting, made: list[Draft]) -> Markup:
    """The summaries as one page, each with its sources."""
    parts = joined(_draft(one, alone=len(meeting.documents) == 1) for one in made)
    by_model = next((one.provenance.model or "a chat model" for one in made if one.provenance.engine == "llm"), None)
    how = (
        f"Written by {by_model} and checked sentence by sentence against the minutes"
        if by_model
        else "The minutes’ own sentences, chosen and put in order"
    )
    notes = joined(
        Markup('<p class="aside">Note: {}.</p>').format(note)
        for note in dict.fromkeys(one.provenance.note for one in made if one.provenance.note)
    )
    return Markup('<section class="summary"><h2>Summary {}</h2>{}<p class="aside">{}.</p>{}</section>').format(
        draft_badge(meeting.first.status), parts, how, notes
    )


def _draft(draft: Draft, *, alone: bool) -> Markup:
    title = NOTHING if alone else Markup("<h3>{}</h3>").format(item_title(None, draft.title.partition(", ")[0]))
    numbered = draft.citations
    heading = "h3" if alone else "h4"
    sections = joined(
        Markup(f"<{heading}>{{}}</{heading}>{{}}").format(item_title(None, section.heading), sentences(section.sentences, numbered))
        for section in draft.sections
    )
    return Markup("{}{}<details class='sources-of'><summary>Sources</summary>{}</details>").format(title, sections, sources(numbered))
