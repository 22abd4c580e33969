"""Questions about who was at a meeting, and the lines of minutes that tell: lists of names, most of them, with nothing to be like."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

WORTH = 2.5  # beside similarity, which knows nothing of lists of names
_MEETING = r"(?:meetings?|sessions?|committee|council|cabinet|board|panel|assembly|agm|[cg]h?yfarfod\w*|[bp]h?wyllgor|[gc]yngor|[gc]abinet)"
_WHO = r"(?:who(?: all| else)?|which (?:of the )?(?:\w+ )?(?:councillors|members|officers|people|staff|directors)|pwy|pa aelodau)"
# 'Present: ...', 'Councillors Rees, Pryce and Owen (in the Chair)': titles, names and brackets, and no verb.
_OPENS = re.compile(
    r"^\W*(?:(?:also|members|councillors|officers|officials|those|staff|others) )*"
    r"(?:present|attending|attendees|in attendance|attendance|officers|members of (?:the )?(?:staff|public)|(?:yn )?bresennol|presennol"
    r"|hefyd yn bresennol|swyddogion)\b(?! (?:the|a|an|his|her|their)\b)"
    r"|\b(?:were|was|are|is) (?:also )?(?:present|in attendance)\b|\bin attendance\W*$|\bmembers? of the public (?:was|were|attended)\b",
    re.I,
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\][]*\]")
_OF_ATTENDANCE = re.compile(r"\b(?:attendance|present|apologies|absence|roll call|presennol|ymddiheuriadau)\b", re.I)
_TITLED = re.compile(r"\(|\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Rev|Cyng(?:h?orydd|horwyr)?)\b")
_JOINING = {"and", "of", "the", "for", "a", "ac", "o’r", "o'r", "y", "yr", "de", "van", "von", "&"}


class _Part(NamedTuple):
    """What can be asked of a meeting's attendance: how it is asked, and how told."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    names: bool = False  # lists of names tell it too


_APOLOGIES = _Part(
    re.compile(
        rf"\b{_WHO}\b.*\b(?:apolog\w+|absen(?:t|ce)|missing from|(?:could|did) ?n[o’']t (?:attend|come|make it))\b"
        rf"|\bapologies\b.*\b(?:received|given|sent|from whom)\b|\bapologies for absence\b|\b{_WHO}\b.*\b(?:ymddiheur\w*|absennol)\b",
        re.I,
    ),
    re.compile(r"\b(?:apolog(?:y|ies|ised)|regrets|absent|ymddiheur\w*|absennol)\b", re.I),
)
_CHAIR = _Part(
    re.compile(
        rf"\bwho\b.*\b(?:chaired|presided|(?:was|is|took|in) (?:in )?the chair)\b.*\b{_MEETING}\b|\bpwy (?:oedd|fu) yn y gadair\b", re.I
    ),
    re.compile(r"\b(?:in the chair|chaired|presided|yn y gadair)\b|\((?:vice[ -])?(?:chair(?:man|woman|person)?|mayor|cadeirydd)\b", re.I),
)
_AT = rf"(?=\W*$|(?i:.*\b{_MEETING}\b(?:\W*$|\s+(?:of|on|in|held|dated|meeting|ar|ym)\b)))"
_PRESENT = _Part(
    re.compile(
        rf"(?i:\b{_WHO}\b.*\b(?:attended|(?:was|were|oedd) (?:also )?(?:present|there|in attendance|at|yn bresennol)"
        rf"|turned up|came)\b){_AT}"
        # 'Was Councillor Rees at the meeting of 3 May?', but not 'Was a vote taken at the meeting?'
        r"|^\W*(?i:was|were) (?:the )?(?:[A-ZŴŶ][\w’'.-]* (?:of |for |and )?){1,6}(?:also )?"
        rf"(?:present\b|in attendance\b|at (?:the|that|this|last)\b){_AT}"
        rf"|(?i:\bdid\b.*\b(?:attend|come to|turn up)\b){_AT}|(?i:\battendance (?:list|at)\b){_AT}|(?i:\byn bresennol\b)",
    ),
    _OPENS,
    names=True,
)
_PARTS = (_APOLOGIES, _CHAIR, _PRESENT)


def asks_attendance(question: str) -> bool:
    """Whether it asks who was at a meeting, sent apologies or was in the chair."""
    return _part(question) is not None


def tells_attendance(question: str, text: str, item: str) -> bool:
    """Whether a line of minutes is of those that tell what such a question asks.

    Args:
        item: the heading of the agenda item that it stands in: lists of names in others are of something else.
    """
    part = _part(question)
    return part is not None and bool(part.told.search(text) or (part.names and _OF_ATTENDANCE.search(item) and is_list_of_names(text)))


def is_list_of_names(text: str) -> bool:
    """Whether a line is names, titles and offices alone: 'Councillors Rees (Leader), Pryce and Owen'."""
    label, colon, listed = text.rpartition(":")
    if text.isupper() or any(char.isdigit() for char in text) or (colon and not _OPENS.search(label)):
        return False
    if not _TITLED.search(listed) and any(len(name.split()) < 2 for name in re.split(r"[,;]|\band\b", listed)):
        return False
    words = _BRACKETS.sub(" ", listed).replace(",", " ").replace(";", " ").split()
    named = [word for word in words if word.casefold() not in _JOINING]
    return len(named) >= 2 and all(word[0].isupper() for word in named)


@functools.lru_cache(maxsize=64)
def _part(question: str) -> _Part | None:
    return next((part for part in _PARTS if part.asked.search(question)), None)
