"""Names of members in a sentence: after their title, or as the caller lists them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.facts.people import NAME, people

_TITLED = re.compile(
    rf"\b(?:(?:County |Borough |Town |Community |City |Parish )?Councill?ors?|Cllrs?\.?|Aldermen|Alderman"
    rf"|[CG]h?ynghorw?yr|[CG]h?ynghorydd|[CG]h?yng\.)\s+(?P<names>{NAME}(?:(?:,\s+|,?\s+(?:and|a|ac|&)\s+){NAME})*)"
)
_IN_APPOSITION = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3}),? (?:the |our |a |y )?(?:\w+ )?(?:councillor|member|cynghorydd|aelod)"
    r"(?: (?:for|dros|yn)|,)"
)
_SURNAME = re.compile(r"(?P<surname>[\w’'-]+)(?P<initial>\s?\([A-Z][A-Za-z]{0,2}\.?\))?$")
_OFFICE = re.compile(
    r"\b(?:Cabinet Members?|Portfolio Holders?|[Pp]ortfolio holder|[Tt]he (?:Deputy )?Leader(?: of (?:the )?(?:Council|Opposition))?"
    r"|Lead Members?|Executive Members?|[Ll]ead member for|[Cc]abinet member (?:for|with)"
    r"|(?:[Ww]ard|[Ll]ocal|[Dd]ivision(?:al)?) (?:[Mm]embers?|[Cc]ouncillors?)|(?:ward|division)['’]s (?:\w+ )?(?:councillors|members?)"
    r"|(?:county |district |borough |ward )?councillors? for(?= the area| [A-Z])|member champion|(?:[Tt]he |a )member for(?= [A-Z])"
    r"|(?:[Cc]hair(?:man|woman|person)?|[Vv]ice-[Cc]hair\w*) of (?:the )?"
    r"(?:[Cc]ouncil|[Pp]lanning|[Ll]icensing|Cabinet|Scrutiny|[A-Z][\w ]{2,40}Committee)"
    r"|(?:Lord|Town|City) Mayor|[Ll]eader['’]s"
    r"|Aelod(?:au)? (?:o'r )?Cabinet|Aelod(?:au)?['’]r Cabinet|(?:Dirprwy )?Arweinydd (?:y Cyngor|yr Wrthblaid)|[Yy]r Arweinydd"
    r"|(?:Deputy )?Mayor of|(?:[Tt]he|[Yy]) (?:Deputy )?(?:Mayor|Maer))\b"
)


class Named(NamedTuple):
    """A member's name in a sentence."""

    words: str  # with the title, as printed
    name: str  # without


def members(text: str, known: Sequence[str] = ()) -> list[Named]:
    """The members that a sentence names, each once, in order."""
    found: dict[str, Named] = {}
    for match in _TITLED.finditer(text):
        for name in people(match["names"]) or (match["names"],):
            found.setdefault(name, Named(match[0] if len(people(match["names"])) < 2 else name, name))
    for match in _IN_APPOSITION.finditer(text):
        if not any(match["name"] in one or one in match["name"] for one in found):
            found[match["name"]] = Named(match["name"], match["name"])
    for name in known:
        if name not in found and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            found[name] = Named(name, name)
    return list(found.values())


def offices(text: str) -> list[str]:
    """Offices in a sentence that only one member holds, as printed."""
    return list(dict.fromkeys(match[0] for match in _OFFICE.finditer(text)))


def surname(name: str) -> str:
    """By what a member is told from others: 'Owen (K)' of 'Keith Owen (K)', 'Pryce' of 'Gwenllian Pryce'."""
    found = _SURNAME.search(name.strip())
    return found[0].strip() if found else name
