"""A template's own words, which are Markdown: headings, paragraphs, lists, bold, emphasis and links; anything else stays as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.export.sheet import Block, Bullets, Heading, Paragraph, Piece

_INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*\s][^*]*)\*|\[(?P<words>[^\]]+)\]\((?P<target>(?:https?://|mailto:)[^)\s]+)\)"
)
_HEADING = re.compile(r"#{1,6}\s+(.+)")
_BULLET = re.compile(r"[-*+]\s+(.+)")


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks of some Markdown; its headings stand below the edition's title and are not in the contents."""
    for part in re.split(r"\n\s*\n", markdown.strip()):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        heading = _HEADING.fullmatch(lines[0]) if lines else None
        if heading:
            yield Heading(text=heading[1], level=2)
            lines = lines[1:]
        bullets = [_BULLET.fullmatch(line) for line in lines]
        if lines and all(bullets):
            yield Bullets(lines=tuple(tuple(_pieces(found[1])) for found in bullets if found))
        elif lines:
            yield Paragraph(pieces=tuple(_pieces(" ".join(lines))))


def _pieces(line: str) -> Iterator[Piece]:
    reached = 0
    for found in _INLINE.finditer(line):
        if found.start() > reached:
            yield Piece(text=line[reached : found.start()])
        if found["target"]:
            yield Piece(text=found["words"], kind="link", target=found["target"])
        else:
            yield Piece(text=found["strong"] or found["emphasis"], kind="strong" if found["strong"] else "emphasis")
        reached = found.end()
    if reached < len(line):
        yield Piece(text=line[reached:])
