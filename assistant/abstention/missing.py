"""What a question asks for that the minutes found do not tell, though they speak of the matter: told by rule, each with its reason.

Every rule looks for what the answer would have to hold (a name, a figure, that day, that person speaking); where it may be there, an engine
may try.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.abstention.forms import FORMS
from assistant.abstention.telling import untold
from assistant.datamodel import AbstentionKind
from assistant.finding.reranking import Scored
from assistant.question.dated import EVENT, matter_dated
from ingest.dates import find_dates

_A_YEAR = dt.timedelta(days=366)
LIKELY = 8  # units looked at: the likeliest, and of those what is not far behind the first, which may be of another matter
BEHIND, APART_BEHIND = 0.15, 0.4  # share of the likeliest unit's that a unit must have; that a passage's likeliest unit must have
_MONTH = re.compile(r"\b[^\W\d_]+\s+(?:19|20)\d\d\b")
_PAST = re.compile(r"\b(?:did|was|were|had|has|have|said|agreed|decided|resolved|happened|dd?ywedwyd|[bp]enderfyn\w*|cytunwyd)\b", re.I)
_COMING = re.compile(
    r"\b(?:will|would|due|by|until|from|before|expected|planned|target|aim\w*|propos\w+|forecast|promis\w+|next|bydd|erbyn)\b", re.I
)


class Missing(NamedTuple):
    """What is not there."""

    kind: AbstentionKind
    reason: str


def later_than(question: str, last: dt.date | None) -> Missing | None:
    """A past event on a day or in a month after the last meeting held: nothing can tell of it yet.

    What was agreed earlier about something on a coming day ('about the closure on 5 August') may well be told.
    """
    if last is None or not _PAST.search(question) or _COMING.search(question):
        return None
    days = find_dates(question)
    dated = [(one.date, matter_dated(question[: one.start])) for one in days]
    for month in _MONTH.finditer(question):
        if not any(one.start <= month.start() < one.end for one in days):
            matter = matter_dated(question[: month.start()])
            dated += [(one.date, matter if EVENT.search(matter) else "") for one in find_dates(f"1 {month[0]}")]
    if any(day > last and not matter for day, matter in dated):
        return Missing("out_of_coverage", f"the last meeting held is of {last.day} {last:%B %Y}")
    return None


def missing(question: str, scored: Sequence[Scored], *, sure: bool = False) -> Missing | None:
    """The first thing asked for that the likeliest of the units found do not hold; None where an answer may be there.

    Args:
        sure: the reader finds an answer: then a person asked after may be told of by title or as 'she', lines away from the name, and a
            name or a figure may be there in a form that no rule knows ('IK agreed to').
    """
    question, scored = _typed_alike(question), [_with_text(one, _typed_alike(one.unit.text)) for one in scored]
    by_share = sorted(scored, key=lambda one: -one.share)
    likeliest = by_share[:LIKELY]
    if not likeliest:
        return None
    if name := untold(question, by_share, sure=sure):
        return Missing("not_recorded", f"what they say about this does not tell of ‘{name}’")
    if day := _day_not_told(question, scored):
        return Missing("not_recorded", f"no figure or event of {day} is in what they say about this")
    first = likeliest[0].share
    likeliest = [one for one in likeliest if one.share >= BEHIND * first]
    passages = {one.passage for one in likeliest if one.share >= APART_BEHIND * first}
    for form in FORMS:
        if (sure and not form.always) or not form.asked.search(question):
            continue
        looked_at = (one for one in scored if one.passage in passages) if form.apart else likeliest
        if not any(form.told(question, one.unit.text) for one in looked_at):
            return Missing("not_recorded", form.reason)
    return None


def _typed_alike(text: str) -> str:
    """A keyboard's apostrophe for a printer's: O'Brien is O’Brien."""
    return text.replace("’", "'")


def _with_text(one: Scored, text: str) -> Scored:
    return one if text == one.unit.text else one._replace(unit=one.unit.model_copy(update={"text": text}))


def _day_not_told(question: str, scored: Sequence[Scored]) -> str | None:
    """A full date of the question that nothing found is of or speaks of; minutes leave out the year of a day that is near."""
    for found in find_dates(question):
        nearly = re.compile(rf"\b{found.date.day}(?:st|nd|rd|th)?\s+(?:of\s+)?{found.date:%B}\b(?!,?\s+\d{{4}})", re.I)
        if not any(
            found.date in _days(f"{one.item}\n{one.unit.text}")
            or (nearly.search(one.unit.text) and any(abs(found.date - met) < _A_YEAR for met in _days(one.item)))
            for one in scored
        ):
            return question[found.start : found.end]
    return None


def _days(text: str) -> set[dt.date]:
    return {found.date for found in find_dates(text)}
