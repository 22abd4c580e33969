"""When, on what date, for how long: what a text must hold to tell it. English and Welsh.

What a meeting itself did, it did on its day: 'When was the policy adopted?' asks for no words that the minutes must hold.
"""

from __future__ import annotations

import re

from assistant.abstention.form import MONTHS, Form, telling
from assistant.question.words import stem
from assistant.signs import DECISION

_FIRST = r"^\W*(?:and\s+)?(?:by |until |since |from )?"
_HAPPENED = (
    r"(?:buil[dt]|open(?:ed)?|clos\w+|shut|happen\w*|start\w*|beg[aiu]n|finish\w*|complet\w+|install\w*|planted|stolen|damaged|flood\w*"
    r"|clean\w*|repair\w*|resurfac\w*|painted|founded|tak(?:e|en) place|occur\w*|demolish\w*|deliver\w*|died?|inspect\w*|emptied|replaced)"
)
_WHEN_WILL = re.compile(
    rf"{_FIRST}when (?:is|are|will|would|does|do|can|should|must|may|shall)\b|{_FIRST}(?:at )?what time\b"
    r"|^\W*(?:ac? )?(?:erbyn )?pryd (?!(?:y |yr )?\w+wyd\b)(?:(?:y |yr )?(?:mae|bydd|fydd|byddai|fyddai|daw|caiff|gaiff|disgwylir))\b",
    re.I,
)
_WHEN_DID = re.compile(rf"{_FIRST}when (?:was|were|did|has|have|had)\b.*\b({_HAPPENED})\W*(?:\w+\W*)?$", re.I)
_WHAT_DATE = re.compile(rf"{_FIRST}(?:on )?(?:what|which) (?:(?:is|was) the )?(?:dates?|day|month|year)\b|^\W*(?:ar )?ba ddyddiad\b", re.I)
_HOW_LONG = re.compile(r"^\W*(?:and\s+)?(?:for )?how long\b|^\W*(?:am |ers )ba hyd\b|^\W*pa mor hir\b", re.I)

_WELSH_MONTHS = (
    "Ionawr|Chwefror|[MF]awrth|Ebrill|[MF]ai|[MF]ehefin|(?:N?[Gg])?[Oo]rffennaf|Awst|[MF]edi|Hydref|(?:T|D|Th|Nh)achwedd|Rh?agfyr"
)
_CALENDAR = (
    rf"\b(?:{MONTHS}|{_WELSH_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b"
    r"|\b(?:1[5-9]|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b(?:19|20)?\d0s\b"
    r"|\b(?i:spring|summer|autumn|winter|easter|christmas|whitsun|new year|bank holiday|nadolig|pasg|gwanwyn|haf|hydref|gaeaf"
    r"|today|tomorrow|yesterday|tonight|heddiw|yfory|ddoe)\b"
    r"|\b(?i:next|last|this|coming|same|each|every)\s(?:\w+\s)?(?i:days?|weeks?|months?|years?|meeting|quarter|term|weekend)\b"
)
_CALENDAR_TIMES = re.compile(_CALENDAR)
_TIMES = re.compile(
    rf"{_CALENDAR}|\b\d{{1,2}}(?:[.:]\d\d)? ?[ap]\.?m\b|\b\d{{1,2}}[.:]\d\d\b"
    r"|\b(?i:days?|weeks?|months?|years?|hours?|quarter|term|fortnight|century|decade|weekend|morning|afternoon|evening|night|midnight|noon"
    r"|o[’']clock|soon|shortly|imminent\w*|immediate\w*|at once|forthwith|straight ?away|ago|annual\w*|daily|weekly|monthly"
    r"|already|recent\w*"
    r"|eventually|later|once|until|till|before|after|when|whenever|following|followed|since|during|prior|pending|never|not yet|due course"
    r"|overnight|next|currently|ongoing|in time|erbyn|ar ôl|cyn|pan|unwaith|nesaf|diwethaf|d?diwedd|wythnos\w*|mis|misoedd|b?flwyddyn"
    r"|blwyddyn|[bmf]lynedd|dydd|d?diwrnod|eisoes|bellach|yn fuan)\b"
)
_RATE = re.compile(r"[£\d][\d,.]*p?(?: pounds)? (?:a|an|per|each|every) \w+|\bper (?:annum|week|month|year|hour)\b", re.I)
_A_NUMBER = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety|several|few|couple of"
    r"|whole|half)"
)
_LASTING = re.compile(
    rf"{_CALENDAR}|\b(?i:hours|hrs|days|nights|weeks|wks|months|mths|years|yrs|decades|seasons|weekends|fortnights?|school terms?)\b"
    rf"|\b(?i:{_A_NUMBER})[ -](?:\w+ )?(?i:minutes?|mins?|hour|hr|day|night|week|month|mth|terms?"
    rf"|quarter|year|yr|decade|century|season|weekend)\b"
    r"|\b(?i:year to year|week to week|month to month|rolling|yearly|annual|monthly|weekly|quarterly|overnight|permanent\w*|indefinite\w*"
    r"|temporar\w+|perpetuity|throughout|for life|lifetime|duration|until|till|since|open-ended|no end|all day)\b"
    r"|\d ?(?:m|metres?|km|kilometres?|miles?|feet|ft|yards?|pages?|words)\b"
    r"|\b(?i:wythnos\w*|mis|misoedd|[bmf]lynedd|b?flwyddyn|blwyddyn|d?diwrnod|awr|oriau|munud\w*|tan|hyd at|ers|parhaol|dros dro|metr\w*)\b"
)


def _tells_when_it_was(question: str, text: str) -> bool:
    """Whether a text has a time, or decides what is asked about: then it was on the day of the meeting."""
    happened = _WHEN_DID.search(question)
    decided = bool(happened) and bool(DECISION.search(text)) and stem(happened[1].lower()) in text.lower()  # type: ignore[index]
    return decided or bool(_TIMES.search(text))


FORMS = (
    Form(_WHEN_WILL, telling(_TIMES), "they do not say when"),
    Form(_WHEN_DID, _tells_when_it_was, "they do not say when"),
    Form(_WHAT_DATE, telling(_CALENDAR_TIMES), "they give no date there"),
    Form(_HOW_LONG, lambda _, text: bool(_LASTING.search(_RATE.sub(" ", text))), "they do not say how long"),
)
