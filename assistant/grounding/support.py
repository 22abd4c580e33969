"""Calibrated support."""

from __future__ import annotations


def support_of(alignments, units, vocabulary, problems, embed):  # type: ignore[no-untyped-def]
    score = min((a.score for a in alignments), default=0.0)
    return round(max(0.0, min(0.99, score * 0.5 ** len(problems))), 4)


def enough(support: float) -> bool:
    return support >= 0.3
