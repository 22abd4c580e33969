"""Which sentences of the evidence a claim stands beside.

A claim is held against its best-matching sentences and their neighbours, not against the bag of all words of a passage.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log

from assistant.grounding.evidence import Unit, neighbours
from assistant.grounding.wording import Token

_NEAR_BEST = 0.12
_MOST_COVERING = 4


@dataclass(frozen=True)
class Alignment:
    """One sentence of a claim beside its evidence.

    Attributes:
        tokens: words of the claim.
        scores: for each unit how much of the claim it holds, 0 to 1.
        best: units that match nearly as well as the best one, best first.
        covering: units that together hold as much of the claim as can be held, best first.
        units: all units.
    """

    tokens: tuple[Token, ...]
    scores: tuple[float, ...]
    best: tuple[Unit, ...]
    covering: tuple[Unit, ...]
    units: tuple[Unit, ...]

    @property
    def score(self) -> float:
        return max(self.scores, default=0.0)

    @cached_property
    def window(self) -> tuple[Unit, ...]:
        """The best and the covering units with their neighbours."""
        found: list[Unit] = []
        for unit in (*self.best, *self.covering):
            for near in (unit, *neighbours(self.units, unit)):
                if near not in found:
                    found.append(near)
        return tuple(found)

    @property
    def text(self) -> str:
        """The words that a problem names as held against."""
        return " ".join(unit.text for unit in self.covering[:2])


@lru_cache(maxsize=512)
def rarity(units: tuple[Unit, ...]) -> dict[str, float]:
    """Weight of each stem: log(1 + sentences / sentences that hold it), as inverse document frequency within the evidence."""
    counts: dict[str, int] = {}
    for unit in units:
        for stem in unit.stems:
            counts[stem] = counts.get(stem, 0) + 1
    return {stem: log(1 + len(units) / count) for stem, count in counts.items()}


def align(tokens: tuple[Token, ...], units: tuple[Unit, ...], ignore: frozenset[str] = frozenset()) -> Alignment:
    """Finds the sentences that a claim stands beside.

    Args:
        tokens: words of one sentence of the claim.
        units: sentences of the evidence.
        ignore: stems that are not to count, such as names when it is asked whose sentence it is.
    """
    weights = rarity(units)
    unseen = log(1 + len(units))
    stems = [token.stem for token in tokens if token.content and token.stem not in ignore]
    wanted = dict.fromkeys(stems)
    pairs = set(itertools.pairwise(stems))
    total = sum(weights.get(stem, unseen) for stem in wanted) or 1.0
    scores = []
    for unit in units:
        held = sum(weights.get(stem, unseen) for stem in wanted if stem in unit.stems) / total
        linked = len(pairs & unit.bigrams) / len(pairs) if pairs else held
        scores.append(0.75 * held + 0.25 * linked)
    order = sorted(range(len(units)), key=lambda index: -scores[index])
    top = scores[order[0]] if order else 0.0
    best = tuple(units[index] for index in order if scores[index] >= max(top - _NEAR_BEST, 0.6 * top) and scores[index] > 0)
    covering: list[Unit] = []
    left = set(wanted)
    while left and len(covering) < _MOST_COVERING and order:
        gain, index = max((sum(weights.get(s, unseen) for s in left if s in units[i].stems) + 0.05 * scores[i], -i) for i in order)
        if gain <= 0.08 * total and covering:
            break
        if gain <= 0:
            break
        covering.append(units[-index])
        left -= units[-index].stems
    return Alignment(tokens, tuple(scores), best[:4], tuple(covering), units)
