"""Lines made whole, each under its sub-heading."""

from __future__ import annotations

import pytest

from assistant.lines import lines

TRAIL = "The Clerk said that all equipment was in place."


def under(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(line.parts, line.under) for line in lines(text)]


def test_a_sub_heading_has_no_parts_and_stands_over_what_follows() -> None:
    assert under(f"Trim Trail\n{TRAIL}\nIt would open in a week or so. Members were pleased.") == [
        ((), ""),
        ((TRAIL,), "Trim Trail"),
        (("It would open in a week or so.", "Members were pleased."), "Trim Trail"),
    ]


def test_the_next_sub_heading_takes_over() -> None:
    assert [line.under for line in lines(f"Trim Trail\n{TRAIL}\nSea Cadets Grant\nMembers were told of the map of the wards.")] == [
        "",
        "Trim Trail",
        "",
        "Sea Cadets Grant",
    ]


def test_the_number_of_a_sub_heading_is_left_out() -> None:
    assert [line.under for line in lines(f"2. Active Travel - Updated Plans Shared\n{TRAIL}")] == [
        "",
        "Active Travel - Updated Plans Shared",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Four Oaks\nNew Hall\n{TRAIL}",  # a list of names, the cells of a table
        f"£2,500\n{TRAIL}",
        f"Trim Trail was discussed\n{TRAIL}",
        "Trim Trail\nHome Start",
        f"All in favour\n{TRAIL}",
    ],
)
def test_what_is_no_sub_heading_stands_over_nothing(text: str) -> None:
    assert not any(line.under for line in lines(text)), text


def test_the_rows_of_an_account_stand_under_what_announces_them() -> None:
    rows = "A) Since May expenditure has been;\n1. £120 hall hire.\n2. £65.93 VAT passed to the Fen Committee\nClerk’s salary £127.40"
    assert under(f"{rows}\nThe accounts were agreed by all present.") == [
        ((), ""),
        (("1. £120 hall hire.",), "Since May expenditure has been"),
        (("2. £65.93 VAT passed to the Fen Committee",), "Since May expenditure has been"),
        (("Clerk’s salary £127.40",), "Since May expenditure has been"),
        (("The accounts were agreed by all present.",), ""),
    ]


def test_a_sum_in_a_sentence_is_no_row() -> None:
    text = "The following were told:\nThe hall would cost £120 to hire in the summer months."
    assert [line.under for line in lines(text)] == ["", ""]


def test_a_particular_after_a_sentence_goes_with_it() -> None:
    text = "That the meeting be adjourned. Time: 6:39 p.m. Next meeting in May at the hall."
    assert lines(text)[0].parts == ("That the meeting be adjourned. Time: 6:39 p.m.", "Next meeting in May at the hall.")
