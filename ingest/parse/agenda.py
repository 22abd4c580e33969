"""Cutting a document into its agenda items: every block ends in exactly one of them, in order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.datamodel import AgendaItem, Block, Paragraph, Source
from ingest.parse.numbering import choose, sub_openings
from ingest.parse.openings import Opening, clipped, inline_openings, opening_at
from ingest.parse.titles import is_title, split_title, standing_title

_LABEL = re.compile(r"^(?P<label>[A-Z][^.:;!?“”]{2,60}?)\s?(?P<mark>:-?|\s[-–])\s+(?=\S)")
_BODY_LABEL = re.compile(r"^[^.;!?“”]{3,60}:$")
_RESOLUTION = re.compile(r"^(?P<number>[A-Z]?(?:19|20)\d\d\s?-\s?\d{1,4})\b[\s.:)]*(?P<rest>\S.*)$", re.DOTALL)
_NOT_AN_ITEM = re.compile(
    r"^\W*(?:present|members present|in attendance|those|officials|attend|councillors?\b|cllrs?\b|reply|response|action|resolved|and "
    r"resolved|proposed|seconded|sign(?:ed)?|chair(?:man|person)?\b|cathaoirleach|"
    r"dated?\b|note\b|n\.?b\.?\b|for\b|against\b|abstain|abstention|mayor|clerk|parish clerk|draft|page|items?\b|minutes of (?:a |the )"
    r"?(?:meeting|proceedings)|minutes$|minutes\s*[–-]|cao\b|regrets|agenda$|distribution|public members|members of the public|"
    r"minute taker|staff|recorded vote|total|venue|time|date\b(?! of)|penderfynwyd|presennol|cadeirydd|proposal|amendment|decision|"
    r"recommendation|question|motion\b|notice of motion no)",
    re.IGNORECASE,
)
OPENING_TITLE = {"en": "Attendance and opening", "cy": "Presennol ac agoriad"}


@dataclass(frozen=True, slots=True)
class Cut:
    """Where an item begins: block, offset in it, number and title, what of the block is left, how many blocks hold only the title."""

    block: int
    start: int
    number: str | None
    title: str
    rest: str
    consumed: int


def cuts(source: Source) -> list[Cut]:
    """The places where items begin, in reading order."""
    blocks = source.blocks
    if source.format == "transcript":
        return []
    marked = [place for place, block in enumerate(blocks) if block.kind == "item"]
    if marked:
        return [Cut(place, 0, blocks[place].number, blocks[place].text, "", 1) for place in marked]
    candidates: list[Opening] = []
    for place in range(len(blocks)):
        if (one := opening_at(blocks, place)) is not None:
            candidates.append(one)
        candidates += inline_openings(blocks, place)
    chain = choose(candidates)
    resolutions = sum(_RESOLUTION.match(block.text) is not None for block in blocks)
    if not chain or resolutions > max(2, len(chain)):
        return _unnumbered(blocks)
    numbered = [*chain, *sub_openings(chain, candidates)]
    found = [Cut(one.block, one.start, one.number, one.title, one.rest, one.consumed) for one in numbered]
    taken = {place for cut in found for place in range(cut.block, cut.block + cut.consumed)}
    found += _strays(blocks, chain, taken)
    return sorted(found, key=lambda cut: (cut.block, cut.start))


def _strays(blocks: Sequence[Block], chain: Sequence[Opening], taken: set[int]) -> list[Cut]:
    """Headings that open a standing item without a number: before the first number, in a gap of the numbers, or after the last."""
    out = []
    gaps = [(0, chain[0].block)] if 1 < chain[0].key <= 4 else []
    gaps += [(a.block, b.block) for a, b in itertools.pairwise(chain) if 1 < b.key - a.key <= 5]
    for place, block in enumerate(blocks):
        if (
            block.kind != "heading"
            or place in taken
            or _NOT_AN_ITEM.match(block.text)
            or re.search(r"in attendance|present\b", block.text, re.IGNORECASE)
        ):
            continue
        title, rest = split_title(block.text)
        if title is None or not standing_title(title) or len(title.split()) > 10:
            continue
        in_gap = any(low < place < high for low, high in gaps)
        if in_gap or (place > chain[-1].block and re.search(r"next meeting|any other|closed|cyfarfod nesaf", title, re.IGNORECASE)):
            out.append(Cut(place, 0, None, title, rest, 0 if rest else 1))
    return out


def _unnumbered(blocks: Sequence[Block]) -> list[Cut]:
    """Items of a document without numbers: its headings and its run-in labels ("Correspondence: a letter ...")."""
    labels, heads = [], []
    after_heading = next(
        (place + 1 for place, block in enumerate(blocks[:12]) if re.match(r"\W*(?:present|attend|those)", block.text, re.IGNORECASE)), 0
    )
    for place, block in enumerate(blocks):
        if block.kind in ("row", "label") or _NOT_AN_ITEM.match(block.text):
            continue
        label = _LABEL.match(block.text)
        resolution = _RESOLUTION.match(block.text)
        if resolution:
            heads.append(Cut(place, 0, re.sub(r"\s", "", resolution["number"]), clipped(resolution["rest"]), block.text, 0))
        elif (
            (block.kind == "heading" or _BODY_LABEL.match(block.text))
            and place >= after_heading
            and is_title(block.text)
            and len(block.text.split()) <= 12
        ):
            heads.append(Cut(place, 0, None, block.text.rstrip(" :"), "", 1))
        elif (
            label
            and (label["mark"][0] == ":" or (standing_title(label["label"]) and "," not in label["label"]))
            and is_title(label["label"])
            and len(label["label"].split()) <= 8
            and block.kind != "bullet"
        ):
            labels.append(Cut(place, 0, None, label["label"].strip(), block.text[label.end() :], 0))
    standing = [cut for cut in labels if standing_title(cut.title)]
    if not heads:
        return labels if len(standing) >= 2 else []
    if not any(standing_title(cut.title) for cut in (*heads, *labels)):
        return []
    return sorted([*heads, *standing], key=lambda cut: cut.block)


def items_of(source: Source, begins: Sequence[Cut], language: str, whole: str) -> tuple[AgendaItem, ...]:
    """The items with their paragraphs; `begins` is where they open, `whole` the title where the document is one item."""
    blocks = source.blocks
    if source.format == "moderngov-item":
        return (_single(source, whole),)
    if not begins:
        return (AgendaItem(ordinal=0, number=source.stated.item_number, title=whole, paragraphs=_paragraphs(blocks, 0, len(blocks), 0)),)
    opening = _slice(blocks, (0, 0), (begins[0].block, begins[0].start))
    items = [AgendaItem(ordinal=0, title=OPENING_TITLE.get(language, OPENING_TITLE["en"]), paragraphs=opening)] if opening else []
    for order, cut in enumerate(begins):
        end = (begins[order + 1].block, begins[order + 1].start) if order + 1 < len(begins) else (len(blocks), 0)
        items.append(AgendaItem(ordinal=order + 1, number=cut.number, title=cut.title, paragraphs=_under(blocks, cut, end)))
    return tuple(items)


def _single(source: Source, whole: str) -> AgendaItem:
    """The one item of an item page: its `item` block is the title."""
    place = next((place for place, block in enumerate(source.blocks) if block.kind == "item"), None)
    title = source.blocks[place].text if place is not None else whole
    number = source.stated.item_number or (source.blocks[place].number if place is not None else None)
    body = tuple(
        paragraph for paragraph in _paragraphs(source.blocks, 0, len(source.blocks), 0) if place is None or paragraph.index != place + 1
    )
    return AgendaItem(ordinal=0, number=number, title=title, paragraphs=body)


def _under(blocks: Sequence[Block], cut: Cut, end: tuple[int, int]) -> tuple[Paragraph, ...]:
    """The paragraphs of one item: what its opening block still holds, then the blocks up to the next item."""
    first = cut.block
    out: list[Paragraph] = []
    if cut.rest:
        rest_end = end[1] if end[0] == first and end[1] else None
        text = cut.rest
        if rest_end is None or cut.rest in blocks[first].text[:rest_end]:
            out.append(_paragraph(blocks[first], first, text))
    start = first + max(1, cut.consumed)
    if end[0] > first:
        out += _slice(blocks, (start, 0), end)
    return tuple(out)


def _slice(blocks: Sequence[Block], start: tuple[int, int], end: tuple[int, int]) -> tuple[Paragraph, ...]:
    """The paragraphs from one place to another; a place is a block and an offset in it."""
    out = _paragraphs(blocks, start[0], end[0], start[1])
    if end[1] and end[0] < len(blocks) and end[0] >= start[0]:
        text = blocks[end[0]].text[: end[1]].strip()
        if text:
            out = (*out, _paragraph(blocks[end[0]], end[0], text))
    return out


def _paragraphs(blocks: Sequence[Block], start: int, end: int, offset: int) -> tuple[Paragraph, ...]:
    return tuple(_paragraph(blocks[place], place, blocks[place].text[offset if place == start else 0 :]) for place in range(start, end))


def _paragraph(block: Block, place: int, text: str) -> Paragraph:
    return Paragraph(index=place + 1, text=text, kind=block.kind, part=block.part, speaker=block.speaker, page=block.page)
