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
        ("Who took the chair at the meeting in Norton in May 2024?", "2024-05-01", "2024-05-31"),
        ("What reason was given in May 2024 for the delay?", "2024-05-01", "2024-05-31"),
        ("What did Councillor Reed say in May 2024 when asked about bins?", "2024-05-01", "2024-05-31"),
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
        ("Who sent apologies to Cabinet on 4 March 2025?", "2025-03-04", "2025-03-04"),
        ("Who declared an interest at Norton on 4 March 2025?", "2025-03-04", "2025-03-04"),
        ("Which motions were passed by the Council in 2024?", "2024-01-01", "2024-12-31"),
        ("Who was absent from the committee in March 2025?", "2025-03-01", "2025-03-31"),
        ("What time did the Norton Parish Council meeting of 4 March 2025 end?", "2025-03-04", "2025-03-04"),
        ("What was agreed before 2020?", None, "2019-12-31"),
        ("What was decided in March 2025 about parking?", "2025-03-01", "2025-03-31"),
        ("What was agreed about parking before last year?", None, "2023-12-31"),
        ("What was said about parking since last year?", "2024-01-01", None),
        ("What was said at the last but one meeting?", "2025-05-06", "2025-05-06"),
        ("What was noted at the last audit committee?", "2025-09-16", "2025-09-16"),
        ("Who attended the last audit committee?", "2025-09-16", "2025-09-16"),
        ("What was said at the planning meeting before last?", "2025-05-06", "2025-05-06"),
        ("What was agreed in March and April 2024?", "2024-03-01", "2024-04-30"),
        ("What was agreed in March, April or May 2024?", "2024-03-01", "2024-05-31"),
        ("What was agreed between November and February 2025?", "2024-11-01", "2025-02-28"),
        ("What was agreed up to March 2025?", None, "2025-03-31"),
        ("What was discussed after 4 March 2025?", "2025-03-05", None),
        ("What was decided on 04/03/2025?", "2025-03-04", "2025-03-04"),
        ("What was decided on 4 March?", "2025-03-04", "2025-03-04"),
        ("Who proposed it at the scrutiny meeting of September 2024?", "2024-09-01", "2024-09-30"),
        ("Who was elected at the annual meeting on 15 May 2025?", "2025-05-15", "2025-05-15"),
        ("What was decided in September?", "2025-09-01", "2025-09-30"),
        ("Beth a benderfynwyd ym Mawrth ac Ebrill 2024?", "2024-03-01", "2024-04-30"),
        ("Beth a benderfynwyd ym Mehefin 2015?", "2015-06-01", "2015-06-30"),
        ("Beth ddywedwyd yn y tri chyfarfod diwethaf?", "2025-03-04", "2025-09-16"),
        ("Beth ddigwyddodd i'r pwll ers mis Mai?", "2025-05-01", None),
        ("What was agreed about the closure on 6 May 2025?", "2025-05-06", "2025-05-06"),
        ("What was decided on 3 August 2031?", "2031-08-03", "2031-08-03"),
        ("On 5 March 2024, what was decided?", "2024-03-05", "2024-03-05"),
        ("What was decided at Cabinet on 4 March?", "2025-03-04", "2025-03-04"),
        ("What was decided at the meeting on 4 March?", "2025-03-04", "2025-03-04"),
        ("What was said since last year?", "2024-01-01", None),
        ("What was agreed before last year?", None, "2023-12-31"),
        ("What was agreed the year before last?", "2023-01-01", "2023-12-31"),
        ("What was agreed more than a year ago?", None, "2024-11-22"),
        ("What was agreed at the last but one meeting?", "2025-05-06", "2025-05-06"),
        ("What was agreed at the meeting before last?", "2025-05-06", "2025-05-06"),
        ("What has been said of the pool since the last meeting?", "2025-09-16", None),
        ("What was agreed before the last meeting?", None, "2025-09-15"),
        ("What was agreed at the last meeting in May 2025?", "2025-05-06", "2025-05-06"),
        ("What was agreed at the first meeting of 2025?", "2025-01-28", "2025-01-28"),
        ("What was said about parking in 2023 and 2024?", "2023-01-01", "2024-12-31"),
        ("What was said about parking in 2022, 2023 or 2024?", "2022-01-01", "2024-12-31"),
        ("What was said about parking in March and April 2024?", "2024-03-01", "2024-04-30"),
        ("What was said about parking in March 2023 and April 2024?", "2023-03-01", "2024-04-30"),
        ("Beth ddywedwyd am barcio yn 2023 a 2024?", "2023-01-01", "2024-12-31"),
        ("Beth ddywedwyd am barcio ym Mawrth ac Ebrill 2024?", "2024-03-01", "2024-04-30"),
        ("What was agreed in 2023/24?", "2023-04-01", "2024-05-31"),
        ("What was agreed in 2023-24?", "2023-04-01", "2024-05-31"),
        ("What was agreed in 2022-2024?", "2022-01-01", "2024-12-31"),
        ("What was agreed between April and June?", "2025-04-01", "2025-06-30"),
        ("What was agreed between December and February?", "2024-12-01", "2025-02-28"),
        ("What was agreed between November and February 2024?", "2023-11-01", "2024-02-29"),
        ("What was agreed from 1 April 2024 to 31 March 2025?", "2024-04-01", "2025-03-31"),
        ("What was agreed from March 2025 onwards?", "2025-03-01", None),
        ("What was agreed before 5 March?", None, "2025-03-04"),
        ("What happened at the Planning Committee on 16 September?", "2025-09-16", "2025-09-16"),
        ("What was agreed in the first half of 2025?", "2025-01-01", "2025-06-30"),
        ("What was agreed late in 2024?", "2024-07-01", "2024-12-31"),
        ("What was agreed in early 2024?", "2024-01-01", "2024-06-30"),
        ("What was agreed in the spring?", "2025-03-01", "2025-05-31"),
        ("What was agreed over the summer?", "2025-06-01", "2025-08-31"),
        ("What was agreed in the winter of 2023?", "2023-12-01", "2024-02-29"),
        ("What was said about parking in the last quarter?", "2025-07-01", "2025-11-22"),
        ("What was decided earlier this year?", "2025-01-01", "2025-11-22"),
        ("What was decided so far this financial year?", "2025-04-01", "2025-11-22"),
        ("What was decided in the last financial year?", "2024-04-01", "2025-03-31"),
        ("What was decided this municipal year?", "2025-05-01", "2026-05-31"),
        ("What was decided last week?", "2025-11-10", "2025-11-16"),
        ("What was said about parking two years ago?", "2023-01-01", "2024-05-24"),
        ("What was said about parking this time last year?", "2024-10-01", "2024-12-31"),
        ("What was decided at the annual meeting in May?", "2025-05-01", "2025-05-31"),
        ("What was decided in May?", "2025-05-01", "2025-05-31"),
        ("What has changed since the meeting in March?", "2025-03-01", None),
        ("What was decided before the May 2025 meeting?", None, "2025-04-30"),
        ("What was decided after the meeting of 6 May 2025?", "2025-05-07", None),
        ("What was decided at its May meeting?", "2025-05-01", "2025-05-31"),
        ("What did the committee decide at its last meeting?", "2025-09-16", "2025-09-16"),
        ("What was said at last month's meeting?", "2025-10-01", "2025-10-31"),
        ("What did Cabinet decide in June last year?", "2024-06-01", "2024-06-30"),
        ("What was said about the pool after March 2025?", "2025-04-01", None),
        ("What was agreed at the end of 2024?", "2024-10-01", "2024-12-31"),
        ("What was agreed in the 2023/24 financial year?", "2023-04-01", "2024-05-31"),
        ("What was raised a fortnight ago?", "2025-11-03", "2025-11-11"),
        ("Beth benderfynwyd y flwyddyn ddiwethaf?", "2024-11-22", "2025-11-22"),
        ("What was decided in 2024 about the pool?", "2024-01-01", "2024-12-31"),
        ("What was said in the last twelve months about parking?", "2024-11-22", "2025-11-22"),
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
        "How much did the council give in 2024 for the fair?",
        "Where was the speed monitor moved to in April 2018?",
        "What does the census of 2021 say?",
        "What was said about the 2019 budget?",
        "What was said about the accounts in 2023/24?",
        "What was said about gritting in the winter of 2023?",
        "What was said about what happens after 2030?",
        "Will the plan be approved in September?",
        "Did the council approve the minutes of June 2019?",
        "How was the school built in 1974?",
        "What may the council do?",
        "Will schools reopen in September?",
        "Were the minutes of the last meeting signed?",
        "Who proposed approving the June 2019 minutes?",
        "Who vouched for the May minutes?",
        "What is the target for 2030?",
        "What was said about foster carers?",
        "What was agreed about the closure on 5 August 2025?",
        "What was said about the works starting in March 2025?",
        "What was agreed about the roadworks in August 2025?",
        "What was said about the fair on 5 August?",
        "What was said about the public meeting on 5 August 2025?",
        "What return did the committee report for last year?",
        "Was more agreed for parking than last year?",
        "What was said about the cost compared with last year?",
        "What was said over the last several years?",
        "What was agreed at the last meeting before Christmas?",
        "What was said since the election?",
        "What was decided at the AGM?",
        "What was said about the reopening in the autumn?",
        "What was said about the surplus in the second quarter of 2025?",
        "What was decided on Tuesday?",
        "What will be discussed in May?",
        "Where will the February session about water be held?",
        "What was said 3000 years ago?",
        "What was said in 2099-2098?",
        "When was the committee going to meet after July 2024?",
        "What was said of the flood in 2024 on the High Street?",
        "What was decided since the end of last year?",
        "What was said about the school reopening in September?",
        "",
        "How long did a Hilltop Trust meeting on 5 March 2025 last?",
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


def test_a_day_of_the_week_is_the_latest_where_there_was_a_meeting() -> None:
    held = [dt.date(2025, 11, 11), dt.date(2025, 11, 18)]
    assert read("What was decided on Tuesday?", TODAY, lambda: held).date_from == held[1]
    assert not read("What was decided last Tuesday?", TODAY, lambda: held)  # the 11th or the 18th
    assert read("What was decided last Tuesday?", TODAY, lambda: held[:1]).date_from == held[0]


def test_where_the_days_of_meetings_are_not_known_a_day_is_the_meetings() -> None:
    assert read("What was agreed about the closure on 5 August 2025?", TODAY, list).date_from == dt.date(2025, 8, 5)


def test_a_day_without_its_year_is_the_latest_on_which_there_was_a_meeting() -> None:
    held = [dt.date(2023, 11, 12), dt.date(2024, 11, 12), dt.date(2025, 9, 16)]
    asked = read("What happened at the Planning Committee on 12 November?", TODAY, lambda: held)
    assert (asked.date_from, asked.date_to) == (dt.date(2024, 11, 12), dt.date(2024, 11, 12))
