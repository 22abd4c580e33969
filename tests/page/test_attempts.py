"""Wrong passwords: how many are taken, for whom, and for how long none is."""

from __future__ import annotations

import pytest
from starlette.exceptions import HTTPException

from page.attempts import MOST_KNOWN, REFUSED, WITHIN, WRONG_FOR_NAME, WRONG_FROM_ADDRESS, Attempts, limited
from page.wording import words


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


def test_after_five_wrong_passwords_even_the_right_one_must_wait() -> None:
    clock = Clock()
    allowed = limited(lambda name, password: password == "right", Attempts(clock))
    for _ in range(WRONG_FOR_NAME):
        assert not allowed("clerk", "guessed")
    with pytest.raises(HTTPException) as refused:
        allowed("clerk", "right")
    assert refused.value.status_code == 429
    assert refused.value.detail == REFUSED == words("en")("sign.in.wait")
    assert allowed("members", "right")
    clock.time += WITHIN
    assert allowed("clerk", "right")


def test_wrong_ones_long_ago_and_before_a_right_one_do_not_count() -> None:
    clock = Clock()
    allowed = limited(lambda name, password: password == "right", Attempts(clock))
    for _ in range(4):
        for _ in range(WRONG_FOR_NAME - 1):
            assert not allowed("clerk", "guessed")
        assert allowed("clerk", "right")
    for _ in range(3 * WRONG_FOR_NAME):
        assert not allowed("slow", "guessed")
        clock.time += WITHIN / (WRONG_FOR_NAME - 1)


def test_an_address_has_its_own_limit_whatever_the_names() -> None:
    attempts = Attempts(Clock())
    for number in range(WRONG_FROM_ADDRESS):
        assert not attempts.refused(f"name {number}", "10.0.0.1")
        attempts.wrong(f"name {number}", "10.0.0.1")
    assert attempts.refused("another", "10.0.0.1")
    assert not attempts.refused("another", "10.0.0.2")


def test_what_is_remembered_is_bounded() -> None:
    attempts = Attempts(Clock())
    for number in range(MOST_KNOWN + 50):
        attempts.wrong(f"name {number}", "")
    assert len(attempts._wrong) == MOST_KNOWN
