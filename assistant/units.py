"""What can be quoted: passages cut into units that stand on their own feet."""

from __future__ import annotations

import re

from pydantic import Field

from assistant.datamodel import Evidence
from ingest.chunking import BULLET, is_part, leads_in
from ingest.datamodel import Noun
from ingest.text import fold_space, sentences

LONGEST_LIST = 130  # words: a lead-in is quoted with all its bullets up to this length

DECISION = re.compile(
    r"\b(RESOLVED|resolved (?:that|to)|AGREED|(?:it was|was|were|council|cabinet|committee) (?:unanimously )?agreed|RECOMMENDED"
    r"|carried|lost|approved|refused|deferred"
    r"|PENDERFYNWYD|penderfynwyd|CYTUNWYD|cytunwyd|ARGYMHELLWYD|argymhellwyd|eiliwyd|seconded)\b"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FIGURE = re.compile(rf"\d(?:[\d,.]*\d)?\s?(?:%|per cent|million|y cant|miliwn)|£|\b\d+\b(?! (?:{_MONTHS}))")
_MOTION = re.compile(r"\b(?:moved|proposed|seconded|motion|amendment|recommend\w*|cynigi\w+|eili\w+)\b", re.I)
_HANGING = re.compile(
    r"(?:He|She|It|They|This|That|These|Those|Such|His|Her|Their|Its"
    r"|The (?:same|others?|rest|remaining|remainder|former|latter|first|second|third|last)"
    r"|(?:One|Two|Three|Both|All|Some|Most|Many|None|Neither|Each) of (?:them|these|those)"
    r"|A further|In addition|However|Further|Roedd (?:ef|hi)|Dywedodd (?:ef|hi))\b"
)
# A line in capitals without one of these is a heading, or a piece of one: 'RIVERTON, HELD ON MONDAY 4TH MAY'.
_SAYS_IN_CAPITALS = re.compile(
    r"\b(?:IS|ARE|WAS|WERE|BE|BEEN|HAS|HAVE|HAD|SHALL|WILL|WOULD|MUST|DOES|DID|MOVED|SECONDED|PROPOSED|CARRIED|LOST|APPROVED|REFUSED"
    r"|DEFERRED|ADOPTED|NOTED|AGREED|RESOLVED|RECOMMENDED|MAE|OEDD|BYDD|DYLID|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD|CYNIGIWYD|EILIWYD)\b"
)


class Unit(Noun):
    """A quotable run of words: a sentence, or a lead-in with its bullets."""

    key: str = Field(description="of the passage it stands in")
    text: str = Field(description="verbatim, white space folded, bullets' marks dropped")
    line: int = Field(description="which paragraph of the passage, from 0")
    hanging: bool = Field(description="opens with a pronoun or connective that the unit before explains")
    decision: bool = Field(description="tells what was decided")


def units(evidence: Evidence) -> list[Unit]:
    """The units of a passage, in order. Headings, in capitals or with a colon, and fragments under four words are left out."""
    found: list[Unit] = []
    for position, line in enumerate(_joined(evidence.passage.text.split("\n"))):
        parts = [line] if BULLET.strip() in line else sentences(line)
        for text in map(plain, parts):
            if len(text.split()) < 4 or text.endswith(":") or (text.isupper() and not _SAYS_IN_CAPITALS.search(text)):
                continue
            found.append(
                Unit(key=evidence.key, text=text, line=position, hanging=bool(_HANGING.match(text)), decision=bool(DECISION.search(text)))
            )
    return found


def plain(text: str) -> str:
    """Without bullets' marks and with single spaces: how quotations are shown and compared."""
    return fold_space(text.replace(BULLET.strip(), " "))


def _joined(lines: list[str]) -> list[str]:
    """Lines with each lead-in ('RESOLVED that:') joined to the parts under it, and bullets standing alone as plain lines."""
    joined: list[str] = []
    open_list = False
    for line in lines:
        if open_list and is_part(line) and len(f"{joined[-1]} {line}".split()) <= LONGEST_LIST:
            joined[-1] = f"{joined[-1]} {line if line.startswith(BULLET) else BULLET + line}"
        else:
            joined.append(line.removeprefix(BULLET))
            open_list = leads_in(line) and bool(DECISION.search(line) or _MOTION.search(line))
    return joined
