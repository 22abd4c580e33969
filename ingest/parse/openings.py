"""Where an agenda item may open: a number, a title and what follows it in the same block.

Every candidate is weighed here by what it looks like alone; `numbering` then chooses the candidates that make a sequence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.datamodel import Block
from ingest.parse.titles import split_title, standing_title

Scheme = Literal["plain", "year", "dated", "decimal", "roman"]

_NUMBER = re.compile(
    r"""(?:(?P<word>(?:agenda\s+)?item|eitem(?:\s+agenda)?|minute)\s+(?:no\.?\s*|rhif\s+)?)?
    (?:(?P<dated>\d{2}\.\d{1,2}\.\d{1,3})|(?P<year>\d{1,4}/\d{2,4})|(?P<decimal>\d{1,4}(?:\.\d{1,2}){1,4})|(?P<plain>\d{1,4})|(?P<roman>[IVXL]{1,6}(?=[.):\s])))
    (?P<letter>\s?\([a-z]{1,2}\))?
    (?P<close>\s?\\?[.):]+)?(?P<gap>\s*)""",
    re.VERBOSE | re.IGNORECASE,
)
_INLINE_YEAR = re.compile(r"(?<![\d/.\w])(\d{1,4})/(\d{2,4})\.?\s+(?=[A-Z])")
_NOT_A_TITLE = re.compile(
    r"\d|(?:st|nd|rd|th|fed|eg|ain|ydd|af|il|ed)\b|(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|"
    r"Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)\b|(?:am|pm|a\.m|p\.m|noon|x)\b|nos?\.?\s*\d|"
    r"[%€£/&-]|(?:years?|days?)\b",
    re.IGNORECASE,
)
_DOCUMENT_HEADING = re.compile(
    r"\b(?:MINUTES|NOTES) OF (?:THE )?(?:PROCEEDINGS|MEETING|A MEETING|SPECIAL|ANNUAL|MONTHLY)\b|\bCOUNCIL$|^(?:CYNGOR|COFNODION "
    r"CYFARFOD)\b"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True)
class Opening:
    """One place where an item may begin. `key` orders the candidates of a scheme; `consumed` blocks hold nothing but number and title."""

    block: int
    start: int
    scheme: Scheme
    key: int
    number: str
    title: str
    rest: str
    weight: float
    consumed: int = 1
    decimals: tuple[int, ...] = ()
    heading: bool = False


def roman_value(text: str) -> int | None:
    """The value of a Roman number, or None where the letters are not one."""
    total = last = 0
    for letter in reversed(text.upper()):
        value = _ROMAN[letter]
        total += value if value >= last else -value
        last = max(last, value)
    return total if text and text == text.upper() and total < 60 and text == _as_roman(total) else None


def _as_roman(value: int) -> str:
    out = ""
    for size, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            out += sign
            value -= size
    return out


def opening_at(blocks: Sequence[Block], position: int) -> Opening | None:
    """The candidate with which the block at `position` (from 0) begins, or None."""
    block = blocks[position]
    if block.kind in ("row", "label") or not block.text:
        return None
    found = _NUMBER.match(block.text)
    if found is None:
        return None
    scheme = _scheme(found)
    digits = found[scheme]
    letter = (found["letter"] or "").replace(" ", "")
    remainder = block.text[found.end() :]
    closed = bool(found["close"] or found["word"] or letter)
    if scheme == "roman":
        value = roman_value(digits)
        if value is None or not closed or (not found["gap"] and remainder):
            return None
        key = value
    elif scheme == "decimal" or scheme == "dated":
        key = int(digits.split(".")[-1])
    else:
        key = int(digits.split("/")[0])
    if position < 4 and _DOCUMENT_HEADING.search(remainder):
        return None  # a page number before the document's own heading
    if not closed and remainder and (not found["gap"] or not remainder[0].isupper()):
        return None
    if remainder and _NOT_A_TITLE.match(remainder):
        return None
    if scheme == "plain" and not closed and not remainder and len(digits) > 3:
        return None
    decimals = tuple(int(part) for part in digits.split(".")) if scheme in ("decimal", "dated") else ()
    return _weighed(blocks, position, scheme, key, digits + letter, remainder, closed=closed, decimals=decimals)


def _scheme(found: re.Match[str]) -> Scheme:
    schemes: tuple[Scheme, ...] = ("dated", "year", "decimal", "plain", "roman")
    return next(name for name in schemes if found[name])


def _weighed(
    blocks: Sequence[Block],
    position: int,
    scheme: Scheme,
    key: int,
    number: str,
    remainder: str,
    *,
    closed: bool,
    decimals: tuple[int, ...],
) -> Opening | None:
    block, consumed, heading = blocks[position], 1, blocks[position].kind == "heading"
    title: str | None
    if remainder.strip(" .:-–*"):
        title, rest = split_title(remainder, heading=heading)
    else:
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        if (
            following is None
            or following.kind in ("row", "label", "item")
            or (_NUMBER.match(following.text) and following.text[:1].isdigit())
        ):
            return None
        heading = heading or following.kind == "heading"
        title, rest = split_title(following.text, heading=heading)
        if title and not rest:
            consumed = 2
        elif not title or not closed:
            return None
        else:
            return None if not closed else Opening(position, 0, scheme, key, number, title, "", 1.5, 1, decimals, heading)
    weight = 1.0 + (0.5 if closed else 0.0)
    if title is None:
        if remainder[:1].islower() or block.kind == "bullet":
            return None
        title, weight = clipped(remainder), weight - 1.3
        rest = remainder
    else:
        weight += 0.5 if len(title.split()) <= 8 else 0.0
        weight += 1.0 if title.isupper() and len(title) > 3 else 0.0
        weight += 1.0 if standing_title(title) else 0.0
        weight -= 1.0 if title[:1].islower() else 0.0
        weight -= 1.0 if "£" in title or "€" in title else 0.0
        weight -= 0.6 if rest[:1] in "£€" and rest else 0.0
    weight += 1.0 if heading else 0.0
    weight -= 0.7 if block.kind == "bullet" else 0.0
    return Opening(position, 0, scheme, key, number, title, rest, weight, consumed, decimals, heading)


def clipped(sentence: str, words: int = 12) -> str:
    """The opening words of a sentence that has no title of its own, cut at a word."""
    parts = sentence.split()
    return sentence if len(parts) <= words else " ".join(parts[:words]) + " …"


def inline_openings(blocks: Sequence[Block], position: int) -> list[Opening]:
    """Year-suffixed numbers in the middle of a block: several items run together on one line."""
    text = blocks[position].text
    if "/" not in text or blocks[position].kind == "row":
        return []
    marks = list(_INLINE_YEAR.finditer(text))
    found = []
    for order, mark in enumerate(marks):
        end = marks[order + 1].start() if order + 1 < len(marks) else len(text)
        words = text[mark.end() : end].strip()
        title, rest = split_title(words)
        if title is None:
            title, rest = clipped(words), words
        if mark.start() and title:
            found.append(Opening(position, mark.start(), "year", int(mark[1]), f"{mark[1]}/{mark[2]}", title, rest, 1.0))
    return found
