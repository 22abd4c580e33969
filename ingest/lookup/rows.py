"""Rows of the catalogue as nouns."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import Field

from ingest.datamodel import Action, AgendaItem, Decision, Language, Meeting, Noun, Paragraph, Passage, SourcePlace, Status


class DocumentRow(Noun):
    """One document of the library, as `minutewise meetings` shows it."""

    id: str
    path: str
    url: str | None
    format: str
    title: str
    council: str | None
    body: str | None
    date: dt.date | None
    status: Status
    language: Language
    venue: str | None
    warnings: tuple[str, ...]
    items: int = Field(description="number of agenda items")
    passages: int = Field(description="number of indexed chunks")

    def meeting(self) -> Meeting:
        """The meeting that the document is of."""
        return Meeting(council=self.council, body=self.body, date=self.date, status=self.status, language=self.language, venue=self.venue)


class Place(NamedTuple):
    """Where a chunk stands."""

    document_id: str
    item_ordinal: int
    position: int
    item_size: int  # chunks in its item


class Heading(NamedTuple):
    """Which meeting a document is of."""

    council: str | None
    body: str | None
    date: dt.date | None
    language: Language


class ItemText(NamedTuple):
    """An agenda item as running text."""

    ordinal: int
    number: str | None
    title: str
    text: str  # paragraphs separated by newlines


def day(number: int | None) -> dt.date | None:
    """20240314 as a date."""
    return None if number is None else dt.date(number // 10000, number // 100 % 100, number % 100)


def document_of(row: sqlite3.Row) -> DocumentRow:
    stored = {name: row[name] for name in DocumentRow.model_fields if name not in ("date", "warnings")}
    return DocumentRow(**stored, date=day(row["date"]), warnings=tuple(json.loads(row["warnings"])))


def item_of(row: sqlite3.Row, paragraphs: Sequence[Paragraph]) -> AgendaItem:
    return AgendaItem(
        ordinal=row["ordinal"],
        number=row["number"],
        title=row["title"],
        exempt=bool(row["exempt"]),
        kinds=tuple(json.loads(row["kinds"])),
        paragraphs=tuple(paragraphs),
        decisions=tuple(Decision.model_validate(record) for record in json.loads(row["decisions"])),
        actions=tuple(Action.model_validate(record) for record in json.loads(row["actions"])),
    )


def paragraph_of(row: sqlite3.Row) -> Paragraph:
    return Paragraph(index=row["position"], text=row["text"], kind=row["kind"], part=row["part"], speaker=row["speaker"], page=row["page"])


def passage_of(row: sqlite3.Row, score: float) -> Passage:
    return Passage(
        id=row["id"],
        score=score,
        text=row["text"],
        council=row["council"],
        body=row["body"],
        date=day(row["date"]),
        item_number=row["number"],
        item_title=row["item_title"],
        speaker=row["speaker"],
        language=row["language"],
        status=row["status"],
        source=SourcePlace(path=row["path"], url=row["url"], page=row["page"], paragraphs=(row["first_paragraph"], row["last_paragraph"])),
    )
