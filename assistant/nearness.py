"""How near sentences are to a question, with the vectors remembered from one question to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.embedding import Vectors

Embed = Callable[[Sequence[str]], "Vectors"]

REMEMBERED = 20_000  # texts, about 30 MB


class Nearness:
    """Cosine similarities of texts; each text is embedded once while it is remembered."""

    def __init__(self, embed: Embed) -> None:
        self._embed = embed
        self._vectors: dict[str, Vectors] = {}

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        """The similarity of each of `others` to a text, -1 to 1."""
        import numpy as np

        if not others:
            return []
        wanted = list(dict.fromkeys([text, *others]))
        if len(self._vectors) + len(wanted) > REMEMBERED:
            self._vectors.clear()
        missing = [one for one in wanted if one not in self._vectors]
        if missing:
            self._vectors.update(zip(missing, self._embed(missing), strict=True))
        near: list[float] = (np.stack([self._vectors[one] for one in others]) @ self._vectors[text]).tolist()
        return near
