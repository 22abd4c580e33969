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


DENIED = "A Member asked whether the estimate included the sports hall. It did not; the hall had a roof of its own, which was sound."
TOLD_NOT = "Councillor Roe asked if bus fares would be cut. The Leader said that they would not."
REQUIRED = "Councillor Davies asked whether carers were paid for travelling. The manager replied that the contract required it."


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The estimate also includes the sports hall.", DENIED),
        ("The estimate covers the sports hall.", DENIED),
        ("Bus fares would be cut, the Leader told Councillor Roe.", TOLD_NOT),
    ],
)
def test_what_was_denied_is_not_so(claim: str, text: str) -> None:
    assert "negation" in {problem.name for problem in check(claim, [text]).problems}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The estimate did not include the sports hall.", DENIED),
        ("The sports hall has a roof of its own.", DENIED),
        ("Bus fares will not be cut.", TOLD_NOT),
        ("The manager told Councillor Davies that the contract required carers to be paid for travelling.", REQUIRED),
        ("Carers are paid for travelling.", REQUIRED),
    ],
)
def test_what_was_denied_or_granted_may_be_told(claim: str, text: str) -> None:
    assert not [problem for problem in check(claim, [text]).problems if problem.name in ("modality", "negation")]
