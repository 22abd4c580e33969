"""Calibrated support."""

from __future__ import annotations


def support_of(found: dict[str, float]) -> float:
    return round(max(0.0, min(0.99, found["worst"] * 0.5 ** (2.718281828 ** found["problems"] - 1))), 4)


def enough(support: float) -> bool:
    return support >= 0.3
