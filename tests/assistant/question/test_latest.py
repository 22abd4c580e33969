"""Questions for the latest on a matter, told from those that name a meeting or a period."""

from __future__ import annotations

import pytest

from assistant.question.latest import ABOUT_NOW, asks_latest


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("What is the latest on the pool?", "the pool"),
        ("Any update on the bypass?", "the bypass"),
        ("Is there any news about the library?", "the library"),
        ("What is happening with the pool?", "the pool"),
        ("What's going on at the depot?", "the depot"),
        ("Where are we with the budget?", "the budget"),
        ("What progress has been made on the bridge?", "the bridge"),
        ("Beth yw'r diweddaraf am y pwll?", "y pwll"),
    ],
)
def test_the_latest_is_asked(question: str, matter: str) -> None:
    assert asks_latest(question) and ABOUT_NOW.sub(" ", question).rstrip("?").endswith(f" {matter}")


@pytest.mark.parametrize(
    "question",
    [
        "What was decided at the latest meeting?",
        "What was said at the most recent council meeting?",
        "What happened to the pool?",
        "What did the update cost?",
        "What is the pool's opening date?",
    ],
)
def test_something_else_is_asked(question: str) -> None:
    assert not asks_latest(question)
