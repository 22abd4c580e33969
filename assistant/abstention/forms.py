"""The forms in which a question asks for a name, a figure or a vote, and what a text must hold to tell it. English and Welsh."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from assistant.question.named import people_named
from assistant.question.words import stem
from assistant.units import FIGURE

_HOW_MANY = re.compile(r"\b(?:how (?:many|much)|what (?:number|sum|price|amount|percentage|proportion|share|figure))\b|\bfaint o\b", re.I)
_SPELLED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|dozen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|half|twice|none|nobody|single"
    r"|dau|dwy|tri|tair|pedwar|pedair|pump?|chwe(?:ch)?|saith|wyth|naw|deg|hanner)\b",
    re.I,
)
_COUNTED = re.compile(r"\bhow many (?:of (?:the |our |their )?(?:\d+ )?)?(?:more |new |other )?([a-z]+)", re.I)
_FEW = re.compile(r"\b(?:one|no|all|both|every)(?: (?:of )?(?:the )?\d+)? (?:new |other )?([a-z]+)", re.I)
_WHO = re.compile(
    r"^\W*(?:and\s+)?(?:who\b(?! (?:is|are) entitled)|which (?:councillors?|members?|officers?|engineers?|people|person)\b|pwy\b)", re.I
)
_MOVED = re.compile(r"\bwho (?:moved|proposed|seconded|put forward)\b", re.I)
_MOVER = re.compile(
    r"\b(?:(?i:moved|proposed|seconded|put forward|mover|seconder|proposer|motion of|proposal of|cynigiwyd|eiliwyd|gynigi\w+))\b"
    r"|\b[A-Z]\. [A-Z][\w’'-]+, [A-Z]\. [A-Z][\w’'-]+: That\b"  # 'L. Ash, T. Reed: That the policy be adopted. Carried.'
)
_ASKS_VOTER = re.compile(
    r"^\W*(?:and\s+)?(?:who\b|which (?:\w+ )?(?:councillors?|members?)\b|pwy\b|pa (?:gynghor|aelod)\w+)"
    r".*\b(?:vot(?:e|es|ed|ing)|abstain\w*|dissent\w*|[bp]h?leidlei\w+|ymatal\w*)\b",
    re.I,
)
HOW_VOTED = re.compile(r"\bhow (?:did|had|has) .*\bvoted?\b|\bsut (?:y |wnaeth )?\w*pleidlei\w+", re.I)
_VOTER = re.compile(
    r"\b(?:voted|votes? (?:of|by|from)|voting|abst(?:ain\w*|ention)|dissent\w*|oppos\w+|against|in favour|recorded vote"
    r"|[bp]h?leidlei\w+|ymatal\w*|yn erbyn|o blaid)\b|^\W*(?:For|Ayes?|Noes?|Yeas?|Nays?)\b",
    re.I,
)
_TOGETHER = re.compile(r"\b(?:unanimous\w*|nem\.? ?con|all (?:members|councillors|present) voted|yn unfrydol)\b", re.I)
# Who moved a motion is not who voted which way on it.
_MOVERS = re.compile(
    r"\b(?:moved|proposed|seconded|cynigiwyd|eiliwyd)(?: and seconded)? (?:by|gan)\b[^,.;:]*"
    r"|\b[^,.;:]*(?:mover|seconder|proposer)\b[^,.;]*",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w’'-]+ ){0,2}(?:Councillors?|Cllrs?\.?|Cynghor(?:ydd|wyr)|Cyng\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Sir|Dame)\s+[A-ZÀ-Þ]"
    r"|(?<![.!?:;] )(?<!^)\b[A-ZÀ-Þ][a-zà-þ’'-]+ [A-ZÀ-Þ][a-zà-þ’'-]+\b"
    r"|\b[A-Z]\. ?[A-ZÀ-Þ][a-zà-þ’'-]+\b"
    r"|\b(?:Leader|Chair(?:man|woman|person)?|Mayor|Head of|Director|Officer|Manager|Cabinet Member|Clerk|Deputy"
    r"|Pennaeth|Cadeirydd|Arweinydd)\b"
)
_NAME = r"[A-ZÀ-Þ][a-zà-þ’'-]+"
_OFFICE = r"(?!(?:Councillor|Committee|Cabinet|Council|Members?|Officers?|Head|Leader|Chair)\b)"
# A firm of one word: 'Tesco owns the site', 'the contract went to Biffa'.
_FIRM = (
    r"(?<![A-Z] )\b(?!(?:It|He|She|They|This|That|These|Those|There|Which|Who|We|Nobody|Cabinet|Council|Committee|Members|Officers)\b)"
    rf"{_NAME} (?:own(?:s|ed)?|won|runs?|ran|suppl(?:y|ies|ied)|manage[sd]?|operate[sd]?|built|bought|sold|tendered|bid|quoted)\b"
    rf"|\b(?:owned|run|built|supplied|managed|operated|made|won|bought|designed|provided|installed) by {_NAME}"
    rf"|\b(?:awarded|let|sold|went) to {_NAME}"
)
_ASKS_OWNER = re.compile(
    r"\bwho (?:own|won|runs?\b|ran\b|suppl|manage|operate|built|build|bought|lease|maintain|clean|collect|will (?:build|run)"
    r"|is (?:building|running))",
    re.I,
)
# Kinds of thing that have names: how one is asked for, and how a name of that kind looks.
_NAMED_KINDS = {
    re.compile(r"\bwhich (?:\w+ )?schools?\b", re.I): re.compile(
        rf"\b{_NAME} (?:\w+ )?(?:School|Academy)\b|\bYsgol (?:(?:y|yr|Gynradd|Uwchradd|Gyfun|Bro) )*{_NAME}"
    ),
    re.compile(
        r"\b(?:which|what(?: was| is)? the(?: name of the)?) (?:\w+ )?"
        r"(?:firms?|company|companies|contractors?|consultants?|engineers?|business(?:es)?(?! rates?))\b",
        re.I,
    ): re.compile(
        r"\b(?:Ltd|Limited|LLP|plc|PLC|Cyf|Cyfyngedig|Inc|Partners(?:hip)?|Associates|Group|Services)\b|& (?:Sons?|Co)\b"
        rf"|(?<![.!?:;] )(?<!^)\b{_OFFICE}{_NAME} {_NAME}\b"
        rf"|{_FIRM}"
    ),
    re.compile(r"\bwhich (?!(?:food|river|blood|bottle|toy|book|seed)\b)(?:\w+ )?banks?\b", re.I): re.compile(
        rf"\b{_NAME} (?:Bank|Building Society)\b|\bBan[ck] (?:of )?{_NAME}"
    ),
}


class Form(NamedTuple):
    """How something is asked for, and what a text must have to tell it."""

    asked: re.Pattern[str]
    told: Callable[[str, str], bool]  # of the question and a text
    reason: str
    apart: bool = False  # may stand lines away from the matter: all of the likeliest passages are looked at


def _telling(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda _, text: bool(pattern.search(text))


FORMS = (
    Form(_MOVED, _telling(_MOVER), "they do not name who moved it", apart=True),
    Form(
        _ASKS_VOTER,
        lambda _, text: bool(_VOTER.search(text) and _CALLED.search(_MOVERS.sub("", text))),
        "they do not name who voted how",
        apart=True,
    ),
    Form(HOW_VOTED, lambda question, text: _tells_vote(question, text), "they do not tell how that vote was cast", apart=True),
    Form(_WHO, lambda question, text: bool(_CALLED.search(text) or _names_owner(question, text)), "they name nobody there"),
    Form(
        _HOW_MANY,
        lambda question, text: bool(_figures(text) - _figures(question) or _SPELLED.search(text) or _counts(question, text)),
        "they give no figure there",
    ),
    *(Form(asked, _telling(named), "they do not give the name") for asked, named in _NAMED_KINDS.items()),
)


def _figures(text: str) -> set[str]:
    return {match[0] for match in FIGURE.finditer(text) if match[0].strip() not in ("£",)}


def _counts(question: str, text: str) -> bool:
    """Whether a text says 'one', 'no' or 'all' of what the question counts: 'How many residents objected?', 'One resident objected.'"""
    counted = _COUNTED.search(question)
    said = {stem(found[1].lower()) for found in _FEW.finditer(text)}
    return counted is not None and stem(counted[1].lower()) in said


def _names_owner(question: str, text: str) -> bool:
    return bool(_ASKS_OWNER.search(question) and re.search(_FIRM, text))


def _tells_vote(question: str, text: str) -> bool:
    """Whether a text tells a vote of those whom the question names, or of all; any vote where it names nobody."""
    people = people_named(question)
    votes = bool(_VOTER.search(text) or re.search(r"\bvotes?\b", text, re.I))
    named = any(name.casefold() in text.casefold() for name in people)
    return bool(_TOGETHER.search(text)) or (votes and (named or not people))
