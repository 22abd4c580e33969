"""ModernGov pages saved from a browser: the page of one agenda item (mgAi), and of a meeting (ieListDocuments)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.datamodel import Block, Part, Stated
from ingest.dates import find_dates
from ingest.readers.html import html_blocks
from ingest.readers.page_frame import council_of
from ingest.readers.saved_page import DOCUMENTS, LABELS, label_of, strip_file_size
from ingest.text import fold_space

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd|nos|(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)\b"
_BEFORE_DATE = re.compile(rf"^(.*?)[\s,\u2013-]*(?:(?:{_DAY})\b|\d{{1,2}}(?:st|nd|rd|th|fed|ydd|eg|ain|af)?\s)", re.IGNORECASE)
_MEETING_OF = re.compile(r"^(?:meeting of|cyfarfod|cyfarfod o)\s*:?\s*", re.IGNORECASE)
_ITEM_REF = re.compile(r"\(\s*(?:item|eitem)\s+([^)]+?)\.?\s*\)", re.IGNORECASE)
_VENUE = re.compile(r"^(?:venue|location|lleoliad|man cyfarfod)\s*:\s*(.+)$", re.IGNORECASE)
_MINUTES_HEADING = re.compile(r"minutes|cofnodion|chofnodion|decisions|penderfyniadau|phenderfyniadau", re.IGNORECASE)
_DRAFT = re.compile(r"\bdraft\b|\bdrafft\b", re.IGNORECASE)
_VIEW_LINK = re.compile(
    r"^(?:view|gweld|see) (?:the |y |yr )?(?:\w+ ){0,4}(?:for|decision|declarations?|background|eitem|item|additional)\b", re.IGNORECASE
)


def is_meeting_page(tree: LexborHTMLParser) -> bool:
    """Tell a meeting page by its rows of numbered items."""
    return tree.css_first("td.mgItemNumberCell") is not None


def is_item_page(tree: LexborHTMLParser) -> bool:
    """Tell the page of one agenda item by its heading."""
    if tree.css_first("#modgov, .mgContent, .mgWordPara, .mgSubItemTitleTxt, .mgSubTitleTxt") is None:
        return False
    heading = _text(tree.css_first("h1")).lower()
    return "mgai.aspx" in (tree.html or "")[:20000].lower() or heading in (
        "agenda item",
        "eitem agenda",
        "eitem ar yr agenda",
        "eitem rhaglen",
    )


def item_page(tree: LexborHTMLParser) -> tuple[Stated, list[Block]]:
    """Read the page of one item: what it states of its meeting, and its text."""
    reference = next(
        (_text(node) for node in tree.css("ul.mgBulletList li, p, li") if _MEETING_OF.match(_text(node)) and node.css_first("a")), ""
    )
    number = _ITEM_REF.search(reference)
    where = _MEETING_OF.sub("", _ITEM_REF.sub("", reference)).strip(" ,")
    title = tree.css_first("h2.mgSubTitleTxt") or tree.css_first(".mgAiTitleTxt") or tree.css_first("h2") or tree.css_first("h1")
    blocks = [Block(text=strip_file_size(_text(title)), kind="item", number=number[1] if number else None)]
    root = tree.css_first("#modgov") or tree.css_first(".mgContent") or tree.body
    parts = list(root.css("p.mgSubItemTitleTxt, div.mgWordPara, ul.mgBulletList, ul.mgActionList")) if root else []
    labelled = any(LABELS.get(label_of(_text(node))) for node in parts)
    blocks += _sequence([node for node in parts if _text(node) != reference], "agenda" if labelled else "minutes")
    body, dates = _before_date(where), find_dates(where)
    return Stated(
        council=council_of(tree), body=body, date=dates[0].date if dates else None, item_number=number[1] if number else None
    ), blocks


def meeting_page(tree: LexborHTMLParser) -> tuple[Stated, list[Block]]:
    """Read the page of a meeting: heading, venue and attendance first, then item by item."""
    table = tree.css_first("table.mgItemTable, #mgItemTable") or _table_of(tree.css_first("td.mgItemNumberCell"))
    rows = tree.css("tr")
    heading, subtitle = _text(tree.css_first("h1")), tree.css_first("h2.mgSubTitleTxt") or tree.css_first("h2") or tree.css_first("h1")
    about = _text(subtitle)
    labelled = any(LABELS.get(label_of(_text(node))) == "minutes" for node in tree.css(".mgSubItemTitleTxt"))
    unlabelled: Part = "minutes" if not labelled and _MINUTES_HEADING.search(heading) else "agenda"
    before = _before_table(tree, subtitle, table)
    venue = next((found[1] for block in before if (found := _VENUE.match(block.text))), None)
    blocks = [Block(text=about, kind="heading"), *before]
    for row in rows:
        if number := row.css_first("td.mgItemNumberCell"):
            blocks += _row(row, number, unlabelled)
    dates = find_dates(about) or find_dates(_text(tree.css_first("title")))
    draft = _DRAFT.search(heading) is not None
    return Stated(
        council=council_of(tree),
        body=_before_date(about),
        date=dates[0].date if dates else None,
        status="draft" if draft else None,
        venue=venue,
    ), blocks


def _row(row: LexborNode, number_cell: LexborNode, unlabelled: Part) -> list[Block]:
    """Return an item of a meeting page: its title, then agenda text, decision and minutes by their labels."""
    cells = [cell for cell in row.iter() if cell.tag == "td" and cell.mem_id != number_cell.mem_id]
    number = _text(number_cell).rstrip(".").strip() or None
    pieces = [piece for cell in cells for piece in cell.iter()]
    title = next((piece for piece in pieces if "mgAiTitleTxt" in (piece.attributes.get("class") or "")), None)
    words = strip_file_size(_text(title)) if title else ""
    rest = [piece for piece in pieces if title is None or piece.mem_id != title.mem_id]
    if not words and rest:
        words, rest = strip_file_size(_text(rest[0])), rest[1:]
    return [Block(text=words or "-", kind="item", number=number), *_sequence(rest, unlabelled)]


def _sequence(pieces: list[LexborNode], part: Part) -> list[Block]:
    """Return the blocks of an item's pieces; a label sets the part of what follows, and lists of documents are left out."""
    blocks: list[Block] = []
    documents = False
    for piece in pieces:
        words = _text(piece)
        label = label_of(words)
        if label in LABELS:
            part, documents = LABELS[label], False
            blocks.append(Block(text=words, kind="label", part=part))
        elif label in DOCUMENTS:
            documents = True
        elif "mgActionList" in (piece.attributes.get("class") or "") or (documents and piece.tag == "ul") or _VIEW_LINK.match(words):
            continue
        elif words:
            blocks += html_blocks(piece, part=part)
    return blocks


def _before_table(tree: LexborHTMLParser, subtitle: LexborNode | None, table: LexborNode | None) -> list[Block]:
    """Return what stands between the page's heading and its items: venue, contact, attendance."""
    blocks: list[Block] = []
    node = subtitle.next if subtitle else None
    while node is not None and (table is None or (node.mem_id != table.mem_id and node.css_first("td.mgItemNumberCell") is None)):
        if node.tag not in ("-text", "-comment"):
            blocks += html_blocks_of(node)
        node = node.next
    return [block for block in blocks if not _VIEW_LINK.match(block.text)]


def html_blocks_of(node: LexborNode) -> list[Block]:
    """Return the blocks of one element itself; its own tag tells headings."""
    kind = "heading" if node.tag in ("h2", "h3", "h4", "h5") else None
    found = html_blocks(node)
    return [block.model_copy(update={"kind": kind}) for block in found] if kind else found


def _table_of(node: LexborNode | None) -> LexborNode | None:
    while node is not None and node.tag != "table":
        node = node.parent
    return node


def _before_date(text: str) -> str | None:
    """Return the body's name from 'Cabinet - Tuesday, 22nd October, 2024 10.00 am', or from a line without a date."""
    found = _BEFORE_DATE.match(text)
    body = (found[1] if found else "" if find_dates(text) else text).strip(" ,-\u2013")
    return body or None


def _text(node: LexborNode | None) -> str:
    return fold_space(node.text(deep=True)) if node is not None else ""
