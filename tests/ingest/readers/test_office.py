"""Word, OpenDocument and RTF: files made by pandoc from invented minutes."""

from __future__ import annotations

import io
import subprocess
import zipfile

import pypandoc
import pytest

from ingest.datamodel import Source
from ingest.errors import UnreadableFile
from ingest.readers.kinds import Kind
from ingest.readers.office import read_office, refuse_doc

MINUTES = """---
title: Arwel Town Council
---

## Present

Councillors A. Bevan and C. Rees.

## Business

48. Apologies

    None were received.

49. Finance

    - The balance was £20.

| Councillor | Interest |
|------------|----------|
| A. Bevan   | Landlord |
"""


def make(form: str, markdown: str = MINUTES) -> bytes:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", form, "-s", "-o", "-"],
        input=markdown.encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout


def read(data: bytes, kind: Kind) -> Source:
    return read_office(data, "minutes", "0" * 64, kind)


def repack(data: bytes, changes: dict[str, str]) -> bytes:
    """Return the package with members added or replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in changes:
                new.writestr(info, old.read(info))
        for name, text in changes.items():
            new.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(("form", "kind"), [("docx", Kind.DOCX), ("odt", Kind.ODT)])
def test_titles_lists_and_tables(form: str, kind: Kind) -> None:
    source = read(make(form), kind)
    found = [(block.kind, block.text) for block in source.blocks]
    assert source.format == form
    texts = [text for _, text in found]
    assert texts[:3] == ["Arwel Town Council", "Present", "Councillors A. Bevan and C. Rees."]
    assert found[1][0] == "heading"
    assert texts.index("48. Apologies") < texts.index("None were received.") < texts.index("49. Finance")
    assert ("bullet", "The balance was £20.") in found
    assert ("row", "A. Bevan | Landlord") in found


def test_rtf_is_read() -> None:
    assert "Councillors A. Bevan and C. Rees." in [block.text for block in read(make("rtf"), Kind.RTF).blocks]


def test_the_page_head_is_kept_where_the_text_does_not_say_it() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'

    def head(text: str) -> str:
        mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
        return f"<w:hdr {space}><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{mark}</w:hdr>"

    data = make("docx")
    said, unsaid = (
        repack(data, {"word/header1.xml": head("Arwel Town Council")}),
        repack(data, {"word/header1.xml": head("Planning Committee")}),
    )
    assert read(said, Kind.DOCX).blocks[0].text == "Arwel Town Council"
    assert read(unsaid, Kind.DOCX).blocks[0].text == "Planning Committee"
    assert read(unsaid, Kind.DOCX).stated.status == "draft"
    assert read(data, Kind.DOCX).stated.status is None


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_file_that_is_cut_short_is_refused(keep: float) -> None:
    data = make("docx")
    with pytest.raises(UnreadableFile, match="cut short"):
        read(data[: int(len(data) * keep)], Kind.DOCX)


def test_a_package_without_a_document_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/styles.xml", "<a/>")
    with pytest.raises(UnreadableFile, match="holds no DOCX document"):
        read(buffer.getvalue(), Kind.DOCX)


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read(repack(make("docx"), {"word/document.xml": "<w:document><unclosed"}), Kind.DOCX)


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        read(make("docx", "\n"), Kind.DOCX)


def test_old_word_files_say_what_to_do() -> None:
    assert ".docx" in refuse_doc(b"\xd0\xcf\x11\xe0 Word.Document.8", "a.doc").hint
    assert "password" in refuse_doc(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.docx").message
