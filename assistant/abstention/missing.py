"""What a question asks for that the minutes found do not tell, though they speak of the matter: told by rule, each with its reason.

Every rule looks for what the answer would have to hold (a name, a figure, that day, that person speaking); where it may be there, an engine
may try.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.abstention.forms import FORMS, HOW_VOTED
from assistant.datamodel import AbstentionKind
from assistant.finding.reranking import Scored
from assistant.question.dated import EVENT, matter_dated
from assistant.question.named import people_named
from assistant.question.words import stems
from ingest.dates import find_dates

_A_YEAR = dt.timedelta(days=366)
LIKELY = 8  # units looked at: the likeliest, and of those what is not far behind the first, which may be of another matter
BEHIND, APART_BEHIND = 0.15, 0.4  # share of the likeliest unit's that a unit must have; that a passage's likeliest unit must have
_MONTH = re.compile(r"\b[^\W\d_]+\s+(?:19|20)\d\d\b")
_PAST = re.compile(r"\b(?:did|was|were|had|has|have|said|agreed|decided|resolved|happened|dd?ywedwyd|[bp]enderfyn\w*|cytunwyd)\b", re.I)
_COMING = re.compile(
    r"\b(?:will|would|due|by|until|from|before|expected|planned|target|aim\w*|propos\w+|forecast|promis\w+|next|bydd|erbyn)\b", re.I
)
_ATTENDANCE = re.compile(
    r"\b(?:apolog(?:y|ies)|absen(?:t|ce)|(?:were|was|are|also) present|present(?=:)|in attendance|declared? an?"
    r"|declarations?|left the (?:meeting|chamber|room)"
    r"|(?:re)?joined the meeting|returned to the meeting|arrived|vote of thanks|ymddiheuriad\w*|datgan\w*|gadawodd)\b",
    re.I,
)
_ASKS_ATTENDANCE = re.compile(
    rf"{_ATTENDANCE.pattern}|\b(?:leave|attend\w*|declare|interests?|apologise|arrive|join|gadael|mynych\w+|buddiant)\b", re.I
)
_ASKS_WORDS = re.compile(
    r"\bwhat (?:did|does|has|was) .*\b(?:say|said|answer\w*|repl\w+|respon\w+|think|report\w*|tell|explain\w*)\b", re.I
)
_ADDRESSED = (
    r"(?i:\b(?:invit\w+|contact\w*|e-?mail\w*|wr(?:ite|iting|itten|ote) to|letter to|speak to|liaise with|meet(?:ing)? with|to ask|be asked"
    r"|approach\w*|thank\w*)) (?:(?:back|again|both) )?(?:\w+\.? ){0,2}?"
)
_REPLIED = re.compile(r"\b(?:repl(?:y|ied)|answer(?:ed)?|said|stated|confirmed|advised|explained|respon(?:se|ded)|reported|told)\b", re.I)


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
    likeliest = sorted(scored, key=lambda one: -one.share)[:LIKELY]
    if not likeliest:
        return None
    for name in () if HOW_VOTED.search(question) else people_named(question):  # all of them voted for it, perhaps
        if _is_silent(name, question, likeliest) if sure else not _speaks(name, question, scored):
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


def _speaks(name: str, question: str, scored: Iterable[Scored]) -> bool:
    """Whether anything found tells of a person more than attendance, on the matter asked about where the question names one."""
    low = name.casefold()
    matter = stems(question) - stems(name)
    asks_attendance = bool(_ASKS_ATTENDANCE.search(question))
    asks_words = bool(_ASKS_WORDS.search(question))
    for one in scored:
        if low not in one.unit.text.casefold() or (_ATTENDANCE.search(one.unit.text) and not asks_attendance):
            continue
        if asks_words and _only_addressed(name, one.unit.text):
            continue
        if not matter or matter & stems(f"{one.item} {one.unit.text}"):
            return True
    return False


def _is_silent(name: str, question: str, likeliest: Iterable[Scored]) -> bool:
    """Whether it is asked what somebody said whom the likeliest units only tell of as invited or written to."""
    naming = [one.unit.text for one in likeliest if name.casefold() in one.unit.text.casefold()]
    return bool(_ASKS_WORDS.search(question) and naming) and all(_only_addressed(name, text) for text in naming)


def _only_addressed(name: str, text: str) -> bool:
    """Whether somebody is only written to or to be asked there: 'We should invite Jim Ellis', 'had e-mailed Rory Stewart'."""
    return bool(re.search(rf"{_ADDRESSED}{re.escape(name)}\b", text)) and not _REPLIED.search(text)
