"""Bilingual pairs: the Welsh and the English minutes of one meeting, linked item by item.

A body's name in the other language cannot be worked out, so meetings are told by what no translation changes: the day, the council's own
address of the page, and the figures and names in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from ingest.lookup import DocumentRow, ItemText, Lookup

SAME_MEETING = 0.62  # least likeness of two meetings of one day that are one meeting
SAME_ITEM = 0.35  # least likeness of two items that are one item

_FIGURE = re.compile(r"(?<![\w.])\d[\d,./]*\d|(?<![\w.,/])\d(?![\w,/])")
_NAME = re.compile(r"(?<![.!?:]\s)(?<!\n)(?<!^)\b[A-ZÀ-ÞŴŶ][a-zà-ÿŵŷ’'-]{3,}")
_WELSH_PARAMETER = "LLL"  # ModernGov adds it to the address of the Welsh page

ItemKey = tuple[str, int]  # document id, ordinal of the item


class Marks(NamedTuple):
    """What an item keeps in translation."""

    number: str | None
    figures: frozenset[str]
    names: frozenset[str]


class Part(NamedTuple):
    """An item of one side, with its place and its marks."""

    key: ItemKey
    marks: Marks
    address: str | None  # of the item's own page, where it has one


def pairs(lookup: Lookup, documents: Sequence[DocumentRow] | None = None) -> dict[ItemKey, ItemKey]:
    """The items that are each other's translation, as (document id, ordinal) both ways."""
    documents = lookup.documents() if documents is None else documents
    found: dict[ItemKey, ItemKey] = {}
    for welsh, english in _meetings(lookup, documents):
        for one, other in aligned(welsh, english):
            found[one.key], found[other.key] = other.key, one.key
    return found


def _meetings(lookup: Lookup, documents: Sequence[DocumentRow]) -> Iterator[tuple[list[Part], list[Part]]]:
    """The two sides of each meeting that has both, best likeness first where a day has several."""
    days: defaultdict[object, defaultdict[tuple[object, ...], list[DocumentRow]]] = defaultdict(lambda: defaultdict(list))
    for one in documents:
        # a whole document is a meeting of its own; pages of single items are one meeting where they name the same
        apart = one.id if one.format != "moderngov-item" or not one.date else None
        days[one.date][one.language, one.council, one.body, apart].append(one)
    for day, sides in days.items():
        if {key[0] for key in sides} < {"cy", "en"}:
            continue
        parts = {key: _parts(lookup, rows) for key, rows in sides.items()}
        scored = [
            (likeness(parts[welsh], parts[english], same_day=day is not None), str(welsh), str(english), welsh, english)
            for welsh in sides
            for english in sides
            if (welsh[0], english[0]) == ("cy", "en")
        ]
        taken: set[tuple[object, ...]] = set()
        for score, _, _, welsh, english in sorted(scored, key=lambda row: (-row[0], *row[1:3])):
            if score >= SAME_MEETING and not taken & {welsh, english}:
                taken |= {welsh, english}
                yield parts[welsh], parts[english]


def _parts(lookup: Lookup, rows: Sequence[DocumentRow]) -> list[Part]:
    found = [
        Part((row.id, item.ordinal), marks(item), _address(row.url) if row.url else None)
        for row in rows
        for item in lookup.item_texts(row.id)
    ]
    return sorted(found, key=lambda part: _order(part.marks.number)) if len(rows) > 1 else found


def _order(number: str | None) -> tuple[int, ...]:
    return tuple(int(digits) for digits in re.findall(r"\d+", number or ""))


def _address(url: str) -> str:
    """The address of a page without what asks for its language."""
    found = urlsplit(url)
    kept = sorted((name, value) for name, value in parse_qsl(found.query) if name != _WELSH_PARAMETER)
    return f"{found.netloc}{found.path}?{kept}".lower()


def marks(item: ItemText) -> Marks:
    """What stays the same in the other language: number, figures of more than one sign, names inside sentences."""
    text = f"{item.title}\n{item.text}"
    return Marks(
        item.number,
        frozenset(figure.replace(",", "") for figure in _FIGURE.findall(text)),
        frozenset(name.rstrip("’'s-") for name in _NAME.findall(item.text)),
    )


def likeness(welsh: Sequence[Part], english: Sequence[Part], *, same_day: bool) -> float:
    """How surely two documents are of one meeting, from 0 to 1: the same address is proof, otherwise figures and names decide."""
    addresses = {part.address for part in welsh if part.address} & {part.address for part in english if part.address}
    if addresses:
        return 1.0
    if not same_day:
        return 0.0
    figures = _shared(*({figure for part in side for figure in part.marks.figures} for side in (welsh, english)))
    names = _shared(*({name for part in side for name in part.marks.names} for side in (welsh, english)))
    numbers = _shared(*({part.marks.number for part in side if part.marks.number} for side in (welsh, english)))
    return 0.5 * figures + 0.35 * names + 0.15 * numbers


def _shared(one: set[str], other: set[str]) -> float:
    """Share of the smaller set that the larger holds; half where either is empty and nothing can be said."""
    small, large = sorted((one, other), key=len)
    return len(small & large) / len(small) if small else 0.5


def aligned(welsh: Sequence[Part], english: Sequence[Part]) -> list[tuple[Part, Part]]:
    """The items that belong together, in order: the best alignment that crosses no two pairs (Needleman and Wunsch, gaps cost nothing)."""
    by_address = {part.address: part for part in english if part.address}
    if len(by_address) == len(english) > 1:  # a page an item: the address says it
        return [(part, by_address[part.address]) for part in welsh if part.address in by_address]
    best: dict[tuple[int, int], float] = defaultdict(float)
    alike: dict[tuple[int, int], float] = {}
    for row, one in enumerate(welsh, start=1):
        for column, other in enumerate(english, start=1):
            alike[row, column] = _alike(one.marks, other.marks)
            joined = best[row - 1, column - 1] + (alike[row, column] if alike[row, column] >= SAME_ITEM else -1.0)
            best[row, column] = max(best[row - 1, column], best[row, column - 1], joined)
    return _traced(welsh, english, best, alike)


def _traced(
    welsh: Sequence[Part], english: Sequence[Part], best: Mapping[tuple[int, int], float], alike: Mapping[tuple[int, int], float]
) -> list[tuple[Part, Part]]:
    found: list[tuple[Part, Part]] = []
    row, column = len(welsh), len(english)
    while row and column:
        if alike[row, column] >= SAME_ITEM and abs(best[row, column] - best[row - 1, column - 1] - alike[row, column]) < 1e-9:
            found.append((welsh[row - 1], english[column - 1]))
            row, column = row - 1, column - 1
        elif best[row, column] == best[row - 1, column]:
            row -= 1
        else:
            column -= 1
    return _filled(welsh, english, found[::-1])


def _filled(welsh: Sequence[Part], english: Sequence[Part], found: Sequence[tuple[Part, Part]]) -> list[tuple[Part, Part]]:
    """With the pairs between neighbours that belong together: an item that stands alone there on either side is the other's translation."""
    out: list[tuple[Part, Part]] = []
    row = column = 0
    for one, other in found:
        ahead, across = welsh.index(one), english.index(other)
        if ahead - row == across - column == 1:
            out.append((welsh[row], english[column]))
        out.append((one, other))
        row, column = ahead + 1, across + 1
    return out


def _alike(one: Marks, other: Marks) -> float:
    number = 0.5 if one.number == other.number else 0.0
    held = one.figures | other.figures | one.names | other.names
    shared = (one.figures & other.figures) | (one.names & other.names)
    return number + len(shared) / (len(held) or 1)
