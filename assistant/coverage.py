"""The coverage map: what the library holds of each body's meetings, and what its own minutes say is missing."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Literal

from pydantic import Field

from assistant.held import BodyKey, Held, Holdings
from assistant.later.corrections import Later, minutes_days
from ingest.datamodel import AgendaItem, Filters, Noun, SourcePlace
from ingest.dates import find_dates
from ingest.lookup import DocumentRow, Lookup

LONG = 1.9  # a pause this many times the usual one is a gap
LEAST_DAYS = 45  # and no shorter than this
LEAST_MEETINGS = 4  # below which nothing is usual

_MINUTES = re.compile(r"\bminutes\b|\b[cg]h?ofnodion\b", re.IGNORECASE)
_NEXT = re.compile(r"\bnext\b[^.]{0,40}\bmeeting\b|\bmeeting\b[^.]{0,20}\bnext\b|\bcyfarfod\s+nesaf\b|\bannual\s+meeting\b", re.IGNORECASE)


class Missing(Noun):
    """A meeting that minutes in the library speak of and that the library has no minutes of."""

    date: dt.date
    why: Literal["its minutes were submitted", "it was announced"]
    source: SourcePlace


class Gap(Noun):
    """A pause longer than the body's usual one."""

    since: dt.date = Field(description="day of the meeting before")
    days: int
    usual: int = Field(description="median of the body's pauses, in days")


class CoverageRow(DocumentRow):
    """A document with its place in the coverage map."""

    meeting_id: str = Field(description="the same for all documents of one meeting")
    decisions: int
    actions: int
    exempt_items: int
    translation: str | None = Field(description="path of the same meeting's minutes in the other language")
    superseded_by: str | None = Field(description="path of the published version of these draft minutes")
    confirmed: dt.date | None = Field(description="day on which a later meeting confirmed the minutes")
    corrected_items: tuple[str, ...] = Field(description="numbers or titles of items that a later meeting corrected")
    missing: tuple[Missing, ...] = Field(description="meetings that this document names and the library lacks")
    gap: Gap | None = Field(description="a long pause before this meeting")


class Coverage:
    """Draws the map of one library."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._holdings = Holdings(lookup)
        self._later = Later(lookup, self._holdings)
        self._facts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for document_id, item in lookup.records():
            self._facts[document_id][0] += len(item.decisions)
            self._facts[document_id][1] += len(item.actions)

    def rows(self, filters: Filters = Filters()) -> list[CoverageRow]:
        """The documents that the filters admit, by date and body, gaps and missing meetings marked."""
        gaps = dict(self._gaps())
        days = self._days()
        last = max((held.day for held in self._holdings.meetings), default="")
        rows: list[CoverageRow] = []
        for document in self._lookup.documents(filters):
            held = self._holdings.of(document.id)
            twin = self._holdings.twin(held)
            said = self._later.of(held)
            items = self._holdings.items(document.id).values()
            published = self._holdings.superseded_by(document)
            fields: dict[str, object] = {
                **document.model_dump(),
                "meeting_id": held.key,
                "decisions": self._facts[document.id][0],
                "actions": self._facts[document.id][1],
                "exempt_items": sum(item.exempt for item in items),
                "translation": twin.first.path if twin else None,
                "superseded_by": published.path if published else None,
                "confirmed": said.confirmed,
                "corrected_items": tuple(item.number or item.title for item in items if item.ordinal in said.of_items),
                "missing": tuple(self._missing(held, document, list(items), days, last)),
                "gap": gaps.get(held.key) if document.id == held.key else None,
            }
            rows.append(CoverageRow.model_validate(fields))
        return rows

    def _days(self) -> dict[BodyKey, set[str]]:
        """The days on which each body met, by its minutes in either language."""
        days: defaultdict[BodyKey, set[str]] = defaultdict(set)
        other: defaultdict[BodyKey, set[BodyKey]] = defaultdict(set)
        for held in self._holdings.meetings:
            days[held.body_key].add(held.day)
            if twin := self._holdings.twin(held):
                other[held.body_key].add(twin.body_key)
        return {key: found.union(*(days[one] for one in other[key])) for key, found in days.items()}

    def _gaps(self) -> Iterator[tuple[str, Gap]]:
        by_body: defaultdict[tuple[BodyKey, str], list[Held]] = defaultdict(list)
        for held in self._holdings.meetings:
            if held.day:
                by_body[held.body_key, held.language].append(held)
        for meetings in by_body.values():
            pauses = [_days_between(one, other) for one, other in pairwise(meetings)]
            long = [days for days in pauses if days]
            if len(meetings) < LEAST_MEETINGS or not long:
                continue
            usual = median(long)
            for before, held in pairwise(meetings):
                days = _days_between(before, held)
                if days >= max(LEAST_DAYS, LONG * usual) and before.first.date:
                    yield held.key, Gap(since=before.first.date, days=days, usual=round(usual))

    def _missing(
        self, held: Held, document: DocumentRow, items: Sequence[AgendaItem], days: dict[BodyKey, set[str]], last: str
    ) -> Iterator[Missing]:
        here = days[held.body_key]
        seen: set[dt.date] = set()
        if not held.first.date or not document.body:
            return
        for item in items:
            for first, text in [(0, item.title), *((one.index, one.text) for one in item.paragraphs if one.part != "agenda")]:
                for day, why in _named(item, text):
                    earlier = why == "its minutes were submitted"
                    due = day < held.first.date if earlier else held.first.date < day and str(day) < max(here - {""} or {last})
                    if due and day not in seen and str(day) not in here:
                        seen.add(day)
                        place = first or (item.paragraphs[0].index if item.paragraphs else 1)
                        yield Missing(date=day, why=why, source=self._holdings.place(document.id, (place, place)))


def _named(item: AgendaItem, text: str) -> Iterator[tuple[dt.date, Literal["its minutes were submitted", "it was announced"]]]:
    """The days of other meetings of the same body that a text names."""
    if _MINUTES.search(item.title) and _MINUTES.search(text):
        for day in minutes_days(text):
            yield day, "its minutes were submitted"
    if _NEXT.search(item.title) or _NEXT.search(text):
        announced = _NEXT.search(text)
        found = next((one for one in find_dates(text) if announced and announced.end() <= one.start <= announced.end() + 120), None)
        if found:
            yield found.date, "it was announced"


def _days_between(one: Held, other: Held) -> int:
    return (other.first.date - one.first.date).days if one.first.date and other.first.date else 0
