"""Paragraphs for the tests of facts: plain strings, or (kind, text), or (kind, text, part)."""

from __future__ import annotations

from ingest.datamodel import AgendaItem, BlockKind, Decision, Meeting, Minutes, Paragraph, Part, Source
from ingest.facts import extract

Piece = str | tuple[BlockKind, str] | tuple[BlockKind, str, Part]


def item(*pieces: Piece, title: str = "An item", first: int = 1) -> AgendaItem:
    """An agenda item of these pieces; paragraphs are numbered from `first`."""
    made = []
    for place, piece in enumerate(pieces, start=first):
        kind: BlockKind = "paragraph" if isinstance(piece, str) else piece[0]
        text = piece if isinstance(piece, str) else piece[1]
        part: Part = piece[2] if len(piece) == 3 and not isinstance(piece, str) else "minutes"
        made.append(Paragraph(index=place, text=text, kind=kind, part=part))
    return AgendaItem(ordinal=1, title=title, paragraphs=tuple(made))


def extracted(*items: AgendaItem, format: str = "text") -> Minutes:
    """Minutes of these items with their facts."""
    meeting = Meeting(council=None, body=None, date=None)
    return extract(Minutes(meeting=meeting, title="m", items=items, source=Source(path="m", sha256="0", format=format)))


def decided(*pieces: Piece) -> tuple[Decision, ...]:
    """The decisions in one item of these pieces."""
    return extracted(item(*pieces)).items[0].decisions
