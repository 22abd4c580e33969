"""One question on its way to its answer: what was understood, found, written, withheld and spent so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.checking import Checker
from assistant.datamodel import Evidence, Question, Sentence
from assistant.engines.base import Engine, Usage
from assistant.overview import Overview


@dataclass
class Request:
    """One question on its way, with an engine of its own: an engine keeps account of one request."""

    question: Question
    engine: Engine
    started: float
    rewritten: str | None = None
    evidence: Sequence[Evidence] = ()
    checker: Checker | None = None
    shown: list[Sentence] = field(default_factory=list)
    withheld: list[Sentence] = field(default_factory=list)
    spent: list[Usage] = field(default_factory=list)
    note: str | None = None
    overview: Overview | None = None  # where whole meetings are asked about

    @property
    def asked(self) -> Question:
        """What is searched for and answered."""
        return self.question if self.rewritten is None else Question(text=self.rewritten, filters=self.question.filters)
