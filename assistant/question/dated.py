"""Whether a date in a question is the meeting's or that of what was spoken of, told from the words before it."""

from __future__ import annotations

import re

from assistant.question.periods import MONTH
from ingest.text import word_set

# Verbs that a meeting does itself: what they date is the meeting.
_OWN = word_set(
    """
    decided agreed discussed approved resolved considered noted mentioned debated raised recommended minuted refused deferred voted
    rejected asked received carried proposed seconded moved reported answered talked amended withdrawn passed granted happened
    """
)
# Words for what a meeting does: without one, a date at the end of a question is that of what is told, not of the telling.
DOES = re.compile(
    r"\b(?:said|say|tell|told|meet|minut|decid|decision|agree|discuss|resol|recommend|note[ds]?\b|vot|approv|consider|debat|raise|mention|report"
    r"|ask|(?:reason|explanation|answer|advice|view|opinion|assurance)s?\b.{0,60}\bg[ai]ven?\b|propos|refus|defer"
    r"|mov(?:e|ed)\b(?! (?:to|from|into|out|in|on|back|round)\b)|second|carried"
    r"|attend|present\b|apolog|absen[ct]|chaired|presided|bresennol|ymddiheur|(?:declar|disclos)\w*\b[^?]{0,40}\binterests?\b"
    r"|motions?\b.{0,20}\bpassed|happen|talk|argu|d?d?igwydd|d?rafod|trafod|[bp]h?enderfyn|dweud|d?dywed|cytun|argymh|gofyn|holi|nod[iw])",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(\w+ed|built|made|begun|written|set|born|due|(?:start|beginn|open|reopen|clos|end|tak)(?:s|es|ing)(?: place)?)\W*$", re.IGNORECASE
)
_DATED_BY_YEAR = re.compile(r"\b(?:act|bill|report|strategy|plan|census|election|survey|document|budget|law|since)\W*$", re.IGNORECASE)
# What has a day or a month of its own: 'the closure in August' is of August, 'the hall in August' was spoken of then.
EVENT = re.compile(
    r"\b(?:(?:re)?(?:clos|open)(?:ures?|ings?)|(?:road)?works|repairs|resurfacing|start|launch|events?|festival|carnival|fair|fete|f[êe]te"
    r"|show|parade|(?:by-)?elections?|visit|wedding|concert|march|ceremony|celebrations?|anniversary|inspection|exhibition|trial|strike|floods?"
    r"|flooding|storms?|deadline|switch-on|eisteddfod|(?:public|site|village|residents['’]?) meeting|cau|ailagor|gŵyl|etholiad|gwaith)\b",
    re.IGNORECASE,
)
_HELD_BY = re.compile(
    r"\b(?:meetings?|minutes|sessions?|committee|council|cabinet|board|panel|chamber|[cg]h?yfarfod|[bp]wyllgor|[cg]yngor|[cg]abinet)\W*$",
    re.I,
)
_BETWEEN_TWO = re.compile(r"\b(?:on|in|at|during|of|dated|held|mis|ar|yn|ym|yng|the|y|it|this|that|them|about it)\W*$", re.IGNORECASE)


def matter_dated(before: str) -> str:
    """What a date may be that of, from the words before it: those after what the meeting did ('agreed *about the closure* on …').

    The event alone where one stands right before it. Empty where the date follows the meeting or what it did ('decided on …', 'said at
    the scrutiny meeting on …'): it is the meeting's.
    """
    while _BETWEEN_TWO.search(before):
        before = _BETWEEN_TWO.sub("", before)
    done = [*DOES.finditer(before)]
    if not done:
        return ""
    if place := re.search(rf"{EVENT.pattern}\W*$", before, re.IGNORECASE):
        return place[0]
    return "" if _HELD_BY.search(before) else re.sub(r"^\w*\W*", "", before[done[-1].end() :])


def dates_something_else(question: str, before: str, said: str) -> bool:
    """Whether the words before a date make it that of a law, a report or an event: 'the Act passed in 2014'."""
    if not DOES.search(question):
        return True  # 'How many lived there in March 2024?': told at a later meeting, as like as not
    verb = _VERB.search(before)
    if verb and (verb[1].lower() not in _OWN or re.search(rf"\b(?:act|bill|law)\s+{verb[1]}\W*$", before, re.IGNORECASE)):
        return True
    return bool(_DATED_BY_YEAR.search(before)) and not re.search(MONTH, said, re.IGNORECASE)
