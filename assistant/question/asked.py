"""What kind of answer a question asks for, and how well a unit is of that kind: a sum for 'how much', a reason for 'why'."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.question import formalities
from assistant.signs import DECISION, FIGURE
from assistant.units import Unit


class Kind(NamedTuple):
    """A kind of question: how it is told, how its answer is told, and what that is worth beside similarity (0 to 1)."""

    asked: re.Pattern[str]
    answered: re.Pattern[str]
    worth: float


def _kind(asked: str, answered: str | re.Pattern[str], worth: float) -> Kind:
    return Kind(re.compile(asked, re.I), re.compile(answered) if isinstance(answered, str) else answered, worth)


KINDS = (
    _kind(
        r"\b(how (?:many|much|far|often|long|big|large)|"
        r"what (?:percentage|proportion|share|figure|sum|amount|number)|costs?|price|target|faint)\b",
        FIGURE,
        0.12,
    ),
    _kind(
        r"\b(when|what (?:date|day|year|month)|by what time|how soon|pryd)\b",
        r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter"
        r"|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr|gwanwyn|haf|hydref|gaeaf)\b",
        0.10,
    ),
    _kind(
        r"\b(why|what (?:reason|grounds)|on what grounds|for what reason|pam)\b",
        r"(?i)\b(because|owing to|due to|as a result|on (?:the )?grounds|reasons?|in view of|given that|so that|cause[ds]?"
        r"|oherwydd|achos|am fod)\b",
        0.4,
    ),
    _kind(
        r"\b(who|which (?:councillor|member|officer)s?|pwy)\b",
        r"\b(?:Councillors?|Cllrs?\.?|Cynghor(?:ydd|wyr)|Mrs?|Ms|Dr|Head of|Director|Leader|Chair|Officer|Manager|Pennaeth)\b",
        0.06,
    ),
)
VOTED_AGAINST = _kind(
    r"\b(?:vot\w+|who)\b.*\bagainst\b|\boppos\w+\b|yn erbyn", r"^(?:Against|Yn erbyn|Those against|Voting against)\b", 2.0
)
VOTED_FOR = _kind(r"\bvot\w+\b.*\b(?:for|in favour)\b|o blaid", r"^(?:For|In favour|O blaid|Those in favour|Voting for)\b", 2.0)
ABSTAINED = _kind(r"\babst(?:ain|ention)\w*|ymatal", r"^(?:Abst\w+|Ymatal\w*)\b", 2.0)
VOTE = _kind(
    r"\b(?:vot\w+|tally|division|majority|pleidl\w+)\b|\bhow many (?:\w+ )?(?:for|against)\b|\b(?:for|in favour) and (?:\w+ )*against\b"
    r"|\bcount on\b|\b(?:on )?which (?:side|way)\b",
    r"(?i)\b(?:votes?|carried|lost|casting|\d+ (?:for|against)|pleidl\w+)\b",
    0.4,
)
DECIDED = _kind(r"\b(?:decid|decision|resol|agree|outcome|approv|refus|carried|result|penderfyn|cytun|cymerad)\w*", DECISION, 0.25)
_AMENDMENT = re.compile(r"\bamend\w*|gwelliant", re.I)
_MOVED = re.compile(
    r"(?:\b(?:moved|proposed) (?:by|that)\b|\bcynigiwyd\b)(?!.*\b(?:RESOLVED|AGREED|carried|lost|PENDERFYNWYD)\b)", re.I | re.S
)
_ASKS_MOTION = re.compile(r"\b(?:mov(?:e|ed|er)|propos|second|motion|amend|put forward|cynni?g|cynigi|eili)\w*", re.I)
MOTION_LOSS = 0.6  # what was moved is not what was decided: it may have been lost
_ATTENDANCE = re.compile(
    r"\b(?:declared (?:a|an|personal|prejudicial)\b|apolog(?:y|ies)\b|left the (?:meeting|chamber|room)|returned to the meeting"
    r"|datgan(?:odd|wyd)|ymddiheuriad\w*)",
    re.I,
)
_PROCEDURE = re.compile(
    r"\b(?:presented|introduced|submitted|received|considered) (?:the|a|an|his|her|their) (?:\w+ ){0,2}"
    r"(?:report|update|paper|item|review)\b[^,;:]{0,40}\.?$|\brecorded vote was (?:taken|requested|called for|demanded)\b"
    r"|\brisen in their places\b"
    r"|\bthanked (?:the )?(?:officers?|members?|councillors?|him|her|them)\b",
    re.I,
)
# 'Proposed by: Councillor Collins': who it was, and nothing of what.
_ONLY_MOVER = re.compile(
    r"^\W*(?:(?:proposed|seconded|moved|cynigiwyd|eiliwyd) (?:by|gan)|proposer|seconder|mover)\b:?(?: \S+){1,5}$", re.I
)
ONLY_MOVER_LOSS = 1.0
PROCEDURE_LOSS = 0.5  # that a report was presented or a vote taken is no answer
_ASKS_ATTENDANCE = re.compile(
    r"\b(?:declar\w+|interests?|apolog\w+|absent|absence|attend\w*|present|left|leave|out of the room|datgan\w*|ymddiheur\w*)", re.I
)
ATTENDANCE_LOSS = 0.3  # who declared an interest or left the room is no answer to anything else
AMENDMENT_LOSS = 0.8  # a vote on an amendment is not the vote on the motion


_MATTER = re.compile(
    r"\bwhat (?:was|were|has been|have been|is being|did \w+(?: \w+)?|do \w+) (?:\w+ )?"
    r"(?:sa(?:id|y)|discuss\w*|mention\w*|happen\w*|rais\w*)\b"
    r"|\b(?:tell (?:me|us)|anything|summar\w+|overview|update|discussions?|debate)\b|\b[bp]?eth (?:a )?(?:ddywedwyd|drafodwyd)\b",
    re.I,
)


def asks_matter(question: str) -> bool:
    """Whether it asks to be told of a matter ('what was said about …') and not for one thing."""
    return bool(_MATTER.search(question)) and not kinds_asked(question)


_ASKS_MOVER = re.compile(r"\b(?:who|whose|which \w+)\b.*\b(?:mov|propos|second|behind|back)|\bpwy\b.*(?:gynigi|eili)", re.I)
_ASKS_OUTCOME = re.compile(
    r"\b(?:back(?:ed)?|support(?:ed)?|turn(?:ed)? down|reject\w*|accept\w*|adopt\w*|go(?:ne)? ahead|happen\w*|bec[ao]me of|c[ao]me of"
    r"|allow\w*|what (?:was|will be) done|pass(?:ed)?|give|gave|fund\w*|pay for|what did .* do about)\b",
    re.I,
)


def asks_mover(question: str) -> bool:
    """Whether it asks who moved or seconded something."""
    return bool(_ASKS_MOVER.search(question))


def asks_outcome(question: str) -> bool:
    """Whether it asks what became of a matter, in whatever words: 'did they back', 'who moved', 'what happened about'."""
    return asks_decision(question) or asks_mover(question) or bool(_ASKS_OUTCOME.search(question))


_WHAT_DECIDED = re.compile(
    r"\bwhat\b.{0,80}\b(?:decid|resol|agree|determin)\w*|\bwhat\b.{0,30}\b(?:decision|resolution|outcome)s?\b"
    r"|\b[bp]?eth\b.{0,80}\b(?:b?p?enderfyn|g?cytun)\w*|\b(?:list|all|every|which)\b.{0,30}\b(?:decision|resolution)s?\b",
    re.I,
)
_ALL_DECIDED = re.compile(r"\b(?:list|all|every)\b.{0,40}\b(?:decision|resolution)s?\b|\b(?:decisions|resolutions|penderfyniadau)\b", re.I)


def asks_what_was_decided(question: str) -> bool:
    """Whether it asks for the decision itself: 'What did Cabinet decide about …', not who moved it or how the vote went."""
    return bool(_WHAT_DECIDED.search(question))


def asks_all_decisions(question: str) -> bool:
    """Whether it asks for every decision of a matter, and not for the latest: 'What decisions were made about …'."""
    return asks_what_was_decided(question) and bool(_ALL_DECIDED.search(question))


def asks_decision(question: str) -> bool:
    """Whether it asks what was decided or how the vote went: then the whole item is wanted."""
    return any(kind.asked.search(question) for kind in (DECIDED, VOTE, VOTED_AGAINST, VOTED_FOR, ABSTAINED))


def kinds_asked(question: str) -> list[Kind]:
    """The kinds of answer that a question asks for; none where it only names a topic."""
    return [kind for kind in (*KINDS, VOTED_AGAINST, VOTED_FOR, ABSTAINED, VOTE, DECIDED) if kind.asked.search(question)]


def _asks_of_those_present(question: str) -> bool:
    return bool(_ASKS_ATTENDANCE.search(question)) or formalities.asks_formality(question)


def worth(unit: Unit, question: str, kinds: list[Kind], item: str = "") -> float:
    """What a unit of an item gains for being of the kinds asked for, less what it loses for telling of a motion or amendment unasked."""
    gain = -MOTION_LOSS if _MOVED.search(unit.text) and not _ASKS_MOTION.search(question) else 0.0
    gain -= ATTENDANCE_LOSS if _ATTENDANCE.search(unit.text) and not _asks_of_those_present(question) else 0.0
    gain += formalities.WORTH * formalities.tells_formality(question, unit.text, item)
    gain -= PROCEDURE_LOSS * bool(_PROCEDURE.search(unit.text))
    gain -= ONLY_MOVER_LOSS * bool(_ONLY_MOVER.search(unit.text) and not asks_mover(question))
    gain += sum(kind.worth for kind in kinds if kind.answered.search(unit.text))
    return gain - AMENDMENT_LOSS * bool(kinds and _AMENDMENT.search(unit.text) and not _AMENDMENT.search(question))
