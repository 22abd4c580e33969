"""What can be quoted: passages cut into units that stand on their own feet."""

from __future__ import annotations

import re

from pydantic import Field

from assistant.datamodel import Evidence, Proposal
from assistant.lines import is_unended, lines
from assistant.signs import DECISION, VERDICT, is_account
from ingest.chunking import BULLET
from ingest.datamodel import Noun
from ingest.text import fold_space, sentences

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
    under: str = Field(default="", description="the sub-heading that it stands under in its passage; empty where there is none")

    @property
    def headed(self) -> str:
        """As it is read: under its sub-heading, where it does not say it itself."""
        return self.text if not self.under or self.under.casefold() in self.text.casefold() else f"{self.under}. {self.text}"


def quoted(unit: Unit) -> Proposal:
    """A unit as it stands, to be shown."""
    return Proposal(text=unit.text, keys=(unit.key,), quotes=(unit.text,))


def units(evidence: Evidence) -> list[Unit]:
    """The units of a passage, in order. Headings, in capitals or with a colon, are left out, and fragments: unended, or under four words.

    A row of an account is none, however short.
    """
    found: list[Unit] = []
    for position, line in enumerate(lines(evidence.passage.text)):
        for text in map(_opened, line.parts):
            heading = text.endswith(":") or (text.isupper() and not _SAYS_IN_CAPITALS.search(text))
            if heading or (len(text.split()) < 4 and not is_account(text)) or is_unended(text):
                continue
            decision = bool(DECISION.search(text)) or any(map(VERDICT.fullmatch, sentences(text)))
            hanging = bool(_HANGING.match(text))
            found.append(Unit(key=evidence.key, text=text, line=position, hanging=hanging, decision=decision, under=line.under))
    return found


def plain(text: str) -> str:
    """Without bullets' marks and with single spaces: how quotations are shown and compared."""
    return fold_space(text.replace(BULLET.strip(), " "))


def _opened(part: str) -> str:
    """A part from its first word on: what a colon or a dash opens is quoted without it."""
    return re.sub(r"^(?::?[-–—]|:)\s+", "", plain(part))
