"""What is asked of a meeting itself: how it is asked, and which lines of minutes tell."""

from __future__ import annotations

import pytest

from assistant.question.formalities import asks_formality, tells_formality
from assistant.question.formalities.present import is_list_of_names

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
        "Who declared an interest at the meeting of 3 May 2019?",
        "Were any interests declared?",
        "Which members disclosed a pecuniary interest at Norton on 3 May 2019?",
        "A wnaeth unrhyw un ddatgan buddiant yn y cyfarfod?",
        "What time did the meeting of 3 May end?",
        "How long did the Cabinet meeting of 3 May last?",
        "When did the meeting start?",
        "Pryd ddaeth y cyfarfod i ben?",
        "Where was the Norton Parish Council meeting of 3 May held?",
        "When does the planning committee next meet?",
        "What is the date of the next meeting?",
        "Who is the chair of Norton Parish Council?",
        "Who was the clerk at the meeting of 3 May?",
        "Who took the minutes?",
    ],
)
def test_it_is_asked_of_a_meeting(question: str) -> None:
    assert asks_formality(question)


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
        "Who declared an interest in the farm?",
        "When did the Council close the pool?",
        "When did the meeting close the pool?",
        "When will the consultation end?",
        "When is the next meeting of the village hall working group?",
        "When will the next phase of the works be put to a meeting?",
        "Who is the chair of the cricket club?",
        "Where will the new clerk's office be?",
        "Who was the clerk of works?",
    ],
)
def test_something_else_is_asked(question: str) -> None:
    assert not asks_formality(question)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors Dan Gruff (Leader), Mair Rowe, Ann Hale and R. Vale", True),
        ("Also in attendance: Ann Hale, Robert Vale", True),
        ("Rob Hale RH Jim Vale (NCC) JV", True),
        ("Venue: Council Chamber, County Hall, Norton", False),
        ("Parks, Pitches and Open Spaces.", False),
        ("Norton Vale County Council", False),
        ("Councillor Gruff joined the meeting late.", False),
        ("Cabinet, Tuesday 3 May 2019", False),
    ],
)
def test_names_alone(text: str, names: bool) -> None:
    assert is_list_of_names(text) is names


def test_a_list_of_names_tells_where_attendance_is_told() -> None:
    names = "Councillors Gruff, Rowe and Hale"
    assert tells_formality("Who was at the meeting?", names, OPENING)
    assert not tells_formality("Who was at the meeting?", names, "Norton Parish Council, 3 May 2019, item 4. WORKING GROUP")
    assert not tells_formality("Who sent apologies to the meeting?", names, OPENING)
    assert not tells_formality("What did the roof cost?", names, OPENING)


def test_apologies_and_the_chair_are_told_by_their_words() -> None:
    assert tells_formality("Who sent apologies?", "Apologies were received from Councillor Gruff.", "item 1")
    assert tells_formality("Who chaired the meeting?", "Attending: Ann Hale (Chair), Robert Vale", OPENING)
    assert not tells_formality("Who chaired the meeting?", "The Chair thanked the fire service.", "item 9")


@pytest.mark.parametrize(
    ("question", "text", "item", "tells"),
    [
        ("When did the meeting end?", "There being no further business the meeting closed at 9.35pm", "item 12", True),
        ("When did the meeting end?", "That the meeting be adjourned. Time: 7:25 p.m.", "Adjournment", True),
        ("When did the meeting end?", "The Chairman brought the meeting to a close at 8.20pm", "item 12", True),
        ("When did the meeting end?", "The meeting heard that the pool closed at 8.00 pm.", "item 4", False),
        ("When did the meeting end?", "The Chair closed the debate.", "item 4", False),
        ("When did the meeting start?", "Friday, 3rd May, 2019 10.00 am", OPENING, True),
        ("When did the meeting start?", "Councillor Gruff joined the meeting at 10.25 am.", OPENING, False),
        ("When did the meeting start?", "The meeting was called to order at 6:30 p.m.", "Call to order", True),
        ("Did anyone declare an interest?", "None.", "Norton, 3 May 2019, item 2. DECLARATIONS OF INTEREST", True),
        ("Did anyone declare an interest?", "Councillor Gruff declared a personal interest in item 5.", "item 5. FARM", True),
        ("Did anyone declare an interest?", "There was much interest in the fete.", "item 5. FETE", False),
        ("When is the next meeting?", "Next meeting: Tuesday 7 June 2019 at 7.30 pm", "item 12", True),
        ("When is the next meeting?", "It would be put to the next meeting.", "item 4", False),
        ("Who is the chair of Norton Parish Council?", "Present: Ann Hale (AH) - Chair, Robert Vale (RV)", OPENING, True),
        ("Who was the clerk at the meeting?", "In attendance: Peter Vale, Parish Clerk, and 6 members of the public.", OPENING, True),
        ("Who was the clerk at the meeting?", "The Clerk reported that the hedge was cut.", "item 4. HEDGES", False),
        ("Where was the meeting held?", "Minutes of a meeting held on Tuesday 2 March 2021 via Zoom", OPENING, True),
        ("Where was the meeting held?", "The fete would be held at the village hall.", "item 5. FETE", False),
    ],
)
def test_which_lines_tell(question: str, text: str, item: str, tells: bool) -> None:
    assert tells_formality(question, text, item) is tells
