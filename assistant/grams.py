"""How a sentence is worded: its words, and pairs of neighbouring words, weighed by rarity; tone shows in them and not in the meaning."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")


def grams(text: str) -> set[str]:
    """The words and pairs of neighbours in a sentence, in lower case; all figures alike, marks of punctuation as words."""
    words = ["#" if token[0].isdigit() else token.casefold().replace("’", "'") for token in _TOKEN.findall(text)]
    return {*words, *(f"{one} {other}" for one, other in itertools.pairwise(words))}


class Wording:
    """Turns sentences into vectors over the grams that are kept; their places are worked out once.

    Args:
        rarity: of each gram, in the order of the vectors' parts.
    """

    def __init__(self, rarity: Mapping[str, float]) -> None:
        self._kept = {gram: (place, weight) for place, (gram, weight) in enumerate(rarity.items())}

    @property
    def kept(self) -> frozenset[str]:
        """The grams."""
        return frozenset(self._kept)

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length, shape (len(texts), grams kept); what is not kept is left out."""
        import numpy as np

        vectors = np.zeros((len(texts), len(self._kept)), dtype=np.float32)
        for row, text in enumerate(texts):
            for gram in grams(text):
                if gram in self._kept:
                    place, weight = self._kept[gram]
                    vectors[row, place] = weight
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-6)
        return unit
