"""See that each file in `samples/minutes/` holds every paragraph of its source."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from make import MINUTES, SOURCES, render
from meeting_source import Meeting, Para, read_meeting
from selectolax.lexbor import LexborHTMLParser
from wording import wording


def missing_paragraphs(meeting: Meeting, folder: Path) -> list[str]:
    """Return the titles and paragraphs of a meeting that its files do not show.

    Args:
        meeting: The meeting as its source tells it.
        folder: Where the published files are.

    Returns:
        The missing texts; those of the Present part count only where a whole meeting is published.
    """
    if meeting.format == "moderngov-items":
        missing: list[str] = []
        for item, name in zip(meeting.items, render(meeting), strict=True):
            missing += _not_in(_text(folder / name, meeting), [Para(item.title), *item.paras()])
        return missing
    text = _text(folder / next(iter(render(meeting))), meeting)
    wanted = list(meeting.present)
    for item in meeting.items:
        wanted += [Para(item.number), Para(item.title), *item.paras()]
    return _not_in(text, wanted)


def _not_in(text: str, paras: list[Para]) -> list[str]:
    """Return the paragraphs that do not follow one another in the text."""
    missing, at = [], 0
    for para in paras:
        wanted = _squeezed(para.text)
        found = text.find(wanted, at)
        if found < 0:
            missing.append(para.text)
        else:
            at = found + len(wanted)
    return missing


def _squeezed(text: str) -> str:
    """Return text without white space and case, which formats set as they like."""
    return re.sub(r"\s+", "", text).casefold()


def _text(path: Path, meeting: Meeting) -> str:
    """Return the squeezed text of a published file."""
    match path.suffix:
        case ".html":
            body = LexborHTMLParser(path.read_text(encoding="utf-8")).body
            text = body.text(separator=" ") if body else ""
        case ".pdf":
            text = _pdf_text(path, meeting)
        case ".docx":
            text = "\n".join(_docx_lines(path))
        case _:
            text = re.sub(r"^  \* ", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return _squeezed(text)


def _pdf_text(path: Path, meeting: Meeting) -> str:
    """Return a PDF's text without its running heads."""
    pdfium: Any = importlib.import_module("pypdfium2")
    words = wording(meeting.language)
    texts = []
    for number, page in enumerate(pdfium.PdfDocument(path), 1):
        head = rf"\s*{re.escape(meeting.council)} - [\d.]+\s+{re.escape(words.page.format(number=number))}"
        texts.append(re.sub(head, "", page.get_textpage().get_text_range(), count=1))
    return "\n".join(texts)


def _docx_lines(path: Path) -> Iterator[str]:
    """Yield a Word document's paragraphs and table cells in order."""
    for part in Document(str(path)).iter_inner_content():
        if isinstance(part, Paragraph):
            yield part.text
        elif isinstance(part, Table):
            for row in part.rows:
                seen = {cell._tc: cell.text for cell in row.cells}
                yield from seen.values()


def main() -> int:
    """Verify every source against its files; return 1 if anything is missing."""
    failed = False
    for path in sorted(SOURCES.glob("*.md")):
        for text in missing_paragraphs(read_meeting(path), MINUTES):
            failed = True
            print(f"{path.name}: not in its output: {text[:100]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
