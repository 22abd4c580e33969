"""An engine whose model cannot even be made: it says so when it is asked, and whoever asked goes over to the fallback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.base import Usage
from ingest.datamodel import AgendaItem, Meeting
from ingest.errors import ChatServiceError


class UnavailableEngine:
    """Implements `Engine`. Raises, whatever is asked of it, the error that it was made with."""

    name: EngineName = "llm"

    def __init__(self, error: ChatServiceError) -> None:
        self._error = error

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """Raises the error."""
        raise self._error

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """Raises the error."""
        raise self._error

    def usage(self) -> Usage:
        """Nothing was called, nothing was spent."""
        return Usage()
