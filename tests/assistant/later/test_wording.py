"""The words that a correction calls wrong are told from those that it puts in their place."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.datamodel import Correction
from assistant.later.putting_right import put_right
from assistant.later.wording import wrong_words


@pytest.mark.parametrize(
    ("correction", "wrong"),
    [
        ("£400,000 should read £500,000.", ["£400,000"]),
        ("£5 should read £6.", ["£5"]),
        ("£2 million should read £3 million.", ["£2 million"]),
        ("“grant” should have read “loan”.", ["grant"]),
        ("“grant” and “gift” should read “loan” and “sale”.", ["grant", "gift"]),
        ('"5" and "six" should read "7" and "eight".', ["six"]),
        ("£5 should read £6 and £7 should read £8.", ["£5", "£7"]),
        ("The minutes gave the sum as £68,400. It should have read that £86,400 was recovered.", ["£68,400"]),
        ("The sum should read £6 and not £5.", ["£5"]),
        ("Estates to read “Riverside Drive, Abbeyfeale” and not “Riverside Drive, Athea”.", ["Riverside Drive, Athea"]),
        ("The cost was recorded as £5 instead of £6.", ["£5"]),
        ("The cost should be recorded as £6 instead of £5.", ["£5"]),
        ("The words “in principle” should be added after “approved”.", []),
        ("“in principle” and “for now” should be inserted.", []),
        ("It was agreed to add the words “in principle”.", []),
        ("The words “in principle” be deleted.", ["in principle"]),
        ("Delete “grant” and insert “loan”.", ["grant"]),
        ("Amend “Quarter 1 should” to read “Quarter 1 showed”.", ["Quarter 1 should"]),
        ("That £5 be deleted and £6 substituted.", ["£5"]),
        ("£6 to be substituted for £5.", ["£5"]),
        ("For £5 read £6.", ["£5"]),
        ("Minute 7 be amended from £5 to £6.", ["£5"]),
        ("The minutes should be amended to replace 5 % with 6 %.", ["5 %"]),
        ("“The cost is £5” should read “The cost is £6”.", ["The cost is £5", "£5"]),
        ("“£5 for 3 of us” should read “£5 for 4 of us”.", ["£5 for 3 of us"]),
        ("‘the Clerk’s pay’ should read ‘the Warden’s pay’.", ["the Clerk’s pay"]),
        ("The sum was given as £5. The correct figure, as in the report, was £6.", ["£5"]),
        ("The sum of £5 was wrong.", ["£5"]),
        ("Dylai £5 ddarllen £6.", ["£5"]),
    ],
)
def test_wrong_words_are_told_from_right_ones(correction: str, wrong: list[str]) -> None:
    assert wrong_words(correction) == wrong


@pytest.mark.parametrize(
    ("text", "told"),
    [("It cost £5.", True), ("It cost £5.50.", False), ("It cost £5,000.", False), ("It cost £55.", False), ("It cost £6.", False)],
)
def test_a_sum_is_found_whole(text: str, told: bool) -> None:
    correction = Correction.model_construct(date=dt.date(2024, 6, 4), body="Cabinet", item="2. Minutes", text="£5 should read £6.")
    assert (put_right(text, [correction]) is not None) == told
