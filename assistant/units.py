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
# A line that ends so has not ended its sentence: it runs over into the next, or what ends it stands elsewhere.
_UNENDED = re.compile(
    r"(?:^|\s)(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|into|between|under|that|which|is|are|was|were|be|been|has|have|had|its|their"
    r"|y|yr|a|ac|i|o|yn|gan|ar|gyda|bod|mae|oedd|ei|eu)$"
)
# What became of a matter, said in a word or two after it: '5 High Street, extension. No objection.'
_VERDICT = re.compile(
    r"(?:(?:this|it|all|application|motion|amendment|unanimously|proposal|request) (?:was |were )?)?"
    r"(?:no(?:ne)? (?:objections?|comments?|observations?)(?: (?:was |were )?(?:raised|made))?|nothing to report|in (?:favour|agreement)|object(?:ion|ed)?"
    r"|support(?:ed)?|agreed|carried|lost|defeated|approved|refused|rejected|granted|permitted|withdrawn|deferred|noted|resolved|adopted|accepted"
    r"|declined|unanimous|cymeradwywyd|gwrthodwyd|derbyniwyd|cytunwyd|nodwyd|dim (?:gwrthwynebiad|sylwadau?))(?: unanimously)?[.;]?",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[.!?:;…][\"'”’)\]]*$")


class Unit(Noun):
    """A quotable run of words: a sentence, or a lead-in with its bullets."""

    key: str = Field(description="of the passage it stands in")
    text: str = Field(description="verbatim, white space folded, bullets' marks dropped")
    line: int = Field(description="which paragraph of the passage, from 0")
    hanging: bool = Field(description="opens with a pronoun or connective that the unit before explains")
    decision: bool = Field(description="tells what was decided")


def units(evidence: Evidence) -> list[Unit]:
    """The units of a passage, in order. Headings, in capitals or with a colon, and fragments are left out: under four words, or unended."""
    found: list[Unit] = []
    for position, line in enumerate(_joined(evidence.passage.text.split("\n"))):
        parts = [line] if BULLET.strip() in line else _with_verdicts(sentences(line))
        for text in map(plain, parts):
            heading = text.endswith(":") or (text.isupper() and not _SAYS_IN_CAPITALS.search(text))
            if heading or len(text.split()) < 4 or _UNENDED.search(text):
                continue
            decision = bool(DECISION.search(text)) or any(map(_VERDICT.fullmatch, sentences(text)))
            found.append(Unit(key=evidence.key, text=text, line=position, hanging=bool(_HANGING.match(text)), decision=decision))
    return found


def _with_verdicts(parts: list[str]) -> list[str]:
    """Sentences, each with the one or two words of what became of it; a verdict that opens goes with what follows it."""
    whole: list[str] = []
    for part in parts:
        if whole and (_VERDICT.fullmatch(part) or (len(whole) == 1 and _VERDICT.fullmatch(whole[0]))):
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return whole


def plain(text: str) -> str:
    """Without bullets' marks and with single spaces: how quotations are shown and compared."""
    return fold_space(text.replace(BULLET.strip(), " "))


def _joined(lines: list[str]) -> list[str]:
    """Lines with each lead-in ('RESOLVED that:') joined to the parts under it, and bullets standing alone as plain lines.

    A sentence that a page or the cell of a table has broken is whole again.
    """
    joined: list[str] = []
    open_list = False
    for line in lines:
        if open_list and is_part(line) and len(f"{joined[-1]} {line}".split()) <= LONGEST_LIST:
            joined[-1] = f"{joined[-1]} {line if line.startswith(BULLET) else BULLET + line}"
        elif joined and _runs_over(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line.removeprefix(BULLET))
            open_list = leads_in(line) and bool(DECISION.search(line) or _MOTION.search(line))
    return joined


def _runs_over(before: str, line: str) -> bool:
    """Whether a line ends the sentence that the one before it began, or tells what became of it, or of what."""
    if is_part(line):
        return False
    if _VERDICT.fullmatch(line):
        return len(before.split()) >= 4
    return bool(_UNENDED.search(before) or _VERDICT.fullmatch(before)) or (line[:1].islower() and not _STOPPED.search(before))
