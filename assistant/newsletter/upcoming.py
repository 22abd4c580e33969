"""What happens next, only where the minutes say so: actions, and sentences about what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.engines.standing import can_stand
from assistant.newsletter.quoted import ACTION
from assistant.units import Unit, plain
from ingest.datamodel import Action

MOST = 3

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WELSH_MONTHS = "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
_FUTURE = re.compile(
    r"\b(?:will(?: now)? (?:be|begin|start|open|run|take|report|come|return|continue|meet|write|publish|go)"
    r"|(?:is|are|was|were) (?:expected|due|planned|scheduled|intended) to"
    r"|would (?:now )?be (?:brought|considered|reported|published|presented|submitted|opened|ready|held|completed|available)"
    r"|would (?:now )?(?:begin|start|open|run (?:until|from)|return to|report (?:back|to)|come (?:back|before|to))"
    r"|(?:may|might|could) open\b|report (?:back )?to (?:the )?(?:\w+ ){0,3}(?:in|by|at|to)\b"
    r"|next (?:meeting|year|month|spring|summer|autumn|winter)|start on site|bydd\b|disgwylir|i'w (?:gyflwyno|ystyried)"
    r"|erbyn (?:mis|diwedd|y))\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:by|in|from|until|before|on|erbyn|ym|o|tan)\s+(?:the end of\s+)?(?:\d{1,2}\s+)?"
    rf"(?:{_MONTHS}|{_WELSH_MONTHS}|spring|summer|autumn|winter|gwanwyn|haf|hydref|gaeaf|(?:19|20)\d\d)\b"
)


def next_units(found: Sequence[Unit], actions: Sequence[Action], said: Sequence[str]) -> list[Unit]:
    """The units that tell what comes next, at most MOST, in reading order; none where the minutes say nothing of it.

    Args:
        found: all units of the latest item.
        actions: that its minutes record.
        said: sentences that are told already.
    """
    told = " ".join(said)
    acting = [plain(action.text) for action in actions]
    scored: list[tuple[float, int]] = []
    for place, unit in enumerate(found):
        if unit.text in told or unit.decision or unit.hanging:
            continue
        is_action = bool(ACTION.match(unit.text)) or any(unit.text in text or text in unit.text for text in acting)
        future = bool(_FUTURE.search(unit.text))
        if (is_action or future) and can_stand(unit.text, asking=is_action):
            scored.append((2.0 * is_action + future + bool(_DATED.search(unit.text)), place))
    best = [place for score, place in sorted(scored, key=lambda one: (-one[0], one[1])) if score >= 2][:MOST]
    return [found[place] for place in sorted(best)]
