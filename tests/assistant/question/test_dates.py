"""Which meetings a question asks about: sure ones become limits, the rest stay words."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.question.dates import read

TODAY = dt.date(2025, 11, 22)
DAYS = [dt.date(2025, 1, 28), dt.date(2025, 3, 4), dt.date(2025, 5, 6), dt.date(2025, 9, 16), dt.date(2026, 1, 20)]


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What was said about carers in the last three meetings?", "2025-03-04", "2025-09-16"),
        ("What was decided at the last meeting?", "2025-09-16", "2025-09-16"),
        ("What did the Cabinet decide this year?", "2025-01-01", "2025-12-31"),
        ("What was said about parking last year?", "2024-01-01", "2024-12-31"),
        ("What was said about parking last month?", "2025-10-01", "2025-10-31"),
        ("What has happened with the pool since May?", "2025-05-01", None),
        ("What has happened with the pool since December?", "2024-12-01", None),
        ("Since March 2024, what was said about parking?", "2024-03-01", None),
        ("In 2019, what was said about parking?", "2019-01-01", "2019-12-31"),
        ("What was said about parking in 2019?", "2019-01-01", "2019-12-31"),
        ("What was decided in March 2025?", "2025-03-01", "2025-03-31"),
        ("What happened at the May 2024 meeting?", "2024-05-01", "2024-05-31"),
        ("What do the March 2025 minutes say of who moved the motion?", "2025-03-01", "2025-03-31"),
        ("What happened at the May meeting?", "2025-05-01", "2025-05-31"),
        ("What happened at the January meeting?", "2025-01-01", "2025-01-31"),
        ("What happened at the October meeting?", "2025-10-01", "2025-10-31"),
        ("What happened at the meeting of 14 March 2024?", "2024-03-14", "2024-03-14"),
        ("What was discussed on 14th March 2024?", "2024-03-14", "2024-03-14"),
        ("What was agreed between March and June 2025?", "2025-03-01", "2025-06-30"),
        ("What was agreed before 2020?", None, "2019-12-31"),
        ("What was decided in March 2025 about parking?", "2025-03-01", "2025-03-31"),
        ("What was agreed about parking before last year?", None, "2023-12-31"),
        ("What was said about parking since last year?", "2024-01-01", None),
        ("What was agreed the year before last?", "2023-01-01", "2023-12-31"),
        ("What was decided in the last financial year?", "2024-04-01", "2025-03-31"),
        ("What was decided so far this financial year?", "2025-04-01", "2026-03-31"),
        ("What was decided last week?", "2025-11-10", "2025-11-16"),
        ("What was decided earlier this year?", "2025-01-01", "2025-12-31"),
        ("What was said at the last but one meeting?", "2025-05-06", "2025-05-06"),
        ("What was said at the planning meeting before last?", "2025-05-06", "2025-05-06"),
        ("What was said about parking in 2023 and 2024?", "2023-01-01", "2024-12-31"),
        ("What was agreed in March and April 2024?", "2024-03-01", "2024-04-30"),
        ("What was agreed in March, April or May 2024?", "2024-03-01", "2024-05-31"),
        ("What was agreed between November and February 2025?", "2024-11-01", "2025-02-28"),
        ("What was agreed from 1 April 2024 to 31 March 2025?", "2024-04-01", "2025-03-31"),
        ("What was agreed up to March 2025?", None, "2025-03-31"),
        ("What was discussed after 4 March 2025?", "2025-03-05", None),
        ("What was decided on 04/03/2025?", "2025-03-04", "2025-03-04"),
        ("What was decided on 4 March?", "2025-03-04", "2025-03-04"),
        ("What was decided in September?", "2025-09-01", "2025-09-30"),
        ("Beth a benderfynwyd ym Mawrth ac Ebrill 2024?", "2024-03-01", "2024-04-30"),
        ("Beth a benderfynwyd ym Mehefin 2015?", "2015-06-01", "2015-06-30"),
        ("Beth ddywedwyd yn y tri chyfarfod diwethaf?", "2025-03-04", "2025-09-16"),
        ("Beth ddigwyddodd i'r pwll ers mis Mai?", "2025-05-01", None),
    ],
)
def test_periods(question: str, first: str | None, last: str | None) -> None:
    asked = read(question, TODAY, lambda: DAYS)
    assert (asked.date_from and str(asked.date_from), asked.date_to and str(asked.date_to)) == (first, last)
    assert asked.understood
    assert not any(character.isdigit() for character in asked.rest)


@pytest.mark.parametrize(
    "question",
    [
        "What was said about the Act passed in 2014?",
        "What does the census of 2021 say?",
        "What was said about the 2019 budget?",
        "How was the school built in 1974?",
        "What may the council do?",
        "Will schools reopen in September?",
        "Will the plan be approved in September?",
        "What was said more than a year ago?",
        "What did Cabinet agree this time last year?",
        "What was said about what happens after 2030?",
        "What was agreed in 2023/24?",
        "What was decided on 5 March?",
        "Were the minutes of the last meeting signed?",
        "Who proposed approving the June 2019 minutes?",
        "Who vouched for the May minutes?",
        "What is the target for 2030?",
        "What was said about foster carers?",
        "",
    ],
)
def test_what_is_not_sure_stays_a_word(question: str) -> None:
    asked = read(question, TODAY, lambda: DAYS)
    assert not asked
    assert asked.rest == question


def test_no_meetings_no_last_meeting() -> None:
    assert not read("What was decided at the last meeting?", TODAY, lambda: [])


def test_a_month_alone_is_the_latest_one_with_a_meeting() -> None:
    """In November 2025 'the May meeting' of a library that ends in 2023 is that of 2023."""
    held = [dt.date(2022, 5, 3), dt.date(2023, 5, 2), dt.date(2023, 9, 5)]
    asked = read("Who moved the motion at the May meeting?", TODAY, lambda: held)
    assert (str(asked.date_from), str(asked.date_to)) == ("2023-05-01", "2023-05-31")


@pytest.mark.parametrize(
    ("question", "of_matter"),
    [
        ("What was agreed about the closure on 5 August 2025?", "5 August 2025"),
        ("What was said about the works in October 2025?", "October 2025"),
        ("What was agreed on 5 August 2025?", ""),
        ("What was said at the meeting of Council on 5 August 2025?", ""),
        ("What was said about the works in 2025?", ""),
    ],
)
def test_a_day_after_the_matter_may_be_that_of_the_matter(question: str, of_matter: str) -> None:
    assert read(question, TODAY, lambda: DAYS).of_matter == of_matter
