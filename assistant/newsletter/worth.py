"""How much a story is worth telling: points for what residents ask about, each with its reason in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.newsletter.candidate import Reason
from assistant.newsletter.themes import INTERNAL, Theme
from assistant.substance import is_catch_all, of_substance
from ingest.datamodel import AgendaItem, Decision, Vote

_SUM = re.compile(
    r"(?P<sign>[£€$])\s?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<unit>million|miliwn|billion|biliwn|m\b|bn\b|k\b)?", re.IGNORECASE
)
_TIMES = {"million": 1e6, "miliwn": 1e6, "m": 1e6, "billion": 1e9, "biliwn": 1e9, "bn": 1e9, "k": 1e3}
_STEPS = ((1e6, 3.0), (1e5, 2.0), (1e4, 1.5), (0.0, 0.8))  # at least so much money: so many points
_PEOPLE = re.compile(
    r"\b(?P<number>\d+(?:,\d{3})*)\s+(?:\w+\s+){0,2}?(?P<who>households?|residents?|pupils?|learners?|children|young people|families|family"
    r"|homes"
    r"|dwellings|houses|people|persons|carers?|jobs|staff|employees|signatures|responses|respondents|patients|tenants|properties|businesses"
    r"|premises|passengers|volunteers|objections?|letters|visitors|members of the public|aelwyd(?:ydd)?|o bobl|disgybl(?:ion)?"
    r"|dysgw(?:r|yr)|o blant|teulu(?:oedd)?|o gartrefi|llofnod(?:ion)?|ymateb(?:ion)?)\b",
    re.IGNORECASE,
)
_CAPITAL = r"[A-ZÀ-ÞŴŶ][\w’'-]+"
_PLACE = re.compile(
    rf"\b(?:in|at|near|off|through|serving|around|yn|ym|yng|ger)\s+(?P<place>{_CAPITAL}\b(?: (?:(?:y|yr|on|upon) )?{_CAPITAL}\b){{0,3}})"
    r"(?!\w| \d)"
)
# What stands after "in" with capitals and is no place: months, institutions, parts of documents.
_NO_PLACE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref"
    r"|Tachwedd|Rhagfyr|Spring|Summer|Autumn|Winter|\w+day|Councils?|Councillors?|Cabinet|Committee|Members?|Officers?|Head|Director\w*|Chair\w*|Leader|Deputy|Welsh|English|Irish"
    r"|Government|Minister|Section|Schedule|Part|Appendix|Reports?|Standing|Act|Option|Statutory|Planning|Services?|Education|Finance|Internal|Audit|Scrutiny|Years?|Credit|Fund"
    r"|Plan|Strategy|Scheme|Policy|Board|Authority|Department|Accounts|Statement|Register|Item|Minute|Forum|Panel|Trust|Ltd|Company|Wales|England|Scotland|Ireland|Cyngor|Cynghor\w*"
    r"|Pwyllgor|Aelod\w*|Pennaeth|Llywodraeth|Cymru|Band|Phase|Stage|Table|Class|That|This|There|Their|They|These|The|It|He|She|Leisure|Culture|Cllrs?|Mr|Mrs|Ms|Dr|Chamber)\b"
)
_CHANGES = re.compile(
    r"\b(?:close[ds]?|closure|reopen\w*|open(?:ed|ing)?|charges?|fees?|council tax|precept|rent|grants?|consult(?:ation|ed)?|petition|new"
    r"|replace\w*|refurbish\w*|cut|reduc\w+|cau|ailagor|tâl|ffi|treth|grant|ymgynghor\w*|deiseb|newydd)\b",
    re.IGNORECASE,
)
_CONSULTS = re.compile(r"\b(?:consult(?:ation|ed)?|petition|ymgynghor\w*|deiseb)\b", re.IGNORECASE)
_KINDS = {
    "resolved": ("a decision", 3.0),
    "agreed": ("a decision", 3.0),
    "carried": ("a motion carried", 3.0),
    "refused": ("a refusal", 2.5),
    "deferred": ("a decision put off", 2.0),
    "lost": ("a motion lost", 2.0),
    "recommended": ("a recommendation", 2.0),
    "withdrawn": ("a matter withdrawn", 0.5),
    "noted": ("a report noted", 0.5),
}
_MERELY = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:RESOLVED|AGREED|resolved|agreed|noted|received|PENDERFYNWYD|CYTUNWYD|nodwyd)?\W*(?:that|bod|fod)?\W*(?:the|yr|y)?\s*(?:[\w’'-]+\s+){0,8}?(?:be|was|were)\s+(?:noted|received|accepted|thanked)\W*$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
FULL_DEBATE = 600  # words of minutes that show an item was much discussed


def worth(items: Sequence[AgendaItem], texts: Sequence[str], theme: Theme) -> tuple[Reason, ...]:
    """The reasons for telling a story, most points first.

    Args:
        items: of the story, oldest first.
        texts: what the minutes of each say, the agenda's own text left out.
        theme: of the story.
    """
    text = "\n".join(texts)
    latest = items[-1]
    found = [
        _decision(next((found for one in reversed(items) if (found := of_substance(one))), ())),
        _money(text),
        _people(text),
        _places(text),
        _vote([decision for item in items for decision in of_substance(item)]),
        Reason(words=f"a service: {theme.name}", points=1.0)
        if theme.name != INTERNAL
        else Reason(words="the council's own affairs", points=-1.5),
        Reason(words="residents were asked, or asked", points=0.7) if _CONSULTS.search(text) else None,
        Reason(words="something changes for residents", points=0.5)
        if any(_CHANGES.search(one.text) for one in of_substance(latest))
        else None,
        Reason(words="much discussed", points=round(min(1.0, len(text.split()) / FULL_DEBATE), 1)),
        Reason(words=f"told by {len(items)} meetings", points=0.5) if len(items) > 1 else None,
        Reason(words="one of several matters under one heading", points=-1.5) if is_catch_all(latest.title) else None,
    ]
    return tuple(sorted((reason for reason in found if reason and reason.points), key=lambda reason: (-reason.points, reason.words)))


def largest_sum(text: str) -> tuple[float, str] | None:
    """The largest sum of money in a text, as its amount and its words; None where it names none."""
    found = [
        (float(one["number"].replace(",", "")) * _TIMES.get((one["unit"] or "").lower(), 1.0), one[0].strip())
        for one in _SUM.finditer(text)
    ]
    return max(found, key=lambda one: one[0]) if found else None


def _decision(decisions: Sequence[Decision]) -> Reason | None:
    told = [_KINDS[decision.kind] for decision in decisions if not _MERELY.match(" ".join(decision.text.split()))]
    if not told:
        return Reason(words="a report noted", points=0.5) if decisions else None
    words, points = max(told, key=lambda one: one[1])
    return Reason(words=words, points=points)


def _money(text: str) -> Reason | None:
    largest = largest_sum(text)
    if not largest:
        return None
    return Reason(words=largest[1], points=next(points for least, points in _STEPS if largest[0] >= least))


def _people(text: str) -> Reason | None:
    found = [(int(one["number"].replace(",", "")), one) for one in _PEOPLE.finditer(text) if len(one["number"]) < 10]
    counted = [(number, one) for number, one in found if number > 1 and not _YEAR.fullmatch(one["number"])]
    if not counted:
        return None
    number, one = max(counted, key=lambda pair: pair[0])
    return Reason(words=f"{one['number']} {one['who']}", points=1.5 if number >= 100 else 1.0)


def _places(text: str) -> Reason | None:
    counts: dict[str, int] = {}
    for found in _PLACE.finditer(text):
        if not _NO_PLACE.search(found["place"]) and not found["place"].isupper():
            counts[found["place"]] = counts.get(found["place"], 0) + 1
    best = sorted(counts, key=lambda place: (-counts[place], place))[:2]
    return Reason(words=f"places: {', '.join(best)}", points=1.0) if best else None


def _vote(decisions: Sequence[Decision]) -> Reason | None:
    votes = [decision.vote for decision in decisions if decision.vote and not decision.vote.unanimous]
    told = [vote for vote in votes if _counts(vote)]
    if not told:
        return None
    most = max(told, key=lambda vote: sum(_counts(vote) or (0, 0)))
    votes_for, against = _counts(most) or (0, 0)
    return Reason(words=f"a recorded vote: {votes_for} to {against}", points=1.5)


def _counts(vote: Vote) -> tuple[int, int] | None:
    votes_for = vote.votes_for if vote.votes_for is not None else len(vote.names_for)
    against = vote.votes_against if vote.votes_against is not None else len(vote.names_against)
    return (votes_for, against) if votes_for or against else None
