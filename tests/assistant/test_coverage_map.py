"""The coverage map: what is held, what is missing by the minutes' own words, and long pauses."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.coverage import Coverage, CoverageRow
from ingest.datamodel import Filters
from ingest.library import Library
from tests.catalogued import catalogued
from tests.invented import minutes_text


@pytest.fixture(scope="module")
def rows(samples: Library) -> list[CoverageRow]:
    return Coverage(samples.lookup).rows()


def test_every_document_has_a_row(samples: Library, rows: list[CoverageRow]) -> None:
    assert [row.id for row in rows] == [document.id for document in samples.lookup.documents()]
    assert len({row.meeting_id for row in rows}) == 21  # 18 meetings, three of them in both languages


def test_a_meeting_that_minutes_speak_of_is_missed(rows: list[CoverageRow]) -> None:
    missed = {(row.body, str(one.date)) for row in rows for one in row.missing if row.date and one.date > row.date}
    assert missed == {("County Council", "2025-05-15")}


def test_facts_of_a_meeting(rows: list[CoverageRow]) -> None:
    draft = next(row for row in rows if row.status == "draft")
    assert (str(draft.confirmed), draft.corrected_items, draft.exempt_items, draft.actions) == ("2025-09-16", ("6/25",), 1, 3)
    bilingual = [row for row in rows if row.translation]
    assert {str(row.date) for row in bilingual} == {"2024-09-19", "2025-06-17", "2025-07-17"}


def test_a_long_pause_is_a_gap(tmp_path: Path) -> None:
    days = {
        "a": "Tuesday 9 January 2024",
        "b": "Tuesday 13 February 2024",
        "c": "Tuesday 12 March 2024",
        "d": "Tuesday 9 April 2024",
        "e": "Tuesday 10 September 2024",
    }
    text = {"Roads": ("The Clerk reported that the road was mended.",)}
    rows = Coverage(catalogued(tmp_path, {f"{name}.txt": minutes_text("Works Committee", day, text) for name, day in days.items()})).rows()
    gaps = {row.id: row.gap for row in rows if row.gap}
    assert list(gaps) == ["e"]
    assert (str(gaps["e"].since), gaps["e"].days) == ("2024-04-09", 154)


def test_filters_hold(samples: Library) -> None:
    assert {row.body for row in Coverage(samples.lookup).rows(Filters(body="planning"))} == {"Planning Committee"}
