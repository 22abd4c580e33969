"""Who, and which school, firm or bank: what a text must hold to name them. English and Welsh."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.abstention.form import MONTHS, NAME, Form, unasked
from assistant.question.named import may_be_named
from assistant.question.words import stem

_WHO = re.compile(
    r"^\W*(?:and\s+)?(?:who\b(?! (?:is|are) entitled)|which (?:councillors?|members?|officers?|engineers?|people|person)\b|pwy\b"
    r"|pa (?:gynghor|aelod|swyddog)\w*)",
    re.I,
)
_TITLED = (
    r"\b(?:[A-ZÀ-Þ][\w’'-]+ ){0,2}(?:Councillors?|Cllrs?\.?|Cynghor(?:ydd|wyr)|Cyng\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Sir|Dame)\s+[A-ZÀ-Þ]"
)
_TWO_NAMES = r"(?<![.!?:;] )(?<!^)\b[A-ZÀ-Þ][a-zà-þ’'-]+ [A-ZÀ-Þ][a-zà-þ’'-]+\b"
CALLED = re.compile(
    rf"{_TITLED}|{_TWO_NAMES}"
    r"|\b[A-Z]\. ?[A-ZÀ-Þ][a-zà-þ’'-]+\b"
    r"|\b(?:Leader|Chair(?:man|woman|person)?|Mayor|Head of|Director|Officer|Manager|Cabinet Member|Clerk|Deputy"
    r"|Pennaeth|Cadeirydd|Arweinydd)\b"
)
# 'Write to the bus company – JB', 'seconded by MCa', 'IK agreed to go', 'JS/GD would write'
_INITIALS = re.compile(
    r"(?:[:–(-] ?|\bby )(?!(?:VAT|PM|AM)\b)[A-Z]{2,3}[a-z]?\b"
    r"|(?:^|(?<=[.;:] )|(?<=/))[A-Z]{2,3}[a-z]? (?:would|will|had|has|was|is|to|agreed|\w+ed)\b"
)
# At the start of a sentence two capitals may be a name where somebody acts: 'Peter Agate will ask', but not 'Village Hall is'.
_ACTS_FIRST = re.compile(
    rf"(?:^|(?<=[.!?:;] ))(?P<name>{NAME} {NAME}) (?:will|would|has|had|agreed|offered|volunteered|said|asked|proposed|moved|reported"
    r"|stated|advised|confirmed|undertook|explained|spoke|attended|thanked|wrote|took|gave)\b"
)
# A street is nobody: 'Mill Road', 'in Ash Grove'. But 'Mill Road Surgery' is a body.
_STREET = re.compile(
    rf"\b(?:{NAME} ){{1,2}}(?:Road|Street|Avenue|Crescent|Terrace|Roundabout|Bypass)\b(?! [A-ZÀ-Þ])"
    rf"|\b(?:in|at|on|off|from|to|near|along|into) "
    rf"(?:{NAME} ){{1,2}}(?:Lane|Close|Drive|Way|Park|Gardens|Grove|Square|Bridge)\b(?! [A-ZÀ-Þ])"
)
_OFFICE = r"(?!(?:Councillor|Committee|Cabinet|Council|Members?|Officers?|Head|Leader|Chair)\b)"
# A firm of one word: 'Tesco owns the site', 'the contract went to Biffa', 'the tender of idverde'.
_FIRM = (
    r"(?<![A-Z] )\b(?!(?:It|He|She|They|This|That|These|Those|There|Which|Who|We|Nobody|Cabinet|Council|Committee|Members|Officers)\b)"
    rf"{NAME} (?:own(?:s|ed)?|won|runs?|ran|suppl(?:y|ies|ied)|manage[sd]?|operate[sd]?|built|bought|sold|tendered|bid|quoted)\b"
    rf"|\b(?:owned|run|built|supplied|managed|operated|made|won|bought|designed|provided|installed) by {NAME}"
    rf"|\b(?:awarded|let|sold|went|belong(?:s|ed|ing)?|leased) to {NAME}"
    r"|\b(?:tender|bid|quotation|quote|offer) (?:of|from|by)"
    r" (?!(?:the|an?|this|that|those|some|any|all|each|both|last|up|less|more|over|about|nearly|around|approximately|another|one|two|three"
    r"|local"
    r"|other|several|their|its|his|her|our|which|whom|work|goods|hand)\b)[^\W\d_]"
)
_ASKS_OWNER = re.compile(
    r"\bwho\b.*\b(?:own|won|runs?\b|ran\b|running|suppl|manag|operat|buil[dt]|bought|buy|sold|leas|let\b|maintain|clean|collect|belong|award"
    r"|contract|tender)",
    re.I,
)
_ASKS_WINNER = re.compile(r"\bwho (?:has |had |else )?(?:came|come|finished|won|beat|lost)\b", re.I)
# Those who do things together, or whom everyone knows; 'a resident' and 'a firm' might be anyone.
_BODY = (
    r"(?:residents|neighbours|villagers|householders|parents|pupils|children|students|traders|shopkeepers|farmers|landowners|motorists"
    r"|volunteers|campaigners|petitioners|objectors|governors|trustees|staff|police|fire (?:brigade|service)|ambulance service|army"
    r"|(?:\w+ )?council|cabinet|committee|government|health board|highways?(?: authority)?|diocese|church|university|college"
    r"|owners?|applicants?|developers?|landlord|tenants?)"
)
_DOING = re.compile(
    r"\bwho (?:(?:is|are|was|were|has|had|have|did|will|would|should|to|be|been|also|first) )*([a-z]{3,})\b", re.I
)  # 'Who is to pay?'
_ACRONYM = r"(?!(?:RESOLVED|AGREED|NOTED|THAT|ITEM|LOST|CARRIED|AND|THE|FOR|NOT)\b)[A-Z]{3,6}"
# People by title or office are no firm: 'Councillor Rhodri Vaughan', 'Cabinet Member for Highways and Environment'.
_PERSON = re.compile(
    rf"{_TITLED}[\w’'-]*(?: {NAME})*"
    rf"|\b(?:Head|Director|Cabinet Member|Chair|Manager|Officer) (?:of|for) {NAME}(?:,? (?:and )?{NAME})*(?:, {NAME} {NAME})?"
)
# Kinds of thing that have names: how one is asked for, and how a name of that kind looks.
_KINDS = {
    re.compile(r"\bwhich (?:\w+ )?schools?\b|\bpa ysgol(?:ion)?\b", re.I): re.compile(
        rf"\b{NAME} (?:\w+ )?(?:School|Academy|Primary|Infants?|Juniors?|Comprehensive|High)\b|\bSt\.? {NAME}"
        rf"|\bYsgol (?:(?:y|yr|Gynradd|Uwchradd|Gyfun|Bro) )*{NAME}"
    ),
    re.compile(
        r"\b(?:which|what(?: was| is)? the(?: name of the)?) (?:\w+ )?"
        r"(?:firms?|company|companies|(?:sub-?)?contractors?|consultants?|engineers?|business(?:es)?(?! rates?)|builders?|suppliers?"
        r"|auditors?|surveyors?|architects?|solicitors?|developers?|(?:pest )?controllers?|operators?|charit(?:y|ies)|organi[sz]ations?)\b"
        r"|\bpa (?:gwmni|gwmnïau|gontractwr\w*|fusnes\w*)\b",
        re.I,
    ): re.compile(
        r"\b(?:Ltd|Limited|LLP|plc|PLC|Cyf|Cyfyngedig|Inc|Partners(?:hip)?|Associates|Group|Services)\b|& (?:Sons?|Co)\b"
        rf"|(?<![.!?:;] )(?<!^)\b{_OFFICE}{NAME} {NAME}\b"
        rf"|{_FIRM}"
        rf"|\b(?:contractors?|consultants?|company|firm|engineers|by|gan),? (?:were |was |is |are )?(?!(?:{MONTHS})\b){_OFFICE}{NAME}"
        rf"|(?<!^)(?<![.!?:;] )\b{_OFFICE}{NAME} (?:would|will|had|has|have|is|are|was|were|to) "
    ),
    re.compile(r"\bwhich (?!(?:food|river|blood|bottle|toy|book|seed)\b)(?:\w+ )?banks?\b|\bpa fanc\b", re.I): re.compile(
        rf"\b{NAME} (?:Bank|Building Society)\b|\bBan[ck] (?:of )?{NAME}|\bHSBC\b|\bTSB\b|\b(?:Barclays|Lloyds|Nat[Ww]est|Santander)\b"
        rf"|\b(?:held|deposit\w*|invest\w*|account\w*|bank\w*|loans?|borrow\w*|lent|raised|mandate)\b[^.;]{{0,40}}"
        rf"\b(?:with|at|by|from|to) (?!(?:{MONTHS})\b){_OFFICE}{NAME}"
    ),
}


def _names(question: str, text: str) -> bool:
    unplaced = unasked(question, _STREET.sub(" ", text))
    called = CALLED.search(unplaced) or _INITIALS.search(text) or any(may_be_named(one["name"]) for one in _ACTS_FIRST.finditer(unplaced))
    if _ASKS_WINNER.search(question) and re.search(rf"(?<=\w ){NAME}", unplaced):
        return True  # a village or a school may win
    return bool(called or (_ASKS_OWNER.search(question) and re.search(_FIRM, unplaced)) or _doer(question, text))


def _doer(question: str, text: str) -> bool:
    """Whether a body does what the question asks of: 'Who complained?', 'Residents had complained'; 'it was found by the police'."""
    doing = _DOING.search(question)
    if not doing:
        return False
    verb = rf"{re.escape(stem(doing[1].lower()))}\w*"
    within = r"(?:\s(?!(?:was|were|be|been|being|not)\b)[^\s.;:]+)"
    return bool(
        re.search(rf"\b(?i:{_BODY}){within}{{0,6}}?\s(?i:{verb})\b|\b{_ACRONYM}{within}{{0,3}}?\s(?i:{verb})\b", text)
        or re.search(rf"(?<!not )\b(?i:{verb}) by (?:(?:the|some|local|our|other|its) )*(?:(?i:{_BODY})\b|{NAME}|{_ACRONYM}\b)", text)
    )


def _telling_kind(named: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda question, text: bool(named.search(unasked(question, _STREET.sub(" ", _PERSON.sub("someone", text)))))


WHO = Form(_WHO, _names, "they name nobody there")
KINDS = tuple(Form(asked, _telling_kind(named), "they do not give the name", always=True) for asked, named in _KINDS.items())
