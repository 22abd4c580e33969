"""What happens while a question is answered, in the order it is told; and what an engine may be able to do besides answering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from pydantic import Field

from assistant.datamodel import Answer, Evidence, Question, Sentence
from assistant.engines.base import Usage
from assistant.finding.retrieve import Hits
from ingest.datamodel import Noun


class Rewritten(Noun):
    """A follow-up question was put so that it stands alone; that is what was searched for."""

    text: str


class Restart(Noun):
    """The model failed: the sentences so far do not count, the answer begins again with another engine."""

    note: str = Field(description="what failed, and what is done instead")


Event = Hits | Rewritten | Sentence | Restart | Answer


@runtime_checkable
class Rewrites(Protocol):
    """An engine that can rewrite a follow-up question itself."""

    def standalone(self, question: Question) -> str:
        """The question so that it can be understood alone; unchanged where it can be already."""
        ...


class Estimate(Noun):
    """What answering a question would send to a chat model."""

    passages: int = Field(description="passages found")
    usage: Usage | None = Field(description="tokens that would be sent, and the most that may be written; None: nothing would be sent")
    reason: str = Field(default="", description="why nothing would be sent")


@runtime_checkable
class Estimates(Protocol):
    """An engine that can tell beforehand what it would send."""

    def estimate(self, question: Question, evidence: Sequence[Evidence]) -> Usage:
        """The tokens of the prompt, and the most that the reply may have."""
        ...
