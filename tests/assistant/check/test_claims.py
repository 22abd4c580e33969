"""What claims something of the minutes, and what only greets, invites, asks or points."""

from __future__ import annotations

import pytest

from assistant.check.claims import no_claim


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dear residents,", "greeting"),
        ("Welcome to the autumn edition of our newsletter.", "greeting"),
        ("Kind regards, the communications team", "greeting"),
        ("Annwyl breswylwyr,", "greeting"),
        ("Tuesday 22 October 2024", "date"),
        ("22/10/2024", "date"),
        ("Published: 5 May 2025, 10 am", "date"),
        ("Will the pool reopen?", "question"),
        ("“Will it close?”", "question"),
        ("Cabinet also agreed:", "lead-in"),
        ("Read more", "invitation"),
        ("Find out more on our website.", "invitation"),
        ("To find out more, visit www.penllyn.example/pool.", "invitation"),
        ("Darllenwch fwy ar ein gwefan.", "invitation"),
        ("Contact us on 01632 960123 or at clerk@penllyn.example.", "invitation"),
        ("www.penllyn.example", "fragment"),
        ("Roof repairs", "fragment"),
        ("In this issue we look back at the summer.", "about the draft"),
        ("Source: Cabinet, 22 October 2024", "source"),
    ],
)
def test_these_claim_nothing(text: str, kind: str) -> None:
    assert no_claim(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Cabinet agreed to close the pool.",
        "Mae'r Cyngor wedi cytuno i gau'r pwll.",
        "Welcome news: £2.5 million of grant was approved.",
        "May is when the pool reopens.",
        "Visit numbers fell by 8%.",
        "Please note that the Council approved the budget.",
        "See-through shelters will be put up on the square.",
        "“We are delighted,” said the Leader.",
        "£1.9 million",
        "Councillor March voted against.",
        "“Will it close?” asked Councillor Rowe.",
        "Dear food has hit the school kitchens, which overspent by £40,000.",
    ],
)
def test_these_do(text: str) -> None:
    assert no_claim(text) is None
