"""The lines of a passage made whole: broken sentences joined, lead-ins with their parts, verdicts with their matter, sub-headings apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.signs import DECISION, MOTION, NUMBER, VERDICT, has_verb, is_account
from ingest.chunking import BULLET, is_part, leads_in
from ingest.text import fold_space, sentences

LONGEST_LIST = 130  # words: a lead-in is quoted with all its bullets up to this length
# A line that ends so has not ended its sentence: it runs over into the next, or what ends it stands elsewhere.
_UNENDED = re.compile(
    r"(?:^|\s)(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|into|between|under|that|which|is|are|was|were|be|been|has|have|had|its|their"
    r"|y|yr|a|ac|i|o|yn|gan|ar|gyda|bod|mae|oedd|ei|eu)$"
)
_SUBHEADING = re.compile(rf"{NUMBER}(?:[A-ZŴŶ][\w’'&()/-]+)(?: [\w’'&()/–-]+){{1,6}}:?")
_PARTICULAR = re.compile(r"(?=.*\d)(?:[^\W\d_][\w’'-]*:?\s)?\S+(?:\s\S+)?[.;]?")  # 'Time: 6:39 p.m.' after 'That the meeting be adjourned.'
_ANNOUNCES = re.compile(r"[:;][-–]?$")  # 'Payments to be made:'
_STOPPED = re.compile(r"[.!?:;…][\"'”’)\]]*$")


class Line(NamedTuple):
    """A paragraph of a passage, or a lead-in with the parts under it."""

    parts: tuple[str, ...]  # sentences, each with its verdict; a lead-in with its parts is one
    under: str  # the sub-heading that it stands under, or what announces an account; empty where there is none


def lines(text: str) -> list[Line]:
    """The lines of a passage's text; a sub-heading has no parts."""
    whole = _joined(text.split("\n"))
    made = []
    for line, under in zip(whole, _subheadings(whole), strict=True):
        parts = () if under is None else (line,) if BULLET.strip() in line else tuple(_with_verdicts(sentences(line)))
        made.append(Line(parts, under or ""))
    return made


def _joined(paragraphs: Sequence[str]) -> list[str]:
    """Lines with each lead-in ('RESOLVED that:') joined to the parts under it, and bullets standing alone as plain lines.

    A sentence that a page or the cell of a table has broken is whole again.
    """
    joined: list[str] = []
    open_list = False
    for line in paragraphs:
        if open_list and is_part(line) and len(f"{joined[-1]} {line}".split()) <= LONGEST_LIST:
            joined[-1] = f"{joined[-1]} {line if line.startswith(BULLET) else BULLET + line}"
        elif joined and _runs_over(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line.removeprefix(BULLET))
            open_list = leads_in(line) and bool(DECISION.search(line) or MOTION.search(line))
    return joined


def _runs_over(before: str, line: str) -> bool:
    """Whether a line ends the sentence that the one before it began, or tells what became of it, or of what."""
    if is_part(line):
        return False
    if VERDICT.fullmatch(line):
        return len(before.split()) >= 4
    return bool(_UNENDED.search(before) or VERDICT.fullmatch(before)) or (line[:1].islower() and not _STOPPED.search(before))


def _subheadings(whole: Sequence[str]) -> list[str | None]:
    """For each line the sub-heading that it stands under, or of the rows of an account what announces them.

    None for a sub-heading: a line that is a name, no list, with sentences after.
    """
    under: list[str | None] = []
    heading, account, listed = "", "", False
    for line, following in zip(whole, [*whole[1:], ""], strict=True):
        if is_account(line, in_account=bool(account)):
            under.append(account or heading)
            listed = True
            continue
        announces = bool(_ANNOUNCES.search(line)) and is_account(following)
        account = _bare(line) if announces else ""
        named = bool(_SUBHEADING.fullmatch(line)) and not (has_verb(line) or VERDICT.fullmatch(line) or _UNENDED.search(line))
        told = bool(_STOPPED.search(line)) and not announces
        if not told:
            heading = _bare(line) if named and not listed and _tells(following) else ""
        under.append(None if announces or (heading and not told) else heading)
        listed = not told
    return under


def _bare(heading: str) -> str:
    return re.sub(rf"^{NUMBER}", "", fold_space(heading)).rstrip(" :;-–")


def _tells(line: str) -> bool:
    return len(line.split()) >= 6 and bool(_STOPPED.search(line))


def _with_verdicts(parts: list[str]) -> list[str]:
    """Sentences, each with the one or two words of what became of it, or of when; a verdict that opens goes with what follows it."""
    whole: list[str] = []
    for part in parts:
        if whole and (VERDICT.fullmatch(part) or _PARTICULAR.fullmatch(part) or (len(whole) == 1 and VERDICT.fullmatch(whole[0]))):
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return whole


def is_unended(text: str) -> bool:
    """Whether a sentence stops in its midst: 'a waiting list of 91 individuals for the'."""
    return bool(_UNENDED.search(text))
