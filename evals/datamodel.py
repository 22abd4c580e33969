"""The nouns of measuring: Case (one thing measured, with its scores) → Figure (a mean with its error) → Report."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.datamodel import Noun

Split = Literal["dev", "held_out"]
Better = Literal["high", "low", "neither"]


class Mean(Noun):
    """A mean over n things with its standard error."""

    mean: float
    error: float = Field(description="standard error, in the unit of the mean")
    n: int


class Figure(Mean):
    """One published number."""

    name: str = Field(description="'suite.scorer' or 'suite.scorer.group': stable, others build on it")
    title: str = Field(description="in words")
    better: Better = Field(default="high", description="neither: told and never guarded, such as words an answer")
    external: bool = Field(default=False, description="measured on the folder of --data: told beside the others, never in the baseline")
    held_out: Mean | None = Field(default=None, description="the same over the held-out questions alone")
    values: dict[str, float] = Field(
        default_factory=dict, description="by case, for paired comparison; a held-out question's id as a digest"
    )


class Shown(Noun):
    """Words of the minutes that were cited or found, and where they stand."""

    where: str = Field(description="'Cabinet, 17 June 2025, item 5, paragraph 12'")
    text: str
    path: str = Field(description="the file, from the project's root")


class Case(Noun):
    """One thing that was measured."""

    id: str
    suite: str
    kind: str = Field(description="kind of question, of fault, of attack; the body that met")
    split: Split = "dev"
    asked: str = Field(description="the question, the claim, the meeting")
    said: str = Field(description="the answer, the verdict, what was left out")
    evidence: tuple[Shown, ...] = ()
    wanted: tuple[str, ...] = Field(default=(), description="the gold: facts, words of paragraphs, the verdict that is right; a line each")
    scores: dict[str, float] = Field(default_factory=dict, description="by scorer; absent where one does not apply")


class Outcome(Noun):
    """What one suite comes to."""

    suite: str
    figures: tuple[Figure, ...]
    cases: tuple[Case, ...] = Field(default=(), description="of the dev questions; of the held-out ones figures alone are told")
    note: str | None = Field(default=None, description="why it was left out, or what it did not measure")


class Report(Noun):
    """One run."""

    version: str = Field(description="of Minutewise")
    engine: str
    embedding: str
    split: Literal["dev", "held_out", "all"]
    outcomes: tuple[Outcome, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them, in order."""
        return tuple(figure for outcome in self.outcomes for figure in outcome.figures)
