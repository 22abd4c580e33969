"""Which meetings a question asks about, where it says when: years, months, 'since May', 'last year', 'the last three meetings'.

A period limits the search only where the question plainly means the meetings: it opens or ends with it ('… in March 2025?'), or speaks of
meetings ('the May 2024 meeting'). After a word that dates something else ('the Act passed in 2014') it stays a word like any other, and so
it does where it may date the matter ('agreed about the closure on 5 August') and there was no meeting then.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from assistant.question.counted import Days, last_but_one, last_meetings, weekday
from assistant.question.dated import DOES, EVENT, dates_something_else, matter_dated
from assistant.question.periods import DAY, MONTH, RELATIVE, WHEN, YEAR, Period, in_words, months, relative, span, widened
from ingest.dates import find_dates


class Asked(NamedTuple):
    """The period that a question names, and what is left of the question."""

    date_from: dt.date | None = None
    date_to: dt.date | None = None
    rest: str = ""
    understood: str = ""  # the period in words; empty where none was understood

    def __bool__(self) -> bool:
        return bool(self.understood)


_MEETINGS = r"(?:meetings?|minutes|sessions?|gyfarfod(?:ydd)?|cyfarfod(?:ydd)?|chyfarfod(?:ydd)?|cofnodion)"
_KIND = r"(?:(?!public|site|village|residents)[\w-]+\s+){0,2}?"  # 'the annual meeting', 'the full council meeting'
_END = r"(?=\s*[?.!]*\s*$)"
_START = r"^\s*(?:and\s+|a\s+)?"


def read(question: str, today: dt.date, meeting_days: Days) -> Asked:
    """The period that the question names for certain.

    Args:
        today: the day that 'this year' is told from.
        meeting_days: days of the meetings searched, earliest first; asked for only where it matters which there were. Where it gives none,
            every date that may be a meeting's is taken for one.
    """
    for pattern, resolve in _PATTERNS:
        found = pattern.search(question)
        if not found or (pattern in _UNSURE and dates_something_else(question, question[: found.start()], found[0])):
            continue
        before = question[: found.start()]
        if pattern in _INSIDE and (matter_dated(before) or not DOES.search(before)):
            continue  # 'decided in 2024 about the pool', but not 'the flood in 2024 on the High Street'
        period = resolve(found, today, meeting_days)
        if period and not (pattern in _UNSURE and _is_the_matters(before, found, period, meeting_days)):
            rest = re.sub(r"\s+(?=[\s,?.!])", "", f"{question[: found.start()]} {question[found.end() :]}").strip(" ,")
            return Asked(*period, rest=rest, understood=in_words(period))
    return Asked(rest=question)


# 'The accounts in 2023/24', 'the gritting in the winter': spoken of in other months as well.
_VAGUE = re.compile(
    r"\b(?:spring|summer|autumn|winter|gwanwyn|haf|gaeaf|early|late|half|start|beginning|middle|end)\b|\d[/–-]\d", re.IGNORECASE
)


def _is_the_matters(before: str, found: re.Match[str], period: Period, meeting_days: Days) -> bool:
    """Whether a day or a bounded period may date what was spoken of, and no meeting was held then; a season or a year of money may."""
    first, last = period
    matter = matter_dated(before)
    if matter and _VAGUE.search(found[0]):
        return True
    if not matter or not first or not last or "relative" in found.groupdict():
        return False
    if first != last and not EVENT.search(matter):
        return False
    held = meeting_days()
    return bool(held) and not any(first <= day <= last for day in held)


# After one of these a period is not that of the meetings, or is more than itself: 'the return for last year', 'compared with last year'.
_NOT_THEN = re.compile(
    r"\b(?:for|than|from|of|by|to|until|till|after|as|compared|with|on|against|between|next|and|or|but|not|like|prior)(?: the)?\s+$", re.I
)


def _since(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    period = span(found["when"], today)
    return (period[0], None) if period else None


def _until(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    period = span(found["when"], today)
    return (None, period[0] - dt.timedelta(days=1)) if period else None


_COMING = re.compile(r"\b(?:will|would|may|might|shall|should|next|planned|due|going to|to be|bydd)\b(?!\W*$)", re.IGNORECASE)


_YET_TO_BE = re.compile(r"\b(?:will|shall|going to|to be|bydd)\b", re.IGNORECASE)


def _after(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    period = span(found["when"], today)
    of_matter = _COMING.search(found.string) or EVENT.search(matter_dated(found.string[: found.start()]))
    return (period[1] + dt.timedelta(days=1), None) if period and period[1] < today and not of_matter else None


def _up_to(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    period = span(found["when"], today)
    return (None, period[1]) if period else None


_SIGNING = re.compile(
    r"\b(?:approv|accept|propos|mov|second|sign|vouch|put(?:ting)? forward|confirm|correct|adopt)\w*(?:\s+\w+){0,2}\s*$", re.IGNORECASE
)


def _within(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    if re.search(r"minutes\b|\bminutes of\b", found[0], re.IGNORECASE) and _SIGNING.search(found.string[: found.start()]):
        return None  # 'who proposed the May minutes': that was at a later meeting
    period = span(found["when"], today)
    if _YET_TO_BE.search(found.string) and not re.search(r"\d", found["when"]):
        return None  # 'Where will the February session be held?': no minutes are of it yet
    if period and not re.search(r"\d", found["when"]) and (period[0].year, period[0].month) == (period[1].year, period[1].month):
        # 'The May meeting' is the latest May in which there was one.
        held = [day for day in meeting_days() if day.month == period[0].month and day <= today]
        period = months(max(held).year, period[0].month) if held else period
    return widened(found.groupdict().get("how") or "", period)


def _without_year(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    """'In May', 'in the spring': the meetings' only right after what they did, or where nothing that has its own time stands before it."""
    matter = matter_dated(found.string[: found.start()])
    if _COMING.search(found.string):
        return None
    season = not re.search(MONTH, found["when"], re.IGNORECASE)
    return None if (EVENT.search(matter) if season else matter) else _within(found, today, meeting_days)


def _between(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    return span(f"{found['first']} and {found['last']}", today, in_order=True)


def _month_of_year(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    return span(f"{found['when']} {today.year - (found['year'].lower() == 'last')}", today)


def _relative(found: re.Match[str], today: dt.date, _: object) -> Period | None:
    before = found.string[: found.start()]
    if not found["how"] and (_NOT_THEN.search(before) or re.search(rf"\b{MONTH}\s+$", before, re.IGNORECASE)):
        return None
    return widened(found["how"] or "", relative(found["relative"], today))


def _on(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    """A day; without its year the latest such day on which there was a meeting."""
    period = span(found["when"], today)
    if period and not find_dates(found["when"]):
        held = [day for day in meeting_days() if (day.day, day.month) == (period[0].day, period[0].month) and day <= today]
        period = (max(held), max(held)) if held else None
    return widened(found.groupdict().get("how") or "", period) if period else None


def _on_day_met(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    """'The Norton Parish Council meeting of 3 May 2019', where there was one: others than the councils searched meet too."""
    period = span(found["when"], today)
    return period if period and period[0] in meeting_days() else None


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_COUNT = r"(?P<count>(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|few|couple of)\s+)?"
_HOW = r"(?:(?P<how>(?:since|ers|before|cyn|in|over|during|within|throughout|yn ystod)\s+))?"
_THE = r"(?:the|its|their|our)"
_AT = rf"\b(?:(?P<how>since|before|after|in|at|of|on|from)\s+)?{_THE}\s+"
_DAY_WHEN = rf"(?P<when>{DAY}\b{MONTH}\b(?:,?\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d)"
_PLACE = rf"(?!(?:{MONTH})\b|\d)(?:the\s+)?[\w’']+(?:\s+(?!in\b|on\b)[\w’']+){{0,3}}?"  # 'the meeting in Norton Hall in May'
_Resolve = Callable[[re.Match[str], dt.date, Days], Period | None]
_SURE: list[tuple[re.Pattern[str], _Resolve]] = [
    (_pattern(rf"{_AT}(?:(?:last[ -]but[ -]one|penultimate)\s+{_KIND}{_MEETINGS}|{_KIND}{_MEETINGS}\s+before last)\b"), last_but_one),
    (
        _pattern(
            rf"\b(?:(?P<how>since|before|after|in|at|over|during|from|of)\s+)?{_THE}\s+"
            rf"(?P<which>last|latest|most recent|past|first)\s+{_COUNT}"
            rf"(?:[\w-]+\s+){{0,4}}?{_MEETINGS}\b(?:\s+(?:held\s+)?(?:of|in)\s+(?P<when>{WHEN})\b)?"
        ),
        last_meetings,
    ),
    (
        _pattern(  # 'at the last audit committee', where the word for meeting is left out
            r"\b(?:(?P<how>at|in|since|from)\s+)?the\s+(?P<which>last|latest|most recent)\s+(?P<count>(?!))?(?:[\w-]+\s+){0,5}?"
            r"(?:committee|cabinet|council|board)\b(?P<when>(?!))?(?=\W*$|\s+(?:about|on|regarding)\b)"
        ),
        last_meetings,
    ),
    (_pattern(rf"\b(?:yn\s+)?y\s+(?P<count>(?:\d+|dau|ddau|tri|pedwar|pum|chwe)\s+)?{_MEETINGS}\s+diwethaf\b"), last_meetings),
    (_pattern(rf"{_AT}{_MEETINGS}\s+(?:held\s+)?(?:of|on|in|from)\s+(?:the\s+)?{_DAY_WHEN}"), _on),
    (_pattern(rf"{_AT}{_DAY_WHEN}\s+{_MEETINGS}\b"), _on),
    (_pattern(rf"{_AT}{_KIND}{_MEETINGS}\s+(?:held\s+)?(?:of|in|from)\s+(?P<when>{WHEN})\b"), _within),
    (_pattern(rf"{_AT}{_KIND}{_MEETINGS}\s+(?:held\s+)?(?:in|at)\s+{_PLACE}\s+(?:on\s+(?:the\s+)?{_DAY_WHEN})"), _on),
    (_pattern(rf"{_AT}{_KIND}{_MEETINGS}\s+(?:held\s+)?(?:in|at)\s+{_PLACE}\s+in\s+(?P<when>{WHEN})\b"), _within),
    (_pattern(rf"{_AT}(?P<when>{WHEN})\s+{_MEETINGS}\b"), _within),
]
_SURE += [
    (_pattern(rf"\b(?:(?:in|at|of|on|from)\s+)?{_MEETINGS}\s+(?:held\s+)?(?:of|on)\s+(?:the\s+)?{_DAY_WHEN}"), _on_day_met),
    (
        _pattern(
            rf"\b(?:(?P<how>since|before|after|in|at|of)\s+)?(?P<relative>(?:this|last)\s+(?:month|week|year))['’]s\s+{_KIND}{_MEETINGS}\b"
        ),
        _relative,
    ),
]
_IN = (
    r"(?:(?:in|during|throughout|over|yn|ym|yng|yn ystod)\s+(?:mis\s+|the\s+(?=\d))?"
    r"|at\s+(?=the\s+(?:start|beginning|end))|(?=(?:early|late)\s))"
)
_WHEN_ASKED = [
    (rf"(?:on|ar)\s+(?:the\s+|y\s+|yr\s+)?{_DAY_WHEN}", _on),
    (r"(?:on\s+(?P<last>last\s+)?|(?P<last_day>last\s+))(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)", weekday),
    (rf"(?:between|from|rhwng|o)\s+(?P<first>{WHEN})\s+(?:and|to|until|a|ac|i|hyd)\s+(?P<last>{WHEN})", _between),
    (rf"(?:since|ers)\s+(?:mis\s+)?(?P<when>{WHEN})", _since),
    (rf"from\s+(?P<when>{WHEN})\s+(?:on|onwards?|to date|until now)", _since),
    (rf"(?:before|cyn)\s+(?:mis\s+)?(?P<when>{WHEN})", _until),
    (rf"(?:up to|until|till|hyd at)\s+(?P<when>{WHEN})", _up_to),
    (rf"after\s+(?P<when>{WHEN})", _after),
    (rf"{_IN}(?P<when>{YEAR})(?:\s+(?:financial|municipal|civic|council)\s+year)?", _within),
    (rf"{_IN}(?P<when>{MONTH})\s+(?:of\s+)?(?P<year>this|last)\s+year", _month_of_year),
    (rf"{_IN}(?P<when>{WHEN})", _without_year),
    (rf"{_HOW}(?P<relative>{RELATIVE})", _relative),
]
_PERHAPS = [
    *((_pattern(rf"\b{said}{_END}"), resolve) for said, resolve in _WHEN_ASKED),
    *((_pattern(rf"{_START}{said}\s*,"), resolve) for said, resolve in _WHEN_ASKED),
]
_AMID = [
    (_pattern(rf"\b{said}(?=\s*,|\s+(?:about|regarding|concerning|on|for|when|that|to|and|am|ynghylch)\b)"), resolve)
    for said, resolve in _WHEN_ASKED
]
_PATTERNS: list[tuple[re.Pattern[str], _Resolve]] = [*_SURE, *_PERHAPS, *_AMID]
_UNSURE = {pattern for pattern, _ in [*_PERHAPS, *_AMID]}
_INSIDE = {pattern for pattern, _ in _AMID}
