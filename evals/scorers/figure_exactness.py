"""Figure exactness: whether the numbers of a sentence stand in what it cites. Its rule is its own, not that of the product's checks."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")


def figure_exactness(text: str, cited: str) -> float | None:
    """Share of the numbers in `text` that occur in `cited`, thousands' commas aside; None where there is no number."""
    wanted = numbers(text)
    if not wanted:
        return None
    held = set(numbers(cited))
    return sum(number in held for number in wanted) / len(wanted)


def numbers(text: str) -> list[str]:
    """The numbers written in digits, without commas and without the zeros that end a fraction."""
    found = (number.rstrip(",").replace(",", "") for number in _NUMBER.findall(text))
    return [number.rstrip("0").rstrip(".") if "." in number else number for number in found]
