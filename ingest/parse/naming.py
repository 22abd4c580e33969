"""The names of councils and of the bodies that meet, found in headings; capitals become ordinary writing."""

from __future__ import annotations

import re

_SMALL = frozenset(["of", "and", "the", "for", "in", "on", "at", "to", "with", "a", "an", "y", "yr", "a'r", "â", "ac", "o", "ar", "i"])
_KIND = r"(?:City and County|County Borough|Metropolitan Borough|Borough|Community|Parish|Town|City|County|District|Unitary)"
_WORD = r"(?:[A-ZÀ-Þ][\w’'.À-ÿ-]*|&|(?:and|of|the|upon|le|by|with|on|in|City|a|y|yr)(?=\s))"
_COUNCIL = re.compile(rf"(?P<name>[A-ZÀ-Þ][\w’'À-ÿ-]*(?:\s+{_WORD}){{0,5}}?)\s+(?P<kind>{_KIND}\s+Council|Council)(?![\w-]|lor)")
_COUNCIL_CAPITALS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?:\s+(?:[A-ZÀ-Þ][A-ZÀ-Þ’'-]*|&)){0,6}?)\s+(?P<kind>(?:CITY AND COUNTY|COUNTY BOROUGH|BOROUGH|"
    r"COMMUNITY|PARISH|TOWN|CITY|COUNTY|DISTRICT)\s+COUNCIL)\b"
)
_OF = re.compile(
    r"\b(?P<full>(?:TOWNSHIP|Township|CITY|City|TOWN|Town|COUNTY|County|BOROUGH|Borough|VILLAGE|Village|MUNICIPALITY|Municipality)"
    r"\s+(?:OF|of)\s+"
    r"[A-ZÀ-Þ][\w’'À-ÿ-]+(?:\s+(?!COUNCIL|Council|WAS|HELD)[A-ZÀ-Þ][\w’'À-ÿ-]+){0,2}(?:,\s*[A-Z][A-Za-z]+(?=\s|$))?)"
)
_WELSH = re.compile(
    r"(?P<full>\b(?:[Cc]yngor|[Gg]yngor|[Nn]ghyngor|CYNGOR|GYNGOR|Chyngor)\s+(?:Cymuned|Gymuned|Sir|Tref|Dinas a Sir|Dinas|"
    r"Bwrdeistref(?: Sirol)?|CYMUNED|SIR|TREF|BWRDEISTREF)\s+"
    r"[A-ZÀ-Þ][\w’'À-ÿ-]*(?:\s+(?:a|ac|y|yr|A|AC|Y|YR)\s+[A-ZÀ-Þ][\w’'À-ÿ-]*|\s+[A-ZÀ-Þ][\w’'À-ÿ-]*){0,4})"
)
_DISTRICT = re.compile(
    r"\b(?P<full>(?:Municipal|Metropolitan|MUNICIPAL|METROPOLITAN)\s+(?:District|DISTRICT)(?:\s+(?:of|OF)\s+(?:(?:the|THE)\s+)"
    r"?[A-ZÀ-Þ][\w’'À-ÿ–-]*"
    r"(?:\s?[-–]\s?[A-ZÀ-Þ][\w’'À-ÿ]*|\s+(?!HELD|Held|ON\b|IN\b|AT\b|WAS|Meeting|MEETING|COUNCIL|JOINT|Joint)[A-ZÀ-Þ][\w’'À-ÿ-]*){0,2})?)"
)
_COMMITTEE = re.compile(
    r"(?P<full>(?:[A-ZÀ-Þ][\w’'À-ÿ-]*|&)(?:,?\s+(?:[A-ZÀ-Þ][\w’'À-ÿ-]*|&|and|of|for|the)){0,8}?\s+"
    r"(?:Sub-?\s?Committee|Committee|Cabinet|Panel|Executive|Forum|Working Group|Working Party|Commission|COMMITTEE|SUB-COMMITTEE|"
    r"CABINET|PANEL|BOARD|Board))\b"
    r"|(?P<welsh>\b(?:Pwyllgor|PWYLLGOR|Is-bwyllgor|Bwyllgor)\s+[A-ZÀ-Þa-z][\w’'À-ÿ-]*(?:\s+(?:[A-ZÀ-Þ][\w’'À-ÿ-]*|a|ac|y|yr)){0,8})"
    r"|(?P<cabinet>\b(?:Cabinet|CABINET|Cabinet|Y Cabinet|Cabined)\b)"
)
_WHOLE_COUNCIL = re.compile(
    r"\b(?:meeting\s+of\s+(?:the\s+)?(?P<full>(?:County|Full|Borough|City|Town|Parish|Community)\s+Council)\b|^(?P<welsh>Y Cyngor "
    r"(?:Sir|Llawn))(?=[\s,:]))",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:draft|approved|unapproved|confirmed|notes|minutes|minute|from|of|the|a|an|proceedings|at|online|special|annual|ordinary|"
    r"monthly|general|adjourned|extraordinary|regular|"
    r"meeting|held|by|for|and|full|cofnodion|cyfarfod|o|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|budget|summary|date|next|in)"
    r"\b[\s:,-]*)+",
    re.IGNORECASE,
)
_KIND_WORDS = frozenset(["parish", "town", "community", "city", "county", "district", "borough", "and", "full", "annual", "the", "of"])


def ordinary(name: str) -> str:
    """The name in ordinary writing where it is printed in capitals; otherwise as it is."""
    name = " ".join(name.split()).strip(" ,.:;-–")
    letters = [c for c in name if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return name
    words = []
    for place, word in enumerate(name.lower().split()):
        words.append(word if place and word in _SMALL else re.sub(r"(?:^|(?<=[-’'(/]))[^\W\d_]", lambda m: m[0].upper(), word))
    out = " ".join(words)
    return re.sub(r"(?<=\w)[’']S\b", "’s", out)


def council_in(text: str) -> str | None:
    """The first council named in full in a heading, or None."""
    welsh = _WELSH.search(text)
    if welsh:
        name = ordinary(welsh["full"])
        return re.sub(r"^(?:Gyngor|Nghyngor|Chyngor)(?=\s)", "Cyngor", re.sub(r"(?<=yngor )Gymuned", "Cymuned", name), flags=re.IGNORECASE)
    for pattern in (_COUNCIL_CAPITALS, _COUNCIL):
        for found in pattern.finditer(text):
            name = _LEADING.sub("", found["name"]).strip()
            kind = found["kind"]
            if (
                not name
                or all(word in _KIND_WORDS for word in name.lower().split())
                or (kind == "Council" and (len(name.split()) > 4 or name.lower() in ("the", "town", "community")))
            ):
                continue
            if kind == "Council" and not re.search(r"(?:Borough|County|City|Sir|Islands?)$", name):
                continue
            # "ANNUAL PARISH COUNCIL MEETING": the words between the name and the kind belong to the meeting
            name = re.sub(r"\s+(?:annual|ordinary|monthly|special)$", "", name, flags=re.IGNORECASE)
            if name:
                return ordinary(f"{name} {kind}")
    of = _OF.search(text)
    return ordinary(of["full"]) if of else None


def body_in(text: str) -> str | None:
    """The committee, district or other body of a council named in a heading, or None."""
    district = _DISTRICT.search(text)
    if district:
        return ordinary(district["full"])
    whole = _WHOLE_COUNCIL.search(text)
    if whole:
        return ordinary(whole["full"] or whole["welsh"])
    found = _COMMITTEE.search(text)
    if not found:
        return None
    name = found["full"] or found["welsh"] or found["cabinet"]
    council = _COUNCIL.search(name) or _COUNCIL_CAPITALS.search(name)
    if council:
        name = name[council.end() :]
    name = _LEADING.sub("", name.strip(" ,:-–")).strip()
    return ordinary(re.sub(r"^Bwyllgor", "Pwyllgor", name)) or None
