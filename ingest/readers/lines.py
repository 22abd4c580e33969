"""Lines of text, before they are joined to paragraphs: bullets, emphasis, rules, page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "bold", "italic", "heading"]

# Word's bullets arrive in the private use area; `o` and the dashes are bullets only before a wide gap or in Markdown.
_BULLET = re.compile(r"(?:[\uf000-\uf0ff•‣◦▪▫●○■□➢➤►✓❖◆∙⁃\uf0fc]+\s*|·\s+|[*+]\s+(?=\S)|[-–—]\s+(?=\S)|o(?:\t|[ \xa0]{2,})(?=\S))")
_RULE = re.compile(r"[-_=*.~–—•…·|\s#]+")
# No brackets: '(14)' counts votes.
_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:p\s?a\s?g\s?e|tudalen|tud\.?|pg\.?)?\s*\|?\s*(\d{1,4})(?:\s*(?:of|o|/)\s*\d{1,4})?(?:\s*\|\s*p\s?a\s?g\s?e)?(?:\s*[-–—])?", re.IGNORECASE
)
_LEADER = re.compile(r"[._…]{4,}|…{2,}|(?:\. ){4,}")
_NUMBERED = re.compile(
    r"(?:(?:agenda\s+)?item|eitem)\s+(?:no\.?\s*)?\d|\d{1,4}(?:[./]\d+)*[ivx]*[.):]|\d+(?:[./]\d+)+\s|\d{1,3}\s{2,}\S|\(?[a-z]\)|[a-hj-z]\.\s|\(?[ivx]{1,5}[.)]\s|\(\d+\)|R?\d{4}-\d{2,3}\s",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])(.+?)(?<=[^\s])\1(?![\w*])|(\*{1,3})(?=\S)(.+?)(?<=\S)\3")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!&<>|~$\"'])")
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"</?(?:em|strong|b|i|u|small|span|sup|sub|br|p|div|center|font|a|ol|ul|li)\b[^>]*>|<!--.*?-->", re.IGNORECASE)
_DECISION_WORD = re.compile(r"\b(?:RESOLVED|CARRIED|AGREED|DEFEATED|LOST|NOTED|APPROVED|RECOMMENDED|PENDERFYNWYD|CYTUNWYD|NODWYD|ADOPTED|CONFIRMED)\b")


@dataclass(slots=True)
class Line:
    """One line with what its layout says. `text` is folded and free of mark-up.

    Attributes:
        gap: Empty lines before it.
        room: Characters that would still fit on it, where its place on the page is known; else -1.
        indent: Its distance from the left edge, in characters; only meant where `room` is known.
        trailer: What stands beside it in a column of actions.
        new_page: Whether a page begins with it.
    """

    text: str
    gap: int = 0
    page: int | None = None
    bullet: bool = False
    style: Style = ""
    indent: int = 0
    room: int = -1
    trailer: str = ""
    new_page: bool = False


def is_rule(text: str) -> bool:
    """Tell a line that only draws: dashes, dots, underscores, bars."""
    return not text[0].isalnum() and _RULE.fullmatch(text) is not None


def page_number(text: str) -> int | None:
    """Return the number of a line that holds nothing but a page number ('2', '- 3 -', 'Page 1 of 2', 'Page | 3'), or None."""
    found = _PAGE_NUMBER.fullmatch(text) if 0 < len(text) <= 24 and (text[-1].isdigit() or text[-1] in "eE-–—") else None
    return int(found[1]) if found else None


def opens_numbered(text: str) -> bool:
    """Tell whether a line begins with the number or letter of an item or a list entry."""
    # Most lines begin with a plain word, and need no closer look.
    head = text[:5]
    return (head[0].isdigit() or "." in head or ")" in head or head.lower().startswith(("item", "eitem", "agen", "r2", "r1"))) and _NUMBERED.match(text) is not None


def take_bullet(text: str) -> tuple[str, bool]:
    """Return the text without a leading bullet mark, and whether there was one. `text` keeps its inner white space."""
    found = _BULLET.match(text) if text and (text[0] == "o" or not text[0].isalnum()) else None
    if found and found.end() < len(text):
        return text[found.end() :].lstrip(), True
    return text, False


def strip_leaders(text: str) -> str:
    """Return the text without dotted or underscored lines to sign on."""
    return _LEADER.sub(" ", text) if "..." in text or "__" in text or "…" in text or ". ." in text else text


def strip_markup(text: str) -> tuple[str, Style]:
    """Return one Markdown line without emphasis, links, tags and escapes, and the emphasis that covers the whole of it.

    A `*` or `_` that is escaped stays; so does one that does not pair.
    """
    style: Style = ""
    if "<" in text:
        text = _TAG.sub(lambda tag: " " if tag[0].lower().startswith(("<br", "<p", "</p", "<li", "</li", "<div", "</div")) else "", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        hidden = text.replace("\\*", "\ue000").replace("\\_", "\ue001")
        if not any(map(str.isalnum, _EMPHASIS.sub("", hidden))):
            style = "bold" if "**" in hidden or "__" in hidden else "italic"
        text = _unwrap(hidden).replace("\ue000", "*").replace("\ue001", "_")
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return text, style


def _unwrap(text: str) -> str:
    """Take emphasis marks off; a number that was set apart by them keeps its distance ('**1.**Adoption')."""
    for _ in range(3):
        bare = _EMPHASIS.sub(_inside, text)
        if bare == text:
            break
        text = bare
    return text


def _inside(found: re.Match[str]) -> str:
    inner = found[2] or found[4]
    following = found.string[found.end() : found.end() + 1]
    return inner + " " if inner[-1] in ".):" and following.isalpha() else inner


def is_capitals(text: str) -> bool:
    """Tell whether all letters are capitals, and there are at least three of them."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 3


def is_heading(text: str, style: Style) -> bool:
    """Tell a heading: marked as one, or short and wholly in capitals or bold, and no decision ('CARRIED')."""
    if style == "heading":
        return True
    if len(text) > 160 or not any(map(str.isalpha, text)):
        return False
    if is_capitals(text):
        return not _DECISION_WORD.search(text) and len(text.split()) <= 24
    return style == "bold" and len(text.split()) <= 14 and not text.endswith((",", ";")) and not (text.endswith(".") and len(text.split()) > 7)
