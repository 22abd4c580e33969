"""A question for a time is answered by a time, and by one that fits."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.abstention.missing import later_than
from tests.assistant.abstention.likely import reason

LAST = dt.date(2025, 9, 16)


@pytest.mark.parametrize(
    ("question", "late"),
    [
        ("What did Cabinet agree in January 2026 about the hall?", True),
        ("What was said on 9 October 2025 about the hall?", True),
        ("What was said on 4 June 2024 about the hall?", False),
        ("What will happen to the hall in January 2026?", False),
        ("What did they say is to be done by March 2026?", False),
        ("What did they say about the hall?", False),
        ("What was agreed about the closure on 5 October 2025?", False),
        ("What was said about the roadworks in October 2025?", False),
        ("What was said about the public meeting on 5 October 2025?", False),
        ("What was agreed about the hall in October 2025?", True),
        ("What was decided on 3 August 2031?", True),
        ("What did the Cabinet decide on 3 August 2031 about the closure?", True),
        ("What was said about carers at the scrutiny meeting on 18 September 2025?", True),
        ("What did the progress report of 9 October 2025 say about the hall?", True),
    ],
)
def test_nothing_held_can_tell_of_what_came_after_the_last_meeting(question: str, late: bool) -> None:
    made = later_than(question, LAST)
    assert (made is not None) == late
    assert made is None or (made.kind == "out_of_coverage" and "16 September 2025" in made.reason)


@pytest.mark.parametrize(
    ("question", "there", "not_there"),
    [
        ("When will the hall open?", "The hall is to open in the spring.", "The hall may be opened, the builders hope."),
        ("When will the hall open?", "The hall is to open next week.", "The opening of the hall was spoken of."),
        ("When will the hall open?", "It opens as soon as the roof is mended.", "It opens, though the roof leaks."),
        ("When does the hall shut?", "The hall shuts at 10pm.", "The hall shuts early."),
        ("When was the hall built?", "The hall was built in 1887.", "The hall was built of brick."),
        ("When did the hall shut?", "The hall shut just before Christmas.", "The hall has shut."),
        ("When will the roof be paid for?", "The roof will be paid for by May.", "The roof may be paid for by a grant."),
        ("What date was set for the visit?", "The visit was set for Saturday.", "A visit was set for before the decision."),
        ("By when must claims be made?", "Claims must be made within ten days.", "Claims must be made in writing."),
        ("Pryd bydd y neuadd yn agor?", "Bydd y neuadd yn agor ym mis Mai.", "Bydd y neuadd yn agor."),
        ("How long is the lease?", "The lease is for 21 years.", "The lease is at £90 a week."),
        ("How long is the lease?", "It runs from year to year.", "It runs to three pages."),
        ("How long will the road be shut?", "It is shut until Easter.", "It is shut."),
        ("How long was the hall shut?", "It was shut for a fortnight.", "It was shut."),
        ("How long is the fence?", "The fence is 90 metres in length.", "The fence is of oak."),
        ("Am ba hyd bydd y ffordd ar gau?", "Bydd ar gau am chwe wythnos.", "Bydd ar gau."),
    ],
)
def test_a_time_is_told_by_words_for_times(question: str, there: str, not_there: str) -> None:
    assert reason(question, there) is None
    assert reason(question, not_there) is not None


@pytest.mark.parametrize(
    "question",
    [
        "When was the policy adopted?",
        "When did the Committee discuss the hall?",
        "When was Mr Ash elected?",
        "When was the last report on the hall?",
        "When people hire the hall, what must they bring?",
        "Pryd trafodwyd y neuadd?",
    ],
)
def test_what_the_meeting_did_it_did_on_its_day(question: str) -> None:
    assert reason(question, "The hall was spoken of. Mr Ash. The policy.") is None


def test_the_day_of_the_meeting_counts_as_told() -> None:
    assert reason("How many stalls were there on 4 June 2024?", "The hall has 41 stalls.") is None


@pytest.mark.parametrize(("asked", "told"), [("5 August 2024", True), ("6 August 2024", False), ("5 August 2026", False)])
def test_a_day_told_without_its_year_is_of_the_year_of_the_meeting(asked: str, told: bool) -> None:
    assert (reason(f"What was agreed about the closure on {asked}?", "The road is to be closed on 5th August.") is None) == told
