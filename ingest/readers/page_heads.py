"""What stands in the page heads of Word and OpenDocument files, which pandoc leaves out: often the council's name, or the word DRAFT."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator

from ingest.readers.lines import page_number
from ingest.text import fold_space

_DRAFT_MARK = re.compile(r'<v:textpath\b[^>]*string="[^"]*\b(?:draft|drafft)\b', re.IGNORECASE)
_MOST_BYTES = 4 * 1024 * 1024


def page_heads(data: bytes) -> tuple[list[str], bool]:
    """Return the lines of the page heads of a DOCX or ODT, each once, and whether a DRAFT watermark lies under the pages."""
    lines: dict[str, None] = {}
    draft = False
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for info in package.infolist():
            if not re.fullmatch(r"word/header\d*\.xml|styles\.xml", info.filename) or info.file_size > _MOST_BYTES:
                continue
            markup = package.read(info).decode("utf-8", "replace")
            draft = draft or _DRAFT_MARK.search(markup) is not None
            lines.update(dict.fromkeys(line for line in _lines(markup) if page_number(line) is None and any(map(str.isalpha, line))))
    return list(lines), draft


def _lines(markup: str) -> Iterator[str]:
    """Yield the paragraphs of a Word header, or of the headers among OpenDocument's styles."""
    try:
        root = ElementTree.fromstring(markup)
    except ElementTree.ParseError:
        return
    heads = [root] if root.tag.endswith("}hdr") else [element for element in root.iter() if str(element.tag).endswith("}header")]
    for head in heads:
        for paragraph in head.iter():
            if str(paragraph.tag).endswith(("wordprocessingml/2006/main}p", "text:1.0}p", "text:1.0}h")):
                text = "".join(piece.text or "" for piece in paragraph.iter() if str(piece.tag).endswith(("}t", "}p", "}span", "}h")))
                if folded := fold_space(text):
                    yield folded
