"""Vote counts as sentences state them: '13 votes for', 'Against the motion (12)', 'by 17 votes to 12', 'two abstentions'."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.grounding.quantities import Quantity, quantities

Side = Literal["for", "against", "abstained"]


class Tally(NamedTuple):
    """One count of a vote."""

    side: Side
    votes: float
    quantity: Quantity


_VOTING = re.compile(r"\b(?:vot\w+|motion|amendment|favour|against|abst\w+|carried|lost|bleidlais|pleidlais\w*|cynnig)\b", re.IGNORECASE)
_WHO = r"^\)?\s*(?:(?:votes?|members?|councillors?|voted|voting|were|was|cast|people|being)\s+){0,3}"
_AFTER: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("for", re.compile(_WHO + r"(?:in favour|for(?!\s+(?:\d|a\b|an\b|each|every|the (?:period|year|purpose)))|o blaid)\b", re.IGNORECASE)),
    ("against", re.compile(_WHO + r"(?:against|opposed|yn erbyn)\b", re.IGNORECASE)),
    ("abstained", re.compile(_WHO + r"(?:abst\w+|ymatal\w*)\b", re.IGNORECASE)),
)
_BEFORE: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("for", re.compile(r"\b(?:for|in favour)(?:\s(?:of\s)?the \w+)?\s?[:(-]+\s?$", re.IGNORECASE)),
    ("against", re.compile(r"\bagainst(?:\sthe \w+)?\s?[:(-]*\s?$", re.IGNORECASE)),
    ("abstained", re.compile(r"\babst(?:ained|entions?|aining|ain)\s?[:(-]*\s?$", re.IGNORECASE)),
)
_LOST = re.compile(r"\b(?:lost|defeated|rejected|refused|not carried|fell)\b", re.IGNORECASE)
_TO = re.compile(r"^\s?(?:votes?\s)?(?:to|-)\s?$", re.IGNORECASE)
_VOTES_TO = re.compile(r"\bvot\w*|\b(?:carried|lost|defeated|passed|approved|rejected)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def tallies(folded: str) -> tuple[Tally, ...]:
    """Every vote count of a folded sentence; none where it does not speak of voting."""
    if not _VOTING.search(folded):
        return ()
    counts = [quantity for quantity in quantities(folded) if quantity.kind == "number"]
    found: dict[int, Tally] = {}
    for index, quantity in enumerate(counts):
        following = counts[index + 1] if index + 1 < len(counts) else None
        if following and _TO.match(folded[quantity.end : following.start]) and _VOTES_TO.search(folded):
            lost = _LOST.search(folded) is not None and float(quantity.value) > float(following.value)  # type: ignore[arg-type]
            first, second = (following, quantity) if lost else (quantity, following)
            found[quantity.start] = Tally("for", float(first.value), first)  # type: ignore[arg-type]
            found[following.start] = Tally("against", float(second.value), second)  # type: ignore[arg-type]
            continue
        if quantity.start in found:
            continue
        side = _side(folded[: quantity.start], folded[quantity.end :])
        if side:
            found[quantity.start] = Tally(side, float(quantity.value), quantity)  # type: ignore[arg-type]
    return tuple(found.values())


def _side(before: str, after: str) -> Side | None:
    return next((side for side, pattern in _BEFORE if pattern.search(before)), None) or next(
        (side for side, pattern in _AFTER if pattern.match(after)), None
    )
