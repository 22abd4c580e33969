"""How near sentences are to a question, with the vectors remembered from one question to the next."""

from __future__ import annotations

import functools
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
        known = {one: vector for one in wanted if (vector := self._vectors.get(one)) is not None}  # another thread may clear
        missing = [one for one in wanted if one not in known]
        if missing:
            made = dict(zip(missing, self._embed(missing), strict=True))
            known.update(made)
            self._vectors.update(made)
        near: list[float] = (np.stack([known[one] for one in others]) @ known[text]).tolist()
        return near


@functools.lru_cache(maxsize=4)
def nearness(embed: Embed) -> Nearness:
    """The one Nearness of an embedder: the gate and the engine look at the same sentences, and embed them once."""
    return Nearness(embed)
