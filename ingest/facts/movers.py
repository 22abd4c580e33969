"""Who moved and who seconded, in the forms minutes use, English and Welsh."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.people import NAME, TITLE, person

_WHO = (
    rf"(?:(?:the\s+|y\s+|yr\s+)?(?:{TITLE})\b\.?[:\s]*)*(?:{NAME}|(?:the\s+)?(?:Deputy\s+|Vice[- ])?(?:Mayor|Chair(?:man|person|woman)?|"
    rf"Cathaoirleach|Leader|Provost))"
)
_SEP = r"\s*[;,.:–-]*\s*"
_PAIRS = tuple(
    re.compile(pattern)
    for pattern in (
        # Proposed by Councillor A; Seconded by Councillor B   /   Proposed - Cllr A Seconded - Cllr B
        rf"(?i:\b(?:proposed|moved))\s*(?i:earlier in the \w+\s+)?(?i:(?:by\b)?)\s*[:;–-]*\s*(?P<mover>{_WHO}){_SEP}(?i:(?:and\s+)"
        rf"?(?:was\s+)?seconded)\s*(?i:(?:by\b)?)\s*[:;–-]*\s*(?P<seconder>{_WHO})",
        # On the proposal of Councillor A, seconded by Councillor B
        rf"(?i:\b(?:on the )?(?:proposal|proposition|motion) of)\s+(?P<mover>{_WHO}){_SEP}(?i:(?:and\s+)?(?:was\s+)?seconded by)"
        rf"\s+(?P<seconder>{_WHO})",
        rf"(?i:\bcynigiwyd)\s+(?i:gan)\s+(?:y\s+|yr\s+)?(?P<mover>{_WHO}){_SEP}(?i:(?:ac\s+|a['’]i\s+|a\s+)?(?:fe['’]i\s+)?(?:h?eiliwyd)"
        rf")\s+(?i:gan)\s+(?:y\s+|yr\s+)?(?P<seconder>{_WHO})",
    )
)
# Councillor A proposed (that ...), seconded by Councillor B   /   A proposed and B seconded: looked for from the verb outwards
_VERB = re.compile(r"\s(?:proposed|moved)\b")
_BEFORE_VERB = re.compile(rf"(?P<mover>{_WHO})$")
_AFTER_VERB = (
    re.compile(rf"[^.;\n“”]{{0,220}}?(?:[,.;]\s*)?(?i:(?:and\s+)?(?:this\s+|it\s+)?(?:was\s+)?seconded by)\s+(?P<seconder>{_WHO})"),
    re.compile(rf"\s+and\s+(?P<seconder>{_WHO})\s+seconded"),
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A mover and a seconder and where they are named."""

    start: int
    end: int
    mover: str | None
    seconder: str | None


def moved_in(text: str) -> list[Moved]:
    """Every pair of mover and seconder in the text, in order; pairs never overlap."""
    if "econd" not in text and "eiliwyd" not in text:
        return []
    found: list[Moved] = []
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            mover, seconder = person(_one_name(match["mover"])), person(_one_name(match["seconder"]))
            if mover or seconder:
                found.append(Moved(match.start(), match.end(), mover, seconder))
    for verb in _VERB.finditer(text):
        found += _outwards(text, verb, found)
    return sorted(found, key=lambda one: one.start)


def _outwards(text: str, verb: re.Match[str], found: list[Moved]) -> list[Moved]:
    """The pair round a verb in the active voice, unless it is part of a pair already found."""
    window = max(text.rfind("\n", 0, verb.start()) + 1, verb.start() - 70)
    before = _BEFORE_VERB.search(text[window : verb.start()])
    if before is None or any(one.start < verb.end() and verb.start() < one.end for one in found):
        return []
    for pattern in _AFTER_VERB:
        after = pattern.match(text, verb.end())
        if after and not any(one.start < after.end() and verb.start() < one.end for one in found):
            mover, seconder = person(_one_name(before["mover"])), person(_one_name(after["seconder"]))
            if mover or seconder:
                return [Moved(window + before.start(), after.end(), mover, seconder)]
    return []


def _one_name(text: str) -> str:
    """The name without what was swept up after it: a name ends before a sentence or a line that follows."""
    text = text.split("\n")[0]
    return re.sub(
        r"\s+(?:And|It|That|The|RESOLVED|Resolved|Seconded|All|Agreed|Carried|UNANIMOUSLY|In|On|This|Following|Councillors?|Members|AND)"
        r"\b.*$",
        "",
        text,
    )
