"""Signs by which a sentence of minutes is known."""

from __future__ import annotations

import pytest

from assistant.signs import FIGURE, VERDICT


@pytest.mark.parametrize(
    "text", ["No comment.", "Approved", "Application permitted.", "All in favour", "Carried unanimously.", "Gwrthodwyd."]
)
def test_a_verdict_is_known_in_a_word_or_two(text: str) -> None:
    assert VERDICT.fullmatch(text)


@pytest.mark.parametrize("text", ["JS would confirm.", "The application was refused by 5 votes to 4.", "Trinity Ward", "None"])
def test_a_sentence_or_a_name_is_no_verdict(text: str) -> None:
    assert not VERDICT.fullmatch(text)


def test_a_day_of_a_month_is_no_figure() -> None:
    assert FIGURE.search("19 families")
    assert FIGURE.search("£275,000")
    assert not FIGURE.search("on 19 March")
