"""An embedder that really embeds, and remembers what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.embedding import Embedder, Progress, embedder
from ingest.library import Library

if TYPE_CHECKING:
    from ingest.embedding import Vectors


class Counting:
    """Embeds, and remembers what."""

    name = "counting"

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._real: Embedder = embedder()

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Embeds with the embedded model."""
        self.texts += texts
        return self._real.embed(texts, progress)


def counted(library: Library) -> Counting:
    """Puts a counting embedder into the library."""
    counting = Counting()
    library.__dict__["embedder"] = counting
    return counting
