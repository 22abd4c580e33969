"""From blocks of text to minutes: which meeting, which items, which paragraphs."""

from __future__ import annotations

from pathlib import PurePosixPath

from ingest.datamodel import Minutes, Source
from ingest.parse.agenda import cuts, items_of
from ingest.parse.identity import document_title, inferred_date, meeting_of

__all__ = ["parse"]

_HEADED = ("markdown", "text", "docx", "odt", "rtf", "pdf", "html")


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
    # a transcript has no heading: its first lines are somebody's speech
    title = _file_stem(source.path) if source.format == "transcript" else document_title(source, first)
    items = items_of(source, begins, meeting.language, title)
    if source.format == "moderngov-item" and items:
        title = items[0].title
    warnings = list(source.warnings)
    if meeting.date is None and source.format in _HEADED and (inferred := inferred_date(source, first)):
        meeting = meeting.model_copy(update={"date": inferred})
        warnings.append(
            f"the year of the meeting is not stated beside its day: {inferred} is the only year in the text that fits the weekday"
        )
    elif meeting.date is None and source.format != "transcript":
        warnings.append("no meeting date is stated in the text")
    if source.format not in ("transcript", "moderngov-item") and len(items) == 1 and items[0].ordinal == 0:
        warnings.append("no agenda items recognised: the document is kept as one item")
    return Minutes(meeting=meeting, title=title, items=items, source=source, warnings=tuple(warnings))


def _file_stem(path: str) -> str:
    """The file's name without its ending, as words: 'covid 0' of 'minutes.zip!/covid_0.txt'."""
    return " ".join(PurePosixPath(path.replace("\\", "/")).stem.replace("_", " ").split()) or "transcript"
