"""A page as content: headings, paragraphs, notes. What is written in every format is first laid out as one of these."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from ingest.datamodel import Language, Noun

PieceKind = Literal["text", "strong", "emphasis", "mark", "link", "note", "between", "break"]
Manner = Literal["body", "standfirst", "notice", "draft", "finding", "warning", "caption", "quotation"]


class Piece(Noun):
    """A run of text; `between` keeps the numbers of two notes apart."""

    text: str = ""
    kind: PieceKind = "text"
    target: str = Field(default="", description="of a link: an address, or '#' and the id of a heading; of a note: the note's key")
    language: Language | None = Field(default=None, description="where it differs from what stands round it")


class Heading(Noun):
    """A heading; level 1 is the title's, of which there is one."""

    text: str
    level: int = Field(ge=2, le=5)
    id: str = ""
    language: Language | None = None


class Paragraph(Noun):
    """A paragraph."""

    pieces: tuple[Piece, ...]
    manner: Manner = "body"
    language: Language | None = None


class Bullets(Noun):
    """A list."""

    lines: tuple[tuple[Piece, ...], ...]
    language: Language | None = None


class Table(Noun):
    """A table of data with a head row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    language: Language | None = None


class Claim(Noun):
    """A sentence, what the minutes say of it, and what was found wrong."""

    sentence: tuple[Piece, ...]
    quotations: tuple[tuple[Piece, ...], ...] = Field(description="the cited paragraphs, each with its place; empty: it stands on nothing")
    findings: tuple[Paragraph, ...] = ()
    language: Language | None = None


class Evidence(Noun):
    """Claims, each beside its evidence."""

    claims: tuple[Claim, ...]


class Beside(Noun):
    """The same told in two languages, side by side where the format and the width allow, else one after the other."""

    left: tuple[Heading | Paragraph, ...]
    right: tuple[Heading | Paragraph, ...]


class Contents(Noun):
    """The list of headings that have an id, down to a level."""

    level: int = 3


Block = Heading | Paragraph | Bullets | Table | Evidence | Beside | Contents


class Note(Noun):
    """What stands under a note's number."""

    key: str
    pieces: tuple[Piece, ...]


class Sheet(Noun):
    """A whole page."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = Field(default=(), description="in the order first referred to; numbered from 1")
    notes_title: str = "Sources"
    draft: str | None = Field(default=None, description="the words of the watermark and of the running head; None: signed off")
    day: dt.date = Field(description="what the file is dated by, so that the same content gives the same bytes")

    def numbers(self) -> dict[str, int]:
        """Each note's number by its key."""
        return {note.key: number for number, note in enumerate(self.notes, start=1)}

    def headings(self, level: int) -> list[Heading]:
        """The headings that a list of contents names."""
        return [block for block in self.blocks if isinstance(block, Heading) and block.id and block.level <= level]


def text(words: str, manner: str = "body") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph.model_validate({"pieces": (Piece(text=words),), "manner": manner})
