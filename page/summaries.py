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
from page.messages import tell
from page.wording import Words


def drafts(library: Library, engine: Wanted, meeting: HeldMeeting) -> Iterator[Draft]:
    """A summary of each document of the meeting, as soon as it is written."""
    summariser = Summariser(library, *choose(library, engine))
    for document in meeting.documents:
        if document.items:
            name = document.path if Path(document.path).is_file() else Path(document.path.replace("!/", "/")).name
            yield summariser.summarise(name, style="full" if document.items == 1 else "brief")


def summary(meeting: HeldMeeting, made: list[Draft], say: Words) -> Markup:
    """The summaries as one page, each with its sources."""
    parts = joined(_draft(one, say, meeting, alone=len(meeting.documents) == 1) for one in made)
    by_model = next((one.provenance.model or say("made.model") for one in made if one.provenance.engine == "llm"), None)
    how = say("made.llm", model=by_model) if by_model else say("made.chosen")
    notes = joined(
        Markup('<p class="aside">{} {}.</p>').format(say("made.note"), tell(note, say))
        for note in dict.fromkeys(one.provenance.note for one in made if one.provenance.note)
    )
    return Markup('<section class="summary"><h2>{} {}</h2>{}<p class="aside">{}</p>{}</section>').format(
        say("summary"), draft_badge(meeting.first.status, say), parts, how, notes
    )


def _draft(draft: Draft, say: Words, meeting: HeldMeeting, *, alone: bool) -> Markup:
    other = say.other(meeting.first.language)
    title = NOTHING if alone else Markup("<h3{}>{}</h3>").format(other, item_title(None, draft.title.partition(", ")[0]))
    numbered = draft.citations
    level = "h3" if alone else "h4"
    sections = joined(
        Markup(f"<{level}{{}}>{{}}</{level}>{{}}").format(
            other, item_title(None, section.heading), sentences(section.sentences, numbered, say)
        )
        for section in draft.sections
    )
    return Markup("{}{}<details class='sources-of'><summary>{}</summary>{}</details>").format(
        title, sections, say("answer.sources"), sources(numbered, say)
    )
