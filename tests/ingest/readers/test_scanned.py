"""Scanned PDFs: read with the `ocr` extra, refused without it in a way that says how to get it. The scans are made here."""

from __future__ import annotations

import importlib.util
import io

import pypdfium2 as pdfium
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFile
from ingest.facts import extract
from ingest.parse import parse
from ingest.readers import scanned
from ingest.readers.pdf import read_pdf

PAGE = [
    "PENLLYN TOWN COUNCIL",
    "Minutes of the meeting held on Tuesday 4 March 2025 in the Town Hall",
    "",
    "1. Apologies",
    "Apologies were received from Councillor Ann Ash.",
    "",
    "2. Bridge at Pont Gadno",
    "The Clerk reported that the county would repair the bridge at a cost of 12,450",
    "pounds, and that the work would be let by tender in the autumn.",
    "RESOLVED that the report be noted.",
]

needs_ocr = pytest.mark.skipif(
    importlib.util.find_spec("rapidocr") is None, reason="the ocr extra is not installed: pip install -e '.[ocr]' runs this test"
)


def scan(lines: list[str], pages: int = 1) -> bytes:
    """A PDF of pictures of pages, without any text."""
    printed, pictured = io.BytesIO(), io.BytesIO()
    canvas = Canvas(printed, pagesize=(595, 842))
    for place, line in enumerate(lines):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 780 - 20 * place, line)
    canvas.showPage()
    canvas.save()
    picture = pdfium.PdfDocument(printed.getvalue())[0].render(scale=2).to_pil()
    canvas = Canvas(pictured, pagesize=(595, 842))
    for _ in range(pages):
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return pictured.getvalue()


@needs_ocr
def test_a_scan_is_read_and_marked() -> None:
    minutes = extract(parse(read_pdf(scan(PAGE), "scan.pdf", "0" * 64)))
    assert minutes.source.warnings == ("scanned pages, read by OCR, the text may contain errors: 1",)
    assert str(minutes.meeting.date) == "2025-03-04"
    assert [item.number for item in minutes.items if item.number] == ["1", "2"]
    assert [decision.kind for item in minutes.items for decision in item.decisions] == ["resolved"]
    assert any("12,450 pounds" in paragraph.text for item in minutes.items for paragraph in item.paragraphs)


@needs_ocr
def test_a_scan_of_an_empty_page_says_nothing() -> None:
    with pytest.raises(UnreadableFile, match="is a scan: 1 page of pictures") as caught:
        read_pdf(scan([]), "blank.pdf", "0" * 64)
    assert "no words" in caught.value.hint


def test_without_the_extra_a_scan_is_refused_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned, "available", lambda: False)
    with pytest.raises(UnreadableFile, match="is a scan: 2 pages of pictures without text") as caught:
        read_pdf(scan(PAGE, pages=2), "scan.pdf", "0" * 64)
    assert "'.[ocr]'" in caught.value.hint


def test_pieces_beside_each_other_are_one_line() -> None:
    pieces = [
        scanned.ReadLine("Ash", 200, 230, 701, 11),
        scanned.ReadLine("second line", 72, 140, 680, 12),
        scanned.ReadLine("Councillor Ann", 72, 190, 700, 12),
    ]
    assert [line.text for line in scanned.on_lines(pieces)] == ["Councillor Ann Ash", "second line"]
