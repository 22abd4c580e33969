"""Finding: what is asked for comes first, filters hold, and no question breaks it."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from assistant.finding.retrieve import Retriever
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def retriever(samples: Library) -> Retriever:
    return Retriever(samples)


@pytest.mark.parametrize(
    ("query", "body", "words"),
    [
        ("foster carer recruitment shortfall", "Children and Social Care Scrutiny Committee", "foster"),
        ("corroded roof beams over the pool hall", "Cabinet", "beams"),
        ("casting vote of the Chair on 24/0117/FUL", "Planning Committee", "casting vote"),
        ("Band D charge £1,684.37", "County Council", "£1,684.37"),
        ("duplicate supplier payments recovered", "Governance and Audit Committee", "duplicate supplier payments"),
        ("charge for post-16 transport £390", "Cabinet", "£390"),
    ],
)
def test_what_is_asked_for_is_found(retriever: Retriever, query: str, body: str, words: str) -> None:
    best = retriever.search(query, Filters(language="en"), 3).passages
    assert any(passage.body == body and words in f"{passage.item_title.lower()} {passage.text}" for passage in best), best


def test_welsh_questions_find_welsh_minutes(retriever: Retriever) -> None:
    best = retriever.search("gofalwyr maeth", k=3).passages
    assert {passage.language for passage in best} == {"cy"}


def test_scores_fall_from_one(retriever: Retriever) -> None:
    scores = [passage.score for passage in retriever.search("leisure centre", k=30).passages]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_as_many_as_asked_for_and_no_passage_twice(retriever: Retriever) -> None:
    for k in (1, 7, 50):
        found = [passage.id for passage in retriever.search("council tax", k=k).passages]
        assert len(found) == len(set(found)) == k


def test_the_same_question_finds_the_same(retriever: Retriever) -> None:
    assert retriever.search("school transport", k=20) == retriever.search("school transport", k=20)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(body="Cabinet"),
        Filters(body="planning", date_from=dt.date(2024, 11, 1)),
        Filters(date_from=dt.date(2025, 1, 1), date_to=dt.date(2025, 3, 31)),
        Filters(language="cy"),
        Filters(speaker="Donna Pugh"),
        Filters(council="Dyffryn Arwel", body="Scrutiny", language="en"),
    ],
    ids=lambda filters: filters.described(),
)
def test_filters_hold(retriever: Retriever, samples: Library, filters: Filters) -> None:
    admitted = samples.lookup.admitted(filters)
    for query in ("foster carers", "budget", "the pool at Rhosybryn", "crematorium"):
        hits = retriever.search(query, filters, 300)
        assert hits.searched == len(admitted) > 0
        assert {passage.id for passage in hits.passages} <= admitted
        assert hits.passages, "what is admitted is there to be ranked"


@pytest.mark.parametrize(
    "filters",
    [
        Filters(body="Crematorium Committee"),
        Filters(council="Powys"),
        Filters(date_from=dt.date(2030, 1, 1)),
        Filters(speaker="Napoleon Bonaparte"),
        Filters(body="Cabinet", date_to=dt.date(2024, 1, 1)),
    ],
    ids=lambda filters: filters.described(),
)
def test_filters_never_widen(retriever: Retriever, filters: Filters) -> None:
    hits = retriever.search("foster carers", filters)
    assert (hits.passages, hits.searched, hits.similarity, hits.coverage) == ((), 0, 0, 0)


ODD = {
    "nothing": "",
    "space": " \n\t\u00a0 ",
    "punctuation": "?!... --- ()",
    "a quote": '"',
    "NEAR(": "NEAR(pool roof, 5)",
    "star": "*",
    "minus": "- -pool NOT roof",
    "column": "text:pool OR context:roof ^pool",
    "brackets": '") OR ("',
    "sql": "'; DROP TABLE chunks; --",
    "emoji": "🏊🏻‍♀️ 😀",
    "nul": "pool\0roof",
    "welsh": "ŵyn ŷd â ê",
    "arabic": "مجلس المدينة",
    "half a pair": "pool \ud83d",
    "stop words": "what did they say about it",
    "a long word": "x" * 20_000,
    "a number": "£1,684.37 7.9% 24/0117/FUL",
}


@pytest.mark.parametrize("name", ODD)
def test_no_question_breaks_it(retriever: Retriever, name: str) -> None:
    hits = retriever.search(ODD[name], k=5)
    assert hits.searched > 0
    assert len(hits.passages) <= 5
    assert 0 <= hits.coverage <= 1.0001


def test_a_question_of_five_thousand_words_is_answered_in_time(retriever: Retriever) -> None:
    began = time.perf_counter()
    hits = retriever.search(" ".join(f"word{number} pool roof" for number in range(2500)), k=5)
    assert len(hits.passages) == 5
    assert time.perf_counter() - began < 10


def test_an_empty_question_finds_nothing(retriever: Retriever) -> None:
    assert retriever.search("  ").passages == ()


def test_an_unanswerable_question_covers_little(retriever: Retriever) -> None:
    asked, off = retriever.search("corroded roof beams"), retriever.search("crematorium chimney emissions")
    assert asked.coverage > 0.9 > 0.5 > off.coverage
    assert asked.similarity > off.similarity


# What the question itself says of meetings.


def test_a_year_in_the_question_limits_the_search_and_says_so(retriever: Retriever) -> None:
    hits = retriever.search("What did the Cabinet decide about the leisure centre in 2024?", k=20)
    assert {passage.date.year for passage in hits.passages if passage.date} == {2024}
    assert hits.filters == Filters(date_from=dt.date(2024, 1, 1), date_to=dt.date(2024, 12, 31))
    assert hits.understood[0] == "meetings from 1 January 2024 to 31 December 2024"
    assert hits.passages[0].body == "Cabinet"


def test_the_last_meetings_are_those_of_the_library(samples: Library) -> None:
    asked = Retriever(samples, today=dt.date(2025, 7, 1)).search(
        "What was said about foster carers in the last two Cabinet meetings?", k=30
    )
    days = sorted({document.date for document in samples.lookup.documents(Filters(body="Cabinet")) if document.date})
    held = [day for day in days if day <= dt.date(2025, 7, 1)]
    assert (asked.filters.date_from, asked.filters.date_to) == (held[-2], held[-1])
    assert asked.passages


def test_a_period_narrows_what_the_filters_admit_and_never_widens_it(retriever: Retriever) -> None:
    hits = retriever.search("What was said about foster carers in 2024?", Filters(date_from=dt.date(2025, 1, 1)))
    assert (hits.passages, hits.searched) == ((), 0)
    assert hits.filters == Filters(date_from=dt.date(2025, 1, 1), date_to=dt.date(2024, 12, 31))


def test_a_period_without_meetings_finds_nothing_and_says_which(retriever: Retriever) -> None:
    hits = retriever.search("What was said about foster carers in 1999?")
    assert (hits.passages, hits.searched) == ((), 0)
    assert hits.understood == ("meetings from 1 January 1999 to 31 December 1999",)


def test_a_day_of_the_matter_on_which_there_was_no_meeting_limits_nothing(retriever: Retriever) -> None:
    hits = retriever.search("What was said about the flooding on 7 December 2024?")
    assert (hits.understood, hits.filters) == ((), Filters())
    assert any("storm of 7 December 2024" in passage.text for passage in hits.passages[:5])
    assert retriever.search("What was decided on 7 December 2024?").searched == 0


# Welsh.


@pytest.mark.parametrize(("plain", "mutated"), [("gofalwyr maeth", "ofalwyr faeth"), ("plant a phobl ifanc", "blant a phobl ifanc")])
def test_a_mutated_question_finds_the_same(retriever: Retriever, plain: str, mutated: str) -> None:
    one, other = (retriever.search(f"Beth a ddywedwyd am {words}?", k=10).passages for words in (plain, mutated))
    assert [passage.id for passage in one] == [passage.id for passage in other]
    assert one[0].language == "cy"


def test_a_welsh_question_finds_the_english_of_a_pair(retriever: Retriever) -> None:
    hits = retriever.search("Beth a ddywedwyd am ofalwyr maeth?", Filters(language="en"), 3)
    assert {passage.language for passage in hits.passages} == {"en"}
    assert "foster" in f"{hits.passages[0].item_title} {hits.passages[0].text}".lower()


def test_an_english_question_finds_the_welsh_of_a_pair(retriever: Retriever) -> None:
    hits = retriever.search("What was said about foster carers?", Filters(language="cy"), 3)
    assert {passage.language for passage in hits.passages} == {"cy"}
    assert "maeth" in f"{hits.passages[0].item_title} {hits.passages[0].text}".lower()


def test_the_first_five_are_in_the_language_of_the_question(retriever: Retriever) -> None:
    assert {passage.language for passage in retriever.search("What was said about foster carer fees?").passages[:5]} == {"en"}
    assert {passage.language for passage in retriever.search("Beth a ddywedwyd am ofalwyr maeth?").passages[:5]} == {"cy"}


@pytest.mark.parametrize(
    ("welsh", "words"),
    [
        ("Beth ddywedwyd am recriwtio gofalwyr maeth?", "foster"),
        ("Pam fod y pwll nofio wedi cau?", "pool"),
        ("A gafodd y cais cynllunio ei wrthod?", "refus"),
    ],
)
def test_welsh_questions_find_what_only_english_minutes_tell(tmp_path: Path, welsh: str, words: str) -> None:
    with Library(Settings(library=tmp_path / "library"), create=True) as library:
        minutes = ROOT / "samples" / "minutes"
        ingest(library, [path for path in minutes.iterdir() if "-cy" not in path.name and path.name < "2024-09-19-z"])
        assert library.memory.words.has_welsh is False
        best = Retriever(library).search(welsh, k=3).passages
    assert any(words in f"{passage.item_title} {passage.text}".lower() for passage in best)
