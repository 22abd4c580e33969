"""Dates as minutes print them: English and Welsh, ordinals, figures (day first), ISO. A date without its year is not a date."""

from __future__ import annotations

import datetime as dt
import re
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from ingest.datamodel import Language

_ENGLISH = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Welsh months with their soft and nasal mutations ("o Fehefin", "yng Ngorffennaf", "yn Nhachwedd"); the aspirate only touches Tachwedd.
_WELSH = {
    "ionawr": 1, "chwefror": 2, "mawrth": 3, "fawrth": 3, "ebrill": 4, "mai": 5, "fai": 5, "mehefin": 6, "fehefin": 6,
    "gorffennaf": 7, "orffennaf": 7, "ngorffennaf": 7, "awst": 8, "medi": 9, "fedi": 9, "hydref": 10,
    "tachwedd": 11, "dachwedd": 11, "thachwedd": 11, "nhachwedd": 11, "rhagfyr": 12, "ragfyr": 12,
}  # fmt: skip
_MONTHS = {**{name: number for number, name in enumerate(_ENGLISH, start=1)}, **_SHORT, **_WELSH}

_DAY = r"(?<![\d./£$€,])(?P<{0}>\d{{1,2}})(?:\s?(?:st|nd|rd|th|fed|ydd|ed|eg|ain|af|il|ail|dydd)\b|[\"”'\u2019*™°º])?"
_MONTH = r"(?P<{0}>[A-Za-z]{{3,10}})"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_DATE = re.compile(
    "|".join(
        [
            _DAY.format("d1")
            + r",?\s*(?:day\s+)?(?:of\s+|o\s+|o['\u2019]r\s+)?(?:fis\s+)?"
            + _MONTH.format("m1")
            + r"\.?\s*,?\s*"
            + _YEAR.format("y1"),
            r"\b" + _MONTH.format("m2") + r"\.?\s+" + _DAY.format("d2") + r"\s*,?\s+" + _YEAR.format("y2"),
            r"(?<![\d/-])(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)",
            r"(?<![\d/.-])(?P<d4>\d{1,2})(?P<sep>[/.-])(?P<m4>\d{1,2})(?P=sep)(?P<y4>(?:19|20)\d\d)(?!\d)",
            r"(?<![\d/])(?P<d5>\d{1,2})/(?P<m5>\d{1,2})/(?P<y5>\d\d)(?![\d/])",
        ]
    ),
    re.IGNORECASE,
)

_IN_WELSH = ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"]


def in_words(day: dt.date, language: Language, *, with_year: bool = True) -> str:
    """'17 June 2025', or '17 Mehefin 2025' in Welsh."""
    month = _IN_WELSH[day.month - 1] if language == "cy" else f"{day:%B}"
    return f"{day.day} {month} {day.year}" if with_year else f"{day.day} {month}"


class FoundDate(NamedTuple):
    """A date and where it stands: `text[start:end]` is the date as printed, without the day of the week."""

    date: dt.date
    start: int
    end: int


def find_dates(text: str) -> list[FoundDate]:
    """Return every complete date in `text`, in order.

    Dates in figures are read day first, as British, Irish and Welsh minutes print them; impossible dates are passed over, and so is
    anything without a year or with dots and a two-figure year ('20.03.02' numbers a minute).
    """
    found = []
    for match in _DATE.finditer(text):
        parts = match.groupdict()
        which = next(n for n in "12345" if parts[f"y{n}"])
        date = _date(parts[f"y{which}"], parts[f"m{which}"], parts[f"d{which}"])
        if date is not None:
            found.append(FoundDate(date, match.start(), match.end()))
    return found


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WELSH_DAYS = ("llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul")
_YEARLESS = re.compile(
    r"\b(?:(?P<day>mon|tue|wed|thu|fri|sat|sun)\w*|d?dydd\s+(?P<dydd>llun|mawrth|mercher|iau|gwener|sadwrn|sul))\b[,.]?\s+(?:the\s+|y\s+)?"
    + _DAY.format("number")
    + r",?\s*(?:of\s+|o\s+)?(?:fis\s+)?"
    + _MONTH.format("month"),
    re.IGNORECASE,
)
_STATED_YEAR = re.compile(r"(?<![\d/£€.,])((?:19|20)\d\d)(?!\d|,\d)")


def year_by_weekday(heading: str, text: str) -> dt.date | None:
    """The day of 'Tuesday 4th March' in a heading, where one and only one of the years that the text states has that weekday then."""
    years = {int(year) for year in _STATED_YEAR.findall(text)}
    for found in _YEARLESS.finditer(heading):
        weekday = _WEEKDAYS.index(found["day"].lower()) if found["day"] else _WELSH_DAYS.index(found["dydd"].lower())
        days = [_date(str(year), found["month"], found["number"]) for year in years]
        fitting = [day for day in days if day is not None and day.weekday() == weekday]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _date(year: str, month: str, day: str) -> dt.date | None:
    """Build the date, or None where there is no such month or day."""
    number = int(month) if month.isdigit() else _month_number(month.lower())
    try:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _month_number(name: str) -> int:
    """Return 1 to 12, forgiving a slip of the pen ('Janaury', 'Febuary'); 0 where it is no month."""
    if name in _MONTHS:
        return _MONTHS[name]
    close = get_close_matches(name, _ENGLISH, n=1, cutoff=0.8) if len(name) > 4 else []
    return _MONTHS[close[0]] if close and close[0][:2] == name[:2] else 0
