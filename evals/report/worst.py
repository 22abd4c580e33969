"""Which cases went worst."""

from __future__ import annotations

from collections.abc import Sequence

from evals.datamodel import Case

LOW = frozenset({"opposite", "wrongly", "other_language", "marked"})  # scores that are better low
UNJUDGED = frozenset({"repeated"})


def badness(case: Case) -> float:
    """How much of what could be right is not: the sum over its scores."""
    return sum(value if name in LOW else 1 - value for name, value in case.scores.items() if name not in UNJUDGED)


def worst(cases: Sequence[Case], count: int) -> list[Case]:
    """The worst first; none that has nothing wrong."""
    wrong = [one for one in cases if badness(one) > 1e-9]
    return sorted(wrong, key=lambda one: (-badness(one), one.id))[:count]
