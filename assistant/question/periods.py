"""Periods as people say them: '2019', 'March and April 2024', '2023/24', 'the spring', 'last financial year', 'two years ago'.

Each is read as the days that it may mean; where that is unsure ('2023/24' of money or of the municipal year), as the wider.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

from ingest.dates import find_dates

Span = tuple[dt.date, dt.date]
Period = tuple[dt.date | None, dt.date | None]

COUNTS = {
    "": 1, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "few": 3, "couple of": 2,
    "un": 1, "dau": 2, "ddau": 2, "dwy": 2, "ddwy": 2, "tri": 3, "tair": 3, "pedwar": 4, "pedair": 4, "pum": 5, "chwe": 6,
}  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|ionawr|chwefror|m?[mf]awrth|ebrill|[mf]ai|[mf]ehefin|n?gorffennaf|orffennaf|awst|[mf]edi|hydref|[tdn]h?achwedd|rh?agfyr)"
)
_YEAR = r"(?:19|20)\d\d"
DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)"
_PARTS = {  # of a year: first and last month
    "first half": (1, 6), "second half": (7, 12), "early": (1, 6), "late": (7, 12), "start": (1, 3), "beginning": (1, 3),
    "middle": (4, 9), "end": (10, 12),
}  # fmt: skip
_PART = r"(?:(?:early|late)(?:\s+in)?\s+|the\s+(?:first half|second half|start|beginning|middle|end)\s+of\s+)"
_SEASONS = {"spring": 3, "gwanwyn": 3, "summer": 6, "haf": 6, "autumn": 9, "winter": 12, "gaeaf": 12}
_SEASON = rf"(?:(?:the\s+|y\s+|yr\s+)?\b(?:{'|'.join(_SEASONS)})\b(?:\s+of)?)"
_YEARS = rf"{_PART}?{_YEAR}(?:[/–-](?:{_YEAR}|\d\d))?"
_DATED = rf"{_YEAR}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/(?:{_YEAR}|\d\d)|{DAY}?\b{MONTH}\b,?\s+{_YEAR}|{_SEASON}\s+{_YEAR}|{_YEARS}"
_ONE = rf"(?:{_DATED}|{DAY}?\b{MONTH}\b|{_SEASON})"
_AND = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|a|ac|neu)\s+)(?:in\s+|mis\s+)?"
WHEN = rf"(?:{_ONE}(?:{_AND}{_ONE}){{0,6}})"  # one or several
YEAR = rf"(?:(?:{_ONE}{_AND}){{0,6}}(?:{_DATED}))"  # whose last has a year

_KINDS = r"financial|municipal|civic|council|calendar|academic|school"
_BEGINS = {
    "financial": (4, 12),
    "municipal": (5, 13),
    "civic": (5, 13),
    "council": (5, 13),
    "academic": (9, 12),
    "school": (9, 12),
}  # month, months
_ABOUT = {"day": 0.0, "week": 3.5, "month": 15.0, "year": 183.0}  # days either side of 'two years ago'
_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
RELATIVE = (
    rf"(?:(?:(?:so far|earlier|already)\s+)?(?:in\s+)?(?:this|the current)\s+(?:(?:{_KINDS})\s+)?(?:year|month|week|quarter)"
    rf"|this time last year|the (?:year|month) before last|last\s+(?:(?:{_KINDS})\s+)?(?:year|month|week|quarter)"
    rf"|the (?:last|past|previous) (?:{_KINDS}) year|the (?:last|past|previous) quarter"
    r"|the (?:last|past) (?:(?:\d{1,3}|couple of|\w+) )?(?:months?|years?|weeks?|days?)"
    r"|(?:(?:more than|over) )?(?:\d{1,3}|a couple of|a few|\w+) (?:months?|years?|weeks?|days?) ago|a fortnight ago|yesterday"
    r"|y flwyddyn ddiwethaf|eleni|y llynedd|llynedd|y mis hwn|y mis diwethaf)"
)


_MEANING = {
    "eleni": "this year", "y llynedd": "last year", "llynedd": "last year", "y flwyddyn ddiwethaf": "the last year",
    "y mis hwn": "this month", "y mis diwethaf": "last month", "a fortnight ago": "two weeks ago",
}  # fmt: skip


class _One(NamedTuple):
    """One month, day, season or year as said, before it has its year."""

    month: int  # 0 for a year
    months: int
    day: int  # 0 for all of it
    year: int  # 0 where none is said


def span(said: str, today: dt.date, *, in_order: bool = False) -> Span | None:
    """The first and the last day of what is said; what has no year takes that of its neighbours, or the latest that has begun.

    Args:
        in_order: it is said from the first to the last, so that 'November and February 2024' begins in 2023.
    """
    parts = [_one(part) for part in re.findall(_ONE, said, re.IGNORECASE)]
    if not parts or None in parts:
        return None
    known: list[_One] = [part for part in parts if part]
    years = [part.year for part in known]
    if not any(years):
        first = known[0]
        years[0] = today.year - ((first.month, first.day) > (today.month, today.day if first.day else 1))
    for place in range(len(years) - 2, -1, -1):
        if not years[place]:
            later = known[place + 1]
            years[place] = years[place + 1] and years[place + 1] - (in_order and later.month > 0 and known[place].month > later.month)
    for place in range(1, len(years)):
        years[place] = years[place] or years[place - 1] + (known[place].month < known[place - 1].month)
    try:
        days = [_days(part, year) for part, year in zip(known, years, strict=True)]
    except ValueError:
        return None
    return min(first for first, _ in days), max(last for _, last in days)


def _one(said: str) -> _One | None:
    low = said.lower()
    if exact := find_dates(said):
        day = exact[0].date
        return _One(day.month, 1, day.day, day.year)
    years = [int(year) for year in re.findall(_YEAR, said)]
    year = years[0] if years else 0
    if joined := re.search(rf"{_YEAR}[/–-](\d+)", said):
        last = int(joined[1]) if len(joined[1]) == 4 else year // 100 * 100 + int(joined[1])
        last += 100 * (len(joined[1]) == 2 and last < year and year % 100 == 99)
        if len(joined[1]) == 2 and last == year + 1:
            return _One(4, 14, 0, year)  # of money it ends in March, of the municipal year in May
        return _One(1, 12 * (last - year + 1), 0, year) if last > year else None
    for part, (first, final) in _PARTS.items():
        if year and re.search(rf"\b{part}\b", low):
            return _One(first, final - first + 1, 0, year)
    for season, month in _SEASONS.items():
        if re.search(rf"\b{season}\b", low):
            return _One(month, 3, 0, year)
    if name := re.search(MONTH, said, re.IGNORECASE):
        number = re.match(r"\d{1,2}", said)
        named = find_dates(f"1 {name[0]} 2000")
        return _One(named[0].date.month, 1, int(number[0]) if number else 0, year) if named else None
    return _One(0, 12, 0, year) if year else None


def _days(one: _One, year: int) -> Span:
    if one.day:
        day = dt.date(year, one.month, one.day)
        return day, day
    return months(year, one.month or 1, one.months)


def months(year: int, month: int, number: int = 1) -> Span:
    """The first and the last day of so many months."""
    last = year * 12 + month - 1 + number - 1
    return dt.date(year, month, 1), dt.date(last // 12, last % 12 + 1, calendar.monthrange(last // 12, last % 12 + 1)[1])


def relative(said: str, today: dt.date) -> Period | None:
    """The days of what is told from today: 'this year', 'the last two months', 'more than a year ago'."""
    said = re.sub(r"\s+", " ", said.lower()).strip()
    said = _MEANING.get(said, said)
    if said == "yesterday":
        return today - dt.timedelta(days=1), today - dt.timedelta(days=1)
    if said == "this time last year":
        before = today.year * 12 + today.month - 1 - 13
        return months(before // 12, before % 12 + 1, 3)
    if ago := re.search(r"^(more than |over )?(\d+|a couple of|a few|\w+) (day|week|month|year)s? ago$", said):
        return _ago(bool(ago[1]), ago[2], ago[3], today)
    if back := re.search(r"^the (?:last|past) (?:(\d+|couple of|\w+) )?(day|week|month|year)s?$", said):
        number = _number(back[1] or "")
        if number and not re.search(_KINDS, said):
            return _back(today, number * _LENGTH[back[2]]), today
    unit = re.search(rf"(?:({_KINDS}) )?(year|month|week|quarter)\b", said)
    if not unit or (re.search(r"^the (?:last|past) ", said) and not unit[1] and unit[2] != "quarter"):
        return None
    steps = 2 if said.endswith("before last") else int(bool(re.search(r"\b(?:last|past|previous)\b", said)))
    first, last = _named(unit[2], unit[1] or "", steps, today)
    return first, today if re.search(r"\b(?:so far|earlier|already)\b", said) or (unit[2] == "quarter" and steps) else last


def _named(unit: str, kind: str, steps: int, today: dt.date) -> Span:
    """This week, month, quarter or year, or one so many before it."""
    if unit == "week":
        monday = today - dt.timedelta(days=today.weekday() + 7 * steps)
        return monday, monday + dt.timedelta(days=6)
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    month, number = _BEGINS.get(kind, (1, length))
    begun = (today.year * 12 + today.month - month) // length * length + month - 1 - steps * length
    return months(begun // 12, begun % 12 + 1, number)


def _ago(more: bool, said: str, unit: str, today: dt.date) -> Period | None:
    number = _number(re.sub(r"^a (?=\w)", "", said))
    if not number or (said == "a few" and not more):
        return None
    day = _back(today, number * _LENGTH[unit])
    if day.year < 1901:
        return None
    if more:
        return None, day
    if unit == "day":
        return day, day
    about = dt.timedelta(days=_ABOUT[unit])
    first, last = _named(unit, "", number, today)
    return min(first, day - about), max(last, day + about)


def _number(said: str) -> int:
    return int(said) if said.isdigit() else COUNTS.get(said, 0)


def _back(today: dt.date, days: float) -> dt.date:
    return max(today - dt.timedelta(days=min(round(days), 300_000)), dt.date(1900, 1, 1))


_SINCE = re.compile(r"\b(?:since|ers)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|cyn)\b", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\b", re.IGNORECASE)


def widened(how: str, period: Period | None) -> Period | None:
    """The period after 'since' or 'before' it, or itself."""
    if not period or not period[0] or not how:
        return period
    if _SINCE.search(how):
        return period[0], None
    if _AFTER.search(how) and period[1]:
        return period[1] + dt.timedelta(days=1), None
    return (None, period[0] - dt.timedelta(days=1)) if _BEFORE.search(how) else period


def in_words(period: Period) -> str:
    """Which meetings a period limits a search to."""
    first, last = (f"{day.day} {day:%B %Y}" if day else "" for day in period)
    if first and last:
        return f"the meeting of {first}" if first == last else f"meetings from {first} to {last}"
    return f"meetings since {first}" if first else f"meetings until {last}"
