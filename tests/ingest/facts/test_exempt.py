"""Exempt: taken with the public excluded."""

from __future__ import annotations

import pytest

from tests.ingest.facts.paragraphs import extracted, item


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the public be excluded as exempt information under paragraph 14 of Schedule 12A was likely to be disclosed.",
        "Resolution taken to exclude the public to consider the appointment of a clerk.",
        "PENDERFYNWYD bod y cyhoedd yn cael eu gwahardd o'r cyfarfod.",
        "That this part of our meeting will be closed to the public.",
    ],
)
def test_exempt(text: str) -> None:
    assert extracted(item(text)).items[0].exempt


@pytest.mark.parametrize(
    "text", ["There were no exempt items.", "The pool would be closed to the public for three weeks.", "The public asked three questions."]
)
def test_not_exempt(text: str) -> None:
    assert not extracted(item(text)).items[0].exempt


def test_the_following_item_is_the_exempt_one() -> None:
    minutes = extracted(
        item("RESOLVED that the public be excluded during the following item."), item("RESOLVED that the lease be approved."), item("None.")
    )
    assert [one.exempt for one in minutes.items] == [False, True, False]
