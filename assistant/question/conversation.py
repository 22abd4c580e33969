"""A question of a conversation, put so that it can be understood alone: by rule, from the question before it and the item last cited.

The rule only adds what was said before: the topic, the body, the day of the meeting. What a question itself says is never taken away.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.datamodel import Passage, Question
from assistant.question.dates import read as read_dates
from assistant.question.formalities import asks_formality
from assistant.question.likewise import of_record
from assistant.question.over_time import over_time_asked
from assistant.question.overview import NAMES_MEETINGS, overview_asked, sort_asked
from assistant.question.words import asked_in, content_words, matter, stem, stems
from ingest.text import word_set

TURNS = 4  # earlier exchanges that are looked back on
FEW_WORDS = 3  # words of its own matter; a question with more stands alone unless a pronoun says otherwise
LONGEST_TOPIC = 12  # words

# Words of the business of meetings: they say what is asked of a topic and are none themselves.
_PROCEDURE = word_set(
    """
    vote votes voted voting against favour favor abstain abstained abstention moved mover move proposed proposer propose seconded seconder
    second motion amendment amendments carried lost decision decisions decided outcome result resolved resolution recommendation
    recommended reason reasons cost costs price paid pay money much many long soon date day year years time next then before since later
    earlier start end begin happen happened change changed agreed agree approved opposed oppose objected object supported support unanimous
    somebody else detail details further anything yes item report take takes taken took make makes made put go goes going come comes came
    spend spent reply replied replies response responses answer answers answered
    pleidleisio pleidleisiodd pleidlais erbyn blaid cynigiodd cynnig eiliodd eilio penderfyniad rheswm costio gost pryd nesaf wedyn
    """
)
_WHO = word_set("council committee cabinet members member councillor councillors officers officer person people cyngor pwyllgor aelodau")
_TITLES = word_set("question questions submitted notice motions received from verbal update presentation cwestiwn cwestiynau rhybudd")
_MONTHS = word_set("january february march april may june july august september october november december")
_OPENS = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|right|then|also|ac?|ond)\b[\s,]*)?(?:(?:what|how) about|beth am)\b[\s,]*"
    r"|^\W*(?:and|but|so|also|ac|ond)\b[\s,]+",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:what|who|when|why|how|where|which|did|does|do|was|were|is|are|has|have|had|will|would|can|could|should"
    r"|beth|pwy|pryd|pam|sut|ble|faint|sawl|oes|oedd|a)\b",
    re.IGNORECASE,
)
_WHETHER_ANY = re.compile(r"^\W*(?:any\b|(?:was|were|is|are|have|has) there (?:a|an|any)\b|oedd (?:yna )?unrhyw\b)", re.IGNORECASE)
_BODY = re.compile(r"\b(?:the )?(?:(?:[A-Z][\w’'-]+ (?:and |& )?)*(?:Committee|Council|Board|Panel|Forum|Scrutiny)|Cabinet|Executive)\b")
_SORTED = re.compile(
    r"^\W*(?:which|what|list|show) (?:planning )?(?:motions|decisions|amendments|votes|applications|petitions)\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"\b(?:they|them|their|theirs|he|him|his|she|her|hers|these|those|its|this|nhw|hwn|hon|hynny|hyn|amdano|amdani|ynddo|ynddi)\b"
    r"|\bthat\b(?=\W*(?:$|\?|,|\b(?:was|is|will|would|cost|happen|done|decided|agreed|change|work|mean)\b))"
    r"|(?<=\babout )that\b|\b(?:that|the same) (?:decision|vote|motion|meeting|item|report|proposal|scheme|plan|amendment|money|sum)\b"
    r"|(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bwere )\bthere\b"
    # 'Was it agreed that …' and 'Is it true that …' speak of nothing that went before.
    r"|\bit\b(?! (?:true|agreed|resolved|decided|noted|reported|recommended|proposed|said)\b(?: to| that))",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:(?P<own>his\b|hers\b|her\b(?=\s+\w))|he\b|him\b|she\b|her\b)", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:Councillor|Cllr\.?|Cynghorydd|Cyng\.?|Mr|Mrs|Ms|Miss|Dr)\s+(?:[A-ZÀ-ÞŴŶ][\w’'-]+\s+){0,2}[A-ZÀ-ÞŴŶ][\w’'-]+(?: \([A-Z]\))?"
)
# What asks for nothing of what went before: thanks, or the meetings and offices themselves.
_ALONE = re.compile(
    r"^\W*(?:(?:yes|no|ok(?:ay)?|right|great|good|fine|hello|hi|thanks?(?: you)?(?: very much| a lot)?|ie|na|iawn|diolch(?: yn fawr)?)\W*$"
    r"|(?:when|where|what (?:time|date|day)|pryd|ble)\b.{0,20}\b(?:next|last|nesaf|diwethaf)\b.{0,30}\b(?:meeting|cyfarfod)\w*\W*$"
    r"|who (?:is|was|are|were) (?:the )?(?:current |new |vice[- ]|deputy )?(?:chair|leader|mayor|clerk|members?|councillors?)\w*\b)",
    re.IGNORECASE,
)
_DATE_ONLY = re.compile(r"^(?:(?:in|during|on|for|at|of|since|before|yn|ym|ar|o|ers)\s+)?(?:the\s+)?", re.IGNORECASE)
_LAST_DATE = re.compile(r"\s+(?:in|during|since|yn|ym|ers)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\W*$")
_FRAME = re.compile(
    r"^(?P<frame>(?:what|how|why|when|who|where|beth|pam|pryd|pwy|faint)\b.{0,50}?"
    r"\b(?:about|on|regarding|concerning|for|against|to|with|am|ynglŷn â))\s+\S",
    re.IGNORECASE,
)
_ABOUT_DECISION = re.compile(
    r"\b(?:vot|against|in favour|abstain|second|mov(?:ed|er)|propos|decid|decision|resol|agreed|carried|lost|outcome|oppos|unanim"
    r"|pleidl|eili|cynig|penderfyn)\w*|^\W*(?:why|pam)\W*$",
    re.IGNORECASE,
)

Cited = Callable[[str], Passage | None]


class _Said(NamedTuple):
    """The exchange before, its question put to stand alone."""

    question: str
    topic: tuple[str, ...]  # words of what it is about
    answer: str = ""


def standalone(question: Question, cited: Cited) -> str:
    """The question as it can be understood without what went before; the same text where it needs nothing, or nothing went before.

    Args:
        question: with its history.
        cited: gives the passage that an answer's words come from, or None.
    """
    before: _Said | None = None
    for turn in question.history[-TURNS:]:
        before = _put(turn.question, before, cited)._replace(answer=turn.answer)
    return _put(question.text, before, cited).question


def keeps(text: str, rewritten: str) -> bool:
    """Whether a rewriting, a model's perhaps, still asks what the question asks: none of its words of matter is gone."""
    held = stems(rewritten)
    return all(stem(word) in held for word in _own_words(text))


def _put(text: str, before: _Said | None, cited: Cited) -> _Said:
    over_time = over_time_asked(text)
    alone = _Said(text, tuple(_topic_words(over_time.matter if over_time else text)))
    bare = _OPENS.sub("", text).strip(" ?.!")
    if before is None or not text.strip() or (_ALONE.search(text) and not _PRONOUN.search(bare)):
        return alone
    if _asks_of_meeting(text) and not _PRONOUN.search(bare):
        return alone
    if recorded := of_record(bare, before.question, " ".join(before.topic)):
        return before._replace(question=f"{recorded[:1].upper()}{recorded[1:]}?")
    connected, own = bare != text.strip(" ?.!"), _own_words(bare)
    if connected and not _ASKS.match(bare) and (like := _asked_likewise(bare, own, before)):
        return like
    pronoun = bool(_PRONOUN.search(bare))
    bare_ask = bool(_ASKS.match(bare)) and len(bare.split()) <= FEW_WORDS  # 'Why so little?', 'Who asked?'
    bare_ask = bare_ask or (len(own) <= 1 and bool(_WHETHER_ANY.search(bare)))
    if not (pronoun or connected or bare_ask or not own or _spoken_of(own, before)) or (len(own) > FEW_WORDS and not pronoun):
        return alone
    asked = f"{bare[:1].upper()}{bare[1:]}" or "What was said"
    personal = _PERSONAL.search(bare)
    if personal and not _PERSON.search(bare[: personal.start()]) and (person := _person(before)):
        asked = _PERSONAL.sub(lambda found: f"{person}’s" if found["own"] else person, asked, count=1)
        if own and not _spoken_of(own, before):
            return _Said(f"{asked}?", tuple(_topic_words(asked)))
    return _with_topic(asked, before, cited(before.answer), at_meeting=bool(_ABOUT_DECISION.search(bare)))


def _asks_of_meeting(text: str) -> bool:
    """Whether it asks of a meeting or of meetings that it names, and of no matter: 'What was decided at the last Cabinet meeting?'"""
    rest, bodies = _undated(text), _BODY.findall(text)
    asked = overview_asked(rest, bodies)
    if asked == "undone" or (asked and sort_asked(rest) and _SORTED.search(rest)):
        return True  # 'Which decisions were not unanimous?'
    dated = rest.strip(" ?.!") != text.strip(" ?.!")
    if not (asked or asks_formality(text)):
        return False
    return (dated and bool(bodies)) or (bool(NAMES_MEETINGS.search(text)) and (dated or bool(bodies)))


def _asked_likewise(bare: str, own: Sequence[str], before: _Said) -> _Said | None:
    """What is asked as the question before was, of another time, person or topic: 'What about 2024?', 'And the library?'"""
    if when := _when(bare):
        return before._replace(question=f"{_undated(before.question).rstrip(' ?.!')} {when}?")
    if _PERSON.fullmatch(bare) and (named := _PERSON.findall(before.question)):
        return before._replace(question=before.question.replace(named[-1], bare))
    if _BODY.fullmatch(bare) and (bodies := _BODY.findall(before.question)):
        return before._replace(question=before.question.replace(bodies[0], bare, 1))
    if not own or _spoken_of(own, before):
        return None
    framed = _FRAME.match(before.question)
    asked = f"{framed['frame']} {bare}?" if framed and "(" not in framed["frame"] else f"What was said about {bare}?"
    return _Said(asked, tuple(_topic_words(bare)))


def _with_topic(asked: str, before: _Said, passage: Passage | None, *, at_meeting: bool) -> _Said:
    """The question with the topic that was spoken of, and for a decision the body and the day of the meeting too."""
    held = {stem(word.lower()) for word in re.findall(r"\w+", asked)}
    names = {word for name in _PERSON.findall(asked + before.question) for word in name.split()}
    topic: list[str] = []
    for word in (*before.topic, *(_title_words(passage) if passage else ())):
        root = stem(word.lower())
        if root not in held and word not in names and len(topic) < LONGEST_TOPIC:
            held.add(root)
            topic.append(word)
    told, at = " ".join(topic), ""
    if passage and at_meeting:
        told = ", ".join(part for part in (told, passage.body) if part)
        at = f" at the meeting of {passage.date.day} {passage.date:%B %Y}" if passage.date else ""
    return _Said(f"{asked}{f' ({told})' if told else ''}{at}?", (*topic, *_topic_words(asked)))


def _own_words(text: str) -> list[str]:
    """The words of a question that say what it is about, without those of procedure, of persons and of dates."""
    people = {word for name in _PERSON.findall(text) for word in content_words(name)}
    return [word.lower() for word in _topic_words(text) if word.lower() not in _WHO | people]


def _topic_words(text: str) -> list[str]:
    """The words of a question that say what it is about, written as they stand in it; of figures none."""
    undated = _undated(text)
    found = set(matter(undated, asked_in(undated))) - _PROCEDURE - _MONTHS
    words = re.findall(r"[^\W\d](?:[\w’'-]*\w)?", undated)
    return [word for word in words if word.lower() in found or not found.isdisjoint(word.lower().split("-"))]


def _title_words(passage: Passage) -> list[str]:
    """The words of an item's title, in capitals only where the minutes write them so within their text."""
    words = [word for word in content_words(passage.item_title.lower()) if word.isalpha() and word not in _PROCEDURE | _WHO | _TITLES]
    return [word.capitalize() if word.capitalize() in passage.text and word not in passage.text else word for word in words]


def _spoken_of(own: Sequence[str], before: _Said) -> bool:
    """Whether what a short question is about was first named in the answer before it: 'How long will the survey take?'"""
    answered = stems(before.answer)
    asked = {stem(word.lower()) for word in before.topic}
    mine = {stem(word) for word in own}
    return bool(mine) and len(own) <= FEW_WORDS and mine <= answered | asked and not mine <= asked


def _when(text: str) -> str:
    """The time that is all a question says, to stand at a question's end: 'in the meetings of May 2025', 'last year'; else empty."""
    when = _DATE_ONLY.sub("", text).strip(" ?.!,")
    if re.fullmatch(r"(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d", when) and not re.match(
        r"(?:since|before|ers)\b", text, re.IGNORECASE
    ):
        return f"in the meetings of {when}"
    asked = f"What was said {text.strip(' ?.!,')}?"
    return text.strip(" ?.!,") if read_dates(asked, dt.date.today(), list).rest.strip(" ?") == "What was said" else ""


def _undated(question: str) -> str:
    rest = read_dates(question, dt.date.today(), list).rest.strip(" ,") or question
    return _LAST_DATE.sub("", rest) or rest


def _person(before: _Said) -> str:
    """The person last named: in the question before, else in its answer."""
    for said in (before.question, before.answer):
        if named := _PERSON.findall(said):
            return str(named[-1])
    return ""
