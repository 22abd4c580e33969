"""Questions for a matter over its meetings: 'When was the pool last discussed?', 'Which committees considered foster carers?'"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ingest.terms import content_words

When = Literal["first", "last", "all"]

_DONE = (
    r"(?:discussed|considered|debated|talked about|looked at|dealt with|brought up|addressed|mentioned|spoken (?:of|about)"
    r"|spoke (?:of|about)|covered|on the agenda)"
)
_DO = r"(?:discuss|consider|debate|talk about|look at|deal with|address|mention|speak (?:of|about)|cover)"
_THEY = r"(?:(?:the )?(?:\w+ ){0,5}?(?:council|cabinet|committee|board|panel|members|councillors|executive)|they|we)"
_WHICH_MEETINGS = r"(?:which|what) (?:\w+ )?(?:meetings|meeting|committees|committee|bodies|minutes)"
_HOW_OFTEN = r"how (?:often|frequently|many times|many (?:\w+ )?meetings)"
_CHANGED = r"(?:changed?|develop(?:ed)?|evolved?|unfold(?:ed)?)"
_FORMS: tuple[str, ...] = (
    rf"when (?:was|were|has|have|had) (?P<matter>.+?) (?P<when>first|last|most recently) (?:been )?(?:{_DONE}|come up)",
    rf"when (?:was|were|has|have|had) (?P<matter>.+?) (?:been )?{_DONE} (?:for the )?(?P<when>first|last|most recently)(?: time)?$",
    r"when (?:was|were) (?P<matter>.+?) (?P<when>first) raised",  # rents are raised for the last time otherwise
    r"when did (?P<matter>.+?) (?P<when>first|last|most recently) come up",
    rf"when did {_THEY} (?P<when>first|last|most recently) {_DO} (?P<matter>.+)",
    rf"when was the (?P<when>first|last) time (?:that )?(?:{_THEY} )?{_DONE} (?P<matter>.+)",
    rf"when was the (?P<when>first|last) time (?:that )?(?P<matter>.+?) (?:(?:was|were|had been|has been) {_DONE}|came up)",
    rf"{_WHICH_MEETINGS} (?:have |has |had )?(?:{_DONE}|{_DO}) (?P<matter>.+)",
    rf"{_WHICH_MEETINGS} (?:was|were|has|have|had) (?P<matter>.+?) (?:been )?{_DONE}",
    rf"{_HOW_OFTEN} (?:was|were|has|have|had) (?P<matter>.+?) (?:been )?(?:{_DONE}|come up)",
    rf"{_HOW_OFTEN} (?:did|do|does) {_THEY} {_DO} (?P<matter>.+)",
    rf"{_HOW_OFTEN} (?:has|have|had) {_THEY} {_DONE} (?P<matter>.+)",
    rf"{_HOW_OFTEN} (?:have |has |had )?{_DONE} (?P<matter>.+)",
    r"pryd (?:yr? )?(?:trafodwyd|ystyriwyd|soniwyd am) (?P<matter>.+?) (?:am y tro )?(?P<when>ddiwethaf|diwethaf|gyntaf|cyntaf)",
    r"(?:ym mha|pa) gyfarfod(?:ydd)? (?:yr? |a )?(?:trafodwyd|trafododd|drafododd|soniwyd am) (?P<matter>.+)",
    r"(?:history|timeline|chronology|whole story|full story) (?:of|behind) (?P<matter>.+)",
    rf"how (?:has|have|did) (?P<matter>.+?) {_CHANGED} over (?:time|the (?:\w+ )?(?:years?|months|meetings))",
)
# 'Has the bypass been discussed this year?': yes and no are told by the meetings.
_WHETHER = (
    rf"^(?:has|have|was|were|had) (?P<matter>.+?) (?:ever )?(?:been )?(?:ever )?{_DONE}"
    r"(?: (?:at|by|in|before|recently|lately|since)\b.*)?$",
    rf"^did {_THEY} (?:ever )?{_DO} (?P<matter>.+)$",
    rf"^(?:has|have) {_THEY} (?:ever )?{_DONE} (?P<matter>.+)$",
)
_FEW = 4  # words of a matter that is asked about so; with more a sentence may answer
_ASKED_WHETHER = tuple(re.compile(form, re.I) for form in _WHETHER)
_ASKED = tuple(re.compile(rf"\b{form}", re.I) for form in _FORMS)
_FIRST = ("first", "gyntaf", "cyntaf")
_BEFORE_WHOM = re.compile(rf"\s+(?:(?:by|at|in|before) {_THEY}|(?:at|in) (?:a |the )?(?:\w+ )?meetings?|over time|before)?\W*$", re.I)
_SOMETHING_OF = re.compile(
    r"^(?:(?:the|our|its|a) )?(?:(?:council|cabinet)(?:['’]s)? )?(?:plan|proposal|decision|position|policy|situation|issue|matter|question"
    r"|subject|topic|policie)s? (?:for|on|of|about|with|to) (?:the )?",
    re.I,
)


class OverTime(NamedTuple):
    """A matter, and at which of the meetings that speak of it it is looked for."""

    matter: str
    when: When


def over_time_asked(question: str) -> OverTime | None:
    """The matter whose meetings are asked for; None where something else is.

    Args:
        question: without the period that it names.
    """
    asked = question.strip().rstrip("?!. ")
    for form in (*_ASKED, *_ASKED_WHETHER):
        if found := form.search(asked):
            matter = _SOMETHING_OF.sub("", _BEFORE_WHOM.sub("", found["matter"]))
            when = (found.groupdict().get("when") or "").casefold()
            said = content_words(matter)
            if said and (form not in _ASKED_WHETHER or len(said) <= _FEW):
                return OverTime(matter, "first" if when in _FIRST else "last" if when else "all")
    return None
