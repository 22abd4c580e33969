"""Lines back to paragraphs: which line goes on with the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.datamodel import Block, BlockKind
from ingest.readers.lines import Line, is_capitals, is_heading, opens_numbered
from ingest.text import fold_space, word_set

# A line that ends in one of these, or begins with one of them in a heading, has not ended its sentence.
_CONNECTIVES = word_set(
    "of the and a an at in for to by with on from that or as is was be been were had has have which its their his her this "
    "these into under between per y yr o i yn gan ar am ac a'r o'r i'r ei eu â gyda rhwng bod fod mr. mrs. ms. dr. cllr. "
    "clir. cyng. cllr cyng mr mrs ms st. no. nos. &"
)
# A figure at the head of the line after one of these says which, or how many ("in minute / 6/25", "19 and against / 11.").
_NUMBERED_THINGS = word_set(
    "minute minutes item items eitem eitemau cofnod section sections paragraph paragraphs rule page pages no. nos. rhif motion question "
    "resolution article regulation condition conditions policy part appendix adran rheol tudalen application cais atodiad "
    "against favour erbyn about some over nearly"
)
_STOPS = (".", "!", "?", ":", ";", ".”", ".\u2019", '."', ".'", "?”", "!”", ".)", "”", ".“")
# First parts that take a hyphen before another word in English and Irish minutes ('bye-laws', 'sub-committee', 'co-opted').
_HYPHENATED = word_set(
    "bye by co ex self well non cross multi anti post mid half full part long short inter sub vice semi all re-use north "
    "south east west on off in out up down high low no pre one two three four five six seven eight nine ten twenty thirty "
    "forty fifty sixty seventy eighty ninety pro-rata cost free risk year day time first second third fourth fifth right left "
    "large small new old hard soft land ill cyd is"
)
# What PDFium puts in place of a hyphen and the line break after it.
_JOINED_HYPHEN = "\ufffe"
# What minutes put on a line of its own, however full the line before it is.
_RECORD = re.compile(
    r"(?:proposed|seconded|moved) by\b|and resolved\b|resolved\b|reply\b|action\b|signed\b|cynigiwyd\b|penderfynwyd\b", re.IGNORECASE
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|fed|ydd|eg|ain|af|il|[\"”\u2019™°])?,?")
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|ionawr|chwefror|f?mawrth|ebrill|mai|mehefin|"
    r"gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\b(?:section|sections|regulation|article|part|paragraph|adran)\s+[\dA-Z]{1,5}$", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,3}\s+[A-ZÀ-Þ]")
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")


@dataclass(frozen=True)
class Layout:
    """How a text is laid out: measured once, used for every line.

    Attributes:
        width: Characters of a full line; 0 where lines are not wrapped.
        spaced: Every line is followed by an empty one, so that a single empty line says nothing.
        words: The words of the text in small letters, hyphenated ones whole; empty where no line breaks a word.
    """

    width: int
    spaced: bool
    words: frozenset[str]


def measure(lines: Sequence[Line]) -> Layout:
    """Measure the layout of a text from the lines that plainly go on in the next one."""
    pairs = [(line, following) for line, following in pairwise(lines) if following.text[0].islower() and not line.text.endswith(_STOPS)]
    wrapped = sorted(len(line.text) for line, following in pairs if not following.bullet and len(line.text) > 20)
    width = wrapped[int(len(wrapped) * 0.8)] if len(wrapped) >= max(2, len(lines) // 50) else 0
    inside = [following.gap for _, following in pairs]
    spaced = len(inside) >= 3 and sum(gap == 1 for gap in inside) > len(inside) * 0.6 and width <= 160
    broken = any(line.text[-1] == "-" or len(line.text) == 1 or _JOINED_HYPHEN in line.text for line in lines)
    words = frozenset(_TOKEN.findall("\n".join(line.text for line in lines).lower())) if broken else frozenset()
    return Layout(0 if width > 260 else width, spaced, words)


def join(lines: Sequence[Line], layout: Layout) -> list[Block]:
    """Join lines to blocks, in order; every character of every line stands in one block (but for hyphens that only broke a line)."""
    blocks: list[Block] = []
    text, trailer = "", ""
    last: Line | None = None
    first: Line | None = None
    shattered = _shattered(lines)
    widest = 0
    for index, line in enumerate(lines):
        if last is not None and first is not None and (index in shattered or continues(last, line, layout, first, widest)):
            text = glue(text, line.text, layout)
            widest = max(widest, len(last.text))
        else:
            if first is not None:
                blocks.append(_block(text, trailer, first))
            text, trailer, first, widest = line.text, "", line, 0
        if _JOINED_HYPHEN in text:
            text = _mend(text, layout)
        if line.trailer:
            trailer = f"{trailer} {line.trailer}"
        last = line
    if first is not None:
        blocks.append(_block(text, trailer, first))
    return blocks


def continues(last: Line, line: Line, layout: Layout, first: Line, widest: int = 0) -> bool:
    """Tell whether `line` goes on with a paragraph.

    Args:
        last: The paragraph's last line so far.
        line: The line after it.
        layout: How the text is laid out.
        first: The paragraph's first line.
        widest: Characters of the widest of its lines before the last one; 0 where there is none.
    """
    if line.bullet or line.row or last.row or "heading" in (line.style, last.style):
        return False
    text, before = line.text, last.text
    lower = text[0].islower()
    if len(before) == 1 and before.isupper() and lower and last.style == line.style:
        return True  # a first letter torn off
    stopped = before.endswith(_STOPS)
    full = _is_full(last, len(text.split(None, 1)[0]), layout, widest, stopped=stopped)
    tail = before.rsplit(None, 1)[-1].lower()
    torn_date = _DAY.fullmatch(tail) is not None and _MONTH.match(text) is not None
    hanging = torn_date or (tail in _CONNECTIVES and not (len(tail) == 1 and before[-1].isupper()))
    if opens_numbered(text) and not hanging:
        # A year or a figure at the head of a line goes on where the line before it is full and unfinished.
        if text[0] == "(" and _SECTION.search(before):
            return True
        figure = text[0].isdigit() and (before[-1] in ",-\u2013" or tail in _NUMBERED_THINGS)
        return full and not stopped and (_is_year(text) or figure)
    if _is_set_apart(last, line, first, goes_on=lower and not stopped):
        return False
    gap = 0 if layout.spaced and line.gap <= 1 else line.gap
    if before.isupper() and is_capitals(text) and gap <= 1 and (hanging or before[-1] in ",-"):
        return True
    if torn_date and gap <= 1:
        return True
    if gap > 0 and not line.new_page:
        return lower and not stopped and (full or hanging) and gap <= 2
    if is_capitals(before):
        if is_capitals(text):
            return full or text.split(None, 1)[0].lower().rstrip(",") in _CONNECTIVES
        if not lower and is_heading(before, ""):
            return before.endswith(",")
    if before[-1] in ",-" or hanging or (full and before.count("(") > before.count(")")):
        return True
    if lower and not stopped:
        return full or layout.spaced or (layout.width > 0 and len(before) > layout.width * 0.4)
    closed = before[-1] == "\u201d" or (before[-2:] == "\u201d." and first.text[0] == "\u201c")
    if stopped and not lower and (closed or _RECORD.match(text) or is_heading(text, line.style) or (text[-1] == ":" and len(text) < 60)):
        return False
    return full and before[-1] != ":" if not lower else full or tail in ("p.m.", "a.m.")


def _is_set_apart(last: Line, line: Line, first: Line, *, goes_on: bool) -> bool:
    """Tell a line that bold type, or its place on the page, sets apart from the one before it."""
    if line.style != last.style and "bold" in (line.style, last.style) and (last.room >= 0 or last.closes != line.opens):
        return True
    if last.room < 0:
        return False
    if line.text[0].isdigit() and (line.style == "bold" or last.text.endswith(_STOPS)) and _BARE_NUMBER.match(line.text):
        return True
    moved = abs(line.indent - last.indent) > 2
    return moved and (line.new_page or (last is not first and not goes_on))


def _is_full(line: Line, next_word: int, layout: Layout, widest: int, *, stopped: bool) -> bool:
    """Tell whether the next word would not have fitted on the line; a line that ends a sentence has to be fuller to count."""
    if line.room >= 0:
        return line.room < next_word + (1 if stopped else 3)
    if widest and not stopped and len(line.text) + 1 + next_word >= widest * 0.95:
        return True  # a block set narrower than the page
    return layout.width > 0 and len(line.text) + 1 + next_word >= layout.width * (0.95 if stopped else 0.85)


def glue(text: str, line: str, layout: Layout) -> str:
    """Append a line to a text, deciding what a hyphen at the end of the text was."""
    if len(text) == 1 and text.isupper() and _splits_first_letter(text, line, layout):
        return text + line
    if not text.endswith("-") or text.endswith(" -") or not line[:1].isalnum():
        return f"{text} {line}"
    before, after = re.search(r"[^\W\d_]*(?=-$)", text), _TOKEN.match(line)
    if before is None or after is None or not before[0]:
        return text + line  # figures: '2016-' + '17'
    first, second = before[0].lower(), after[0].lower()
    if second in {"and", "or", "to", "a", "ac", "neu"}:
        return f"{text} {line}"
    if after[0][0].isupper() or f"{first}-{second}" in layout.words:
        return text + line
    if first + second in layout.words:
        return text[:-1] + line
    if first in _HYPHENATED or (first in layout.words and second in layout.words and len(first) > 3):
        return text + line
    return text[:-1] + line


def _splits_first_letter(letter: str, line: str, layout: Layout) -> bool:
    """Tell a letter torn from its word ('I' + 't was') from a word of one letter ('A letter')."""
    token = _TOKEN.match(line)
    if token is None or not line[0].islower():
        return False
    return letter not in "AIOY" or (letter + token[0]).lower() in layout.words or len(token[0]) == 1


def _is_year(text: str) -> bool:
    return re.match(r"(?:19|20)\d\d[.,;):]", text) is not None


def _shattered(lines: Sequence[Line]) -> set[int]:
    """Return the places of lines that belong to a justified line blown apart into single words ('MEETING', 'OF', 'THE', 'MUNICIPAL', …)."""
    joined: set[int] = set()
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and " " not in lines[index].text and lines[index].text[-1:].isalpha() and not lines[index].bullet:
            continue
        run = range(start, index)
        if len(run) >= 3 and any(lines[place].text.lower() in _CONNECTIVES for place in run):
            joined.update(run[1:])
        start = index + 1
    return joined


def _mend(text: str, layout: Layout) -> str:
    """Write out the hyphens at which a PDF broke its lines."""
    parts = text.split(_JOINED_HYPHEN)
    mended = parts[0]
    for part in parts[1:]:
        mended = glue(f"{mended}-", part, layout) if part else f"{mended}-"
    return fold_space(mended)


def _block(text: str, trailer: str, first: Line) -> Block:
    kind: BlockKind = "row" if first.row else "bullet" if first.bullet else "heading" if is_heading(text, first.style) else "paragraph"
    return Block(text=text + trailer, kind=kind, page=first.page)
