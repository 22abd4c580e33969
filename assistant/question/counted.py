"""Which of the meetings held a question counts back to: 'the last three meetings', 'the last but one', 'on Tuesday'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from assistant.question.periods import COUNTS, Period, span, widened

Days = Callable[[], Sequence[dt.date]]


def last_meetings(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    """The last so many, of a year or a month perhaps; or since, before or after them."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if re.search(r"\b(?:minutes|cofnodion)\W*$", before, re.IGNORECASE):
        return None  # 'the minutes of the last meeting' are an item of every agenda
    if re.match(r"\s+(?:before|after|since|prior|ago|but)\b", after, re.IGNORECASE):
        return None  # 'the last meeting before Christmas'
    parts = found.groupdict()
    said = (parts["count"] or "").lower().strip()
    count = int(said) if said.isdigit() else COUNTS.get(said, 0)
    held = sorted({day for day in meeting_days() if day <= today})
    if when := parts.get("when"):
        limits = span(when, today)
        held = [day for day in held if limits and limits[0] <= day <= limits[1]]
    if not held or not count:
        return None
    if (parts.get("which") or "").lower() == "first":
        return (held[0], held[:count][-1]) if when else None
    return widened(parts.get("how") or "", (held[-count:][0], held[-1]))


def last_but_one(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    """The one before the last."""
    held = sorted({day for day in meeting_days() if day <= today})
    return widened(found["how"] or "", (held[-2], held[-2])) if len(held) > 1 else None


def weekday(found: re.Match[str], today: dt.date, meeting_days: Days) -> Period | None:
    """'On Tuesday': the latest, where there was a meeting; 'last Tuesday' may be that of the week before."""
    back = range(14 if found["last"] or found["last_day"] else 7)
    days = {today - dt.timedelta(days=number) for number in back}
    met = {day for day in meeting_days() if day in days and f"{day:%A}".lower() == found["weekday"].lower()}
    return (min(met), min(met)) if len(met) == 1 else None
