"""When a meeting began and ended, and when the next one is."""

from __future__ import annotations

import re

from assistant.question.formalities.part import Part

_TIME = (
    r"(?:(?<![\d.£€$])\b\d{1,2}(?:[.:]\d{1,2})? ?(?:[ap]\. ?m\b|[ap]m\b|o[’']clock)"
    r"|(?<![\d.£€$])\b(?:[01]?\d|2[0-3])[.:][0-5]\d\b(?![.\d/])|\b(?:noon|midday|midnight)\b)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)"
)
_THE = r"\b(?:meeting|agm|assembly|[cg]h?yfarfod)\b"
_END = r"(?:end|clos|finish|conclud|adjourn|terminat)\w*"
_START = r"(?:commenc\w*|beg[aiu]n\w*|start\w*|open(?:ed|s)?|convened|call(?:ed)? to order|dd?echreu\w*)"
_WHEN = r"\b(?:(?:when|what time|how late) (?:did|was|were|had)|pryd|faint o.r gloch)\b"
_OPENING = re.compile(r"\b(?:attendance and opening|presenoldeb)\b", re.I)
_THAT_IS_ALL = r"(?=\W*$|\s+(?:of|on|in|held|at|ar|ym)\b)"  # 'When did the meeting close the pool?' asks of a pool
# What the meeting heard is not what it did: 'The meeting heard that the pool closed at 8 pm'.
_CLOSED = re.compile(
    rf"(?:{_THE}(?:(?! (?:that|heard|of)\b)[^.;]){{0,30}}\b(?:{_END}|rose|over)\b"
    r"|\b(?:clos(?:ure|e|ing)|end|conclusion) of (?:the )?meeting|\bmeeting to (?:a close|an end)|\bi ben\b"
    rf"|\b(?:session|business|proceedings) (?:was |were )?(?:{_END}|rose)\b|\b(?:committee|council|cabinet|board) (?:rose|adjourned)\b)"
    rf".{{0,60}}?{_TIME}"
    rf"|{_TIME}.{{0,40}}{_THE}.{{0,20}}\b(?:{_END}|rose)\b"
    rf"|^\W*(?:time|closed?|ended|finish(?:ed)?)\b\W*{_TIME}",
    re.I,
)
_OPENED = re.compile(rf"{_THE}.{{0,40}}\b{_START}.{{0,40}}?{_TIME}|\b(?:commenced|start time|called to order)\b.{{0,40}}?{_TIME}", re.I)

ENDED = Part(
    re.compile(rf"{_WHEN}.*(?:{_THE}.*\b(?:{_END}|rise|over|i ben)|\b(?:{_END}|rise)\b.*{_THE}){_THAT_IS_ALL}", re.I),
    _CLOSED,
    untold="they do not tell when it ended",
)
BEGAN = Part(
    re.compile(rf"{_WHEN}.*{_THE}.*\b(?:{_START}|held){_THAT_IS_ALL}", re.I),
    _OPENED,
    of=_OPENING,
    within=re.compile(rf"^(?!.*\b(?:join|left|leav|arriv|next|retir|nesaf|gadawodd|ymunodd)).*{_TIME}", re.I | re.S),
)
LASTED = Part(
    re.compile(
        rf"\bhow long\b.*{_THE}.*\b(?:last|take|go on|run)\w*{_THAT_IS_ALL}|\bhow long was\b.*{_THE}|\b(?:length|duration) of\b.*{_THE}"
        rf"|\bpa mor hir\b.*{_THE}",
        re.I,
    ),
    _CLOSED,
    untold="they do not tell when it ended",
    beside=BEGAN,
)
PLACE = Part(
    re.compile(
        rf"\b(?:where|which (?:room|hall|venue|building)|b?le)\b.*{_THE}.*\b(?:held|take place|took place|g?cynhali\w+){_THAT_IS_ALL}", re.I
    ),
    re.compile(r"^\W*(?:venue|location|lleoliad)\b", re.I),
    of=_OPENING,
    within=re.compile(
        r"\b(?:held|met|meeting) (?:at|in|by|via)\b|\b(?:hall|chamber|room|school|centre|church|library|remote\w*|zoom|teams|online"
        r"|virtual\w*|hybrid|neuadd|siambr)\b",
        re.I,
    ),
)
NEXT = Part(
    re.compile(
        # Of others than those whose minutes are held ('the working group') other lines tell.
        r"^(?!.*\b(?:groups?|forum|partnership|association|trust|party|society|club|team|governors|residents|public)\b)"
        r".*\b(?:when|(?:at )?what (?:date|day|time)|which day|where|dates?|pryd|b?le)\b.*"
        r"(?:\bnext (?:(?!(?:of|to|be|at|a|an|for)\b)\w+ ){0,4}meet(?:s|ings?)?\b|\bmeet next\b|\b[cg]h?yfarfod\b.*\bnesaf\b)",
        re.I,
    ),
    re.compile(
        r"\b(?:next (?:\w+ ){0,4}meetings?|[cg]h?yfarfod nesaf)\b"
        rf".*(?:\d|{_MONTH}|\bcalendar\b|\bto be (?:confirmed|arranged|advised)\b)",
        re.I | re.S,
    ),
    of=re.compile(r"\bnext (?:\w+ ){0,4}meetings?\b|\bdates? of (?:\w+ ){0,3}meetings?\b|\b[cg]h?yfarfod nesaf\b", re.I),
    # 'Tuesday 5 March at 7.00 pm', 'The meeting after that: 7 May', but not 'A report in March 2026 on the 16 schemes'.
    within=re.compile(
        rf"^(?=.*\b(?:meetings?|next|cyfarfod\w*|nesaf)\b|\W*(?:\w+day|(?:dydd|nos) \w+|\d{{1,2}})\b)"
        rf".*(?:\b\d{{1,2}}(?:st|nd|rd|th|ain|fed|eg)?\b.*\b{_MONTH}\b|\b{_MONTH} \d)",
        re.I | re.S,
    ),
    newest=True,
)
