"""What a question asks for that the minutes found do not tell, though they speak of the matter: told by rule, each with its reason.

Every rule looks for what the answer would have to hold (a name, a figure, that day, that person speaking); where it may be there, an engine
may try.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from assistant.datamodel import AbstentionKind
from assistant.finding.reranking import Scored
from assistant.question.dates import dates_matter
from assistant.question.named import people_named
from assistant.question.words import stem, stems
from assistant.units import FIGURE
from ingest.dates import find_dates

LIKELY = 8  # units looked at: the likeliest
_MONTH = re.compile(r"\b[^\W\d_]+\s+(?:19|20)\d\d\b")
_PAST = re.compile(r"\b(?:did|was|were|had|has|have|said|agreed|decided|resolved|happened|dd?ywedwyd|[bp]enderfyn\w*|cytunwyd)\b", re.I)
_AT = re.compile(r"\b(?:in|on|from|since|yn|ym|ar)\s+(?:the\s+)?$", re.I)  # stands between a date and what it dates
_COMING = re.compile(
    r"\b(?:will|would|due|by|until|from|before|expected|planned|target|aim\w*|propos\w+|forecast|promis\w+|next|bydd|erbyn)\b", re.I
)
_ATTENDANCE = re.compile(
    r"\b(?:apolog(?:y|ies)|absen(?:t|ce)|(?:were|was|are|also) present|present(?=:)|in attendance|declared? an?"
    r"|declarations?|left the (?:meeting|chamber|room)"
    r"|(?:re)?joined the meeting|returned to the meeting|arrived|vote of thanks|ymddiheuriad\w*|datgan\w*|gadawodd)\b",
    re.I,
)
_HOW_MANY = re.compile(r"\b(?:how (?:many|much)|what (?:number|sum|price|amount|percentage|proportion|share|figure))\b|\bfaint o\b", re.I)
_SPELLED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|dozen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|half|twice|none|nobody|single"
    r"|dau|dwy|tri|tair|pedwar|pedair|pump?|chwe(?:ch)?|saith|wyth|naw|deg|hanner)\b",
    re.I,
)
_COUNTED = re.compile(r"\bhow many (?:of (?:the |our |their )?(?:\d+ )?)?(?:more |new |other )?([a-z]+)", re.I)
_FEW = re.compile(r"\b(?:one|no|all|both|every)(?: (?:of )?(?:the )?\d+)? (?:new |other )?([a-z]+)", re.I)
_WHO = re.compile(
    r"^\W*(?:and\s+)?(?:who\b(?! (?:is|are) entitled)|which (?:councillors?|members?|officers?|engineers?|people|person)\b|pwy\b)", re.I
)
_MOVED = re.compile(r"\bwho (?:moved|proposed|seconded|put forward)\b", re.I)
_MOVER = re.compile(
    r"\b(?:(?i:moved|proposed|seconded|mover|seconder|proposer|motion of|proposal of|cynigiwyd|eiliwyd|gynigi\w+))\b"
    r"|\b[A-Z]\. [A-Z][\w’'-]+, [A-Z]\. [A-Z][\w’'-]+: That\b"  # 'L. Ash, T. Reed: That the policy be adopted. Carried.'
)
_ASKS_VOTER = re.compile(
    r"^\W*(?:and\s+)?(?:who\b|which (?:\w+ )?(?:councillors?|members?)\b|pwy\b|pa (?:gynghor|aelod)\w+)"
    r".*\b(?:vot(?:e|es|ed|ing)|abstain\w*|dissent\w*|[bp]h?leidlei\w+|ymatal\w*)\b",
    re.I,
)
_VOTER = re.compile(
    r"\b(?:voted|votes? (?:of|by|from)|voting|abst(?:ain\w*|ention)|dissent\w*|oppos\w+|against|in favour|recorded vote"
    r"|[bp]h?leidlei\w+|ymatal\w*|yn erbyn|o blaid)\b|^\W*(?:For|Ayes?|Noes?|Yeas?|Nays?)\b",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w’'-]+ ){0,2}(?:Councillors?|Cllrs?\.?|Cynghor(?:ydd|wyr)|Cyng\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Sir|Dame)\s+[A-ZÀ-Þ]"
    r"|(?<![.!?:;] )(?<!^)\b[A-ZÀ-Þ][a-zà-þ’'-]+ [A-ZÀ-Þ][a-zà-þ’'-]+\b"
    r"|\b[A-Z]\. ?[A-ZÀ-Þ][a-zà-þ’'-]+\b"
    r"|\b(?:Leader|Chair(?:man|woman|person)?|Mayor|Head of|Director|Officer|Manager|Cabinet Member|Clerk|Deputy"
    r"|Pennaeth|Cadeirydd|Arweinydd)\b"
)
_NAME = r"[A-ZÀ-Þ][a-zà-þ’'-]+"
_OFFICE = r"(?!(?:Councillor|Committee|Cabinet|Council|Members?|Officers?|Head|Leader|Chair)\b)"
# Kinds of thing that have names: how one is asked for, and how a name of that kind looks.
_NAMED_KINDS = {
    re.compile(r"\bwhich (?:\w+ )?schools?\b", re.I): re.compile(rf"\b{_NAME} (?:\w+ )?(?:School|Academy)\b|\bYsgol {_NAME}"),
    re.compile(
        r"\b(?:which|what(?: was| is)? the(?: name of the)?) (?:\w+ )?"
        r"(?:firms?|company|companies|contractors?|consultants?|engineers?|business(?:es)?)\b",
        re.I,
    ): re.compile(
        r"\b(?:Ltd|Limited|LLP|plc|PLC|Cyf|Cyfyngedig|Inc|Partners(?:hip)?|Associates|Group|Services)\b|& (?:Sons?|Co)\b"
        rf"|(?<![.!?:;] )(?<!^)\b{_OFFICE}{_NAME} {_NAME}\b"
    ),
    re.compile(r"\bwhich (?:\w+ )?banks?\b", re.I): re.compile(rf"\b{_NAME} (?:Bank|Building Society)\b|\bBan[ck] (?:of )?{_NAME}"),
}


class Missing(NamedTuple):
    """What is not there."""

    kind: AbstentionKind
    reason: str


class _Form(NamedTuple):
    """How something is asked for, and what a text must have to tell it."""

    asked: re.Pattern[str]
    told: Callable[[str, str], bool]  # of the question and a text
    reason: str
    apart: bool = False  # may stand lines away from the matter: all of the likeliest passages are looked at


def _telling(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda _, text: bool(pattern.search(text))


_FORMS = (
    _Form(_MOVED, _telling(_MOVER), "they do not name who moved it", apart=True),
    _Form(
        _ASKS_VOTER,
        lambda _, text: bool(_VOTER.search(text) and _CALLED.search(text)),
        "they do not name who voted how",
        apart=True,
    ),
    _Form(_WHO, _telling(_CALLED), "they name nobody there"),
    _Form(
        _HOW_MANY,
        lambda question, text: bool(_figures(text) - _figures(question) or _SPELLED.search(text) or _counts(question, text)),
        "they give no figure there",
    ),
    *(_Form(asked, _telling(named), "they do not give the name") for asked, named in _NAMED_KINDS.items()),
)


def later_than(question: str, last: dt.date | None, said: Callable[[str], bool]) -> Missing | None:
    """A past event on a day or in a month after the last meeting held: nothing can tell of it yet.

    Args:
        last: day of the last meeting held.
        said: whether the minutes speak of a day or month anywhere; then what was agreed about a closure on that day is told.
    """
    if last is None or not _PAST.search(question) or _COMING.search(question):
        return None
    days = [(found.date, found.start, found.end) for found in find_dates(question)]
    months = (month for month in _MONTH.finditer(question) if not any(start <= month.start() < end for _, start, end in days))
    days = [*days, *((found.date, month.start(), month.end()) for month in months for found in find_dates(f"1 {month[0]}"))]
    late = [(start, end) for day, start, end in days if day > last]
    if any(not (matter := dates_matter(_AT.sub("", question[:start]), question[start:end])) or not said(matter) for start, end in late):
        return Missing("out_of_coverage", f"the last meeting held is of {last.day} {last:%B %Y}")
    return None


def missing(question: str, scored: Sequence[Scored], *, sure: bool = False) -> Missing | None:
    """The first thing asked for that the likeliest of the units found do not hold; None where an answer may be there.

    Args:
        sure: the reader finds an answer: then a person asked after may be told of by title or as 'she', lines away from the name.
    """
    likeliest = sorted(scored, key=lambda one: -one.share)[:LIKELY]
    if not likeliest:
        return None
    for name in () if sure else people_named(question):
        if not _speaks(name, question, scored):
            return Missing("not_recorded", f"what they say about this does not tell of ‘{name}’")
    if day := _day_not_told(question, scored):
        return Missing("not_recorded", f"no figure or event of {day} is in what they say about this")
    passages = {one.passage for one in likeliest}
    for form in _FORMS:
        if not form.asked.search(question):
            continue
        looked_at = (one for one in scored if one.passage in passages) if form.apart else likeliest
        if not any(form.told(question, one.unit.text) for one in looked_at):
            return Missing("not_recorded", form.reason)
    return None


def _figures(text: str) -> set[str]:
    return {match[0] for match in FIGURE.finditer(text) if match[0].strip() not in ("£",)}


def _counts(question: str, text: str) -> bool:
    """Whether a text says 'one', 'no' or 'all' of what the question counts: 'How many residents objected?', 'One resident objected.'"""
    counted = _COUNTED.search(question)
    said = {stem(found[1].lower()) for found in _FEW.finditer(text)}
    return counted is not None and stem(counted[1].lower()) in said


def _day_not_told(question: str, scored: Sequence[Scored]) -> str | None:
    """A full date of the question that nothing found is of or speaks of."""
    for found in find_dates(question):
        if not any(found.date in _days(f"{one.item}\n{one.unit.text}") for one in scored):
            return question[found.start : found.end]
    return None


def _days(text: str) -> set[dt.date]:
    return {found.date for found in find_dates(text)}


def _speaks(name: str, question: str, scored: Iterable[Scored]) -> bool:
    """Whether anything found tells of a person more than attendance, on the matter asked about where the question names one."""
    low = name.casefold()
    matter = stems(question) - stems(name)
    asks_attendance = bool(_ATTENDANCE.search(question))
    for one in scored:
        if low not in one.unit.text.casefold() or (_ATTENDANCE.search(one.unit.text) and not asks_attendance):
            continue
        if not matter or matter & stems(f"{one.item} {one.unit.text}"):
            return True
    return False
