"""A date after what the meeting did is the meeting's; after what was spoken of it may be that of the matter."""

from __future__ import annotations

import pytest

from assistant.question.dated import dates_something_else, matter_dated


@pytest.mark.parametrize(
    ("before", "matter"),
    [
        ("What was agreed about the closure on ", "closure"),
        ("What was agreed about the closure of the road on ", "about the closure of the road"),
        ("What was said about the public meeting on ", "public meeting"),
        ("What was said about the meeting with the railway on ", "with the railway"),
        ("What was decided on ", ""),
        ("What was said of carers at the scrutiny meeting of ", ""),
        ("What did they decide at Cabinet in ", ""),
        ("Was the hall closed on ", ""),
        ("", ""),
    ],
)
def test_what_a_date_may_be_of(before: str, matter: str) -> None:
    assert matter_dated(before).strip() == matter


@pytest.mark.parametrize(
    ("before", "said", "of_something_else"),
    [
        ("What was said about the Act passed ", "in 2014", True),
        ("What was said about the works starting ", "in March 2025", True),
        ("What was said about the census ", "in 2021", True),
        ("What was decided ", "in 2021", False),
    ],
)
def test_a_verb_or_a_law_before_a_date_has_it(before: str, said: str, of_something_else: bool) -> None:
    assert dates_something_else(f"{before}{said}?", before, said) == of_something_else
