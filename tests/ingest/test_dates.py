"""Dates as minutes print them."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.dates import find_dates, in_words, year_by_weekday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held on TUESDAY, 14TH DECEMBER, 2021, at 3 p.m.", (2021, 12, 14)),
        ("on the 3rd of March 2020", (2020, 3, 3)),
        ("this 12TH DAY OF JANUARY, 2011", (2011, 1, 12)),
        ("Tuesday, March 9, 2021", (2021, 3, 9)),
        ("TUESDAY AUGUST 7TH 2012", (2012, 8, 7)),
        ("2024-10-22", (2024, 10, 22)),
        ("04/07/2019", (2019, 7, 4)),
        ("4/7/2019", (2019, 7, 4)),
        ("7.1.2020", (2020, 1, 7)),
        ("03/07/12", (2012, 7, 3)),
        ("Sept. 5, 2019", (2019, 9, 5)),
        ("5 Feb 2019", (2019, 2, 5)),
        ("10fed Mehefin 2015", (2015, 6, 10)),
        ("Dydd Mawrth, 14eg o Fai 2019", (2019, 5, 14)),
        ("nos Fawrth 1af Tachwedd 2016", (2016, 11, 1)),
        ("ar 2 o Dachwedd 2016", (2016, 11, 2)),
        ("Dydd Iau, 17eg Gorffennaf, 2025", (2025, 7, 17)),
        ('held on 6" July, 2017', (2017, 7, 6)),
        ("12th of Janaury 2026", (2026, 1, 12)),
        ("14 \n December\xa02021", (2021, 12, 14)),
    ],
)
def test_finds_the_date(text: str, expected: tuple[int, int, int]) -> None:
    assert [found.date for found in find_dates(text)] == [dt.date(*expected)]


@pytest.mark.parametrize(
    "text",
    [
        "on 14th December",
        "item 20.03.02",
        "minute 48/18",
        "31st February 2020",
        "10 Market 2019",
        "£12 May 201",
        "13/13/2020",
        "version 1.2.3",
        "a march of 2019 people",
    ],
)
def test_what_is_no_complete_date(text: str) -> None:
    assert find_dates(text) == []


def test_places_and_order() -> None:
    text = "Minutes of 5 March 2024 were signed on 2 April 2024."
    found = find_dates(text)
    assert [text[date.start : date.end] for date in found] == ["5 March 2024", "2 April 2024"]
    assert [date.date for date in found] == [dt.date(2024, 3, 5), dt.date(2024, 4, 2)]


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Meeting held on Tuesday 4th March", "the accounts for 2024 and for 2025", dt.date(2025, 3, 4)),
        ("Cyfarfod ddydd Mawrth 4 Mawrth", "y flwyddyn 2025", dt.date(2025, 3, 4)),
        ("Meeting held on Tuesday 4th March", "in 2014, and again in 2025", None),  # both years had that Tuesday
        ("Meeting held on Tuesday 4th March", "the accounts for 2024", None),
        ("Meeting held on 4th March", "the accounts for 2025", None),
        ("Meeting held on Tuesday 4th March", "a grant of £2025", None),
    ],
)
def test_a_year_is_inferred_only_where_one_fits_the_weekday(heading: str, text: str, expected: dt.date | None) -> None:
    assert year_by_weekday(heading, text) == expected


def test_a_day_in_words_is_read_as_that_day_in_either_language() -> None:
    for month in range(1, 13):
        day = dt.date(2025, month, 17)
        for language in ("en", "cy"):
            assert [found.date for found in find_dates(in_words(day, language))] == [day]
    assert in_words(dt.date(2025, 6, 7), "cy", with_year=False) == "7 Mehefin"
