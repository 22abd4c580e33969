"""A draft, by whomever, in any format that minutes are read in: its sentences in order, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from assistant.check.claims import no_claim
from assistant.signs import DECISION
from assistant.units import plain
from ingest.chunking import is_part, leads_in
from ingest.datamodel import Block, Noun
from ingest.errors import InputError
from ingest.load import find, read
from ingest.text import fold_space, sentences

_NOTES = re.compile(
    r"(?:sources?|notes?|footnotes|endnotes|references|citations|where this comes from|ffynonellau|nodiadau|troednodiadau|cyfeiriadau)\W*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[\^?\w{1,8}\]:?\s|.*[\u21a9\u21b5]\ufe0e?\s*$", re.DOTALL)
_RETURN = re.compile(r"[\u21a9\u21b5]\ufe0e?\s*$")  # the link from a note back to its mark
_NOTE_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s")
# A note's mark: '[1]', '[^a]', '[k7fp3]', or a number that a lost superscript leaves glued to the end of a sentence.
_MARK = re.compile(r"\s?\[(?:\^\w{1,8}|\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|k[0-9a-f]{2,8}p\d+(?:-\d+)?)\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+")
_GLUED = re.compile(r"(?<![A-Z])(?<!\bno)(?<!\bnos)(?<!\bpara)(?<!\bp)(?<!\bpp)(?<!\bfig)(?<=[a-z)\]”’'\"])([.!?][”’\"')]*)\d{1,3}(?=\s|$)")
_NUMBERED = re.compile(r"^\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+")
_TELLS = re.compile(
    r"\b(?:agreed|resolved|decided|recommended|said|says|asked|asks|told|heard|reported|noted|notes|explained|approved?|voted?|backed|refused?|moved|proposed"
    r"|will|would|must|should|dywedodd|gofynnodd|clywodd|nodwyd)\b",
    re.IGNORECASE,
)
_OPENS, _CLOSES = "“«", "”»"
LONGEST_TITLE = 10  # words
LONGEST_SPEECH = 4  # sentences of a quotation that are held together


class DraftSentence(Noun):
    """One sentence of a draft."""

    text: str = Field(description="as the draft has it, without marks of notes")
    held: str = Field(default="", description="what is checked: the text, after the lead-in that it stands under")
    lead: str = Field(default="", description="the lead-in that it stands under and is checked with, such as 'Cabinet agreed'")
    heading: str = Field(default="", description="the heading that it stands under")
    kind: str = Field(default="claim", description="'claim', or why it is none: heading, greeting, date, question, lead-in, note …")

    @property
    def is_claim(self) -> bool:
        """Whether it says something that the minutes can bear out."""
        return self.kind == "claim"


def read_draft(path: Path) -> list[DraftSentence]:
    """The sentences of a draft, in order.

    Raises:
        UnreadableFile: it cannot be read; the message says why.
        InputError: it is a folder, or a zip of several files.
    """
    found = list(find([path]))
    if path.is_dir() or len(found) != 1:
        raise InputError(f"{path} is not one draft but {len(found)} files.", "Name one file at a time.")
    return list(in_blocks(read(found[0]).blocks))


def in_blocks(blocks: Sequence[Block]) -> Iterator[DraftSentence]:
    """The sentences of blocks of text."""
    numbers = {match[1] for block in blocks if _NOTE.match(block.text) and (match := _NOTE_NUMBER.match(block.text))}
    heading, lead, in_notes = "", "", False
    for place, block in enumerate(blocks):
        text = _without_marks(block.text, numbers)
        if not any(map(str.isalnum, text)):
            continue
        if _NOTE.match(block.text) or (in_notes and block.kind not in ("heading", "item")):
            yield DraftSentence(text=text, heading=heading, kind="note")
            continue
        if (block.kind in ("heading", "item", "label") and not _is_sentence(text)) or (block.kind == "paragraph" and _is_title(text, lead)):
            heading, lead, in_notes = text, "", bool(_NOTES.fullmatch(text))
            yield DraftSentence(text=text, kind="heading")
            continue
        if _NOTES.fullmatch(text):
            in_notes = True
            yield DraftSentence(text=text, kind="heading")
        elif block.kind == "row":
            yield _row(text, heading, first=place == 0 or blocks[place - 1].kind != "row")
        else:
            under = lead if lead and _is_point(block, text) else ""
            yield from _in_text(text, heading, under)
            if leads_in(text):
                lead = sentences(text)[-1].rstrip(" :-–")
            elif not under:
                lead = ""


def _in_text(text: str, heading: str, lead: str) -> Iterator[DraftSentence]:
    """The sentences of one paragraph or bullet; under a lead-in that tells something, the first of them is checked with it."""
    bare = _NUMBERED.sub("", text) if lead else text
    tells = bool(lead) and bool(DECISION.search(lead) or _TELLS.search(lead))
    for number, sentence in enumerate(whole_speeches(sentences(bare))):
        own_lead = lead if tells and number == 0 else ""
        held = f"{own_lead} {sentence}" if own_lead else _NUMBERED.sub("", sentence)
        kind = no_claim(held if own_lead else sentence) or "claim"
        yield DraftSentence(text=sentence, held=held, lead=own_lead, heading=heading, kind=kind)


def whole_speeches(parts: Sequence[str]) -> list[str]:
    """Sentences, with those joined that lie within one quotation: its words and its speaker belong together."""
    joined: list[str] = []
    count = 0
    for part in parts:
        if joined and _is_open(joined[-1]) and count < LONGEST_SPEECH:
            joined[-1] += f" {part}"
            count += 1
        else:
            joined.append(part)
            count = 1
    return joined


def _is_open(text: str) -> bool:
    """Whether a quotation opens in a text and does not close."""
    return sum(map(text.count, _OPENS)) > sum(map(text.count, _CLOSES)) or text.count('"') % 2 == 1


def _row(text: str, heading: str, *, first: bool) -> DraftSentence:
    """A row of a table; the first one names the columns unless it holds a figure."""
    says = bool(re.search(r"\d", text)) or (not first and len(text.split()) > 4)
    return DraftSentence(text=text, held=fold_space(text.replace("|", " ")), heading=heading, kind="claim" if says else "heading")


def _is_point(block: Block, text: str) -> bool:
    return block.kind == "bullet" or is_part(text) or bool(_NUMBERED.match(text)) or text[:1].islower()


def _is_sentence(text: str) -> bool:
    """Whether what is laid out as a heading is a whole sentence."""
    return text.endswith((".", ".”", '."')) and len(text.split()) >= 6


def _is_title(text: str, lead: str) -> bool:
    """Whether a paragraph is a heading that the layout does not show: short, ending in no stop, telling no fact and nothing decided."""
    if lead or text[-1] in '.!?…:;,"”’)' or len(text.split()) > LONGEST_TITLE:
        return False
    return not (DECISION.search(text) or _TELLS.search(text) or re.search(r"[£€$%]", text))


def _without_marks(text: str, notes: set[str]) -> str:
    """The text without marks of notes; a number glued to a word is one where a note has that number."""
    bare = _GLUED.sub(r"\1", _MARK.sub("", text))
    if notes:
        glued = "|".join(notes)
        bare = re.sub(rf"(?<=[a-z,]{{2}})(?:{glued})(?=[\s,.;:)]|$)|(?<=\w[.!?])(?:{glued})(?=\s+[A-ZÀ-Þ“\"]|\s*$)", "", bare)
    return plain(_RETURN.sub("", bare)).lstrip(": ")
