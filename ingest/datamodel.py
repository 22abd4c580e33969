"""The nouns of reading, in the order they are made: Source → Minutes (Meeting, AgendaItem, Paragraph, Decision) → Chunk → Passage.

All are frozen. Positions of paragraphs count from 1 in the source file as read, headings included; pages count from 1.
What the minutes do not say is None or "not recorded", never a guess.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["en", "cy"]
Status = Literal["approved", "draft", "not stated"]
BlockKind = Literal["heading", "item", "label", "paragraph", "bullet", "row"]
Part = Literal["minutes", "decision", "agenda"]
DecisionKind = Literal["resolved", "agreed", "recommended", "noted", "deferred", "refused", "carried", "lost", "withdrawn"]
Outcome = Literal["passed", "lost", "deferred", "withdrawn", "not recorded"]
ItemKind = Literal[
    "decision",
    "vote",
    "action",
    "exempt",  # by what is recorded under it
    "motion",
    "question",
    "petition",
    "report",
    "public participation",
    "declarations",
    "apologies",
    "minutes",  # by what it is
]


class Noun(BaseModel):
    """A frozen record; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Block(Noun):
    """One paragraph-sized piece of a source, before anybody knows what it means."""

    text: str = Field(description="the words, white space folded to single spaces, nothing corrected")
    kind: BlockKind = Field(
        default="paragraph", description="what the layout says it is; `item` opens an agenda item, `label` is 'Minutes:' and the like"
    )
    number: str | None = Field(
        default=None, description="for `item`: the number as printed, without trailing dot, e.g. '6', '48/18', '3.1'"
    )
    part: Part = Field(default="minutes", description="which part of a ModernGov item it stands in")
    speaker: str | None = Field(default=None, description="who says it, in a transcript of `Speaker: text` turns")
    page: int | None = Field(default=None, description="page, counted from 1; None where the format has no pages")


class Stated(Noun):
    """What the format itself states about the meeting (a ModernGov page's heading, a file's metadata); None where silent."""

    council: str | None = None
    body: str | None = None
    date: dt.date | None = None
    status: Status | None = None
    language: Language | None = None
    venue: str | None = None
    item_number: str | None = Field(default=None, description="a page of one item: its number in the meeting")


class Source(Noun):
    """One file as read: blocks of text in reading order."""

    path: str = Field(description="where it was read, as the user named it; members of a zip as 'archive.zip!/inner/name'")
    sha256: str = Field(description="hex digest of the file's bytes")
    format: str = Field(description="moderngov-item, moderngov-meeting, html, pdf, docx, odt, markdown, text or transcript")
    url: str | None = Field(default=None, description="the council's own address of it, where the file states one")
    stated: Stated = Stated()
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = Field(default=(), description="what a reader of the answers should know, e.g. scanned text")


class Paragraph(Noun):
    """One paragraph of the minutes."""

    index: int = Field(ge=1, description="its position in the source, counted from 1 over all blocks")
    text: str
    kind: BlockKind = "paragraph"
    part: Part = "minutes"
    speaker: str | None = None
    page: int | None = None


class Vote(Noun):
    """A vote as recorded. Counts are numbers of members; None where not recorded."""

    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()
    casting: str | None = Field(default=None, description="how the casting vote was used, in the minutes' words")
    unanimous: bool | None = Field(default=None, description="True only where the minutes say so")


class Decision(Noun):
    """What was decided, in the minutes' own words."""

    text: str = Field(description="verbatim; several paragraphs joined by newlines")
    kind: DecisionKind
    mover: str | None = Field(default=None, description="as printed, without title")
    seconder: str | None = None
    outcome: Outcome = "not recorded"
    vote: Vote | None = None
    amendment: bool = Field(default=False, description="an amendment rather than the motion itself")
    evidence: tuple[int, int] = Field(description="first and last paragraph that it stands on")


class Action(Noun):
    """Something somebody was asked to do."""

    text: str
    owner: str | None = None
    due: str | None = Field(default=None, description="as printed")
    evidence: tuple[int, int]


class AgendaItem(Noun):
    """One item of the agenda with what the minutes say under it."""

    ordinal: int = Field(
        ge=0, description="position in the document; 0 is what stands before the first item, or the only item of an item page"
    )
    number: str | None = Field(default=None, description="as printed, without trailing dot")
    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    exempt: bool = Field(default=False, description="taken with the public excluded")
    kinds: tuple[ItemKind, ...] = Field(default=(), description="what sort of item it is, by rule; may be several, or none")


class Meeting(Noun):
    """Which meeting the minutes are of."""

    council: str | None
    body: str | None = Field(description="the committee, cabinet or council that met")
    date: dt.date | None = Field(description="the day of the meeting, never the file's date")
    status: Status = "not stated"
    language: Language = "en"
    venue: str | None = None


class Minutes(Noun):
    """One document of minutes: whole, or a single item's page."""

    meeting: Meeting
    title: str = Field(description="what the document calls itself")
    items: tuple[AgendaItem, ...]
    source: Source
    warnings: tuple[str, ...] = ()


class Chunk(Noun):
    """A run of whole paragraphs (or of sentences of one long paragraph) within one agenda item: what is indexed and found."""

    id: str = Field(description="document id, dash, position in the document: the same on every machine")
    document_id: str
    item_ordinal: int
    position: int = Field(ge=0, description="position in the document, counted from 0 over its chunks")
    text: str = Field(description="what is shown and quoted; paragraphs are separated by newlines")
    context: str = Field(description="council, body, date, item: indexed with the text, never shown as text")
    paragraphs: tuple[int, int] = Field(description="first and last paragraph, counted from 1")
    page: int | None = None
    speaker: str | None = None
    tokens: int = Field(description="cl100k_base tokens of text and context together")

    @property
    def indexed_text(self) -> str:
        """The context line and the text: what both indexes see."""
        return f"{self.context}\n{self.text}"


class Filters(Noun):
    """What a search is limited to; names match without regard to case, and a part of a name is enough."""

    council: str | None = None
    body: str | None = None
    date_from: dt.date | None = Field(default=None, description="first day of meeting, included")
    date_to: dt.date | None = Field(default=None, description="last day of meeting, included")
    speaker: str | None = None
    language: Language | None = None
    status: Status | None = Field(default=None, description="of the minutes; 'not stated' asks for those that do not say")
    kind: ItemKind | None = Field(default=None, description="only agenda items of this kind")

    def __bool__(self) -> bool:
        return any(value is not None for value in self.model_dump().values())

    def described(self) -> str:
        """The filters in words, for messages: 'body Cabinet, dates from 1 May 2024'."""
        told = [f"{field} {value}" for field, value in self.model_dump(exclude={"date_from", "date_to"}).items() if value is not None]
        first, last = (f"{day.day} {day:%B %Y}" if day else "" for day in (self.date_from, self.date_to))
        if first and last:
            told.append(f"date {first}" if first == last else f"dates {first} to {last}")
        elif first or last:
            told.append(f"dates from {first}" if first else f"dates up to {last}")
        return ", ".join(told)


class SourcePlace(Noun):
    """Where a passage stands in the file it was read from."""

    path: str
    url: str | None = None
    page: int | None = Field(default=None, description="counted from 1")
    paragraphs: tuple[int, int] = Field(description="first and last, counted from 1 in the file as read")


class Passage(Noun):
    """A chunk that was found, with its score: the promised outside form, field by field."""

    id: str
    score: float = Field(description="0 to 1 within one search; higher is better")
    text: str
    council: str | None
    body: str | None
    date: dt.date | None
    item_number: str | None
    item_title: str
    speaker: str | None
    language: Language
    status: Status
    source: SourcePlace

    def heading(self) -> str:
        """'Cabinet, 22 October 2024, item 5. Leisure centre': where it was said, in one line."""
        when = f"{self.date.day} {self.date:%B %Y}" if self.date else None
        item = f"item {self.item_number}. {self.item_title}" if self.item_number else self.item_title
        return ", ".join(part for part in (self.body or self.council, when, item) if part)
