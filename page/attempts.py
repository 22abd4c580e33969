"""Wrong passwords are counted, for each name and each address that they come from: after a few of them nobody may try again for a while."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

WRONG_FOR_NAME = 5
WRONG_FROM_ADDRESS = 20  # a whole office may come from one
WITHIN = 300.0  # seconds; as long is the wait
MOST_KNOWN = 10_000  # names and addresses remembered
REFUSED = "Too many wrong passwords. Wait five minutes, then try again."  # as words/*.json, 'sign.in.wait'

_ADDRESS: ContextVar[str] = ContextVar("address", default="")


class Attempts:
    """Remembers when a password was wrong, for a few minutes."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._wrong: dict[tuple[str, str], deque[float]] = {}

    def refused(self, name: str, address: str) -> bool:
        """Whether that name, or that address, has had its tries."""
        return any(len(self._recent(key)) >= most for key, most in _limits(name, address))

    def wrong(self, name: str, address: str) -> None:
        """Counts a wrong password."""
        for key, _ in _limits(name, address):
            recent = self._recent(key)
            recent.append(self._now())
            self._wrong.pop(key, None)
            self._wrong[key] = recent  # the latest last
        while len(self._wrong) > MOST_KNOWN:
            del self._wrong[next(iter(self._wrong))]

    def right(self, name: str) -> None:
        """Forgets what was wrong before: the name is known now."""
        self._wrong.pop(("name", name), None)

    def _recent(self, key: tuple[str, str]) -> deque[float]:
        recent = self._wrong.get(key, deque())
        while recent and recent[0] <= self._now() - WITHIN:
            recent.popleft()
        return recent


def _limits(name: str, address: str) -> list[tuple[tuple[str, str], int]]:
    from_there = [(("address", address), WRONG_FROM_ADDRESS)] if address else []
    return [(("name", name[:200]), WRONG_FOR_NAME), *from_there]


def limited(allowed: Callable[[str, str], bool], attempts: Attempts | None = None) -> Callable[[str, str], bool]:
    """The same check of name and password, refused with 429 where there were too many wrong ones; a right one is refused then too."""
    counted = attempts or Attempts()

    def checked(name: str, password: str) -> bool:
        address = _ADDRESS.get()
        if counted.refused(name, address):
            from starlette.exceptions import HTTPException

            raise HTTPException(429, REFUSED, {"Retry-After": str(round(WITHIN))})
        if allowed(name, password):
            counted.right(name)
            return True
        counted.wrong(name, address)
        return False

    return checked


class Addressed:
    """ASGI middleware: lets the check of passwords know which address a try comes from."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on."""
        if scope["type"] == "http":
            _ADDRESS.set((scope.get("client") or ("",))[0])
        await self.app(scope, receive, send)
