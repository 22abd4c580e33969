"""Which meetings a question asks about, where it says when: years, months, 'since May', 'last year', 'the last three meetings'.

A period limits the search only where the question plainly means the meetings: it opens or ends with it ('… in March 2025?'), or speaks of
meetings ('the May 2024 meeting'). After a word that dates something else ('the Act passed in 2014') it stays a word like any other.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ingest.dates import find_dates
from ingest.text import word_set


class Asked(NamedTuple):
    """The period that a question names, and what is left of the question."""

    date_from: dt.date | None = None
    date_to: dt.date | None = None
    rest: str = ""
    understood: str = ""  # the period in words; empty where none was understood

    def __bool__(self) -> bool:
        return bool(self.understood)


Period = tuple[dt.date | None, dt.date | None]

_COUNTS = {
    "": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "few": 3, "couple of": 2,
    "un": 1, "dau": 2, "ddau": 2, "dwy": 2, "ddwy": 2, "tri": 3, "tair": 3, "pedwar": 4, "pedair": 4, "pum": 5, "chwe": 6,
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|ionawr|chwefror|m?[mf]awrth|ebrill|[mf]ai|[mf]ehefin|n?gorffennaf|orffennaf|awst|[mf]edi|hydref|[tdn]h?achwedd|rh?agfyr)"
)
_YEAR = rf"(?:{_MONTH}\s+\d{{4}}|(?:19|20)\d\d)"
_WHEN = rf"(?:{_MONTH}\s+\d{{4}}|(?:19|20)\d\d|{_MONTH})"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)"
_MEETINGS = r"(?:meetings?|minutes|sessions?|gyfarfod(?:ydd)?|cyfarfod(?:ydd)?|chyfarfod(?:ydd)?|cofnodion)"
_END = r"(?=\s*[?.!]*\s*$)"
_START = r"^\s*(?:and\s+|a\s+)?"
# Verbs that a meeting does itself: what they date is the meeting.
_OWN = word_set(
    """
    decided agreed discussed approved resolved considered noted mentioned debated raised recommended minuted refused deferred voted
    rejected asked received carried proposed seconded moved reported answered talked amended withdrawn passed granted happened
    """
)
# Words for what a meeting does: without one, a date at the end of a question is that of what is told, not of the telling.
_DOES = re.compile(
    r"\b(?:said|say|tell|told|meet|minut|decid|decision|agree|discuss|resol|recommend|note[ds]?\b|vot|approv|consider|debat|raise|mention|report"
    r"|ask|propos|refus|defer|mov(?:e|ed)\b|second|carried|happen|talk|argu|d?d?igwydd|d?rafod|trafod|[bp]h?enderfyn|dweud|d?dywed|cytun|argymh|gofyn|holi|nod[iw])",
    re.IGNORECASE,
)
_VERB = re.compile(r"(\w+ed|built|made|begun|written|set|born)\W*$", re.IGNORECASE)
_DATED_BY_YEAR = re.compile(r"\b(?:act|bill|report|strategy|plan|census|election|survey|document|budget|law|since)\W*$", re.IGNORECASE)


def read(question: str, today: dt.date, meeting_days: Callable[[], Sequence[dt.date]]) -> Asked:
    """The period that the question names for certain.

    Args:
        today: the day that 'this year' is told from.
        meeting_days: days of the meetings searched, earliest first; asked for only where the question counts meetings.
    """
    for pattern, resolve in _PATTERNS:
        found = pattern.search(question)
        if not found or (pattern in _UNSURE and _dates_something_else(question, question[: found.start()], found[0])):
            continue
        period = resolve(found, today, meeting_days)
        if period:
            rest = f"{question[: found.start()]} {question[found.end() :]}".strip(" ,")
            return Asked(*period, rest=rest, understood=_in_words(period))
    return Asked(rest=question)


def _dates_something_else(question: str, before: str, said: str) -> bool:
    """Whether the words before a date make it that of a law, a report or an event: 'the Act passed in 2014'."""
    if not _DOES.search(question):
        return True  # 'How many lived there in March 2024?': told at a later meeting, as like as not
    verb = _VERB.search(before)
    if verb and (verb[1].lower() not in _OWN or re.search(rf"\b(?:act|bill|law)\s+{verb[1]}\W*$", before, re.IGNORECASE)):
        return True
    return bool(_DATED_BY_YEAR.search(before)) and not re.search(_MONTH, said, re.IGNORECASE)


def _last_meetings(found: re.Match[str], today: dt.date, meeting_days: Callable[[], Sequence[dt.date]]) -> Period | None:
    if re.search(r"\b(?:minutes|cofnodion)\W*$", found.string[: found.start()], re.IGNORECASE):
        return None  # 'the minutes of the last meeting' are an item of every agenda
    said = (found["count"] or "").lower().strip()
    count = int(said) if said.isdigit() else _COUNTS.get(said, 0)
    held = sorted({day for day in meeting_days() if day <= today})
    return (held[-count:][0], held[-1]) if held and count else None


def _since(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    period = _period(found["when"], today)
    return (period[0], None) if period else None


def _until(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    period = _period(found["when"], today)
    return (None, period[0] - dt.timedelta(days=1)) if period and period[0] else None


_SIGNING = re.compile(
    r"\b(?:approv|accept|propos|mov|second|sign|vouch|put(?:ting)? forward|confirm|correct|adopt)\w*(?:\s+\w+){0,2}\s*$", re.IGNORECASE
)


def _within(found: re.Match[str], today: dt.date, meeting_days: Callable[[], Sequence[dt.date]]) -> Period | None:
    if re.search(r"minutes\b|\bminutes of\b", found[0], re.IGNORECASE) and _SIGNING.search(found.string[: found.start()]):
        return None  # 'who proposed the May minutes': that was at a later meeting
    period = _period(found["when"], today)
    if period and not re.search(r"\d", found["when"]):
        # 'The May meeting' is the latest May in which there was one.
        held = [day for day in meeting_days() if day.month == period[0].month and day <= today]
        return _month(max(held).year, period[0].month) if held else period
    return period


def _between(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    last = _period(found["last"], today)
    first_said = found["first"]
    if last and last[1] and not re.search(r"\d{4}", first_said) and re.search(r"\d{4}", found["last"]):
        first_said += f" {last[1].year}"
    first = _period(first_said, today)
    return (first[0], last[1]) if first and last and first[0] and last[1] and first[0] <= last[1] else None


def _relative(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    said = re.sub(r"\s+", " ", found["when"].lower())
    if said in ("this year", "eleni", "so far this year"):
        return dt.date(today.year, 1, 1), dt.date(today.year, 12, 31)
    if said in ("last year", "y llynedd", "llynedd"):
        return dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31)
    if said in ("this month", "y mis hwn"):
        return _month(today.year, today.month)
    if said in ("last month", "y mis diwethaf"):
        before = today.replace(day=1) - dt.timedelta(days=1)
        return _month(before.year, before.month)
    count = re.search(r"(\d+|[a-z]+) (month|year|week|day)s?$", said)
    if not count:
        return None
    number = int(count[1]) if count[1].isdigit() else _COUNTS.get(count[1], 1)
    days = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[count[2]]
    try:
        return today - dt.timedelta(days=round(number * days)), today
    except OverflowError:
        return None


def _on(found: re.Match[str], _today: dt.date, _: object) -> Period | None:
    dates = find_dates(found["when"])
    return (dates[0].date, dates[0].date) if dates else None


def _period(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """'2019', 'March 2025' or 'May': its first and last day; a month alone is the latest one that has begun."""
    if exact := find_dates(said):
        return exact[0].date, exact[0].date
    year = re.search(r"(?:19|20)\d\d", said)
    name = re.search(r"[^\W\d_]+", said)
    named = find_dates(f"1 {name[0]} 2000") if name else []
    month = named[0].date.month if named else 0
    if name and not month:
        return None
    if year and not month:
        return dt.date(int(year[0]), 1, 1), dt.date(int(year[0]), 12, 31)
    return _month(int(year[0]) if year else today.year - (month > today.month), month) if month else None


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _in_words(period: Period) -> str:
    first, last = period
    if first and first == last:
        return f"the meeting of {first}"
    if first and last:
        return f"meetings from {first} to {last}"
    return f"meetings since {first}" if first else f"meetings until {last}"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("WHEN", _WHEN).replace("YEAR", _YEAR).replace("DAY", _DAY).replace("MEETINGS", _MEETINGS), re.IGNORECASE)


_COUNT = r"(?P<count>(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|few|couple of)\s+)?"
_RELATIVE = (
    r"(?P<when>(?:so far )?this year|last year|this month|last month"
    r"|(?:over |in |within )?the (?:last|past) (?:\d{1,3} |\w+ )?(?:months?|years?|weeks?)"
    r"|eleni|y llynedd|llynedd|y mis hwn|y mis diwethaf)"
)
_SURE = [
    (
        _pattern(
            rf"\b(?:(?:in|at|over|during|from|of)\s+)?the\s+(?:last|latest|most recent|past)\s+{_COUNT}(?:[\w-]+\s+){{0,4}}?MEETINGS\b"
        ),
        _last_meetings,
    ),
    (_pattern(r"\b(?:yn\s+)?y\s+(?P<count>(?:\d+|dau|ddau|tri|pedwar|pum|chwe)\s+)?MEETINGS\s+diwethaf\b"), _last_meetings),
    (_pattern(r"\b(?:(?:in|at|of|on)\s+)?the\s+MEETINGS\s+(?:held\s+)?(?:of|on|in|from)\s+(?P<when>DAYWHEN)"), _on),
    (_pattern(r"\b(?:(?:in|at|of|on)\s+)?the\s+(?P<when>DAYWHEN)\s+MEETINGS\b"), _on),
    (_pattern(r"\b(?:(?:in|at|of)\s+)?the\s+MEETINGS\s+(?:held\s+)?(?:of|in|from)\s+(?P<when>WHEN)\b"), _within),
    (_pattern(r"\b(?:(?:in|at|of)\s+)?the\s+(?P<when>WHEN)\s+MEETINGS\b"), _within),
]  # fmt: skip
_PERHAPS = [
    (_pattern(rf"\b(?:on|ar)\s+(?:the\s+|y\s+|yr\s+)?(?P<when>DAY{_MONTH}\s+\d{{4}}){_END}"), _on),
    (_pattern(rf"\b(?:between|from|rhwng|o)\s+(?P<first>WHEN)\s+(?:and|to|until|a|ac|i|hyd)\s+(?P<last>WHEN){_END}"), _between),
    (_pattern(rf"\b(?:since|ers)\s+(?:mis\s+)?(?P<when>DAY?WHEN){_END}"), _since),
    (_pattern(rf"\b(?:before|cyn)\s+(?:mis\s+)?(?P<when>DAY?WHEN){_END}"), _until),
    (_pattern(rf"\b(?:in|during|throughout|yn|ym|yng|yn ystod)\s+(?:mis\s+)?(?P<when>YEAR){_END}"), _within),
    (_pattern(rf"\b{_RELATIVE}{_END}"), _relative),
    (_pattern(rf"{_START}(?:since|ers)\s+(?:mis\s+)?(?P<when>DAY?WHEN)\s*,"), _since),
    (_pattern(rf"{_START}(?:in|during|yn|ym|yng)\s+(?:mis\s+)?(?P<when>YEAR)\s*,"), _within),
    (_pattern(rf"{_START}{_RELATIVE}\s*,"), _relative),
]  # fmt: skip
_PATTERNS = [*_SURE, *_PERHAPS]
_UNSURE = {pattern for pattern, _ in _PERHAPS}
