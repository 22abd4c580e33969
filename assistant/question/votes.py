"""Questions for decisions by how it went with them: 'Which motions were lost?', 'Which decisions were not unanimous?'"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.datamodel import AgendaItem, Decision
from ingest.text import word_set

CLOSE = 3  # votes between the two sides, from which on nobody calls it close
_THINGS = (
    r"(?:motions?|amendments?|proposals?|votes?|resolutions?|recommendations?|decisions?|items?|matters?|things?"
    r"|[cg]h?ynigion|[gn]?g?welliannau|[bp]h?enderfyniadau|[bp]h?leidleisiau)"
)
_LOST = (
    r"(?:lost|defeated|fallen|fell|failed|voted down|rejected|unsuccessful|not (?:carried|passed|adopted|agreed|approved)"
    r"|gollwyd|wrthodwyd)"
)
_DIVIDED = (
    r"(?:not (?:\w+ )?unanimous(?:ly)?|(?:un)?contested|contentious|divided|split|opposed|controversial"
    r"|votes? against|voted against|against|nad oedd\w* yn unfrydol|went to (?:a|the) vote|put to (?:a|the) vote|recorded votes?|dissent)"
)

_PASSED = r"(?:carried|passed|adopted|agreed|approved|successful)"


def _about(how: str, things: str = _THINGS) -> re.Pattern[str]:
    whole = rf"\b{things}\b.{{0,60}}\b{how}\b|\b{how}\b.{{0,20}}\b{things}\b"
    return re.compile(
        rf"{whole}|(?:^\W*what (?:was|were|has been|have been|got)|\banything(?: been)?) {how}\b" if things is _THINGS else whole, re.I
    )


Goes = Callable[[AgendaItem, Decision], bool]
# What is asked, in the order in which it is looked for, and which decisions of an item are so.
_WAYS: tuple[tuple[re.Pattern[str], Goes], ...] = (
    (_about(r"casting votes?"), lambda _, one: bool(one.vote and one.vote.casting)),
    (_about(r"(?:close|closest|closely|narrow|narrowly|tight)"), lambda _, one: _margin(one) <= CLOSE),
    (_about(_LOST, r"amendments?"), lambda _, one: one.amendment and one.outcome == "lost"),
    (_about(_LOST), lambda _, one: one.outcome == "lost"),
    (_about(r"(?:refused|turned down)"), lambda _, one: one.kind == "refused" or one.outcome == "lost"),
    (re.compile(r"^\W*(?:what|which)\b.*\b(?:recommend(?:ed|s|ations?)?)\b", re.I), lambda _, one: one.kind == "recommended"),
    (_about(_DIVIDED), lambda _, one: bool(one.vote and (one.vote.votes_against or one.vote.names_against))),
    (_about(r"(?:unanimous(?:ly)?|(?<!oeddent )(?<!oedd )yn unfrydol)"), lambda _, one: bool(one.vote and one.vote.unanimous)),
    (_about(r"(?:deferred|put off|postponed)"), lambda _, one: one.outcome == "deferred" or one.kind == "deferred"),
    (_about(r"withdrawn"), lambda _, one: one.outcome == "withdrawn"),
    (_about(_PASSED, r"amendments?"), lambda _, one: one.amendment and one.outcome == "passed"),
    (_about(_PASSED, r"motions?"), lambda item, one: "motion" in item.kinds and one.outcome == "passed" and not one.amendment),
)
_TO_WHOM = re.compile(r"\brecommend\w* to (?:the )?(?:full |county )?(council|cabinet|executive)\b", re.I)
WORDS = word_set(
    """
    motion motions amendment amendments proposal proposals vote votes voted resolution resolutions recommendation recommendations decision
    decisions item items matter matters lost defeated fallen fell failed down rejected unsuccessful carried passed adopted agreed approved
    recommend recommended recommends
    not unanimous unanimously contested contentious divided split opposed controversial against went put recorded dissent casting close
    closest closely narrow narrowly narrowest tight deferred postponed off withdrawn taken made decided successful refused turned
    chair chair's chair’s people anyone anybody members member somebody there
    gynigion cynigion welliannau gwelliannau benderfyniadau penderfyniadau bleidleisiau gollwyd wrthodwyd unfrydol oeddent oedd nad pa yn
    """
)


def votes_asked(question: str) -> Goes | None:
    """Which decisions of which items are asked for by how it went with them; None where that is not asked."""
    goes = next((goes for asked, goes in _WAYS if asked.search(question)), None)
    whom = _TO_WHOM.search(question)
    if goes is None or whom is None:
        return goes
    return lambda item, one: goes(item, one) and bool(re.search(rf"\bto (?:the )?(?:\w+ )?{whom[1]}\b(?! member)", one.text, re.I))


def _margin(decision: Decision) -> float:
    """Votes between the two sides; infinite where they are not counted."""
    vote = decision.vote
    if vote is None or vote.votes_for is None or vote.votes_against is None:
        return float("inf")
    return abs(vote.votes_for - vote.votes_against)
