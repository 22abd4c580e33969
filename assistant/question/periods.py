"""A time in words as the days that it spans: '2019', 'March 2025', 'the 4th of May', 'last year', 'the last two weeks'."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from ingest.dates import find_dates

Period = tuple[dt.date | None, dt.date | None]

COUNTS = {
    "": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "few": 3, "couple of": 2, "un": 1, "dau": 2, "ddau": 2, "dwy": 2, "ddwy": 2, "tri": 3, "tair": 3, "pedwar": 4, "pedair": 4, "pum": 5,
    "chwe": 6,
}  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|ionawr|chwefror|m?[mf]awrth|ebrill|[mf]ai|[mf]ehefin|n?gorffennaf|orffennaf|awst|[mf]edi|hydref|[tdn]h?achwedd|rh?agfyr)"
)
DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)"
NUMERIC = r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
YEAR = rf"(?:{MONTH}\s+\d{{4}}|(?:19|20)\d\d)"
WHEN = rf"(?:{MONTH}\s+\d{{4}}|(?:19|20)\d\d|{MONTH})"
RELATIVE = (
    r"(?:(?:so far )?this (?:financial )?year|last (?:financial )?year|the year before last|(?:this|last) (?:month|week)|yesterday"
    r"|(?:over |in |within |during )?the (?:last|past) (?:(?:\d{1,3}|couple of|\w+) )?(?:months?|years?|weeks?|days?)"
    r"|eleni|y llynedd|llynedd|y mis hwn|y mis diwethaf)"
)
FINANCIAL_YEAR = 4  # begins with April
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


def named(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """'2019', 'March 2025', '4 May 2025' or 'May': its first and last day; a month alone is the latest one that has begun."""
    if exact := find_dates(said):
        return exact[0].date, exact[0].date
    year = re.search(r"(?:19|20)\d\d", said)
    name = re.search(r"[^\W\d_]+", said)
    month = month_of(name[0]) if name else 0
    if name and not month:
        return None
    if year and not month:
        return of_year(int(year[0]))
    return of_month(int(year[0]) if year else today.year - (month > today.month), month) if month else None


def month_of(word: str) -> int:
    """The number of a month, 1 to 12; 0 of a word that is none."""
    found = find_dates(f"1 {word} 2000")
    return found[0].date.month if found else 0


def of_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def of_year(year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def relative(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """'last year', 'this month', 'the last two weeks': its first and last day."""
    said = re.sub(r"\s+", " ", said.lower())
    if "financial" in said:
        began = today.year - (today.month < FINANCIAL_YEAR) - ("last" in said)
        return dt.date(began, FINANCIAL_YEAR, 1), dt.date(began + 1, FINANCIAL_YEAR, 1) - dt.timedelta(days=1)
    if said in ("this year", "eleni", "so far this year"):
        return of_year(today.year)
    if said in ("last year", "y llynedd", "llynedd"):
        return of_year(today.year - 1)
    if said == "the year before last":
        return of_year(today.year - 2)
    if said in ("this month", "y mis hwn"):
        return of_month(today.year, today.month)
    if said in ("last month", "y mis diwethaf"):
        before = today.replace(day=1) - dt.timedelta(days=1)
        return of_month(before.year, before.month)
    if said in ("this week", "last week"):
        monday = today - dt.timedelta(days=today.weekday() + 7 * said.startswith("last"))
        return monday, monday + dt.timedelta(days=6)
    if said == "yesterday":
        return today - dt.timedelta(days=1), today - dt.timedelta(days=1)
    return _counted(said, today)


def _counted(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    counted = re.search(r"\b(?:last|past) (?:(\d+|couple of|\w+) )?(day|week|month|year)s?$", said)
    number = (int(counted[1]) if counted[1] and counted[1].isdigit() else COUNTS.get(counted[1] or "", 0)) if counted else 0
    if not counted or not number:
        return None
    try:
        return today - dt.timedelta(days=round(number * _DAYS[counted[2]])), today
    except OverflowError:
        return None


def in_words(period: Period) -> str:
    """Which meetings a period limits a search to."""
    first, last = period
    if first and first == last:
        return f"the meeting of {first}"
    if first and last:
        return f"meetings from {first} to {last}"
    return f"meetings since {first}" if first else f"meetings until {last}"
