"""Embeddings remembered while a draft or a file of pairs is checked: the same sentences of evidence come up again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.embedding import Vectors

REMEMBERED = 4000  # texts
FEW = 4  # texts


class Remembered:
    """An embedding function that embeds each text once while it is remembered."""

    def __init__(self, embed: Callable[[Sequence[str]], Vectors]) -> None:
        self._embed = embed
        self._known: dict[str, Vectors] = {}

    def prepare(self, texts: Sequence[str]) -> None:
        """Embeds those texts together."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known.update(zip(missing, self._embed(missing), strict=True))

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimensions)."""
        import numpy as np

        if len(self._known) > REMEMBERED:
            self._known.clear()
        if self._one_by_one(texts):
            for text in texts:
                self.prepare([text])
        else:
            self.prepare(texts)
        return np.stack([self._known[text] for text in texts])

    def _one_by_one(self, texts: Sequence[str]) -> bool:
        """Whether the texts are few and unlike in length: together the short one would be padded to the long one, at twice the time."""
        return len(texts) <= FEW and max(map(len, texts), default=0) > 2 * min(map(len, texts), default=0)
