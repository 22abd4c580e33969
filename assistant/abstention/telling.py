"""Whether what was found tells of those whom a question names: a person by more than attendance, anything else at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.abstention.voting import HOW_VOTED
from assistant.finding.reranking import Scored
from assistant.question.formalities import asks_formality
from assistant.question.named import first_words, people_named, words_named
from assistant.question.words import asked_in, stems

LIKELIEST = 8  # units by which somebody is known to have been written to alone
LOOKED_AT = 20  # units in whose passages a name has to stand
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
_SHORTENED = frozenset(["avenue", "street", "road", "drive", "crescent", "terrace", "square", "mount"])  # minutes write 'Ave.'
# 'Portlanders' are told of where Portland is, and the Proberts where Ann Probert is.
_SINGULAR = re.compile(r"(?<=\w{5})(?:ers?|ians?|ites?)$|(?<=\w{3})s$")
_REPLIED = re.compile(r"\b(?:repl(?:y|ied)|answer(?:ed)?|said|stated|confirmed|advised|explained|respon(?:se|ded)|reported|told)\b", re.I)


def untold(question: str, by_share: Sequence[Scored], *, sure: bool) -> str | None:
    """The first name of the question of which the units found, the likeliest first, do not tell; None where they tell of all.

    Args:
        sure: the reader finds an answer: then who is asked after may be told of by title or as 'she', lines away from the name.
    """
    if HOW_VOTED.search(question):
        return None  # all of them voted for it, perhaps
    people = people_named(question)
    for name in people:
        if _is_silent(name, question, by_share[:LIKELIEST]) if sure else not _speaks(name, question, by_share):
            return name
    if sure or people or asked_in(question) == "cy":  # English minutes have English names
        return None
    passages = {one.passage for one in by_share[:LOOKED_AT]}
    text = "\n".join(f"{one.item} {one.unit.headed}" for one in by_share if one.passage in passages).casefold()
    names = (name for name in words_named(question) if name not in first_words(question) and name.lower() not in _SHORTENED)
    return next((name for name in names if _SINGULAR.sub("", name).casefold() not in text), None)


def _speaks(name: str, question: str, scored: Sequence[Scored]) -> bool:
    """Whether anything found tells of a person more than attendance, on the matter asked about where the question names one."""
    low = name.casefold()
    matter = stems(question) - stems(name)
    of_attendance = bool(_ASKS_ATTENDANCE.search(question)) or asks_formality(question)
    silent = _addressed_alone(name, scored) if _ASKS_WORDS.search(question) else []
    for one in scored:
        if low not in one.unit.text.casefold() or (_ATTENDANCE.search(one.unit.text) and not of_attendance):
            continue
        if one not in silent and (not matter or matter & stems(f"{one.item} {one.unit.text}")):
            return True
    return False


def _is_silent(name: str, question: str, likeliest: Sequence[Scored]) -> bool:
    """Whether it is asked what somebody said whom the likeliest units only tell of as invited or written to."""
    naming = [one for one in likeliest if name.casefold() in one.unit.text.casefold()]
    return bool(_ASKS_WORDS.search(question) and naming) and naming == _addressed_alone(name, likeliest)


def _addressed_alone(name: str, scored: Sequence[Scored]) -> list[Scored]:
    """The units where somebody is only written to or to be asked, and no 'He replied' follows: 'We should invite Jim Ellis'."""
    followed = {(one.passage, one.place - 1) for one in scored if one.unit.hanging}
    addressed = re.compile(rf"{_ADDRESSED}{re.escape(name)}\b")
    return [
        one
        for one in scored
        if addressed.search(one.unit.text) and not _REPLIED.search(one.unit.text) and (one.passage, one.place) not in followed
    ]
