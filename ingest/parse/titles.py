"""What a title looks like: short, no sentence verb, one of the standing items of every agenda."""

from __future__ import annotations

import re

_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|reported|advised|stated|confirmed|said|asked|explained|thanked|informed|welcomed|"
    r"declared|"
    r"should|could|must|may|oedd|roedd|mae|maen|fydd|cafodd|cafwyd|bydd|byddai|adroddodd|dywedodd|gofynnodd|derbyniwyd|diolchodd)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"apolog|declaration|disclosure|minutes\b|matters? arising|correspondence|financ|accounts|planning|any other|next meeting|public "
    r"(?:participation|question|forum)|"
    r"open forum|police|highways|reports?\b|welcome|chair|treasurer|election|attendance|disposal of land|notices? of motion|question|"
    r"exempt|exclusion|"
    r"work programme|agenda|ymddiheur|datganiad|cofnodion|materion|gohebiaeth|cyllid|cynllunio|cyfarfod nesaf|unrhyw fater|croeso|"
    r"cyfrifon|ethol|adroddiad|closed|"
    r"budget|audit|payments?|precept|councillors? reports?|a\.?o\.?[c]?\.?b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"(?<=\w)[.?](?=\s+[A-Z0-9“\"‘'(])|:-?(?=\s)|\s[-–—]+\s|[-–—]+$|(?<=\w)\s?[–—-]\s(?=[A-Z])")
_ABBREVIATION = re.compile(r"\b(?:Cllrs?|Clir|Cmhlr|Cyng|NO|NOS|Mr|Mrs|Ms|Dr|St|No|Nos|Co|Ltd|Rd|Rev|Hon|Prof|[A-Z])$")
_CAPITALS = re.compile(r"^((?:[A-ZÀ-Ý0-9&’'(),/.-]{2,}|[AIY&-])(?:\s+(?:[A-ZÀ-Ý0-9&’'(),/.–-]{2,}|[AIYO&–-]))+)\s+(?=[A-Z][a-zà-ÿ]|“)")
MAX_WORDS = 22


def has_verb(text: str) -> bool:
    """Whether a finite verb of reported speech stands in the text: titles have none."""
    return _VERB.search(text) is not None


def standing_title(text: str) -> bool:
    """Whether the text names one of the items that every agenda has."""
    return _STANDING.search(text) is not None


def is_title(text: str) -> bool:
    """Whether the whole text could be the title of an item."""
    words = text.split()
    return bool(words) and len(words) <= MAX_WORDS and text[-1] not in ",;" and not has_verb(text) and any(c.isalpha() for c in text)


def split_title(text: str, *, heading: bool = False) -> tuple[str | None, str]:
    """The title with which a text begins and what follows it; the title is None where it begins with a sentence.

    `heading` says that the layout sets the whole as a heading. A title ends with the text,
    with a full stop, a colon or a dash, or where capitals give way to ordinary writing.
    """
    text = text.strip(" *_\\").lstrip(".:–—-| ")
    if not text:
        return None, ""
    if (heading or text.isupper()) and is_title(text) and not re.search(r"[.?]\s+[A-Z][a-z]", text):
        return _tidy(text), ""
    capitals = _CAPITALS.match(text)
    if capitals and len(capitals[1]) > 5:
        return _tidy(capitals[1]), text[capitals.end() :].strip()
    for mark in _SEPARATOR.finditer(text):
        head = text[: mark.start()]
        if len(head.split()) > 14:
            break
        if (mark[0] == "." and _ABBREVIATION.search(head)) or mark.end() >= len(text.rstrip()):
            continue
        rest = text[mark.end() :].strip(" -–—:")
        if mark[0][0] not in ".:?" and is_title(text):
            break  # a dash inside a title: "Amendments to constitution - officer employment"
        if is_title(head):
            return _tidy(head), rest
        break
    if is_title(text):
        return _tidy(text), ""
    return None, text


def _tidy(title: str) -> str:
    return title.strip().rstrip(":.-–— *_\\").strip() or title.strip()
