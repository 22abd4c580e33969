"""Web pages to blocks: paragraphs, headings, lists with their numbers, tables row by row; navigation and other boilerplate left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.datamodel import Block, BlockKind, Part
from ingest.readers.joining import join, measure
from ingest.readers.lines import Line, Style, is_heading, is_page_mark, is_rule, strip_leaders, take_bullet
from ingest.text import fold_space, word_set

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SILENT = word_set(
    "script style noscript template svg button select option iframe head nav footer aside object canvas audio video "
    "dialog math -comment input textarea"
)
_BREAKING = word_set(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th blockquote pre dl dt dd "
    "figure figcaption hr address center form fieldset details summary caption body"
)
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_BOILERPLATE = re.compile(
    r"\b(?:cookie\w*|breadcrumbs?|mgbreadcrumb|navbar|navigation|nav|mgnav|menu|sidebar|footer|colophon|share\w*|social\w*|sharedaddy|"
    r"skip-link|screen-reader-text|pagination|post-navigation|mglanguage|related(?:-posts)?|widget\w*|search-form|comments?(?:-area)?|"
    r"print-link|backtotop|edit-link|site-header|masthead)\b",
    re.IGNORECASE,
)
_MAIN = ("#modgov", ".entry-content", "main article", "article", "main", "[role=main]", "#main-content", "#content", "#main", ".content")


def main_part(body: LexborNode) -> LexborNode:
    """Return the element that holds the minutes: the first known content element with at least half of the page's paragraph text."""
    whole = _weight(body)
    for selector in _MAIN:
        found = body.css(selector)
        if len(found) == 1 and _weight(found[0]) >= whole * 0.5 and whole > 0:
            return found[0]
    return body


def _weight(node: LexborNode) -> int:
    return sum(len(inner.text(deep=True)) for inner in node.css("p, li, td, h1, h2, h3, h4, pre, blockquote")) or 0


def html_blocks(node: LexborNode, *, part: Part = "minutes") -> list[Block]:
    """Return what an element says, in order, as blocks of the given part."""
    return _Walker(part).run(node)


class _Walker:
    """Walks an element once; text gathers in a buffer that every breaking element empties."""

    def __init__(self, part: Part) -> None:
        self.part: Part = part
        self.blocks: list[Block] = []
        self.buffer: list[str] = []
        self.bold = 0  # characters of the buffer that stand in bold
        self.mark = ""  # number of a list entry that is still to be written
        self.bullet = False

    def run(self, node: LexborNode) -> list[Block]:
        self._inside(node, bold=False, heading=False)
        self._flush()
        return self.blocks

    def _inside(self, node: LexborNode, *, bold: bool, heading: bool) -> None:
        child = node.first_child
        while child is not None:
            self._node(child, bold=bold, heading=heading)
            child = child.next

    def _node(self, node: LexborNode, *, bold: bool, heading: bool) -> None:
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            self.buffer.append(text if "\n" not in text else text.replace("\n", " "))
            self.bold += len(text.strip()) if bold else 0
        elif tag == "br":
            self.buffer.append("\n")
        elif tag in _SILENT or _is_boilerplate(node, tag):
            return
        elif tag == "table":
            self._flush()
            self._table(node)
        elif tag in ("ol", "ul"):
            self._flush()
            self._list(node, ordered=tag == "ol")
        elif tag == "pre":
            self._flush()
            self._lines(node.text(deep=True).split("\n"), heading=False, style="")
        elif tag in _BREAKING:
            heading = heading or tag in _HEADINGS or (tag == "header" and node.attributes.get("id") == "title-block-header")
            self._flush()
            self._inside(node, bold=bold, heading=heading)
            self._flush(heading=heading)
        else:
            self._inside(node, bold=bold or tag in ("b", "strong"), heading=heading)

    def _list(self, node: LexborNode, *, ordered: bool) -> None:
        attributes = node.attributes
        number = int(start) if (start := attributes.get("start") or "1").lstrip("-").isdigit() else 1
        shape = attributes.get("type") or "1"
        child = node.first_child
        while child is not None:
            if child.tag == "li":
                if (value := child.attributes.get("value") or "").isdigit():
                    number = int(value)
                self._flush()
                self.mark, self.bullet = (_numeral(number, shape), False) if ordered else ("", True)
                self._inside(child, bold=False, heading=False)
                self._flush()
                self.mark, self.bullet, number = "", False, number + 1
            elif child.tag != "-text":
                self._node(child, bold=False, heading=False)
            child = child.next

    def _table(self, table: LexborNode) -> None:
        """Write a table row by row; one that only lays out a page is walked as if it were not there."""
        rows = list(_rows(table))
        if any(len(cell.text(deep=True)) > 400 and len(cell.css("p, li, table, br")) > 1 for row in rows for cell in row):
            for row in rows:
                self._layout_row(row)
            return
        for row in rows:
            texts = [text for cell in row if (text := " ".join(block.text for block in html_blocks(cell)))]
            if texts:
                self.blocks.append(Block(text=" | ".join(texts), kind="row", part=self.part))

    def _layout_row(self, row: list[LexborNode]) -> None:
        number = ""
        for cell in row:
            inner = html_blocks(cell, part=self.part)
            if len(inner) == 1 and not number and re.fullmatch(r"[\d.()/a-z]{1,8}", inner[0].text):
                number = inner[0].text
            elif inner:
                first = inner[0].model_copy(update={"text": f"{number} {inner[0].text}".strip()})
                self.blocks += [first, *inner[1:]]
                number = ""
        if number:
            self.blocks.append(Block(text=number, part=self.part))

    def _flush(self, *, heading: bool = False) -> None:
        text = "".join(self.buffer)
        bold, self.bold = self.bold, 0
        self.buffer.clear()
        if text.strip():
            # Anything that is not bold may still be space, a colon or a number.
            style: Style = "bold" if bold and bold >= len(text.strip()) - 4 else ""
            self._lines(text.split("\n"), heading=heading, style=style)

    def _lines(self, raw: list[str], *, heading: bool, style: Style) -> None:
        lines: list[Line] = []
        gap = 0
        for line in raw:
            bare, bullet = take_bullet(line.strip())
            folded = fold_space(strip_leaders(bare))
            if not folded or (is_rule(folded) and len(folded) > 1) or is_page_mark(folded):
                gap += 1
                continue
            lines.append(Line(folded, gap=gap, bullet=bullet, style="heading" if heading else style))
            gap = 0
        if not lines:
            return
        for block in join(lines, measure(lines)) if len(lines) > 1 else [_single(lines[0])]:
            self._write(block)

    def _write(self, block: Block) -> None:
        kind: BlockKind = "bullet" if self.bullet and block.kind == "paragraph" else block.kind
        text = f"{self.mark} {block.text}" if self.mark else block.text
        self.mark, self.bullet = "", False
        self.blocks.append(Block(text=text, kind=kind, part=self.part))


def _single(line: Line) -> Block:
    return Block(text=line.text, kind="bullet" if line.bullet else "heading" if is_heading(line.text, line.style) else "paragraph")


def _rows(table: LexborNode) -> Iterator[list[LexborNode]]:
    """Yield the cells of each row of a table, not those of tables inside it."""
    groups = [table]
    while groups:
        group = groups.pop(0)
        child = group.first_child
        pending: list[LexborNode] = []
        while child is not None:
            if child.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(child)
            elif child.tag == "caption":
                yield [child]
            elif child.tag == "tr":
                yield [cell for cell in child.iter() if cell.tag in ("td", "th")]
            child = child.next
        groups += pending


def _is_boilerplate(node: LexborNode, tag: str) -> bool:
    """Tell navigation and the like by class, id or role; a container of real length is never boilerplate."""
    if tag == "form":  # some sites wrap the whole page in one
        return len(node.text(deep=True)) < 300
    if tag not in ("div", "section", "ul", "ol", "header", "p", "span", "a", "li"):
        return False
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if attributes.get("role") in ("navigation", "dialog", "search", "contentinfo") or attributes.get("aria-hidden") == "true":
        return True
    if tag == "header" and node.parent is not None and node.parent.tag == "body" and attributes.get("id") != "title-block-header":
        return True
    return bool(named.strip()) and _BOILERPLATE.search(named) is not None and len(node.text(deep=True)) < 3000


def _numeral(number: int, shape: str) -> str:
    """Return the mark of a list entry as a browser shows it: '3.', 'c.', 'iii.'."""
    if shape in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(shape) + number - 1)}."
    if shape in ("i", "I") and 1 <= number < 40:
        roman = "x" * (number // 10) + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]
        return f"{roman if shape == 'i' else roman.upper()}."
    return f"{number}."
