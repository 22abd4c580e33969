"""Who was at a meeting, sent apologies, was in the chair or declared an interest."""

from __future__ import annotations

import re

from assistant.question.formalities.part import AT, MEETING, WHO, Part

# 'Present: ...', 'Councillors Rees, Pryce and Owen (in the Chair)': titles, names and brackets, and no verb.
_OPENS = re.compile(
    r"^\W*(?:(?:also|members|councillors|officers|officials|those|staff|others) )*"
    r"(?:present|attending|attendees|in attendance|attendance|officers|members of (?:the )?(?:staff|public)|(?:yn )?bresennol|presennol"
    r"|hefyd yn bresennol|swyddogion)\b(?! (?:the|a|an|his|her|their)\b)"
    r"|\b(?:were|was|are|is) (?:also )?(?:present|in attendance)\b|\bin attendance\W*$|\bmembers? of the public (?:was|were|attended)\b",
    re.I,
)
_BODY_ALONE = re.compile(r"^[^,;:]*\b(?:Council|Committee|Cabinet|Board|Panel|Cyngor|Pwyllgor)\W*$|^(?:Cyngor|Pwyllgor)\b[^,;:]*$")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\][]*\]")
OF_ATTENDANCE = re.compile(r"\b(?:attendance|present|apologies|absence|roll call|presennol|ymddiheuriadau)\b", re.I)
_TITLED = re.compile(r"\(|\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Rev|Cyng(?:h?orydd|horwyr)?)\b")
_JOINING = {"and", "of", "the", "for", "a", "ac", "o’r", "o'r", "y", "yr", "de", "van", "von", "&"}


_CHAIRS = re.compile(
    r"\b(?:in the chair|chaired|presided|yn y gadair)\b|(?:\(|[-–] ?)(?:vice[ -])?(?:chair(?:man|woman|person)?|mayor|cadeirydd)\b"
    r"|^\W*(?:vice[ -])?(?:chair(?:man|woman|person)?|mayor):",
    re.I,
)
# The chair of a council or committee whose minutes are held, or of none that is named: not of a club.
_OF_COUNCIL = rf"(?=\W*$|(?:(?!.*\b(?:group|forum|trust|association|governors|society|club)\b).*\b{MEETING}\b))"
APOLOGIES = Part(
    re.compile(
        rf"\b{WHO}\b.*\b(?:apolog\w+|absen(?:t|ce)|missing from|(?:could|did) ?n[o’']t (?:attend|come|make it))\b"
        rf"|\bapologies\b.*\b(?:received|given|sent|from whom)\b|\bapologies for absence\b|\b{WHO}\b.*\b(?:ymddiheur\w*|absennol)\b",
        re.I,
    ),
    re.compile(r"\b(?:apolog(?:y|ies|ised)|regrets|absent|ymddiheur\w*|absennol)\b", re.I),
)
CHAIR = Part(
    re.compile(
        rf"\bwho\b.*\b(?:chaired|presided|(?:was|is|took|in) (?:in )?the chair)\b.*\b{MEETING}\b|\bpwy (?:oedd|fu) yn y gadair\b", re.I
    ),
    _CHAIRS,
)
CHAIR_NOW = Part(
    re.compile(
        r"\b(?:who is|who[’']s|pwy yw|pwy ydy) (?:the |y )?(?:current |new )?(?:vice[ -])?(?:chair(?:man|woman|person)?|mayor|cadeirydd)\b"
        rf"{_OF_COUNCIL}",
        re.I,
    ),
    _CHAIRS,
    newest=True,
)
CLERK = Part(
    re.compile(
        r"\bwho (?:was|acted as|is) (?:the )?(?:\w+ )?(?:clerk\b(?! of works)|minute[ -](?:taker|secretary)|democratic services officer)\b"
        rf"|\bwho (?:took|wrote|kept|recorded|clerked) the (?:minutes|meeting)\b{AT}|\bpwy (?:oedd|yw) (?:y |'r )?clerc\b",
        re.I,
    ),
    re.compile(r"\bminutes (?:taken|recorded|prepared|kept|written) by\b|\b(?:taking|took|recording) the minutes\b|\bclerk:", re.I),
    of=OF_ATTENDANCE,
    within=re.compile(r"\b(?:clerk|clerc|minute[ -]taker|minute secretary|democratic services)\b", re.I),
)
PRESENT = Part(
    re.compile(
        rf"(?i:\b{WHO}\b.*\b(?:attended|(?:was|were|oedd) (?:also )?(?:present|there|in attendance|at|yn bresennol)"
        rf"|turned up|came)\b){AT}"
        # 'Was Councillor Rees at the meeting of 3 May?', but not 'Was a vote taken at the meeting?'
        r"|^\W*(?i:was|were) (?:the )?(?:[A-ZŴŶ][\w’'.-]* (?:of |for |and )?){1,6}(?:also )?"
        rf"(?:present\b|in attendance\b|at (?:the|that|this|last)\b){AT}"
        rf"|(?i:\bdid\b.*\b(?:attend|come to|turn up)\b){AT}|(?i:\battendance (?:list|at)\b){AT}|(?i:\byn bresennol\b)",
    ),
    _OPENS,
    names=True,
)
INTERESTS = Part(
    re.compile(
        # An interest in a matter is told where the matter is.
        r"\b(?:who|which|what|any(?:one|body)?|were|did|was)\b.*\b(?:(?:declar|disclos)\w*\b.*\binterests?|interests?\b.*\b(?:declar|disclos)\w*)"
        r"(?=\W*$|\s+(?:at|on|during|by (?:members|councillors|anyone|anybody))\b)|\bd?datgan\w*\b.*\b[bf]uddiant(?=\W*$|\s+yn y)",
        re.I,
    ),
    re.compile(
        r"\b(?:declar|disclos)\w*\b.{0,80}\binterests?\b|\binterests?\b.{0,40}\b(?:declared|disclosed|made)\b|\bdatgan\w*\b.{0,60}\b[bf]uddiant",
        re.I,
    ),
    of=re.compile(r"\b(?:declar|disclos)\w*.*\binterests?\b|\bconflicts? of interest|\bdatgan\w* .*\b[bf]uddiant", re.I),
    within=re.compile(r"\b(?:none|nil|no|declar\w*|disclos\w*|interests?|dim|dim un|[bf]uddiant\w*)\b", re.I),
    untold="they tell of no declaration of interest there",
)


def is_list_of_names(text: str) -> bool:
    """Whether a line is names, titles and offices alone: 'Councillors Rees (Leader), Pryce and Owen'."""
    label, colon, listed = text.rpartition(":")
    if _BODY_ALONE.search(text) or text.isupper() or any(char.isdigit() for char in text) or (colon and not _OPENS.search(label)):
        return False
    if not _TITLED.search(listed) and any(len(name.split()) < 2 for name in re.split(r"[,;]|\band\b", listed)):
        return False
    words = _BRACKETS.sub(" ", listed).replace(",", " ").replace(";", " ").split()
    named = [word for word in words if word.casefold() not in _JOINING]
    return len(named) >= 2 and all(word[0].isupper() for word in named)
