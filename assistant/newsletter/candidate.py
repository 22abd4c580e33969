"""What may be told: one story of the period, with its score and the reasons for it."""

from __future__ import annotations

from pydantic import Field

from ingest.datamodel import Language, Noun, Status
from ingest.pairs import ItemKey


class Reason(Noun):
    """One thing that makes a story worth telling, and what it counts for."""

    words: str = Field(description="e.g. '£4.6 million', 'a recorded vote: 17 to 12'")
    points: float


class Candidate(Noun):
    """A story that may be told: an agenda item, or one topic over several meetings of the period."""

    id: str = Field(description="deterministic: the same items of the same documents have the same id on any machine")
    title: str = Field(description="of its latest item, without shouting capitals")
    theme: str
    council: str | None = None
    body: str | None = Field(default=None, description="of its latest item")
    meetings: tuple[str, ...] = Field(description="'Cabinet, 17 June 2025', oldest first")
    items: tuple[ItemKey, ...] = Field(description="(document id, ordinal of the item), oldest first; the last is the latest position")
    documents: tuple[str, ...] = Field(description="files that they stand in, in the order of items")
    language: Language = "en"
    status: Status = Field(default="not stated", description="draft where any of its minutes is a draft")
    score: float = Field(description="sum of the reasons' points; compares within one period")
    scored: tuple[Reason, ...] = Field(description="what the score is made of, most first")

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons in words, each with its points: '£4.6 million (+3)'."""
        return tuple(f"{reason.words} ({reason.points:+g})" for reason in self.scored)
