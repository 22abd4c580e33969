"""Meetings as visitors know them: one may be a single file, or a saved page for each of its items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from ingest.datamodel import AgendaItem, Decision, Vote
from ingest.library import Library
from ingest.lookup import DocumentRow
from page.markup import NOTHING, day, draft_badge, file_name, item_title, joined, lang, language_badge, some, web_link
from page.quoting import marked
from page.reader import paragraph

OUTCOMES = {"passed": "Carried", "lost": "Lost", "deferred": "Deferred", "withdrawn": "Withdrawn", "not recorded": ""}


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

    def label(self) -> str:
        """'22 October 2024, Cabinet'"""
        where = self.first.body or self.first.council or file_name(self.first.path)
        marks = [" (Cymraeg)" if self.first.language == "cy" else "", " – draft" if self.first.status == "draft" else ""]
        return f"{day(self.first.date)}, {where}{''.join(marks)}"


def meetings(documents: Sequence[DocumentRow]) -> list[HeldMeeting]:
    """Documents gathered by meeting and language, latest first, those without a date last."""
    gathered: dict[tuple[object, ...], list[DocumentRow]] = {}
    for one in documents:
        same = (one.council, one.body, one.date, one.language) if one.date else (one.id,)
        gathered.setdefault(same, []).append(one)
    held = [HeldMeeting(tuple(sorted(some_documents, key=lambda one: one.path))) for some_documents in gathered.values()]
    return sorted(held, key=lambda one: (one.first.date or dt.date.min, one.first.body or "", one.first.language), reverse=True)


def minutes(library: Library, meeting: HeldMeeting) -> Markup:
    """All items of a meeting: what was decided open, what was said on request."""
    first = meeting.first
    parts = [part for part in (first.council if first.council != first.body else None, first.venue) if part]
    head = Markup('<header><h2>{} {} {}</h2><p class="where">{}</p>{}</header>').format(
        ", ".join([first.body or file_name(first.path), day(first.date)]),
        draft_badge(first.status),
        language_badge(first.language),
        " · ".join(parts),
        _links(meeting),
    )
    items = joined(_item(item) for document in meeting.documents for item in library.lookup.items(document.id))
    return Markup('<article class="meeting"{}>{}{}</article>').format(lang(first.language), head, items)


def _links(meeting: HeldMeeting) -> Markup:
    if len(meeting.documents) > 1:
        return Markup('<p class="aside">Put together from {} saved pages.</p>').format(len(meeting.documents))
    link = web_link(meeting.first.url)
    return Markup('<p class="aside">{}{}{}</p>').format(file_name(meeting.first.path), " · " if link else "", link)


def _item(item: AgendaItem) -> Markup:
    said = [one for one in item.paragraphs if one.text.strip()]
    words = joined(paragraph(one, text) for one, text in zip(said, marked(said, ""), strict=True))
    exempt = Markup('<p class="aside">Taken with the public excluded.</p>') if item.exempt else NOTHING
    if not said:
        return NOTHING
    return Markup(
        '<section class="item"><h3>{}</h3>{}{}<details><summary>Read this item <span class="aside">{}</span></summary>'
        '<div class="minutes">{}</div></details></section>'
    ).format(
        item_title(item.number, item.title),
        exempt,
        joined(_decision(one) for one in item.decisions),
        some(len(said), "paragraph"),
        words,
    )


def _decision(decision: Decision) -> Markup:
    lines = joined(Markup("<p>{}</p>").format(line) for line in decision.text.split("\n") if line.strip())
    facts = [
        "Amendment" if decision.amendment else "",
        OUTCOMES[decision.outcome] if decision.kind not in ("noted", "recommended") or decision.vote else "",
        f"moved by {decision.mover}" if decision.mover else "",
        f"seconded by {decision.seconder}" if decision.seconder else "",
        _vote(decision.vote) if decision.vote else "",
    ]
    told = ", ".join(fact for fact in facts if fact)
    return Markup('<blockquote class="decision">{}{}</blockquote>').format(
        lines, Markup("<footer>{}</footer>").format(told[:1].upper() + told[1:]) if told else NOTHING
    )


def _vote(vote: Vote) -> str:
    counts = ((vote.votes_for, "for"), (vote.votes_against, "against"), (vote.abstained, "abstained"))
    told = [f"{count} {word}" for count, word in counts if count is not None]
    return ", ".join([*told, *(["unanimous"] if vote.unanimous else []), *([f"casting vote: {vote.casting}"] if vote.casting else [])])
