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


def worded(texts: Sequence[str], rarity: Mapping[str, float]) -> NDArray[np.float32]:
    """Vectors of unit length, shape (len(texts), len(rarity)); the parts in the order of `rarity`, what it lacks left out."""
    import numpy as np

    place = {gram: number for number, gram in enumerate(rarity)}
    vectors = np.zeros((len(texts), len(place)), dtype=np.float32)
    for row, text in enumerate(texts):
        for gram in grams(text):
            if (column := place.get(gram)) is not None:
                vectors[row, column] = rarity[gram]
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-6)
    return unit
