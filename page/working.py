"""Work in a thread of its own, so that a visitor can stop waiting for it at any moment."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

T = TypeVar("T")
TICK = 0.15  # seconds between two looks at the stop sign


class _End:
    """Put last into the queue, with what went wrong if anything did."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class Stops:
    """The stop signs of all visitors, by session."""

    def __init__(self) -> None:
        self._signs: dict[str, threading.Event] = {}

    def new(self, session: str) -> threading.Event:
        """A fresh sign for a session; what it was doing before is told to stop."""
        self.stop(session)
        return self._signs.setdefault(session, threading.Event())

    def stop(self, session: str) -> None:
        """Tells what the session is waiting for to stop."""
        sign = self._signs.pop(session, None)
        if sign:
            sign.set()


class Stopped(Exception):
    """The visitor does not want to wait any longer."""


def each(make: Callable[[], Iterator[T]], stop: threading.Event) -> Generator[T, None, None]:
    """Yields what an iterator made in another thread yields, and raises what it raises.

    Gradio's own `cancels` can leave its page frozen, so a stream is never cut off from outside: it ends itself. The thread is left
    alone when it does not answer at once (a model server can be slow) and ends at its next event.

    Raises:
        Stopped: the stop sign was set.
    """
    found: queue.SimpleQueue[T | _End] = queue.SimpleQueue()
    threading.Thread(target=_work, args=(make, stop, found), daemon=True).start()
    try:
        while True:
            if stop.is_set():
                raise Stopped
            try:
                event = found.get(timeout=TICK)
            except queue.Empty:
                continue
            if isinstance(event, _End):
                if event.error:
                    raise event.error
                return
            yield event
    finally:
        stop.set()


def _work(make: Callable[[], Iterator[T]], stop: threading.Event, found: queue.SimpleQueue[T | _End]) -> None:
    error: BaseException | None = None
    try:
        stream: Iterator[T] = make()
        for event in stream:
            if stop.is_set():
                break
            found.put(event)
        if isinstance(stream, Generator):
            stream.close()
    except BaseException as raised:
        error = raised
    found.put(_End(error))
