"""The decisions of the sample minutes, paragraph by paragraph, as written in samples/source: what summaries are held against.

Every resolution, and every vote that decides a motion or an amendment; those taken with the public excluded are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field

from evals.gold.sources import Meeting
from ingest.datamodel import Noun
from ingest.text import fold_space

DECISIONS = Path(__file__).parents[1] / "data" / "decisions.jsonl"


class Decided(Noun):
    """One decision."""

    id: str = Field(description="'source/item/1'")
    source: str = Field(description="stem of the file in samples/source")
    item: str = Field(description="number as printed")
    kind: Literal["resolution", "vote"]
    paragraphs: tuple[str, ...] = Field(description="verbatim: the lead-in with its points")

    @property
    def text(self) -> str:
        """Its paragraphs in a row."""
        return " ".join(self.paragraphs)


def load(path: Path = DECISIONS) -> list[Decided]:
    """The decisions, by meeting."""
    return [Decided.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def problems(decisions: list[Decided], sources: dict[str, Meeting]) -> Iterator[str]:
    """What does not stand in the sources as it should, one line each."""
    for one in decisions:
        held = sources[one.source].items.get(one.item, []) if one.source in sources else []
        yield from (f"{one.id}: not in the source: {text!r}" for text in one.paragraphs if fold_space(text) not in held)
