"""Recall at k over evidence groups (Manning, Raghavan and Schütze 2008, chapter 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evals.gold.sources import source_of
from ingest.text import fold_space

if TYPE_CHECKING:
    from evals.gold.records import Answerable
    from evals.gold.replies import Reply
    from ingest.datamodel import Passage


def recall_at(reply: Reply, k: int) -> float | None:
    """Share of the evidence groups that the first k passages of the ranking hold."""
    return _share(reply.answerable, reply.ranked[:k]) if reply.answerable else None


def given(reply: Reply) -> float | None:
    """Share of the evidence groups that the passages hold which the answer was looked for in."""
    return _share(reply.answerable, reply.passages) if reply.answerable else None


def _share(gold: Answerable, passages: Sequence[Passage]) -> float:
    held = documents(passages)
    groups = gold.groups()
    return sum(any(fold_space(place.text) in held.get(place.source, "") for place in group) for group in groups) / len(groups)


def documents(passages: Sequence[Passage]) -> dict[str, str]:
    """The passages' words by source, in order: evidence may run over from one passage into the next."""
    from assistant.units import plain

    words: dict[str, str] = {}
    for one in sorted(passages, key=lambda one: one.id):
        name = source_of(one.source.path)
        words[name] = f"{words.get(name, '')} {plain(one.text)}".strip()
    return words
