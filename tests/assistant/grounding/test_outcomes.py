"""What is told as decided needs something decided among the evidence, in whatever words it is told."""

from __future__ import annotations

import pytest

from assistant.grounding import check

OPEN = """The Planning Officer presented an application for a dog hotel at Maes Isaf, with 12 kennels and a fence 2 metres high. \
Permission was sought for 10 years. The recommendation was to approve.
A total of 8 letters of objection had been received and one of support. A neighbour said that the lane was narrow."""
DECIDED = f"{OPEN}\nRESOLVED that the application be approved for 10 years."
WELSH = f"{OPEN}\nPENDERFYNWYD cymeradwyo'r cais."
CONTEXT = ("Glan Alwen County Council, Planning Committee, 12 November 2024: 6. DOG HOTEL, MAES ISAF",)
TOLD = [
    "The Planning Committee decided to approve the dog hotel at Maes Isaf on two occasions.",
    "The committee voted to approve the dog hotel.",
    "The dog hotel at Maes Isaf was given permission.",
    "The dog hotel at Maes Isaf was granted planning permission.",
    "The dog hotel at Maes Isaf got the go-ahead.",
    "The Planning Committee backed the dog hotel at Maes Isaf.",
    "Permission for a dog hotel at Maes Isaf was refused.",
]


@pytest.mark.parametrize("claim", TOLD)
def test_nothing_is_decided_where_nothing_was(claim: str) -> None:
    assert "decision" in {problem.name for problem in check(claim, [OPEN], context=CONTEXT).problems}


@pytest.mark.parametrize("text", [DECIDED, WELSH])
@pytest.mark.parametrize("claim", TOLD[1:6])
def test_a_decision_may_be_told_in_other_words(claim: str, text: str) -> None:
    assert "decision" not in {problem.name for problem in check(claim, [text], context=CONTEXT).problems}


@pytest.mark.parametrize(
    "claim", ["The committee recommended approval of the dog hotel.", "Approval was recommended by the Planning Committee."]
)
def test_what_officers_recommend_is_no_committees_recommendation(claim: str) -> None:
    assert "decision" in {problem.name for problem in check(claim, [OPEN], context=CONTEXT).problems}
    own = f"{OPEN}\nRECOMMENDED TO CABINET that the dog hotel be approved."
    assert "decision" not in {problem.name for problem in check(claim, [own], context=CONTEXT).problems}


@pytest.mark.parametrize(
    "claim",
    [
        "Officers recommended approval of the dog hotel.",
        "The committee was recommended to approve the dog hotel.",
        "There was a recommendation to approve the dog hotel at Maes Isaf.",
        "Permission was sought for a dog hotel for 10 years.",
    ],
)
def test_what_was_recommended_may_be_told(claim: str) -> None:
    assert "decision" not in {problem.name for problem in check(claim, [OPEN], context=CONTEXT).problems}


def test_whom_members_backed_need_be_no_decision() -> None:
    text = "Members were supportive of the dog hotel and welcomed the officers' work. A report would come to the next meeting."
    assert "decision" not in {problem.name for problem in check("The committee backed the dog hotel.", [text]).problems}
