"""From blocks of text to minutes: which meeting, which items, which paragraphs."""

from __future__ import annotations

from ingest.datamodel import Minutes, Source
from ingest.parse.agenda import cuts, items_of
from ingest.parse.identity import document_title, meeting_of

__all__ = ["parse"]


def parse(source: Source) -> Minutes:
    """Read the structure of minutes off their blocks.

    Args:
        source: One file as read; what it states of the meeting wins over what its heading seems to say.

    Returns:
        The meeting, the title, and the items in order; every block stands in exactly one item, as a paragraph or as its title.
        Facts (decisions, actions, exempt) are left to `ingest.facts`.
    """
    begins = cuts(source) if source.format != "moderngov-item" else []
    first = begins[0].block if begins else 0
    meeting = meeting_of(source, first)
    title = document_title(source, first)
    items = items_of(source, begins, meeting.language, title)
    if source.format == "moderngov-item" and items:
        title = items[0].title
    warnings = list(source.warnings)
    if meeting.date is None and source.format != "transcript":
        warnings.append("no meeting date is stated in the text")
    if source.format not in ("transcript", "moderngov-item") and len(items) == 1 and items[0].ordinal == 0:
        warnings.append("no agenda items recognised: the document is kept as one item")
    return Minutes(meeting=meeting, title=title, items=items, source=source, warnings=tuple(warnings))
