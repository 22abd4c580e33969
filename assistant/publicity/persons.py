"""Persons in a sentence: who is named, and whether as a private person or in a public role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.publicity.phrases import matches, words_of

_TITLE = r"(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Councillors?|Cllrs?|Cynghorydd|Gynghorydd|Cynghorwyr)\b)"  # no part of a name
_TOKEN = _TITLE + r"[A-ZÀ-Þ](?:[a-zà-ÿ’']+|\.)(?:[A-ZÀ-Þ][a-zà-ÿ]+)?(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_LINK = r"(?:\s+(?:ap|ab|ferch|de|van|von))?"
FULL_NAME = rf"{_TOKEN}(?:{_LINK}\s+{_TOKEN}){{1,3}}"
_NAME = rf"{_TOKEN}(?:{_LINK}\s+{_TOKEN}){{0,3}}(?:\s?\([A-Z]{{1,2}}\))?"
_CIVIL = r"(?:Mr|Mrs|Ms|Miss|Mx|Master)\.?"
_CIVIL_NAME = rf"{_CIVIL}\s+(?:(?:and|&|a)\s+{_CIVIL}\s+)?{_NAME}"
_PUBLIC = r"(?:Councillors?|Cllrs?\.?|Alderman|Dr\.?|Rev\.?|Prof\.?|[CG]h?ynghorydd|[CG]yng\.?)"
_OFFICER = (
    r"[Tt]he (?:Clerk|Town Clerk|Deputy Clerk|Chair(?:man|woman)?|Vice[- ]Chair(?:man)?|Leader|Mayor|Chief Executive|Monitoring Officer"
    r"|caretaker|lengthsman|bursar|accountant|[Dd]eputy [Hh]ead|[Dd]irector(?: of [A-Z]\w+)?|[Hh]ead of [A-Z]\w+|secretary|treasurer"
    r"|manager|librarian|headteacher|vicar|school cook|warden)"
)
# Somebody of a trade who is called by one name: "our receptionist Donna"; a pupil: "Lola from Year 2".
_OF_TRADE = (
    r"(?:[Oo]ur|[Tt]he) (?:\w+ )?(?:receptionist|cleaner|cook|driver|gardener|warden|assistant|nurse|carer|organiser|secretary"
    rf"|treasurer|plumber|builder|neighbour|tenant|owner|landlord|landlady|volunteer|helper),? {_TOKEN}(?: {_TOKEN})?"
    rf"|{_TOKEN}(?=,? (?:from|in|of) (?:Reception|Year \d+|Class \d+))"
)
_FORMER = (
    r"(?:[Oo]ur|[Tt]he) (?:former|previous|late|retired) (?:\w+ )?"
    r"(?:clerk|bursar|caretaker|head|headteacher|accountant|manager|leader|mayor)"
)
_RELATIVE = (
    r"(?:mother|father|parents?|son|daughter|wife|husband|partner|brother|sister|child|children|grandson|granddaughter|aunt|uncle|mam|dad)"
)
_KIN = rf"(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[’']s) (?:late |elderly |young |own |\w+-year-old )?{_RELATIVE}"
_WELSH_KIN = r"(?:[Ee]i|[Ee]u|[Ff]y) (?:mam|fam|dad|thad|gŵr|ŵr|wraig|gwraig|mab|fab|merch|ferch|chwaer|brawd|frawd|phlentyn|blentyn)"
_WELSH_KIN_OF = (
    r"(?:[Mm]am|[Ff]am|[Tt]ad|[Dd]ad|[Gg]ŵr|ŵr|[Gg]wraig|wraig|[Mm]ab|[Ff]ab|[Mm]erch|[Ff]erch|chwaer|brawd|frawd) (?:y |yr |'r )?"
    r"(?:Cynghorydd|Cyng\.|Mr|Mrs|Miss|Ms|prifathro|prifathrawes|pennaeth|clerc|cadeirydd|arweinydd|maer|gofalwr)"
)
_PERSON = re.compile(
    rf"(?P<civil>\b{_CIVIL_NAME}|\b{_OF_TRADE}|\b[Tt]he {_TOKEN} (?:family|twins|brothers|sisters|household)\b)"
    rf"|(?P<public>\b{_PUBLIC}\s+{_NAME})"
    rf"|(?P<kin>(?:{_KIN}|{_WELSH_KIN}|{_WELSH_KIN_OF})\b)"
    rf"|(?P<officer>\b(?:{_OFFICER}|{_FORMER})\b)|(?P<bare>\b{FULL_NAME})"
)


class Person(NamedTuple):
    """A person in a sentence."""

    words: str
    start: int
    end: int
    kind: str  # civil, public, kin, officer or bare

    def private(self, text: str) -> bool:
        """Whether nothing round the name tells of a public role: 'Mrs Ann Price, lay member' and 'the Clerk, Mr Rees' have one."""
        if self.kind in ("public", "officer"):
            return False
        around = f"{text[max(0, self.start - 45) : self.start]} {text[self.end : self.end + 60].split('. ')[0]}"
        return not any(matches(around, "personal", "role"))


def persons(text: str) -> Iterator[Person]:
    """Who is named in a sentence, in order."""
    for found in _PERSON.finditer(text):
        kind = str(found.lastgroup)
        words = found[0]
        if (
            (kind == "bare" or words.lower().startswith("the ") or words.count(" ") == 0)
            and kind != "officer"
            and any(token.strip(".’'") in words_of("not_names") for token in words.replace("-", " - ").split())
        ):
            continue
        yield Person(words, found.start(), found.end(), kind)
