"""Write a meeting as a clerk's plain text export."""

from __future__ import annotations

from textwrap import TextWrapper

from meeting_source import Meeting, Para
from wording import long_date, wording

WIDTH = 80


def text_file(meeting: Meeting) -> str:
    """Return the minutes as plain text: a header block, capitals for headings, lines of 80 columns.

    Args:
        meeting: The meeting.

    Returns:
        The text.
    """
    words = wording(meeting.language)
    parts = [_header(meeting), words.present, *(_wrapped(para) for para in meeting.present)]
    for item in meeting.items:
        indent = " " * (len(item.number) + 2)
        heading = TextWrapper(width=WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        parts.append("\n" + heading.fill(f"{item.number}  {item.title.upper()}"))
        parts += [_wrapped(para) for para in item.paras()]
    parts.append(f"\n\n{words.chair}: {'.' * 34}    {words.date}: {'.' * 20}")
    return "\n\n".join(parts) + "\n"


def _header(meeting: Meeting) -> str:
    """Return the block that opens the export."""
    words = wording(meeting.language)
    rule = "=" * WIDTH
    when = f"{long_date(meeting.day, meeting.language)}, {meeting.time}"
    lines = [rule, meeting.council.upper(), meeting.body.upper(), "", when, meeting.venue, rule]
    if meeting.draft:
        lines.insert(1, words.draft_note)
    return "\n".join(lines)


def _wrapped(para: Para) -> str:
    """Return a paragraph broken into lines, a bullet behind a star."""
    first, later = ("  * ", "    ") if para.bullet else ("", "")
    wrapper = TextWrapper(width=WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False, break_long_words=False)
    return wrapper.fill(para.text)
