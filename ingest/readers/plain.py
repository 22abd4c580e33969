"""Plain text, Markdown and transcripts: text in, blocks out."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import NamedTuple

from ingest.datamodel import Block, Source, Stated
from ingest.errors import UnreadableFile
from ingest.readers.decoding import decode
from ingest.readers.joining import join, measure
from ingest.readers.lines import Line, is_lone_bullet, is_rule, page_number, strip_leaders, take_bullet
from ingest.readers.markup import strip_markup
from ingest.readers.pagination import drop_page_furniture
from ingest.readers.saved_page import saved_item_page
from ingest.text import detect_language, fold_space

_TURN = re.compile(r"([A-ZÀ-ÞŴŶ“\"][^:\n]{0,79}(?:\([^\n]{0,80}?\))?):\s+(?=\S)")
_FRONT = re.compile(r"\A\s*---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_SCANNED = re.compile(r"scanned page, text may contain errors", re.IGNORECASE)
# Word's inner bullets, copied as a letter: no Welsh text may be read so, where `o` is a word.
_LETTER_BULLET = re.compile(r"^\s*o [A-Z]", re.MULTILINE)
# Initials or a name, far right of the text: who is to act.
_ACTION_COLUMN = re.compile(r"(?<=\S)\s{6,}(\S{2,12}(?: \S{2,12}){0,2})$")


class PlainText(NamedTuple):
    """What a text file gives: its format, blocks, what its front matter states, and warnings."""

    format: str
    blocks: tuple[Block, ...]
    stated: Stated
    warnings: tuple[str, ...]


def read_plain(data: bytes, name: str, digest: str, *, markdown: bool) -> Source:
    """Read a text file.

    Args:
        data: The file's bytes.
        name: Its name, as the user gave it.
        digest: sha256 of the bytes, in hex.
        markdown: Whether Markdown's marks are taken off.

    Raises:
        UnreadableFile: If it is no text, or says nothing.
    """
    text = decode(data, name)
    if page := saved_item_page(text):
        return Source(path=name, sha256=digest, format="moderngov-item", blocks=page)
    found = read_text(text, markdown=markdown)
    if not found.blocks:
        raise UnreadableFile(f"{name}: holds no words, only white space or rules", "Check that the text was saved.")
    return Source(path=name, sha256=digest, format=found.format, stated=found.stated, blocks=found.blocks, warnings=found.warnings)


def read_text(text: str, *, markdown: bool) -> PlainText:
    """Read plain text (with or without Markdown) or a transcript of `Speaker: text` turns."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    stated, title, text = _front_matter(text)
    turns = _transcript(text)
    if turns is not None:
        return PlainText("transcript", turns, stated, ())
    lines, scanned = _lines(text, markdown=markdown)
    blocks = join(lines, measure(lines))
    if title and not any(fold_space(title).lower() == block.text.lower() for block in blocks[:5]):
        blocks.insert(0, Block(text=fold_space(title), kind="heading", page=blocks[0].page if blocks else None))
    warnings = ("scanned pages: the text may contain errors",) if scanned else ()
    return PlainText("markdown" if markdown else "text", tuple(blocks), stated, warnings)


def _transcript(text: str) -> tuple[Block, ...] | None:
    """Return one block a turn, or None where the text is not a transcript."""
    lines = [line for line in text.split("\n") if line.strip()]
    matches = [_TURN.match(line) for line in lines]
    turns = [match for match in matches if match]
    if len(turns) < 5 or len(turns) < 0.8 * len(lines):
        return None
    speakers = Counter(match[1] for match in turns)
    if len(speakers) > 0.7 * len(turns) or sum(map(len, lines)) < 60 * len(lines):
        return None
    blocks: list[Block] = []
    for line, match in zip(lines, matches, strict=True):
        if match:
            blocks.append(Block(text=fold_space(line[match.end() :]), speaker=fold_space(match[1])))
        elif blocks:
            blocks.append(Block(text=fold_space(line), speaker=blocks[-1].speaker))
        else:
            blocks.append(Block(text=fold_space(line)))
    return tuple(blocks)


def _front_matter(text: str) -> tuple[Stated, str, str]:
    """Take `key: value` front matter off; its date is the meeting's only where the other keys describe a meeting, not a post."""
    found = _FRONT.match(text)
    if not found or not re.search(r"^\w[\w -]*:", found[1], re.MULTILINE):
        return Stated(), "", text
    values = {}
    for line in found[1].split("\n"):
        key, colon, value = line.partition(":")
        if colon and not line.startswith((" ", "-", "#")):
            values[key.strip().lower()] = value.strip().strip("\"'")
    meant = (
        values.get("meeting_date")
        or values.get("meeting-date")
        or (values.get("date") if "council" in values or "body" in values else None)
    )
    status, language = values.get("status", "").lower(), values.get("language", values.get("lang", "")).lower()
    stated = Stated(
        council=values.get("council") or None,
        body=values.get("body") or values.get("committee") or None,
        date=_iso(meant),
        status="draft" if status == "draft" else "approved" if status == "approved" else None,
        language="cy" if language.startswith("cy") else "en" if language.startswith("en") else None,
        venue=values.get("venue") or values.get("location") or None,
    )
    return stated, values.get("title", ""), text[found.end() :]


def _iso(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _lines(text: str, *, markdown: bool) -> tuple[list[Line], bool]:
    """Return the lines that hold text, with their page where pages are evident, and whether the text says that it was scanned."""
    raw = text.split("\n")
    ruled = "---" in text and any(line.strip() == "---" and _next_is_page(raw, index) for index, line in enumerate(raw))
    paged = ruled or "\f" in text
    letter_bullets = _LETTER_BULLET.search(text) is not None and detect_language(text) == "en"
    page, gap, new_page, scanned, bullet = 1, 0, False, False, False
    lines: list[Line] = []
    for line in raw:
        if "\f" in line:
            page, new_page = page + line.count("\f"), True
        bare = line.strip()
        if markdown and bare[:1] == ">":
            bare = bare.lstrip("> \t")  # a quotation: its lines are joined as those of any paragraph
        if not bare:
            gap += 1
            continue
        if is_lone_bullet(bare):
            gap, bullet = gap + 1, True
            continue
        if not bare[0].isalnum():
            if ruled and bare == "---":
                page, new_page = page + 1, True
                continue
            if is_rule(bare):
                gap, bullet = gap + 1, False
                continue
            if "canned page" in bare and _SCANNED.search(bare):
                scanned = True
                continue
        made = _line(bare, markdown=markdown, letter_bullets=letter_bullets)
        if made is None:
            continue
        if bullet:
            made.bullet, bullet = True, False
        made.gap, made.page, made.new_page = gap, page if paged else None, new_page
        lines.append(made)
        gap, new_page = 0, False
    return drop_page_furniture(lines), scanned


def _line(bare: str, *, markdown: bool, letter_bullets: bool) -> Line | None:
    """Make a line of its text: mark-up, bullet, dotted lines and the entry in a column of actions taken off."""
    trailer = ""
    if "      " in bare and (found := _ACTION_COLUMN.search(bare)):
        bare, trailer = bare[: found.start()], fold_space(found[1])
    words, bullet = take_bullet(bare)
    if not bullet and letter_bullets and bare.startswith("o "):
        words, bullet = bare[2:].lstrip(), True
    made = Line(words, bullet=bullet, trailer=trailer)
    if markdown:
        strip_markup(made)
    if words[0] == words[-1] == "|" and len(words) > 2:
        made.text, made.row = " | ".join(cell.strip() for cell in made.text.strip("| ").split("|")), True
    made.text = fold_space(strip_leaders(made.text))
    return made if made.text else None


def _next_is_page(raw: list[str], index: int) -> bool:
    """Tell whether a bare page number (or the note of a scan) follows the rule at `index`."""
    for line in raw[index + 1 : index + 4]:
        if bare := line.strip().strip("*_ "):
            return page_number(bare) is not None or _SCANNED.search(bare) is not None
    return False
