"""Similarities of texts, each embedded once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.finding import nearness
from assistant.finding.nearness import Nearness
from ingest.embedding import embedder

if TYPE_CHECKING:
    from ingest.embedding import Vectors


def test_nearer_in_meaning_is_nearer_and_nothing_is_embedded_twice() -> None:
    embedded: list[str] = []

    def embed(texts: Sequence[str]) -> Vectors:
        embedded.extend(texts)
        return embedder().embed(texts)

    near = Nearness(embed)
    roads, carers = near.to("children in foster care", ["resurfacing of roads", "people who foster children"])
    assert carers > roads
    assert near.to("children in foster care", ["resurfacing of roads"]) == pytest.approx([roads])
    assert len(embedded) == len(set(embedded)) == 3
    assert near.to("anything", []) == []


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "REMEMBERED", 3)
    near = Nearness(lambda texts: np.ones((len(texts), 2), dtype=np.float32))
    for number in range(5):
        assert near.to("question", [f"text {number}"]) == [2.0]
    assert len(near._vectors) <= 3
