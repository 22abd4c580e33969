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
