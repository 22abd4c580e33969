"""What a decision note holds."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from ingest.datamodel import Decision, DecisionKind, Language, Noun, Outcome, SourcePlace, Status, Vote


class Line(Noun):
    """A paragraph of the minutes, verbatim, and where it stands."""

    text: str
    source: SourcePlace


class Decided(Noun):
    """One decision."""

    item: str = Field(description="number and title as printed: '5. Leisure centre'")
    text: str = Field(description="verbatim; parts on lines of their own")
    kind: DecisionKind
    outcome: Outcome
    vote: Vote | None = Field(default=None, description="None: the minutes record no vote")
    amendment: bool = False
    source: SourcePlace

    @classmethod
    def of(cls, item: str, decision: Decision, source: SourcePlace) -> Decided:
        """A decision of the minutes under its item."""
        return cls(
            item=item,
            text=decision.text,
            kind=decision.kind,
            outcome=decision.outcome,
            vote=decision.vote,
            amendment=decision.amendment,
            source=source,
        )


class DecisionNote(Noun):
    """The note of one meeting; an empty tuple of lines means that the minutes do not say."""

    council: str | None
    body: str | None
    date: dt.date | None
    language: Language
    status: Status
    present: tuple[Line, ...] = ()
    apologies: tuple[Line, ...] = ()
    declarations: tuple[Line, ...] = ()
    decisions: tuple[Decided, ...] = ()
    left_out: int = Field(default=0, description="number of items taken with the public excluded, of which nothing is told")
    publish_by: dt.date | None = Field(description="last day for publication; None where the minutes have no date")
    law: str

    def as_json(self) -> dict[str, object]:
        """The stable form of `minutewise note --json`; what the minutes do not say is 'not recorded'."""
        told = self.model_dump(mode="json")
        for name in ("present", "apologies", "declarations"):
            told[name] = told[name] or "not recorded"
        for decided in told["decisions"]:
            decided["vote"] = decided["vote"] or "not recorded"
        return told
