"""When the minutes do not say, it is said so, with what was searched and what is there instead."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from assistant.abstention import NEAR, no_answer, no_passages, relevant
from assistant.datamodel import Question
from assistant.retrieve import Hits, Retriever
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.settings import Settings


@pytest.mark.parametrize(
    ("similarity", "coverage", "expected"),
    [(NEAR, 0.0, True), (0.0, 1.0, False), (0.1, 0.1, False), (0.4, 0.9, True), (0.4, 0.1, False)],
)
def test_meaning_or_words_and_some_meaning_make_it_relevant(similarity: float, coverage: float, expected: bool) -> None:
    assert relevant(Hits(passages=(), searched=1, similarity=similarity, coverage=coverage)) is expected


def test_filters_that_admit_nothing_name_what_there_is(tiny: Library) -> None:
    question = Question(text="bandstand", filters=Filters(body="Cabinet", date_from=dt.date(2030, 1, 1)))
    made = no_passages(tiny.lookup, question, Retriever(tiny).search(question.text, question.filters))
    assert (made.kind, made.searched, made.nearest) == ("out_of_coverage", 0, ())
    for named in ("body Cabinet", "from 2030-01-01", "2 documents", "2024-06-04", "2024-11-12", "Amenities Committee", "Finance Committee"):
        assert named in made.message


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    with Library(Settings(library=tmp_path / "empty"), create=True) as library:
        question = Question(text="bandstand")
        made = no_passages(library.lookup, question, Retriever(library).search(question.text))
        assert "empty" in made.message
        assert Retriever(library).search("bandstand").passages == ()


def test_nothing_near_says_what_was_searched(tiny: Library) -> None:
    question = Question(text="tram", filters=Filters(body="Finance"))
    hits = Retriever(tiny).search(question.text, question.filters)
    made = no_passages(tiny.lookup, question, hits)
    assert (made.kind, made.searched) == ("no_match", hits.searched)
    assert f"{hits.searched} passages (body Finance)" in made.message
    assert made.nearest == tuple(dict.fromkeys(passage.heading() for passage in hits.passages))[:3]


def test_withheld_sentences_are_counted(tiny: Library) -> None:
    question = Question(text="bandstand")
    hits = Retriever(tiny).search(question.text)
    assert no_answer(question, hits, 0).kind == "not_recorded"
    assert "2 sentences were withheld" in no_answer(question, hits, 2).message
    assert "1 sentence was withheld" in no_answer(question, hits, 1).message
