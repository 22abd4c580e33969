"""What no minutes held can speak of is known before anything found is read."""

from __future__ import annotations

import pytest

from assistant.abstention.coverage import Coverage
from ingest.library import Library


@pytest.mark.parametrize(
    ("question", "kind", "named"),
    [
        ("What did Quizzlethorpe Town Council say of the roofer?", "out_of_coverage", "‘Quizzlethorpe Town Council’"),
        ("What was decided about the bandstand in 1987?", "out_of_coverage", "no minutes of 1987"),
        ("What did the roofer say to Blodeuwedd?", "no_match", "‘Blodeuwedd’"),
        ("What was decided about the bandstand on 3 March 2031?", "out_of_coverage", ""),
    ],
)
def test_what_is_not_held_is_named(tiny: Library, question: str, kind: str, named: str) -> None:
    lacking = Coverage(tiny).outside(question)
    assert lacking and lacking.kind == kind and named in lacking.reason


@pytest.mark.parametrize(
    "question", ["What did the roofer ask for?", "What was decided in 2024?", "Was the grant of £2031 for the roof spent?"]
)
def test_what_may_be_there_is_let_through(tiny: Library, question: str) -> None:
    assert Coverage(tiny).outside(question) is None


def test_bodies_held_are_known(tiny: Library) -> None:
    assert Coverage(tiny).holds_body_of("How often did the Amenities Committee meet?")
    assert not Coverage(tiny).holds_body_of("How often did the Planning Committee meet?")
