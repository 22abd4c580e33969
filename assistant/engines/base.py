"""What an engine is: evidence in, proposed sentences out. Checking them is not its business."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from pydantic import Field

from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from ingest.datamodel import AgendaItem, Meeting, Noun


class Usage(Noun):
    """What a call cost. Empty for an engine that calls nobody."""

    prompt: str | None = Field(default=None, description="prompt reference, 'answer@1+a3364311'")
    model: str | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = Field(default=None, description="US dollars; None where no price is configured")


class Engine(Protocol):
    """Writes sentences from evidence. Sentences are yielded as soon as they are whole, so that each is checked before it is shown.

    A generator that yields nothing has nothing to say. Raises ChatServiceError when a model is needed and fails.
    """

    name: EngineName

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """Proposes the sentences of an answer, in order."""
        ...

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """Proposes the sentences of a summary of one item, what was decided first; evidence is the whole item in order."""
        ...

    def usage(self) -> Usage:
        """What the last call of this engine cost."""
        ...
