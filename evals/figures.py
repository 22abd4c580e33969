"""From scores to figures: means, their standard errors, and the areas under curves."""

from __future__ import annotations

import hashlib
import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from evals.datamodel import Better, Figure, Mean, Split


class Scored(NamedTuple):
    """One value of one case; None where the scorer does not apply."""

    case: str
    split: Split
    value: float | None


def mean_of(values: Sequence[float]) -> Mean:
    """The mean and its standard error: sample standard deviation over the root of n, cases taken as independent (Miller 2024)."""
    error = statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else 0.0
    return Mean(mean=round(statistics.fmean(values), 6) if values else 0.0, error=round(error, 6), n=len(values))


def figure(name: str, title: str, scored: Iterable[Scored], better: Better = "high") -> Figure | None:
    """The mean over the cases that the scorer applies to; None where there are none."""
    known = [(one.case, one.split, float(one.value)) for one in scored if one.value is not None]
    if not known:
        return None
    held = [value for _, split, value in known if split == "held_out"]
    return Figure(
        name=name,
        title=title,
        better=better,
        held_out=mean_of(held) if held and len(held) < len(known) else None,
        values={_private(case, split): round(value, 6) for case, split, value in known},
        **mean_of([value for *_, value in known]).model_dump(),
    )


def kept(figures: Iterable[Figure | None]) -> tuple[Figure, ...]:
    """Those that there are."""
    return tuple(one for one in figures if one is not None)


def _private(case: str, split: Split) -> str:
    """The id of a case, or of a held-out one its digest: nobody is tempted to tune to what cannot be read."""
    return hashlib.sha256(case.encode("utf-8")).hexdigest()[:12] if split == "held_out" else case


def grouped(groups: Iterable[str], make: Callable[[str], Figure | None]) -> list[Figure | None]:
    """A figure for each group, in the order of their names."""
    return [make(group) for group in sorted(set(groups))]


def area(positive: Sequence[float], negative: Sequence[float]) -> Mean:
    """Area under the ROC curve: how often a positive scores above a negative, ties counting half (Mann and Whitney 1947).

    Its standard error after Hanley and McNeil (1982).
    """
    ordered = sorted([(value, 0) for value in negative] + [(value, 1) for value in positive])
    ranks: dict[float, float] = {}
    place = 0
    while place < len(ordered):
        end = place
        while end < len(ordered) and ordered[end][0] == ordered[place][0]:
            end += 1
        ranks[ordered[place][0]] = (place + 1 + end) / 2
        place = end
    m, n = len(positive), len(negative)
    auc = (sum(ranks[value] for value in positive) - m * (m + 1) / 2) / (m * n)
    q1, q2 = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    variance = (auc * (1 - auc) + (m - 1) * (q1 - auc * auc) + (n - 1) * (q2 - auc * auc)) / (m * n)
    return Mean(mean=round(auc, 6), error=round(math.sqrt(max(0.0, variance)), 6), n=m + n)


def balanced(positive: Sequence[bool], negative: Sequence[bool]) -> Mean:
    """Balanced accuracy: the mean of the shares told rightly of either kind; the error is that of a mean of two independent shares."""
    shares = [mean_of([float(right) for right in rights]) for rights in (positive, negative)]
    return Mean(
        mean=round(sum(share.mean for share in shares) / 2, 6),
        error=round(math.hypot(*(share.error for share in shares)) / 2, 6),
        n=sum(share.n for share in shares),
    )
