"""An item's paragraphs as one running text, so that a motion that runs over paragraphs and pages can be read as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ingest.datamodel import Paragraph


class Running:
    """Paragraphs joined by newlines, with the way back from an offset in the text to a paragraph."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = tuple(paragraphs)
        self.starts: list[int] = []
        length = 0
        for paragraph in self.paragraphs:
            self.starts.append(length)
            length += len(paragraph.text) + 1
        self.text = "\n".join(paragraph.text for paragraph in self.paragraphs)

    def order_at(self, offset: int) -> int:
        """Which paragraph (from 0, among these) the offset falls in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def evidence(self, start: int, end: int) -> tuple[int, int]:
        """First and last paragraph, by their index in the source, of `text[start:end]`."""
        return self.paragraphs[self.order_at(start)].index, self.paragraphs[self.order_at(max(start, end - 1))].index

    def paragraph_end(self, order: int) -> int:
        """The offset just after a paragraph's text."""
        return self.starts[order] + len(self.paragraphs[order].text)
