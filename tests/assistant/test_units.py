"""Quotable units: verbatim, whole, with a lead-in kept with its points."""

from __future__ import annotations

import pytest

from assistant.datamodel import Evidence
from assistant.units import Unit, plain, units
from ingest.chunking import BULLET
from ingest.library import Library
from tests.ingest.test_datamodel import PASSAGE


def of(text: str) -> list[Unit]:
    return units(Evidence(key="kab", passage=PASSAGE.model_copy(update={"text": text})))


def test_sentences_are_units_with_their_paragraph() -> None:
    found = of("The pool was closed. It leaked badly indeed.\nThe gym stayed open throughout.")
    assert [(unit.text, unit.line) for unit in found] == [
        ("The pool was closed.", 0),
        ("It leaked badly indeed.", 0),
        ("The gym stayed open throughout.", 1),
    ]
    assert [unit.hanging for unit in found] == [False, True, False]


def test_a_resolution_is_one_unit_with_its_points() -> None:
    (unit,) = of(f"RESOLVED that:\n{BULLET}the roof be mended;\n{BULLET}the Clerk report in May.")
    assert unit.text == "RESOLVED that: the roof be mended; the Clerk report in May."
    assert unit.decision


@pytest.mark.parametrize(
    "text",
    ["REPORT OF THE CLERK:", "Pool", "In the Chair", "", "RIVERTON, HELD ON MONDAY 4TH MAY, 2020 AT 10.00 A.M.", "TREES IN HIGH STREET"],
)
def test_fragments_are_no_units(text: str) -> None:
    assert of(text) == []


@pytest.mark.parametrize("text", ["THAT THE REPORT BE ADOPTED.", "THE MOTION WAS LOST BY 7 VOTES.", "MAE'R CYNGOR YN CYTUNO."])
def test_a_sentence_in_capitals_is_a_unit(text: str) -> None:
    assert [unit.text for unit in of(text)] == [text]


def test_a_sentence_broken_over_two_paragraphs_is_one_unit() -> None:
    found = of(
        "The nearest parkrun to Norton is\nKingsford Water Park.\nIt meets every Saturday morning at nine, starting\nand ending here."
    )
    assert [unit.text for unit in found] == [
        "The nearest parkrun to Norton is Kingsford Water Park.",
        "It meets every Saturday morning at nine, starting and ending here.",
    ]


def test_bullets_and_whole_sentences_are_not_run_together() -> None:
    found = of(f"Members spoke of thefts from farms\n{BULLET}an increase in abuse at shops\n{BULLET}speeding near the school")
    assert [unit.text for unit in found] == [
        "Members spoke of thefts from farms",
        "an increase in abuse at shops",
        "speeding near the school",
    ]


@pytest.mark.parametrize(
    "text", ["There is currently a waiting list of 91 individuals for the", "It is planned that", "The work is being funded from"]
)
def test_a_sentence_without_its_end_is_no_unit(text: str) -> None:
    assert of(text) == []


def test_what_became_of_a_matter_in_a_word_goes_with_it() -> None:
    found = of(
        "5 High Street – Erection of summerhouse. No comment.\nThat the bills be paid as listed.\nAll in favour\nNext came the trees."
    )
    assert [(unit.text, unit.decision) for unit in found] == [
        ("5 High Street – Erection of summerhouse. No comment.", True),
        ("That the bills be paid as listed. All in favour", True),
        ("Next came the trees.", False),
    ]


def test_a_verdict_in_the_cell_of_a_table_goes_with_its_reason() -> None:
    (unit,) = of("£22,720\nRejected.\nDoes not meet the criteria of the fund.")
    assert (unit.text, unit.decision) == ("Rejected. Does not meet the criteria of the fund.", True)


def test_plain_drops_marks_and_folds_space() -> None:
    assert plain(f"RESOLVED that:  {BULLET}the roof\n be mended") == "RESOLVED that: the roof be mended"


def test_units_of_the_samples_are_verbatim_in_their_passages(samples: Library) -> None:
    seen = 0
    for document in samples.lookup.documents():
        for passage in samples.lookup.chunk_passages(document.id):
            for unit in units(Evidence(key="k", passage=passage)):
                assert unit.text in plain(passage.text.replace("\n", " "))
                seen += 1
    assert seen > 800


@pytest.mark.parametrize(
    ("text", "is_unit"), [("Clerk’s salary £127.40", True), ("E.on 153.77", True), ("Total: £5,000", False), ("£2,000", False)]
)
def test_a_row_of_an_account_is_a_unit_however_short(text: str, is_unit: bool) -> None:
    assert [unit.text for unit in of(text)] == [text] * is_unit


@pytest.mark.parametrize("mark", [":- ", "- ", "– ", ": "])
def test_a_mark_that_opens_a_sentence_is_no_part_of_it(mark: str) -> None:
    assert [unit.text for unit in of(f"{mark}The pool was closed at noon.")] == ["The pool was closed at noon."]
    assert [unit.text for unit in of("-5 degrees were measured at noon.")] == ["-5 degrees were measured at noon."]
