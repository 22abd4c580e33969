"""Reading from the catalogue; above all that filters hold."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from ingest.datamodel import Filters
from ingest.library import Library
from ingest.lookup import day, where
from ingest.pipeline import ingest
from ingest.settings import Settings


@pytest.fixture(scope="module")
def library(tiny_made: tuple[Path, object], tmp_path_factory: pytest.TempPathFactory):
    """The tiny library and a document of another council."""
    folder = tmp_path_factory.mktemp("lookup")
    shutil.copytree(tiny_made[0] / "library", folder / "library")
    (folder / "hearing.txt").write_text(
        "LLANFÔN TOWN COUNCIL\n\nMINUTES of the meeting of the FÔN ROADS COMMITTEE held on 3 March 2023\n\n1. ROADS\n\n"
        "The planning of the road was "
        "announced by Cllr Siân Wyn.\n",
        encoding="utf-8",
    )
    with Library(Settings(library=folder / "library")) as opened:
        assert not ingest(opened, [folder / "hearing.txt"]).failed
        yield opened


def bodies(library: Library, **filters: object) -> set[str | None]:
    return {document.body for document in library.lookup.documents(Filters.model_validate(filters))}


def test_documents_come_by_date_with_their_counts(library: Library) -> None:
    rows = library.lookup.documents()
    assert [row.date for row in rows] == [dt.date(2023, 3, 3), dt.date(2024, 6, 4), dt.date(2024, 11, 12)]
    assert [row.items for row in rows] == [1, 3, 3]
    assert sum(row.passages for row in rows) == library.lookup.chunk_count()
    assert rows[2].status == "draft"
    assert rows[1].meeting().body == "Amenities Committee"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"council": "penllyn"}, {"Amenities Committee", "Finance Committee"}),
        ({"body": "FINANCE"}, {"Finance Committee"}),
        ({"body": "Committee", "date_from": "2024-11-12"}, {"Finance Committee"}),
        ({"date_to": "2024-11-11", "council": "Penllyn"}, {"Amenities Committee"}),
        ({"date_from": "2024-06-04", "date_to": "2024-06-04"}, {"Amenities Committee"}),
        ({"language": "cy"}, set()),
        ({"body": "Crematorium"}, set()),
        ({"council": "Penllyn", "body": "Roads"}, set()),
        ({"speaker": "Tomos Rowe"}, {"Amenities Committee", "Finance Committee"}),
        ({"speaker": "Nobody Such"}, set()),
        ({"status": "draft"}, {"Finance Committee"}),
        ({"status": "not stated"}, {"Amenities Committee", "Fôn Roads Committee"}),
        ({"status": "approved"}, set()),
        ({"kind": "apologies"}, {"Amenities Committee", "Finance Committee"}),
        ({"kind": "vote"}, {"Finance Committee"}),
        ({"kind": "vote", "status": "not stated"}, set()),
        ({"kind": "apologies", "speaker": "Nia Vale", "body": "Finance"}, {"Finance Committee"}),
        ({"kind": "vote", "speaker": "Nia Vale"}, set()),  # the vote is in one item, the name in another
        ({"kind": "petition"}, set()),
    ],
)
def test_filters_hold_for_documents_and_for_chunks(library: Library, filters: dict[str, object], expected: set[str]) -> None:
    assert bodies(library, **filters) == expected
    made = Filters.model_validate(filters)
    admitted = library.lookup.admitted(made)
    assert library.lookup.chunk_count(made) == len(admitted)
    assert bool(admitted) is bool(expected)
    found = {name for name, _ in library.lookup.matching('"the" OR "be" OR "councillor"', 100, made)}
    assert found <= admitted
    assert {name for name, _ in library.nearest("anything at all", 100, made)} == admitted, "dense search misses none that is admitted"


@pytest.mark.parametrize("wild", ["%", "_", "Fin%", "F_nance", "'; DROP TABLE documents; --", '"', "\\"])
def test_signs_of_sql_are_plain_letters(library: Library, wild: str) -> None:
    assert "Finance Committee" not in bodies(library, body=wild)
    assert library.lookup.documents()


def test_case_is_folded_beyond_ascii(library: Library) -> None:
    assert bodies(library, council="llanfôn") == bodies(library, body="FÔN") == bodies(library, body="fôn") == {"Fôn Roads Committee"}


def test_a_speaker_is_a_name_and_no_part_of_a_word(library: Library) -> None:
    """'Ann' speaks in the Finance Committee; 'planning' and 'announced' elsewhere do not name her."""
    texts = [passage.text for passage in library.lookup.passages([(name, 1.0) for name in library.lookup.admitted(Filters(speaker="ann"))])]
    assert texts
    assert all("Ann Hale" in text for text in texts)
    assert library.lookup.chunk_count(Filters(speaker="Siân Wyn")) == 1


def test_no_filter_is_no_condition() -> None:
    assert where(Filters()) == ("TRUE", [])


def test_passages_come_in_the_order_and_with_the_scores_given(library: Library) -> None:
    names = sorted(library.lookup.admitted(Filters()))
    wanted = [(name, 1 - place / 100) for place, name in enumerate(reversed(names))]
    found = library.lookup.passages([*wanted, ("gone-0000", 0.1)])
    assert [(passage.id, passage.score) for passage in found] == wanted


def test_more_ids_than_sql_takes_at_once(library: Library) -> None:
    names = sorted(library.lookup.admitted(Filters()))
    many = [(f"none-{place:04d}", 0.0) for place in range(1200)] + [(names[0], 1.0)]
    assert [passage.id for passage in library.lookup.passages(many)] == [names[0]]
    assert set(library.lookup.places([name for name, _ in many])) == {names[0]}


def test_a_passage_says_where_it_stands(library: Library) -> None:
    (name, score), *_ = library.lookup.matching('"slates"', 5)
    (passage,) = library.lookup.passages([(name, score)])
    assert (passage.body, passage.date, passage.item_number, passage.item_title) == (
        "Amenities Committee",
        dt.date(2024, 6, 4),
        "2",
        "BANDSTAND",
    )
    document = name.rpartition("-")[0]
    paragraphs = library.lookup.paragraphs(document, *passage.source.paragraphs)
    assert "\n".join(paragraph.text for paragraph in paragraphs) == passage.text


def test_words_count_more_than_context(library: Library) -> None:
    ranked = [passage.item_title for passage in library.lookup.passages(library.lookup.matching('"bandstand"', 10))]
    assert ranked[0] == "BANDSTAND"
    scores = [score for _, score in library.lookup.matching('"councillor" OR "clerk"', 10)]
    assert scores == sorted(scores, reverse=True)
    assert library.lookup.frequency("bandstands") == library.lookup.frequency("bandstand") >= 1


def test_items_come_with_paragraphs_and_decisions(library: Library) -> None:
    document = next(row for row in library.lookup.documents() if row.body == "Amenities Committee")
    items = library.lookup.items(document.id)
    bandstand = next(item for item in items if item.title == "BANDSTAND")
    assert [decision.kind for decision in bandstand.decisions] == ["resolved"]
    assert bandstand.decisions[0].evidence == (bandstand.paragraphs[-1].index,) * 2
    assert [passage.item_title for passage in library.lookup.chunk_passages(document.id, bandstand.ordinal)] == ["BANDSTAND"]
    assert len(library.lookup.chunk_passages(document.id)) == document.passages


def test_day_reads_the_number() -> None:
    assert day(20240229) == dt.date(2024, 2, 29)
    assert day(None) is None


def test_a_kind_admits_items_and_not_whole_documents(library: Library) -> None:
    found = library.lookup.passages([(name, 1.0) for name in library.lookup.admitted(Filters(kind="decision"))])
    assert {passage.item_title for passage in found} == {"BANDSTAND", "ALLOTMENTS", "PRECEPT FOR 2025/26"}
    assert library.lookup.kinds()["decision"] == 3
    (finance,) = library.lookup.documents(Filters(body="finance"))
    assert library.lookup.kinds([finance.id])["decision"] == 1


def test_a_document_by_its_id(library: Library) -> None:
    for row in library.lookup.documents():
        assert library.lookup.document(row.id) == row
    assert library.lookup.document("none such") is None
