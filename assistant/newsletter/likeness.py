"""How much two texts speak of the same, by their words: cosine of tf-idf, in any language and without a model."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from assistant.question.words import stem
from ingest.terms import running_words

FEWEST = 80  # texts over which rarity is reckoned, were there fewer: in a handful of texts no word is rare


class Likeness:
    """Likeness of texts to one another.

    Weights are (1 + log tf) · log((n + 1) / df), each text at unit length (Salton and Buckley 1988). Numbers are left out.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(stem(word) for word in running_words(text) if not word[0].isdigit()) for text in texts]
        held = Counter(word for words in counts for word in words)
        total = max(len(texts), FEWEST) + 1
        self._weights = [
            _unit({word: (1 + math.log(count)) * math.log(total / held[word]) for word, count in words.items()}) for words in counts
        ]

    def of(self, place: int, other: int) -> float:
        """The likeness of two of the texts by their places, 0 to 1."""
        small, large = sorted((self._weights[place], self._weights[other]), key=len)
        return sum(weight * large[word] for word, weight in small.items() if word in large)


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
