"""Ranking metrics: each is defined once, here, with its source."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set


def hit_at(ranked: Sequence[Set[str]], relevant: Set[str], k: int) -> float:
    """1 when one of the first `k` results holds a relevant unit, else 0 (success@k)."""
    return float(any(result & relevant for result in ranked[:k]))


def ndcg_at(ranked: Sequence[Set[str]], all_results: Sequence[Set[str]], relevant: Set[str], k: int) -> float:
    """Normalised discounted cumulative gain with binary gain (Järvelin and Kekäläinen 2002, log2 discount).

    Args:
        ranked: the units that each result holds, best result first.
        all_results: the same for everything that could have been returned: the ideal ranking is made from it.
        relevant: the relevant units.
    """
    gain = sum(1 / math.log2(place + 2) for place, result in enumerate(ranked[:k]) if result & relevant)
    possible = sum(1 for result in all_results if result & relevant)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(k, possible)))
    return gain / ideal if ideal else 0.0


def recall_at(ranked: Sequence[Set[str]], relevant: Set[str], k: int) -> float:
    """Share of the relevant units that the first `k` results hold."""
    found: set[str] = set()
    for result in ranked[:k]:
        found |= result & relevant
    return len(found) / len(relevant) if relevant else 0.0


def mean_and_error(values: Sequence[float]) -> tuple[float, float]:
    """The mean and its standard error (sample standard deviation over the root of n)."""
    mean = sum(values) / len(values)
    if len(values) < 2:
        return mean, 0.0
    variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
    return mean, math.sqrt(variance / len(values))
