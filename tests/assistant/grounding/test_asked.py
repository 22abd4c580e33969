"""A claim does not stand on what was only asked."""

from __future__ import annotations

import pytest

from assistant.grounding import check

ASKED = "Councillor Gruff asked whether the bandstand would be open again by the summer, as visitors expected. {reply}"
REFUSED = ASKED.format(reply="The Clerk replied that the roofer could not be had before May, and that he could promise nothing.")
ANSWERED = ASKED.format(reply="The Clerk confirmed that it would.")
CLAIM = "Yes, visitors can be sure of the bandstand being open by the summer."
LEARNERS = "The Clerk, Ann Rowe, was asked if fewer learners would stay at the school. She said that others had seen little change."


@pytest.mark.parametrize(
    ("claim", "text"), [(CLAIM, REFUSED), ("Ann Rowe thought that fewer learners would stay at the school.", LEARNERS)]
)
def test_a_question_bears_nothing_out(claim: str, text: str) -> None:
    assert "modality" in {problem.name for problem in check(claim, [text]).problems}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The bandstand would be open again by the summer.", ANSWERED),
        ("Councillor Gruff asked whether the bandstand would be open by the summer.", REFUSED),
        ("It was unclear whether the bandstand would be open by the summer.", REFUSED),
        ("The roofer could not be had before May.", REFUSED),
        ("Others had seen little change.", LEARNERS),
    ],
)
def test_what_was_answered_so_or_is_told_as_asked_stands(claim: str, text: str) -> None:
    assert not [problem for problem in check(claim, [text]).problems if problem.name == "modality"]
