"""A sheet as pandoc's document tree (pandoc-types 1.23), from which pandoc writes Word: nothing to escape, notes are real footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.export.labels import label
from assistant.export.sheet import Beside, Block, Bullets, Claim, Contents, Evidence, Heading, Paragraph, Piece, Sheet, Table

Node = dict[str, object]
LANGUAGES = {"en": "en-GB", "cy": "cy-GB"}
STYLES = {
    "body": "", "standfirst": "Standfirst", "notice": "Notice", "draft": "Draft Notice", "finding": "Finding", "warning": "Warning Finding",
    "caption": "Small Print", "quotation": "Block Text",
}  # fmt: skip
_RUN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'
_NOTEREF = "".join(
    _RUN.format(part)
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> NOTEREF note{number} \\f \\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>{number}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)


class Tree:
    """Builds the tree of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._notes = {note.key: note for note in sheet.notes}
        self._numbers = sheet.numbers()
        self._referred: set[str] = set()

    def document(self) -> Node:
        """The whole document with its title and language."""
        meta = {
            "title": {"t": "MetaInlines", "c": [_str(self._sheet.title)]},
            "lang": {"t": "MetaInlines", "c": [_str(LANGUAGES[self._sheet.language])]},
        }
        blocks = [node for block in self._sheet.blocks for node in self._block(block)]
        return {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks}

    def _block(self, block: Block) -> Iterator[Node]:
        match block:
            case Heading():
                yield _header(block.level - 1, block.id, [_spoken([_str(block.text)], block.language)])
            case Paragraph():
                yield self._paragraph(block)
            case Bullets():
                yield {"t": "BulletList", "c": [[_plain(self._inlines(line, block.language))] for line in block.lines]}
            case Table():
                rows = [[[_plain(self._inlines(cell, block.language))] for cell in row] for row in block.rows]
                yield _grid([[_plain([_str(name)])] for name in block.head], rows, block.caption)
            case Evidence():
                yield self._evidence(block)
            case Beside():
                yield _columns([[node for part in side for node in self._block(part)] for side in (block.left, block.right)])
            case Contents():
                yield from self._contents(block)

    def _paragraph(self, block: Paragraph) -> Node:
        return _styled([_para(self._inlines(block.pieces, block.language))], STYLES[block.manner])

    def _contents(self, block: Contents) -> Iterator[Node]:
        """A list of links: Word would show its own list of contents only after asking the reader to update it."""
        headings = self._sheet.headings(block.level)
        if headings:
            yield _styled([_para([_str(label("contents", self._sheet.language))])], "Contents Title")
        for heading in headings:
            link = _link([_spoken([_str(heading.text)], heading.language)], f"#{heading.id}")
            yield _styled([_para([link])], f"Contents {heading.level - 1}")

    def _evidence(self, block: Evidence) -> Node:
        language = self._sheet.language
        return _grid(
            [[_plain([_str(label(name, language))])] for name in ("sentence", "evidence")], [self._claim(claim) for claim in block.claims]
        )

    def _claim(self, claim: Claim) -> list[list[Node]]:
        quoted = [self._inlines(pieces, None) for pieces in claim.quotations] or [[_str(label("nothing", self._sheet.language))]]
        left = [_para(self._inlines(claim.sentence, claim.language)), *(self._paragraph(finding) for finding in claim.findings)]
        return [left, [_styled([_para(inlines)], "Evidence") for inlines in quoted]]

    def _inlines(self, pieces: Sequence[Piece], language: str | None) -> list[Node]:
        inlines = [node for piece in pieces for node in self._inline(piece)]
        return [_spoken(inlines, language)] if language else inlines

    def _inline(self, piece: Piece) -> Iterator[Node]:
        words = [_spoken([_str(piece.text)], piece.language)]
        match piece.kind:
            case "text":
                yield from words
            case "strong":
                yield {"t": "Strong", "c": words}
            case "emphasis":
                yield {"t": "Emph", "c": words}
            case "mark":
                yield _span(words, {"custom-style": "Marked"})
            case "link":
                yield _link(words, piece.target)
            case "break":
                yield {"t": "LineBreak"}
            case "between":
                yield {"t": "Superscript", "c": [_str(", ")]}
            case "note":
                yield self._note(piece.target)

    def _note(self, key: str) -> Node:
        """The note where it is first referred to; afterwards its number, as a field that follows it."""
        number = self._numbers[key]
        if key in self._referred:
            return {"t": "RawInline", "c": ["openxml", _NOTEREF.format(number=number)]}
        self._referred.add(key)
        return _span([{"t": "Note", "c": [_para(self._inlines(self._notes[key].pieces, None))]}], {}, f"note{number}")


def _str(text: str) -> Node:
    """Words with their spaces as they are: pandoc writes a Str to Word unchanged."""
    return {"t": "Str", "c": text}


def _para(inlines: Sequence[Node]) -> Node:
    return {"t": "Para", "c": list(inlines)}


def _plain(inlines: Sequence[Node]) -> Node:
    return {"t": "Plain", "c": list(inlines)}


def _header(level: int, name: str, inlines: Sequence[Node]) -> Node:
    return {"t": "Header", "c": [level, [name, [], []], list(inlines)]}


def _link(inlines: Sequence[Node], target: str) -> Node:
    return {"t": "Link", "c": [["", [], []], list(inlines), [target, ""]]}


def _span(inlines: Sequence[Node], attributes: dict[str, str], name: str = "") -> Node:
    return {"t": "Span", "c": [[name, [], [list(pair) for pair in attributes.items()]], list(inlines)]}


def _spoken(inlines: Sequence[Node], language: str | None) -> Node:
    return _span(inlines, {"lang": LANGUAGES[language]} if language else {})


def _styled(blocks: list[Node], style: str) -> Node:
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]} if style else blocks[0]


def _grid(head: Sequence[list[Node]], rows: Sequence[Sequence[list[Node]]], caption: str = "") -> Node:
    """A table; every cell is a list of blocks, columns share the width evenly."""
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": 1 / len(head)}] for _ in head]
    said = [_plain([_str(caption)])] if caption else []
    bodies = [[_no_attributes(), 0, [], [_row(row) for row in rows]]]
    return {"t": "Table", "c": [_no_attributes(), [None, said], columns, [_no_attributes(), [_row(head)]], bodies, [_no_attributes(), []]]}


def _columns(cells: Sequence[list[Node]]) -> Node:
    """Text in columns: a table of one row without lines or a head, in the style that word_parts/styles.xml has for it."""
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": 1 / len(cells)}] for _ in cells]
    attributes = ["", [], [["custom-style", "Beside"]]]
    nothing = [_no_attributes(), []]
    return {"t": "Table", "c": [attributes, [None, []], columns, nothing, [[_no_attributes(), 0, [], [_row(cells)]]], nothing]}


def _row(cells: Sequence[list[Node]]) -> list[object]:
    return [_no_attributes(), [[_no_attributes(), {"t": "AlignDefault"}, 1, 1, blocks] for blocks in cells]]


def _no_attributes() -> list[object]:
    return ["", [], []]
