"""Lines of text, before they are joined to paragraphs: bullets, emphasis, rules, page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "bold", "italic", "heading"]

# Word's bullets arrive in the private use area; `o` and the dashes are bullets only before a wide gap or in Markdown.
_MARKS = "•‣◦▪▫●○■□➢➤►✓❖◆∙\u2043"
_BULLET = re.compile(rf"(?:[\uf000-\uf0ff{_MARKS}]+\s*|·\s+|[*+]\s+(?=\S)|[-\u2013—]\s+(?=\S)|o(?:\t|[ \xa0]{{2,}})(?=\S))")
_RULE = re.compile(r"[-_=*.~\u2013—•…·|\s#]+")
# No brackets: '(14)' counts votes.
_PAGE_NUMBER = re.compile(
    r"(?:[-\u2013—]\s*)?(?:p\s?a\s?g\s?e|tudalen|tud\.?|pg\.?)?\s*\|?\s*(\d{1,4})(?:\s*(?:of|o|/)\s*\d{1,4})?(?:\s*\|\s*p\s?a\s?g\s?e)?(?:\s*[-\u2013—])?",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(r"\b(?:p\s?a\s?g\s?e|tudalen)\b\W{0,3}\d|\d\W{0,3}p\s?a\s?g\s?e\b", re.IGNORECASE)
_LEADER = re.compile(r"[._…]{4,}|…{2,}|(?:\. ){4,}")
_NUMBERED = re.compile(
    r"(?:(?:agenda\s+)?item|eitem)\s+(?:no\.?\s*)?\d|\d{1,4}(?:[./]\d+)*[ivx]*[.):]|\d+(?:[./]\d+)+\s|\d{1,3}\s{2,}\S|"
    r"\(?[a-z]\)|[a-hj-z]\.\s|\(?[ivx]{1,5}[.)]\s|\(\d+\)|R?\d{4}-\d{2,3}\s",
    re.IGNORECASE,
)
_DECISION_WORD = re.compile(
    r"\b(?:RESOLVED|CARRIED|AGREED|DEFEATED|LOST|NOTED|APPROVED|RECOMMENDED|PENDERFYNWYD|CYTUNWYD|NODWYD|ADOPTED|CONFIRMED)\b"
)


@dataclass(slots=True)
class Line:
    """One line with what its layout says. `text` is folded and free of mark-up.

    Attributes:
        gap: Empty lines before it.
        row: Whether it is a row of a table, cells parted by bars.
        room: Characters that would still fit on it, where its place on the page is known; else -1.
        indent: Its distance from the left edge, in characters; only meant where `room` is known.
        opens, closes: Whether it begins, or ends, in bold or italics.
        trailer: What stands beside it in a column of actions.
        new_page: Whether a page begins with it.
    """

    text: str
    gap: int = 0
    page: int | None = None
    bullet: bool = False
    style: Style = ""
    row: bool = False
    indent: int = 0
    room: int = -1
    trailer: str = ""
    opens: bool = False
    closes: bool = False
    new_page: bool = False


def is_rule(text: str) -> bool:
    """Tell a line that only draws: dashes, dots, underscores, bars."""
    return not text[0].isalnum() and _RULE.fullmatch(text) is not None


def page_number(text: str) -> int | None:
    """Return the number of a line that holds nothing but a page number ('2', '- 3 -', 'Page 1 of 2', 'Page | 3'), or None."""
    found = _PAGE_NUMBER.fullmatch(text) if 0 < len(text) <= 24 and (text[-1].isdigit() or text[-1] in "eE-\u2013—") else None
    return int(found[1]) if found else None


def is_page_mark(text: str) -> bool:
    """Tell a line that says that it numbers a page ('Page 1 of 3'), wherever it stands."""
    return len(text) <= 24 and page_number(text) is not None and _PAGE_WORD.search(text) is not None


def opens_numbered(text: str) -> bool:
    """Tell whether a line begins with the number or letter of an item or a list entry."""
    # Most lines begin with a plain word, and need no closer look.
    head = text[:5]
    return (
        head[0].isdigit() or "." in head or ")" in head or head.lower().startswith(("item", "eitem", "agen", "r2", "r1"))
    ) and _NUMBERED.match(text) is not None


def is_lone_bullet(text: str) -> bool:
    """Tell a bullet mark that stands alone on its line, before the line that it belongs to."""
    return len(text) == 1 and (text in "•‣◦▪▫●○■□➢➤►✓❖◆∙\u2043·" or "\uf000" <= text <= "\uf0ff")


def take_bullet(text: str) -> tuple[str, bool]:
    """Return the text without a leading bullet mark, and whether there was one. `text` keeps its inner white space."""
    found = _BULLET.match(text) if text and (text[0] == "o" or not text[0].isalnum()) else None
    if found and found.end() < len(text):
        return text[found.end() :].lstrip(), True
    return text, False


def strip_leaders(text: str) -> str:
    """Return the text without dotted or underscored lines to sign on."""
    return _LEADER.sub(" ", text) if "..." in text or "__" in text or "…" in text or ". ." in text else text


def is_capitals(text: str) -> bool:
    """Tell whether all letters are capitals, and there are at least three of them."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 3


def is_heading(text: str, style: Style) -> bool:
    """Tell a heading: marked as one, or short and wholly in capitals or bold, and no decision ('CARRIED')."""
    if style == "heading":
        return len(text.split()) <= 20 or not text.endswith(".")
    if len(text) > 160 or 2 * sum(map(str.isalpha, text)) < len(text) - text.count(" "):
        return False
    if is_capitals(text):
        return not _DECISION_WORD.search(text) and len(text.split()) <= 24
    return (
        style == "bold"
        and not text[0].islower()
        and len(text.split()) <= 14
        and not text.endswith((",", ";"))
        and not (text.endswith(".") and len(text.split()) > 7)
    )
