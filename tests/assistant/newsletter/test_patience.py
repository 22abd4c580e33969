"""A model that takes no more now is waited for as long as it asks, and not for ever."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

import httpx2
import openai
import pytest

from assistant.newsletter.patience import LONGEST_WAIT, TRIES, TRIES_UNANSWERED, Patience, retry_after
from assistant.newsletter.turns import Turns
from ingest.errors import ChatFault, ChatServiceError


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def fault(reason: ChatFault = "rate_limit", wait: str | None = None) -> ChatServiceError:
    error = ChatServiceError("no more now", "wait", reason=reason)
    response = httpx2.Response(429, headers={"retry-after": wait} if wait else {}, request=httpx2.Request("POST", "http://127.0.0.1:9/v1"))
    error.__cause__ = openai.RateLimitError("slow down", response=response, body=None)
    return error


def run(*faults: ChatServiceError) -> tuple[int, Clock]:
    clock, turns, waiting = Clock(), Turns(), list(faults)
    patience = Patience(turns, clock.sleep, lambda: clock.now)
    calls = 0

    def make() -> str:
        nonlocal calls
        calls += 1
        if waiting:
            raise waiting.pop(0)
        return "made"

    with turns.mine():
        assert patience.persist(make) == "made"
    return calls, clock


def test_waits_as_long_as_the_server_asks() -> None:
    calls, clock = run(fault(wait="17"), fault(wait="3"))
    assert calls == 3
    assert clock.slept == [17.0, 3.0]


def test_waits_longer_each_time_where_it_does_not_ask() -> None:
    assert run(fault(), fault(), fault())[1].slept == [2.0, 4.0, 8.0]
    assert run(fault("timeout"), fault("unreachable"))[1].slept == [2.0, 4.0]


def test_a_server_that_never_answers_is_not_waited_for_by_every_story() -> None:
    clock, turns = Clock(), Turns()
    patience = Patience(turns, clock.sleep, lambda: clock.now)
    calls = 0

    def unreachable() -> None:
        nonlocal calls
        calls += 1
        raise fault("unreachable")

    with turns.mine():
        for expected in (TRIES_UNANSWERED, TRIES_UNANSWERED + 1, TRIES_UNANSWERED + 2):
            with pytest.raises(ChatServiceError):
                patience.persist(unreachable)
            assert calls == expected
        patience.persist(lambda: None)
        with pytest.raises(ChatServiceError):
            patience.persist(unreachable)
        assert calls == 2 * TRIES_UNANSWERED + 2, "it answered in between: waiting may help again"


def test_what_waiting_does_not_mend_is_not_waited_for() -> None:
    with pytest.raises(ChatServiceError):
        run(fault("wrong_key"))


def test_gives_up_after_some_tries_or_minutes() -> None:
    with pytest.raises(ChatServiceError):
        run(*[fault(wait="1")] * TRIES)
    with pytest.raises(ChatServiceError):
        run(fault(wait=str(LONGEST_WAIT + 1)))


def test_one_refusal_holds_back_the_next_request_too() -> None:
    clock, turns = Clock(), Turns()
    patience = Patience(turns, clock.sleep, lambda: clock.now)
    with turns.mine():
        with pytest.raises(ChatServiceError):
            patience.persist(lambda: (_ for _ in ()).throw(fault("wrong_key")))
        faults = [fault(wait="30")]
        patience.persist(lambda: (_ for _ in ()).throw(faults.pop()) if faults else "made")
        assert clock.now == 30
        patience.persist(lambda: "next")
        assert clock.slept == [30.0], "the wait is over"


def test_others_work_while_one_waits() -> None:
    turns = Turns()
    order = []
    with turns.mine():
        with turns.away(), turns.mine():
            order.append("other")
        order.append("one")
    assert order == ["other", "one"]


def test_no_waiting_time_is_told_as_none() -> None:
    assert retry_after(ChatServiceError("x", reason="timeout")) is None
    assert retry_after(fault(wait="2.5")) == 2.5
    assert retry_after(fault(wait="soon")) is None
    assert retry_after(fault(wait="Wed, 21 Oct 2015 07:28:00 GMT")) == 0.0
    assert 3500 < (retry_after(fault(wait=format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(hours=1), usegmt=True))) or 0) <= 3600
