"""What an empty result offers instead."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ingest.datamodel import Filters
from ingest.library import Library
from ingest.lookup import Lookup
from ingest.lookup.instead import instead
from tests.catalogued import catalogued


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(status="approved"), "Without status approved 2 documents match: status "),
        (Filters(status="approved"), "draft (1)"),
        (Filters(kind="petition"), "Without kind petition 2 documents match: items of kind decision (3)"),
        (Filters(body="Crematorium"), "Without body Crematorium 2 documents match: body Amenities Committee (1), Finance Committee (1)."),
        (
            Filters(date_from=dt.date(2030, 1, 1)),
            "Without dates from 1 January 2030 2 documents match: dated 4 June 2024 to 12 November 2024.",
        ),
        (
            Filters(date_from=dt.date(2030, 1, 1), date_to=dt.date(2030, 1, 31)),
            "Without dates 1 January 2030 to 31 January 2030 2 documents match: dated 4 June 2024 to 12 November 2024.",
        ),
        (Filters(speaker="Nobody Such", body="Finance"), "Without speaker Nobody Such 1 document matches."),
        (Filters(council="Powys", body="Crematorium"), "The library holds 2 documents: body "),
    ],
)
def test_what_stands_in_the_way_is_named_with_what_is_there(tiny: Library, filters: Filters, told: str) -> None:
    assert tiny.lookup.documents(filters) == []
    assert told in instead(tiny.lookup, filters)


def test_each_filter_that_alone_empties_the_result_is_named(tiny: Library) -> None:
    told = instead(tiny.lookup, Filters(body="Amenities", status="draft"))
    assert "Without body Amenities 1 document matches" in told
    assert "Without status draft 1 document matches" in told


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    lookup: Lookup = catalogued(tmp_path, {})
    assert instead(lookup, Filters(body="Cabinet")) == "The library is empty: take minutes in first."
