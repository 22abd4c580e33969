"""A bar with the time left, on a terminal; nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

# Rough seconds on two quiet cores: what the time left is reckoned from. The first suite that needs the gold questions asks them.
SECONDS = {"library": 8, "summaries": 3, "newsletter": 6, "checker": 20, "injection": 8, "benchmarks": 240}
GOLD, ELSE = 30, 1


def _nobody(_what: str, _share: float) -> None:
    """Nobody looks."""


class Progress:
    """How far a run has come."""

    def __init__(self, suites: Sequence[str]) -> None:
        self._suites = ["library", *suites]
        self._now = "library"
        self._advanced: Callable[[str, float], None] = _nobody

    def suite(self, name: str) -> None:
        """The next suite begins."""
        self._now = name
        self.watch("", 0, 1)

    def watch(self, what: str, done: int, of: int) -> None:
        """Within a suite so much is done."""
        place = self._suites.index(self._now)
        past = sum(self._weight(name) for name in self._suites[:place])
        share = past + self._weight(self._now) * min(1.0, done / max(1, of))
        words = f"{self._now}: {what}" if what and what != self._now else self._now
        self._advanced(words, share / sum(self._weight(name) for name in self._suites))

    def _weight(self, name: str) -> float:
        asks = ("retrieval", "answers", "citations", "abstention", "injection", "welsh")
        first = next((one for one in self._suites if one in asks), None)
        return SECONDS.get(name, ELSE) + (GOLD if name == first else 0)

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Shows the bar while it lasts."""
        if not sys.stderr.isatty():
            yield
            return
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=20), TaskProgressColumn(), TimeRemainingColumn())
        with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("library", total=1.0)

            def advanced(what: str, share: float) -> None:
                bar.update(task, completed=share, description=what[:44])

            self._advanced = advanced
            yield
        self._advanced = _nobody
