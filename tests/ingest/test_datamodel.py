"""The nouns are frozen, described, and put into words as promised."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from ingest import datamodel
from ingest.datamodel import Filters, Noun, Passage, SourcePlace

PASSAGE = Passage(
    id="abc-0001",
    score=1.0,
    text="words",
    council="Penllyn Town Council",
    body="Amenities Committee",
    date=dt.date(2024, 6, 4),
    item_number="2",
    item_title="Bandstand",
    speaker=None,
    language="en",
    status="approved",
    source=SourcePlace(path="/minutes/a.txt", paragraphs=(7, 9)),
)


def test_nouns_are_frozen_and_take_no_unknown_field() -> None:
    kinds = [kind for kind in vars(datamodel).values() if isinstance(kind, type) and issubclass(kind, Noun)]
    assert len(kinds) > 12
    assert all(kind.model_config["frozen"] and kind.model_config["extra"] == "forbid" for kind in kinds)
    with pytest.raises(ValidationError):
        PASSAGE.text = "other"
    with pytest.raises(ValidationError):
        Filters(committee="Cabinet")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("changed", "heading"),
    [
        ({}, "Amenities Committee, 4 June 2024, item 2. Bandstand"),
        ({"item_number": None}, "Amenities Committee, 4 June 2024, Bandstand"),
        ({"body": None}, "Penllyn Town Council, 4 June 2024, item 2. Bandstand"),
        ({"date": None, "body": None, "council": None}, "item 2. Bandstand"),
    ],
)
def test_a_heading_says_where_in_one_line(changed: dict[str, object], heading: str) -> None:
    assert PASSAGE.model_copy(update=changed).heading() == heading


def test_a_passage_has_exactly_the_promised_fields() -> None:
    told = PASSAGE.model_dump(mode="json")
    assert list(told) == [
        "id",
        "score",
        "text",
        "council",
        "body",
        "date",
        "item_number",
        "item_title",
        "speaker",
        "language",
        "status",
        "source",
    ]
    assert told["source"] == {"path": "/minutes/a.txt", "url": None, "page": None, "paragraphs": [7, 9]}
    assert told["date"] == "2024-06-04"


def test_filters_are_true_when_something_is_filtered_and_speak() -> None:
    assert not Filters()
    assert Filters(body="Cabinet")
    filters = Filters(body="Cabinet", date_from=dt.date(2024, 5, 1), date_to=dt.date(2025, 1, 31))
    assert filters.described() == "body Cabinet, dates 1 May 2024 to 31 January 2025"
