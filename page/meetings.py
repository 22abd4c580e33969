"""Meetings as visitors know them: one may be a single file, or a saved page for each of its items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from markupsafe import Markup

from assistant.decision_note import DecisionNote
from assistant.decision_note.reading import Document, note
from ingest.datamodel import AgendaItem, Decision, Outcome, Vote
from ingest.library import Library
from ingest.lookup import DocumentRow
from page.markup import NOTHING, draft_badge, file_name, item_title, joined, language_badge, web_link
from page.quoting import marked
from page.reader import paragraph
from page.wording import Words


class HeldMeeting(NamedTuple):
    """A meeting with all documents of it in one language."""

    documents: tuple[DocumentRow, ...]

    @property
    def key(self) -> str:
        """Names it in the page's controls."""
        return self.documents[0].id

    @property
    def first(self) -> DocumentRow:
        """Whose word is taken for what all share."""
        return self.documents[0]

    @property
    def items(self) -> int:
        """Number of agenda items."""
        return sum(one.items for one in self.documents)

    def label(self, say: Words) -> str:
        """'22 October 2024, Cabinet'"""
        where = self.first.body or self.first.council or file_name(self.first.path)
        marks = [" (Cymraeg)" if self.first.language == "cy" else "", f" – {say('meeting.draft')}" if self.first.status == "draft" else ""]
        return f"{say.day(self.first.date)}, {where}{''.join(marks)}"


def meetings(documents: Sequence[DocumentRow]) -> list[HeldMeeting]:
    """Documents gathered by meeting and language, latest first, those without a date last."""
    gathered: dict[tuple[object, ...], list[DocumentRow]] = {}
    for one in documents:
        same = (one.council, one.body, one.date, one.language) if one.date else (one.id,)
        gathered.setdefault(same, []).append(one)
    held = [HeldMeeting(tuple(sorted(some_documents, key=lambda one: one.path))) for some_documents in gathered.values()]
    return sorted(held, key=lambda one: (one.first.date or dt.date.min, one.first.body or "", one.first.language), reverse=True)


def minutes(library: Library, meeting: HeldMeeting, say: Words) -> Markup:
    """All items of a meeting: what was decided open, what was said on request."""
    first = meeting.first
    other = say.other(first.language)
    parts = [part for part in (first.council if first.council != first.body else None, first.venue) if part]
    head = Markup('<header><h2><span{}>{}</span>, {} {} {}</h2><p class="where"{}>{}</p>{}</header>').format(
        other,
        first.body or file_name(first.path),
        say.day(first.date),
        draft_badge(first.status, say),
        language_badge(first.language),
        other,
        " · ".join(parts),
        _links(meeting, say),
    )
    items = [item for document in meeting.documents for item in library.lookup.items(document.id)]
    told = joined(_item(item, say, other) for item in items)
    return Markup('<article class="meeting">{}{}{}{}</article>').format(
        head, _facts(items, say), _attendance(decision_note(library, meeting), say, other), told
    )


def decision_note(library: Library, meeting: HeldMeeting) -> DecisionNote:
    """What the minutes say of attendance, and every decision that is not exempt."""
    return note([Document(one.meeting(), one.path, one.url, library.lookup.items(one.id)) for one in meeting.documents])


def _facts(items: Sequence[AgendaItem], say: Words) -> Markup:
    """How much was dealt with and decided."""
    held = [item for item in items if item.paragraphs and (item.ordinal or len(items) == 1)]
    counts = [
        say("items", count=len(held)),
        say("decisions", count=sum(len(item.decisions) for item in items)),
        say("actions", count=sum(len(item.actions) for item in items)),
    ]
    return Markup('<p class="aside counts">{}</p>').format(" · ".join(counts))


def _attendance(told: DecisionNote, say: Words, other: Markup) -> Markup:
    """Who was there, who sent apologies, who declared an interest: as the minutes have it, or that they do not say."""
    parts = []
    for name, lines in (("present", told.present), ("apologies", told.apologies), ("declarations", told.declarations)):
        said = joined(Markup("<p{}>{}</p>").format(other, line.text) for line in lines)
        parts.append(
            Markup('<h3 class="minor">{}</h3>{}').format(
                say(f"meeting.{name}"), said or Markup('<p class="aside">{}</p>').format(say("meeting.unrecorded"))
            )
        )
    return Markup('<details class="attendance"><summary>{}</summary><div class="minutes">{}</div></details>').format(
        say("meeting.attendance"), joined(parts)
    )


def _links(meeting: HeldMeeting, say: Words) -> Markup:
    if len(meeting.documents) > 1:
        return Markup('<p class="aside">{}</p>').format(say("meeting.pages", count=len(meeting.documents)))
    link = web_link(meeting.first.url, say)
    return Markup('<p class="aside">{}{}{}</p>').format(file_name(meeting.first.path), " · " if link else "", link)


def _item(item: AgendaItem, say: Words, other: Markup) -> Markup:
    said = [one for one in item.paragraphs if one.text.strip()]
    words = joined(paragraph(one, text, say) for one, text in zip(said, marked(said, ""), strict=True))
    exempt = Markup('<p class="aside">{}</p>').format(say("meeting.exempt")) if item.exempt else NOTHING
    if not said:
        return NOTHING
    return Markup(
        '<section class="item"><h3{}>{}</h3>{}{}<details><summary>{} <span class="aside">{}</span></summary>'
        '<div class="minutes"{}>{}</div></details></section>'
    ).format(
        other,
        item_title(item.number, item.title),
        exempt,
        joined(decided(one, say, other) for one in item.decisions),
        say("meeting.read"),
        say("paragraphs", count=len(said)),
        other,
        words,
    )


def decided(decision: Decision, say: Words, other: Markup) -> Markup:
    """A decision in the minutes' words, with how it came about."""
    lines = in_parts(decision.text, other)
    told = how_decided(decision, say)
    return Markup('<blockquote class="decision">{}{}</blockquote>').format(
        lines, Markup("<footer>{}</footer>").format(told) if told else NOTHING
    )


def in_parts(text: str, other: Markup) -> Markup:
    """The words of a decision, line by line; where the first ends in a colon, the rest are parts of it."""
    first, *rest = [line for line in text.split("\n") if line.strip()] or [""]
    style = Markup(' class="part"') if first.rstrip().endswith(":") else NOTHING
    return Markup("<p{}>{}</p>").format(other, first) + joined(Markup("<p{}{}>{}</p>").format(style, other, line) for line in rest)


class Decided(Protocol):
    """What a decision of a meeting and a row of the register have in common."""

    @property
    def kind(self) -> str: ...
    @property
    def amendment(self) -> bool: ...
    @property
    def outcome(self) -> Outcome | None: ...
    @property
    def mover(self) -> str | None: ...
    @property
    def seconder(self) -> str | None: ...
    @property
    def vote(self) -> Vote | None: ...


def how_decided(decision: Decided, say: Words) -> str:
    """'Carried, moved by Ann Rees, seconded by Bryn Hughes, 17 for, 12 against'; '' where nothing of it is recorded."""
    outcome = decision.outcome or "not recorded"
    facts = [
        say("decision.amendment") if decision.amendment else "",
        say(f"outcome.{outcome}") if outcome != "not recorded" and (decision.kind not in ("noted", "recommended") or decision.vote) else "",
        say("decision.mover", name=decision.mover) if decision.mover else "",
        say("decision.seconder", name=decision.seconder) if decision.seconder else "",
        voted(decision.vote, say) if decision.vote else "",
    ]
    told = ", ".join(fact for fact in facts if fact)
    return told[:1].upper() + told[1:]


def voted(vote: Vote, say: Words) -> str:
    """'17 for, 12 against, 2 abstained', and whether it was unanimous; no count that is not recorded."""
    counts = ((vote.votes_for, "for"), (vote.votes_against, "against"), (vote.abstained, "abstained"))
    told = [say(f"vote.{word}", count=count) for count, word in counts if count is not None]
    return ", ".join(
        [
            *told,
            *([say("vote.unanimous")] if vote.unanimous else []),
            *([say("vote.casting", words=vote.casting)] if vote.casting else []),
        ]
    )
