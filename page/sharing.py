"""One library, many readers at once: every call that touches its one database connection waits its turn."""

from __future__ import annotations

import functools
import inspect
import threading
from contextlib import AbstractContextManager, nullcontext
from typing import cast

from ingest.catalogue import Catalogue
from ingest.library import Library
from ingest.lookup import Lookup


def share(library: Library) -> Library:
    """Makes a library safe to use from several threads, and opens its vector index and model now, before there are any.

    A turn is one query, or one document written whole; nobody waits for somebody else's chat model.
    """
    turn = threading.RLock()
    library.lookup = cast("Lookup", TakingTurns(library.lookup, turn))
    library.catalogue = cast("Catalogue", TakingTurns(library.catalogue, turn))
    library.nearest("council", 1)
    return library


def at_rest(library: Library) -> AbstractContextManager[object]:
    """While it is held nothing is written: for a search, whose many reads must be of one moment."""
    lookup = cast("object", library.lookup)
    return lookup.turn if isinstance(lookup, TakingTurns) else nullcontext()


class TakingTurns:
    """Passes every method call on to `target`, one at a time."""

    def __init__(self, target: object, turn: threading.RLock) -> None:
        self._target = target
        self.turn = turn

    def __getattr__(self, name: str) -> object:
        value = getattr(self._target, name)
        if not inspect.ismethod(value):  # the connection is callable too, and no method
            return value

        @functools.wraps(value)
        def in_turn(*args: object, **named: object) -> object:
            with self.turn:
                result = value(*args, **named)
                return iter(list(result)) if inspect.isgenerator(result) else result

        return in_turn
