"""Waiting for a chat model that takes no more requests now: as long as it asks for, all threads together, and not for ever."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import TypeVar

from assistant.newsletter.turns import Turns
from ingest.errors import ChatServiceError

TRIES = 5  # of a request that the server turns away for now
TRIES_UNANSWERED = 3  # of one that it does not answer; once one has had them all, the next ones are tried once
LONGEST_WAIT = 300.0  # seconds that one request may wait in all
FIRST_WAIT = 2.0  # seconds, where the server names none; doubled each time

_UNANSWERED = ("timeout", "unreachable")

Made = TypeVar("Made")


class Patience:
    """Tries again what may work later; one refusal holds back every thread that shares this patience."""

    def __init__(self, turns: Turns, sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic) -> None:
        self._turns = turns
        self._sleep = sleep
        self._clock = clock
        self._until = 0.0
        self._answers = True

    def persist(self, make: Callable[[], Made]) -> Made:
        """What `make` makes, tried several times where that may help; called within the thread's turn.

        Raises:
            ChatServiceError: a fault that trying again does not mend, or the last of many.
        """
        waited = 0.0
        for attempt in range(1, TRIES + 1):
            while (left := self._until - self._clock()) > 0:
                waited += left
                with self._turns.away():
                    self._sleep(left)
            try:
                made = make()
            except ChatServiceError as error:
                wait = retry_after(error)
                pause = wait if wait is not None else FIRST_WAIT * 2 ** (attempt - 1)
                if not error.retryable or attempt >= self._tries(error) or waited + pause > LONGEST_WAIT:
                    self._answers = error.reason not in _UNANSWERED
                    raise
                self._until = max(self._until, self._clock() + pause)
            else:
                self._answers = True
                return made
        raise AssertionError("the last try returns or raises")

    def _tries(self, error: ChatServiceError) -> int:
        if error.reason not in _UNANSWERED:
            return TRIES
        return TRIES_UNANSWERED if self._answers else 1


def retry_after(error: ChatServiceError) -> float | None:
    """The seconds that the server asked to wait, from its Retry-After header; None where it asked for none."""
    cause: BaseException | None = error
    while cause is not None:
        headers = getattr(getattr(cause, "response", None), "headers", None)
        named = headers.get("retry-after") if headers is not None else None
        if named:
            return _seconds(str(named).strip())
        cause = cause.__cause__
    return None


def _seconds(named: str) -> float | None:
    """A Retry-After header's value in seconds: a number, or a date (RFC 9110, section 10.2.3); None for anything else."""
    if named.replace(".", "", 1).isdigit():
        return float(named)
    try:
        left = parsedate_to_datetime(named) - dt.datetime.now(dt.UTC)
    except (ValueError, TypeError):
        return None
    return max(0.0, left.total_seconds())
