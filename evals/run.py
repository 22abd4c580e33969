"""One run: the system, and what its suites share. The gold questions are asked once, by whichever suite needs them first."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from evals.gold.records import Record, load
from evals.gold.replies import Reply, ask_all

if TYPE_CHECKING:
    from evals.scorers.alce import Entails
    from evals.system import System, Watch


def _unwatched(_what: str, _done: int, _of: int) -> None:
    """Nobody is told."""


@dataclass
class Run:
    """What suites measure on.

    Attributes:
        split: which of the gold questions are asked.
        data: folder of the public benchmarks, in the form of ../shared/data.
        only: ids of the gold questions to ask; None asks all of the split.
        faults: at most so many planted faults of each kind are tried; None tries all.
        every_case: the checker tells of sentences that it got right, too.
    """

    system: System
    split: Literal["dev", "held_out", "all"] = "all"
    data: Path | None = None
    watch: Watch = _unwatched
    only: frozenset[str] | None = None
    faults: int | None = None
    every_case: bool = False
    notes: list[str] = field(default_factory=list)

    @cached_property
    def questions(self) -> list[Record]:
        """The gold questions of this run."""
        return [one for one in load() if self.split in ("all", one.split) and (self.only is None or one.id in self.only)]

    @cached_property
    def replies(self) -> list[Reply]:
        """What became of them."""
        return list(ask_all(self.system, self.questions, self.watch))

    @cached_property
    def entails(self) -> Entails:
        """Whether cited paragraphs bear out a sentence."""
        from evals.scorers.alce import entailment

        return entailment(self.system.check)
