"""One thread at a time, except while it waits for a chat model: the stemmers and the catalogue are not made for several at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Whose turn it is. `with turns.mine():` waits for the turn; `with turns.away():` inside it lets others go on meanwhile."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Work that nobody else does at the same time."""
        with self._lock:
            yield

    @contextmanager
    def away(self) -> Iterator[None]:
        """Waiting, within `mine`."""
        self._lock.release()
        try:
            yield
        finally:
            self._lock.acquire()
