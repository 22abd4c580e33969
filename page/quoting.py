"""Where a quotation stands in the paragraphs that it was taken from."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.units import plain
from ingest.chunking import spoken
from ingest.datamodel import Paragraph


def shown(paragraph: Paragraph) -> str:
    """A paragraph's words as a reader sees them: bullets' marks are left to the layout."""
    return plain(spoken(paragraph))


def marked(paragraphs: Sequence[Paragraph], quote: str) -> list[Markup]:
    """The words of each paragraph, those of the quotation within <mark>; it may run over several paragraphs."""
    texts = [shown(paragraph) for paragraph in paragraphs]
    spans: dict[int, tuple[int, int]] = {}
    quotable = [place for place, one in enumerate(paragraphs) if one.kind != "label" and one.part != "agenda" and texts[place]]
    start = " ".join(texts[place] for place in quotable).find(quote) if quote else -1
    if start >= 0:
        offset = 0
        for place in quotable:
            spans[place] = (max(start - offset, 0), min(start + len(quote) - offset, len(texts[place])))
            offset += len(texts[place]) + 1
    return [_mark(text, *spans.get(place, (0, 0))) for place, text in enumerate(texts)]


def _mark(text: str, start: int, end: int) -> Markup:
    if start >= end:
        return Markup("{}").format(text)
    return Markup("{}<mark>{}</mark>{}").format(text[:start], text[start:end], text[end:])
