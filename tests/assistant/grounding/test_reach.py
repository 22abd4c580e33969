"""How far a claim goes, the minutes go."""

from __future__ import annotations

import pytest

from assistant.grounding import check

PAID = "The Clerk said that payments of £1,000 had been made to 31 households, at a total cost of £31,000."
SHUT = "The hall would have to be closed for up to three weeks, and at least four boats would be moved."


@pytest.mark.parametrize(
    ("claim", "text", "words"),
    [
        ("Payments of £1,000 were made to every household.", PAID, "every household."),
        ("Payments of £1,000 were made to all households.", PAID, "all households."),
        ("The hall will be closed for at least three weeks.", SHUT, "three"),
        ("No more than four boats will be moved.", SHUT, "four"),
    ],
)
def test_a_part_is_not_the_whole_nor_the_most_the_least(claim: str, text: str, words: str) -> None:
    assert words in {problem.words for problem in check(claim, [text]).problems}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("In all, payments of £1,000 were made to 31 households.", PAID),
        ("All 31 households were paid £1,000.", "Each of the 31 households had been paid £1,000."),
        ("The hall will be closed for no longer than three weeks.", SHUT),
        ("The hall will be closed for three weeks at most.", SHUT),
        ("The path may stay for no longer than nine months.", "The path was acceptable for a period not exceeding nine months."),
    ],
)
def test_what_goes_as_far_stands(claim: str, text: str) -> None:
    assert not [problem for problem in check(claim, [text]).problems if problem.name in ("figure", "support")]
