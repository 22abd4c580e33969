"""A sheet as a Word file: pandoc's tree in, real footnotes and heading styles out, the same bytes every time."""

from __future__ import annotations

import io
import json
import re
import tempfile
import zipfile
from pathlib import Path

from assistant.export.sheet import Sheet
from assistant.export.word_styles import reference
from assistant.export.word_tree import Tree

_CORE = "docProps/core.xml"

_TABLE = re.compile(rb"<w:tbl>.*?</w:tbl>", re.DOTALL)


def word(sheet: Sheet) -> bytes:
    """The whole document."""
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        styles, written = Path(folder) / "reference.docx", Path(folder) / "written.docx"
        styles.write_bytes(reference(sheet.draft))
        pypandoc.convert_text(
            json.dumps(Tree(sheet).document()),
            "docx",
            format="json",
            outputfile=str(written),
            extra_args=[f"--reference-doc={styles}"],
        )
        return settled(written.read_bytes(), sheet)


def settled(content: bytes, sheet: Sheet) -> bytes:
    """The same file without what differs from one run to the next: times in the archive and in the properties."""
    when = f"{sheet.day.isoformat()}T00:00:00Z"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in sorted(made.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            data = made.read(name)
            if name == _CORE:
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + when.encode(), data)
            if name == "word/document.xml":
                data = _TABLE.sub(_unsplit, data)
            entry = zipfile.ZipInfo(name, (max(1980, sheet.day.year), sheet.day.month, sheet.day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            kept.writestr(entry, data)
    return out.getvalue()


def _unsplit(table: re.Match[bytes]) -> bytes:
    """No row runs over a page's end, but for stories in two columns, which may be longer than a page."""
    if b'<w:tblStyle w:val="Beside"' in table[0]:
        return table[0]
    return re.sub(rb"<w:tr>(?!<w:trPr>)", b"<w:tr><w:trPr><w:cantSplit/></w:trPr>", table[0])
