"""A sheet as Markdown with footnotes (as GitHub, pandoc and most publishing systems read it)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.export.labels import label
from assistant.export.sheet import Beside, Block, Bullets, Claim, Contents, Evidence, Heading, Paragraph, Piece, Sheet, Table

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\s*)(#{1,6}|[-+]|={2,}|\d+(?=[.)]))(?=\s|[.)]|$|[-=])")


def markdown(sheet: Sheet) -> str:
    """The whole page; whatever the minutes say is escaped."""
    numbers = sheet.numbers()
    parts = [f"# {_escaped(sheet.title)}"]
    for block in sheet.blocks:
        parts += _block(block, sheet, numbers)
    if sheet.notes:
        parts.append(f"## {_escaped(sheet.notes_title)}")
        parts += [f"[^{numbers[note.key]}]: {_line(note.pieces, numbers)}" for note in sheet.notes]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, sheet: Sheet, numbers: dict[str, int]) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {_escaped(block.text)}"
        case Paragraph():
            yield _paragraph(block, numbers)
        case Bullets():
            yield "\n".join(f"- {_line(line, numbers)}" for line in block.lines)
        case Table():
            rows = ["| " + " | ".join(_line(cell, numbers) for cell in row) + " |" for row in block.rows]
            head = ["| " + " | ".join(map(_escaped, block.head)) + " |", "|" + " --- |" * len(block.head)]
            yield _escaped(block.caption)
            yield "\n".join([*head, *rows])
        case Evidence():
            for claim in block.claims:
                yield from _claim(claim, sheet, numbers)
        case Beside():
            for part in (*block.left, *block.right):
                yield from _block(part, sheet, numbers)
        case Contents():
            headings = sheet.headings(block.level)
            if headings:
                yield f"## {_escaped(label('contents', sheet.language))}"
                yield "\n".join(f"{'  ' * (heading.level - 2)}- {_escaped(heading.text)}" for heading in headings)


def _claim(claim: Claim, sheet: Sheet, numbers: dict[str, int]) -> Iterator[str]:
    yield _line(claim.sentence, numbers)
    quoted = [_line(pieces, numbers) for pieces in claim.quotations] or [_escaped(label("nothing", sheet.language))]
    yield "\n>\n".join(f"> {line}" for line in quoted)
    yield from (f"- {_line(finding.pieces, numbers)}" for finding in claim.findings)


def _paragraph(block: Paragraph, numbers: dict[str, int]) -> str:
    line = _line(block.pieces, numbers)
    match block.manner:
        case "notice" | "draft":
            return f"> **{line}**"
        case "quotation":
            return f"> {line}"
        case "finding" | "warning":
            return f"- {line}"
        case "caption":
            return f"*{line}*"
        case _:
            return line


def _line(pieces: Sequence[Piece], numbers: dict[str, int]) -> str:
    return _opened("".join(_piece(piece, numbers) for piece in pieces))


def _piece(piece: Piece, numbers: dict[str, int]) -> str:
    words = _inside(piece.text)
    match piece.kind:
        case "strong" | "mark":
            return _wrapped(words, "**")
        case "emphasis":
            return _wrapped(words, "*")
        case "link":
            return f"<{piece.target}>" if piece.text == piece.target else f"[{words}]({piece.target})"
        case "note":
            return f"[^{numbers[piece.target]}]"
        case "between":
            return " "
        case "break":
            return "\\\n"
        case _:
            return words


def _wrapped(words: str, sign: str) -> str:
    """Marked text: the signs stand against the words, spaces outside."""
    bare = words.strip()
    return words.replace(bare, f"{sign}{bare}{sign}", 1) if bare else words


def _escaped(text: str) -> str:
    return _opened(_inside(text))


def _inside(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split("\n")))


def _opened(line: str) -> str:
    """A line that does not open a heading, a list or a rule by what the minutes begin with: '1. Apologies'."""
    found = _OPENING.match(line)
    if not found:
        return line
    signs = found[2]
    return f"{found[1]}{signs}\\{line[found.end() :]}" if signs.isdigit() else f"{found[1]}\\{line[found.start(2) :]}"
