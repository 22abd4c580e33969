"""Which meetings a question asks about, where it says when: years, months, 'since May', 'last year', 'the last three meetings'.

A period limits the search only where the question plainly means the meetings: it opens or ends with it ('… in March 2025?'), or speaks of
meetings ('the May 2024 meeting'). After a word that dates something else ('the Act passed in 2014') it stays a word like any other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.question.periods import (
    COUNTS,
    DAY,
    MONTH,
    NUMERIC,
    RELATIVE,
    WHEN,
    YEAR,
    Period,
    in_words,
    month_of,
    named,
    of_month,
    relative,
)
from ingest.dates import find_dates
from ingest.text import word_set


class Asked(NamedTuple):
    """The period that a question names, and what is left of the question."""

    date_from: dt.date | None = None
    date_to: dt.date | None = None
    rest: str = ""
    understood: str = ""  # the period in words; empty where none was understood
    of_matter: str = ""  # the day or month, where it may be that of the matter: 'agreed about the closure on 5 August 2025'

    def __bool__(self) -> bool:
        return bool(self.understood)


Days = Callable[[], Sequence[dt.date]]
_MEETINGS = r"(?:meetings?|minutes|sessions?|gyfarfod(?:ydd)?|cyfarfod(?:ydd)?|chyfarfod(?:ydd)?|cofnodion)"
_END = r"(?=\s*[?.!]*\s*$|\s+(?:about|regarding|concerning|ynglŷn)\b)"
_START = r"^\s*(?:and\s+|a\s+)?"
# Verbs that a meeting does itself: what they date is the meeting.
_OWN = word_set(
    """
    decided agreed discussed approved resolved considered noted mentioned debated raised recommended minuted refused deferred voted
    rejected asked received carried proposed seconded moved reported answered talked amended withdrawn passed granted happened
    decide agree discuss approve resolve consider debate recommend refuse defer vote say said
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
_MATTER = re.compile(
    r"\b(?:about|regarding|concerning|over|with|on|for|to|of|against|ynglŷn â|am)\s+(?!the meeting)(?:[\w’'-]+\s+){1,8}$", re.IGNORECASE
)
_AT_MEETING = re.compile(rf"\b{_MEETINGS}(?:\s+of(?:\s+[\w’'-]+){{1,5}})?\s*$", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|would|shall|going|due|next|bydd)\b", re.IGNORECASE)


def read(question: str, today: dt.date, meeting_days: Days) -> Asked:
    """The period that the question names for certain.

    Args:
        today: the day that 'this year' is told from.
        meeting_days: days of the meetings searched, earliest first; asked for only where the question counts meetings.
    """
    for pattern, resolve in _PATTERNS:
        found = pattern.search(question)
        start = 0 if not found else found.end("verb") if "verb" in found.groupdict() else found.start()
        before = question[:start]
        if not found or (pattern in _UNSURE and _dates_something_else(question, before, found[0])):
            continue
        period = resolve(found, today, meeting_days)
        if period:
            rest = f"{before} {question[found.end() :]}".strip(" ,")
            return Asked(*period, rest=rest, understood=in_words(period), of_matter=dates_matter(before, found[0]))
    return Asked(rest=question)


def dates_matter(before: str, said: str) -> str:
    """The date in what is said, where the words before it may make it that of the matter; a year alone never is."""
    if not _MATTER.search(before) or _AT_MEETING.search(before):
        return ""
    if exact := find_dates(said):
        return f"{exact[0].date.day} {exact[0].date:%B %Y}"
    month = re.search(rf"{MONTH}\s+\d{{4}}", said, re.IGNORECASE)
    return month[0] if month else ""


def _dates_something_else(question: str, before: str, said: str) -> bool:
    """Whether the words before a date make it that of a law, a report or an event: 'the Act passed in 2014'."""
    if not _DOES.search(question):
        return True  # 'How many lived there in March 2024?': told at a later meeting, as like as not
    verb = _VERB.search(before)
    if verb and (verb[1].lower() not in _OWN or re.search(rf"\b(?:act|bill|law)\s+{verb[1]}\W*$", before, re.IGNORECASE)):
        return True
    return bool(_DATED_BY_YEAR.search(before)) and not re.search(MONTH, said, re.IGNORECASE)


def _last_meetings(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    if re.search(r"\b(?:minutes|cofnodion)\W*$", found.string[: found.start()], re.IGNORECASE):
        return None  # 'the minutes of the last meeting' are an item of every agenda
    held = sorted({day for day in meeting_days() if day <= today})
    if re.search(r"\b(?:but one|penultimate|before last)\b", found[0], re.IGNORECASE):
        return (held[-2], held[-2]) if len(held) > 1 else None
    said = (found["count"] or "").lower().strip()
    count = int(said) if said.isdigit() else COUNTS.get(said, 0)
    return (held[-count:][0], held[-1]) if held and count else None


def _turned(found: re.Match[str], period: tuple[dt.date, dt.date] | None) -> Period | None:
    """The period as the word before it turns it: since it began, before it began, until or after it ended."""
    turn = re.sub(r"\s+", " ", (found["turn"] or "").lower())
    if period is None or turn in ("more than", "less than", "this time"):
        return None
    if turn in ("since", "ers"):
        return period[0], None
    if turn in ("before", "cyn"):
        return None, period[0] - dt.timedelta(days=1)
    if turn in ("until", "till", "up to", "hyd at"):
        return None, period[1]
    return (period[1] + dt.timedelta(days=1), None) if turn in ("after", "ar ôl") else period


def _past(period: Period | None, today: dt.date) -> Period | None:
    """No meeting can have been since a day to come: 'what happens after 2030' dates the matter."""
    return None if period and period[1] is None and period[0] and period[0] > today else period


def _turning(found: re.Match[str], today: dt.date, _: Days) -> Period | None:
    return _past(_turned(found, named(found["when"], today)), today)


def _relative(found: re.Match[str], today: dt.date, _: Days) -> Period | None:
    return _turned(found, relative(re.sub(r"^(?:over|in|within|during) ", "", found["when"].lower()), today))


_SIGNING = re.compile(
    r"\b(?:approv|accept|propos|mov|second|sign|vouch|put(?:ting)? forward|confirm|correct|adopt)\w*(?:\s+\w+){0,2}\s*$", re.IGNORECASE
)


def _within(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    if re.search(r"minutes\b|\bminutes of\b", found[0], re.IGNORECASE) and _SIGNING.search(found.string[: found.start()]):
        return None  # 'who proposed the May minutes': that was at a later meeting
    period = named(found["when"], today)
    if period and not re.search(r"\d", found["when"]):
        # 'The May meeting' is the latest May in which there was one.
        held = [day for day in meeting_days() if day.month == period[0].month and day <= today]
        return of_month(max(held).year, period[0].month) if held else period
    return period


def _lately(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    """'Decided on 4 March', 'decided in March': the latest in which there was a meeting."""
    if found["verb"].lower() not in _OWN or _COMING.search(found.string):
        return None
    if not found["day"]:
        return _within(found, today, meeting_days)
    on = (int(re.sub(r"\D", "", found["day"])), month_of(found["when"]))
    held = [day for day in meeting_days() if (day.day, day.month) == on and day <= today]
    return (max(held), max(held)) if held else None


def _span(found: re.Match[str], today: dt.date, _: Days) -> Period | None:
    """From the first to the last; the first is of the last's year, or the year before, where it names none."""
    last = named(found["last"], today)
    first_said = found["first"]
    if last and not re.search(r"\d{4}", first_said) and re.search(r"\d{4}", found["last"]):
        first = named(f"{first_said} {last[1].year}", today)
        if first and first[0] > last[1]:
            first = named(f"{first_said} {last[1].year - 1}", today)
    else:
        first = named(first_said, today)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _on(found: re.Match[str], _today: dt.date, _: Days) -> Period | None:
    dates = find_dates(found["when"])
    return (dates[0].date, dates[0].date) if dates else None


_WORDS = {"WHEN": WHEN, "YEAR": YEAR, "DAY": DAY, "MEETINGS": _MEETINGS, "RELATIVE": RELATIVE, "NUMERIC": NUMERIC}


def _pattern(text: str) -> re.Pattern[str]:
    for word, pattern in _WORDS.items():
        text = text.replace(word, pattern)
    return re.compile(text, re.IGNORECASE)


_COUNT = r"(?P<count>(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|few|couple of)\s+)?"
_TURN = r"(?:(?P<turn>since|before|until|till|up to|after|more than|less than|this time|ers|cyn|hyd at|ar ôl)\s+)"
_IN = r"(?:in|during|throughout|yn|ym|yng|yn ystod)"
_SURE = [
    (
        _pattern(
            rf"\b(?:(?:in|at|over|during|from|of)\s+)?the\s+(?:(?:last|latest|most recent|past)(?:\s+but\s+one)?|penultimate)\s+{_COUNT}"
            r"(?:[\w-]+\s+){0,4}?MEETINGS\b"
        ),
        _last_meetings,
    ),
    (_pattern(r"\b(?:(?:in|at|of)\s+)?the\s+(?:[\w-]+\s+){0,3}?meeting\s+before\s+last\b(?P<count>)"), _last_meetings),
    (_pattern(r"\b(?:yn\s+)?y\s+(?P<count>(?:\d+|dau|ddau|tri|pedwar|pum|chwe)\s+)?MEETINGS\s+diwethaf\b"), _last_meetings),
    (_pattern(r"\b(?:(?:in|at|of|on)\s+)?the\s+MEETINGS\s+(?:held\s+)?(?:of|on|in|from)\s+(?P<when>DAYWHEN)"), _on),
    (_pattern(r"\b(?:(?:in|at|of|on)\s+)?the\s+(?P<when>DAYWHEN)\s+MEETINGS\b"), _on),
    (_pattern(r"\b(?:(?:in|at|of)\s+)?the\s+MEETINGS\s+(?:held\s+)?(?:of|in|from)\s+(?P<when>WHEN)\b"), _within),
    (_pattern(r"\b(?:(?:in|at|of)\s+)?the\s+(?P<when>WHEN)\s+MEETINGS\b"), _within),
]
_PERHAPS = [
    (_pattern(rf"\b(?:on|ar)\s+(?:the\s+|y\s+|yr\s+)?(?P<when>DAY{MONTH}\s+\d{{4}}|NUMERIC){_END}"), _on),
    (_pattern(rf"\b(?:between|from|rhwng|o)\s+(?P<first>DAY?WHEN)\s+(?:and|to|until|a|ac|i|hyd)\s+(?P<last>DAY?WHEN){_END}"), _span),
    (
        _pattern(rf"\b{_IN}\s+(?:mis\s+)?(?P<first>WHEN)(?:\s*,\s*WHEN)*\s*(?:,|,?\s(?:and|or|a|ac|neu)\s|\s&)\s*(?P<last>WHEN){_END}"),
        _span,
    ),
    (_pattern(rf"\b{_TURN}(?:mis\s+)?(?P<when>DAY?WHEN){_END}"), _turning),
    (_pattern(rf"\b{_IN}\s+(?:mis\s+)?(?P<when>YEAR){_END}"), _within),
    (_pattern(rf"\b(?P<verb>\w+)\s+(?:in|on)\s+(?:the\s+)?(?P<day>DAY)?(?P<when>{MONTH}){_END}"), _lately),
    (_pattern(rf"\b(?:earlier\s+)?{_TURN}?(?P<when>RELATIVE){_END}"), _relative),
    (_pattern(rf"{_START}{_TURN}(?:mis\s+)?(?P<when>DAY?WHEN)\s*,"), _turning),
    (_pattern(rf"{_START}(?:in|during|yn|ym|yng)\s+(?:mis\s+)?(?P<when>YEAR)\s*,"), _within),
    (_pattern(rf"{_START}{_TURN}?(?P<when>RELATIVE)\s*,"), _relative),
]
_PATTERNS = [*_SURE, *_PERHAPS]
_UNSURE = {pattern for pattern, _ in _PERHAPS}
