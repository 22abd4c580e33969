"""Who was at a meeting: how it is asked, and which lines of minutes tell."""

from __future__ import annotations

import pytest

from assistant.question.attending import asks_attendance, is_list_of_names, tells_attendance

OPENING = "Norton Parish Council, 3 May 2019, Attendance and opening"


@pytest.mark.parametrize(
    "question",
    [
        "Who attended the Cabinet meeting on 3 May 2019?",
        "Which councillors were present at the meeting of 3 May?",
        "Who was there?",
        "Was Councillor Gruff at the Cabinet meeting of 3 May 2019?",
        "Was Cllr. J. Gruff present?",
        "Did Councillor Gruff attend the committee?",
        "Who sent apologies to the last meeting?",
        "Which members were absent from the May meeting?",
        "Who was in the chair at the meeting in May?",
        "Pwy oedd yn bresennol yn y Cabinet?",
    ],
)
def test_attendance_is_asked(question: str) -> None:
    assert asks_attendance(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who attended the fete?",
        "Who presented the report to Cabinet?",
        "Were residents at the meeting angry?",
        "Was a decision made at the meeting about the pool?",
        "Was it agreed at the council meeting to close the pool?",
        "Was the bridge at the park repaired?",
        "Which officers came to the committee about flooding?",
        "What was decided at the Cabinet meeting on roads?",
        "Who chaired the working group?",
    ],
)
def test_something_else_is_asked(question: str) -> None:
    assert not asks_attendance(question)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors Dan Gruff (Leader), Mair Rowe, Ann Hale and R. Vale", True),
        ("Also in attendance: Ann Hale, Robert Vale", True),
        ("Rob Hale RH Jim Vale (NCC) JV", True),
        ("Venue: Council Chamber, County Hall, Norton", False),
        ("Parks, Pitches and Open Spaces.", False),
        ("Councillor Gruff joined the meeting late.", False),
        ("Cabinet, Tuesday 3 May 2019", False),
    ],
)
def test_names_alone(text: str, names: bool) -> None:
    assert is_list_of_names(text) is names


def test_a_list_of_names_tells_where_attendance_is_told() -> None:
    names = "Councillors Gruff, Rowe and Hale"
    assert tells_attendance("Who was at the meeting?", names, OPENING)
    assert not tells_attendance("Who was at the meeting?", names, "Norton Parish Council, 3 May 2019, item 4. WORKING GROUP")
    assert not tells_attendance("Who sent apologies to the meeting?", names, OPENING)
    assert not tells_attendance("What did the roof cost?", names, OPENING)


def test_apologies_and_the_chair_are_told_by_their_words() -> None:
    assert tells_attendance("Who sent apologies?", "Apologies were received from Councillor Gruff.", "item 1")
    assert tells_attendance("Who chaired the meeting?", "Attending: Ann Hale (Chair), Robert Vale", OPENING)
    assert not tells_attendance("Who chaired the meeting?", "The Chair thanked the fire service.", "item 9")
