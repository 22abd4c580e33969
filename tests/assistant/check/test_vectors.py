"""Texts are embedded once, and the vectors are those of the embedder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from assistant.check.vectors import REMEMBERED, Remembered
from ingest.embedding import embedder

if TYPE_CHECKING:
    from ingest.embedding import Vectors


def test_each_text_is_embedded_once() -> None:
    asked: list[str] = []

    def embed(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return np.eye(len(texts), 4, dtype=np.float32)

    remembered = Remembered(embed)
    remembered.prepare(["a", "b", "a"])
    assert remembered(["b", "c", "a", "b"]).shape == (4, 4)
    assert asked == ["a", "b", "c"]
    for number in range(REMEMBERED + 10):
        remembered([f"text {number}"])
    assert remembered(["a"]).shape == (1, 4), "what was forgotten is embedded again"


def test_the_vectors_are_the_embedders_own() -> None:
    texts = ["A roofer.", "A quotation of £4,350 for the bandstand had been received from a roofer in the next town.", "Slates"]
    assert np.allclose(Remembered(embedder().embed)(texts), embedder().embed(texts), atol=0.02)
