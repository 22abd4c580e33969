"""From a meeting of the library, or a file, to its decision note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.decision_note.attendance import Part, said
from assistant.decision_note.deadline import deadline, law
from assistant.decision_note.note import Decided, DecisionNote, Line
from assistant.held import Held, Holdings
from ingest.datamodel import AgendaItem, Language, Meeting, Paragraph, SourcePlace
from ingest.errors import InputError, NothingFound
from ingest.library import Library


class Document(NamedTuple):
    """One document of a meeting with its items."""

    meeting: Meeting
    path: str
    url: str | None
    items: Sequence[AgendaItem]


def note_of(library: Library | None, wanted: str | None, language: Language | None = None) -> DecisionNote:
    """The decision note of a meeting.

    Args:
        library: where meetings are looked for; None where `wanted` is a file.
        wanted: a file; or a date, body, title or file name (a part is enough): the latest meeting that matches; None: the latest of all.
        language: which of the two where the library has the meeting in both; None: English.

    Raises:
        NothingFound: no such meeting.
        InputError: the file holds several, or cannot be read as minutes.
    """
    if wanted and is_file(wanted):
        return note([_of_file(Path(wanted))])
    if library is None:
        raise NothingFound(
            f"there is no file '{wanted}', and no library to look in", "name a file of minutes, or make a library with `minutewise ingest`"
        )
    return note(_of_library(library, wanted, language))


def note(documents: Sequence[Document]) -> DecisionNote:
    """The note of one meeting, whose parts may be several documents; their first speaks for the meeting."""
    meeting = documents[0].meeting
    lines: dict[Part, dict[str, Line]] = {"present": {}, "apologies": {}, "declarations": {}, "others": {}}
    decisions: list[Decided] = []
    for document in documents:
        for part, paragraph in said(document.items):
            lines[part].setdefault(paragraph.text, Line(text=paragraph.text, source=_place(document, (paragraph.index, paragraph.index))))
        for item in document.items:
            if not item.exempt:
                title = f"{item.number}. {item.title}" if item.number else item.title
                ordered = sorted(item.decisions, key=lambda one: one.evidence[::-1])  # amendments before the motion they change
                decisions += [Decided.of(title, one, _place(document, one.evidence)) for one in ordered]
    return DecisionNote(
        council=meeting.council,
        body=meeting.body,
        date=meeting.date,
        language=meeting.language,
        status=meeting.status,
        present=tuple(lines["present"].values()),
        apologies=tuple(lines["apologies"].values()),
        declarations=tuple(lines["declarations"].values()),
        decisions=tuple(decisions),
        left_out=sum(item.exempt for document in documents for item in document.items),
        publish_by=deadline(meeting.date) if meeting.date else None,
        law=law(meeting.council),
    )


def is_file(name: str) -> bool:
    """Whether there is a file of that name; a text too long to be one is none."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _of_file(path: Path) -> Document:
    from ingest.facts import extract
    from ingest.load import find, read
    from ingest.parse import parse

    found = list(find([path]))
    if len(found) != 1:
        raise InputError(
            f"{path} holds {len(found)} files of minutes", "name one file, or take it in with `minutewise ingest` and name the meeting"
        )
    minutes = extract(parse(read(found[0])))
    return Document(minutes.meeting, minutes.source.path, minutes.source.url, minutes.items)


def _of_library(library: Library, wanted: str | None, language: Language | None) -> list[Document]:
    holdings = Holdings(library.lookup)
    matching = [held for held in holdings.meetings if _matches(held, wanted)]
    found = [told for held in matching if (told := _told_in(holdings, held, language))]
    dated = [held for held in found if held.day] or found
    if not dated:
        what = f"no meeting in the library matches '{wanted}'" if wanted else "the library is empty"
        hint = "`minutewise meetings` lists what there is; a file's path works too"
        raise NothingFound(f"{what} in that language" if language and wanted else what, hint)
    latest = max(dated, key=lambda held: (held.day, held.language == "en"))
    rows = [row for row in latest.documents if not holdings.superseded_by(row)] or list(latest.documents)
    whole = [row for row in rows if row.format != "moderngov-item"]
    return [Document(row.meeting(), row.path, row.url, library.lookup.items(row.id)) for row in whole[:1] or rows]


def _told_in(holdings: Holdings, held: Held, language: Language | None) -> Held | None:
    """The meeting in a language: itself, or its twin, which has another name for the body."""
    if language is None or held.language == language:
        return held
    twin = holdings.twin(held)
    return twin if twin and twin.language == language else None


def _matches(held: Held, wanted: str | None) -> bool:
    if not wanted:
        return True
    try:
        return held.day == dt.date.fromisoformat(wanted).isoformat()
    except ValueError:
        low = wanted.casefold()
        return any(low in text.casefold() for row in held.documents for text in (row.body or "", row.title, Path(row.path).name))


def _place(document: Document, paragraphs: tuple[int, int]) -> SourcePlace:
    within: Sequence[Paragraph] = [one for item in document.items for one in item.paragraphs]
    page = next((one.page for one in within if one.index == paragraphs[0]), None)
    return SourcePlace(path=document.path, url=document.url, page=page, paragraphs=paragraphs)
