"""When the minutes do not say, it is said so, with what was searched and what is there instead."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from assistant.abstention import Gate
from assistant.datamodel import Abstention, Question
from assistant.finding.nearness import Nearness
from assistant.finding.retrieve import Retriever
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.settings import Settings


def asked(library: Library, text: str, filters: Filters = Filters()) -> Abstention | None:
    """What the gate says to a question."""
    question = Question(text=text, filters=filters)
    return Gate(library, Nearness(library.embedder.embed)).abstention(question, Retriever(library).search(text, filters, 8))


@pytest.mark.parametrize(
    "text",
    ["What did the roofer ask for the bandstand?", "How many people wait for an allotment?", "What did the Christmas lights cost?"],
)
def test_what_is_there_may_be_answered(tiny: Library, text: str) -> None:
    assert asked(tiny, text) is None


def test_filters_that_admit_nothing_name_what_there_is(tiny: Library) -> None:
    made = asked(tiny, "What about the bandstand?", Filters(body="Cabinet", date_from=dt.date(2030, 1, 1)))
    assert made is not None
    assert (made.kind, made.searched, made.nearest) == ("out_of_coverage", 0, ())
    for named in (
        "body Cabinet",
        "dates from 1 January 2030",
        "2 documents",
        "4 June 2024",
        "12 November 2024",
        "Amenities Committee",
        "Finance Committee",
    ):
        assert named in made.message


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    with Library(Settings(library=tmp_path / "empty"), create=True) as library:
        made = asked(library, "What about the bandstand?")
        assert made is not None
        assert "empty" in made.message


def test_nothing_near_says_what_was_searched(tiny: Library) -> None:
    filters = Filters(body="Finance")
    made = asked(tiny, "How often does the tram run?", filters)
    assert made is not None
    assert (made.kind, made.searched) == ("no_match", tiny.lookup.chunk_count(filters))
    assert f"{made.searched} passages (body Finance)" in made.message
    assert 1 <= len(made.nearest) <= 3
    assert all(heading.startswith("Finance Committee") for heading in made.nearest)


@pytest.mark.parametrize("text", ["", "?!", '"', 'Did the "Roads "x" Committee" meet?', "Was NEAR( said?", "What did Mr “O*” say?"])
def test_odd_questions_are_decided_too(tiny: Library, text: str) -> None:
    made = asked(tiny, text)
    assert made is None or made.message


def test_what_never_occurs_was_not_counted(samples: Library) -> None:
    made = asked(samples, "How many giraffes use the leisure centre's pool?")
    assert made is not None
    assert made.kind == "no_match"
    assert "giraffes" in made.message


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Was anything decided about buses in September 2025?", False),
        ("Was anything decided about buses in May 2024?", True),
        ("What was said about potholes in January 2025?", False),
        ("What was said about potholes in April 2024?", True),
    ],
)
def test_what_is_spoken_of_at_other_times_alone_is_not_there(samples: Library, text: str, there: bool) -> None:
    made = asked(samples, text)
    assert made is None if there else made and (made.kind, "about this" in made.message) == ("no_match", True)


def test_withheld_sentences_are_counted(tiny: Library) -> None:
    question = Question(text="bandstand")
    hits = Retriever(tiny).search(question.text)
    gate = Gate(tiny, Nearness(tiny.embedder.embed))
    assert gate.nothing_stood(hits, 0).kind == "not_recorded"
    assert "2 sentences were withheld" in gate.nothing_stood(hits, 2).message
    assert "1 sentence was withheld" in gate.nothing_stood(hits, 1).message


def test_a_welsh_word_that_english_minutes_say_in_english_is_not_unknown(tiny: Library) -> None:
    made = asked(tiny, "Beth ddywedwyd am y Nadolig a’r goleuadau?")
    assert made is None
    made = asked(tiny, "Beth ddywedwyd am Blodeuwedd Quizzlethorpe?")
    assert made is not None
    assert "does not occur" in made.message


def test_a_welsh_body_that_english_minutes_name_in_english_is_held(tiny: Library) -> None:
    made = asked(tiny, "Beth benderfynodd y Pwyllgor Cyllid am y goleuadau Nadolig?")
    assert made is None or made.kind != "out_of_coverage"
    made = asked(tiny, "Beth benderfynodd y Pwyllgor Pysgota am y goleuadau Nadolig?")
    assert made is not None
    assert made.kind == "out_of_coverage"


def test_a_council_need_not_spell_its_name_out_in_its_minutes(tiny: Library) -> None:
    made = asked(tiny, "What did Bandstand Town Council say of the roofer?")  # nobody writes so, but the bandstand is spoken of
    assert made is None or made.kind != "out_of_coverage"
    made = asked(tiny, "What did Quizzlethorpe Town Council say of the roofer?")
    assert made is not None
    assert made.kind == "out_of_coverage"


def test_a_council_that_is_spoken_of_has_no_minutes_here(samples: Library) -> None:
    made = asked(samples, "What was resolved at Trefgoch Community Council's own meeting about the homes off Heol y Felin?")
    assert made is not None
    assert made.kind == "out_of_coverage"
    assert asked(samples, "What did Trefgoch Community Council object to about the homes off Heol y Felin?") is None


@pytest.mark.parametrize(
    "text",
    [
        "Why was the public excluded from the Governance and Audit Committee in January 2025?",
        "Why was the press kept out while Cabinet spoke of the Pont Gadno lease?",
        "Under what paragraph was the lease at Pont Gadno exempt?",
    ],
)
def test_why_an_item_was_taken_in_private_is_no_secret(samples: Library, text: str) -> None:
    assert asked(samples, text) is None


def test_what_was_said_in_private_is(samples: Library) -> None:
    made = asked(samples, "What was resolved in private session about the fraud at the Governance and Audit Committee in January 2025?")
    assert made is not None
    assert made.kind == "exempt"


@pytest.mark.parametrize(
    "counted",
    ["How many of the 38 complaints were about children?", "How many disagreed over foster carers?", "How many has the Council approved?"],
)
def test_only_a_plural_is_what_is_counted(samples: Library, counted: str) -> None:
    made = asked(samples, counted)
    assert made is None or "occur" not in made.message


@pytest.mark.parametrize("question", ["Was the grant of £2000 for the pool spent?", "What did the 1987-88 programme of roads cost?"])
def test_sums_and_ranges_are_no_years_that_the_library_lacks(samples: Library, question: str) -> None:
    made = asked(samples, question)
    assert made is None or made.kind != "out_of_coverage"


def test_how_often_a_body_met_no_minutes_tell(samples: Library) -> None:
    for text in ("How many meetings of Cabinet were there in 2024?", "How often did Cabinet meet in 2024?"):
        made = asked(samples, text)
        assert made and made.kind == "not_recorded" and "the list of meetings has them all" in made.message, text
    made = asked(samples, "How many people attended the meetings in 2024?")
    assert made is None or "list of meetings" not in made.message
