"""PDF: order, paragraphs, heads and feet, action columns, bad files. The PDFs are drawn here, text invented."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.datamodel import Source
from ingest.errors import UnreadableFile
from ingest.readers.pdf import read_pdf

LONG = [
    "The Clerk reported that the county had agreed to repair the bridge at Pont",
    "Gadno before the winter, and that the work would be let by tender in the",
    "autumn. It was noted that the footpath below it would have to be closed.",
]


def draw(page: Callable[[Canvas, int], object], pages: int = 1, password: str | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), encrypt=StandardEncryption(password) if password else None)
    for number in range(1, pages + 1):
        page(canvas, number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(canvas: Canvas, found: list[str], top: float, left: float = 72, font: str = "Helvetica", step: float = 14) -> float:
    canvas.setFont(font, 11)
    for line in found:
        canvas.drawString(left, top, line)
        top -= step
    return top


def read(data: bytes) -> Source:
    return read_pdf(data, "minutes.pdf", "0" * 64)


def test_paragraphs_headings_bullets_and_pages() -> None:
    def page(canvas: Canvas, number: int) -> None:
        lines(canvas, ["Arwel Town Council minutes"], 800)
        top = lines(canvas, [f"{number}. Bridges" if number == 1 else "2. Paths"], 770, font="Helvetica-Bold")
        top = lines(canvas, LONG if number == 1 else ["The path was open."], top)
        if number == 1:
            top = lines(canvas, ["It was agreed to write again."], top - 12)
            lines(canvas, ["• the owner of the field at the north end of the village would be told about the", "work by letter"], top - 12)
        lines(canvas, [f"Total: £{number}0"], 60)
        lines(canvas, [f"Page {number} of 2"], 40, left=280)

    source = read(draw(page, pages=2))
    rest = [
        "It was agreed to write again.",
        "the owner of the field at the north end of the village would be told about the work by letter",
    ]
    first = ["Arwel Town Council minutes", "1. Bridges", " ".join(LONG), *rest, "Total: £10"]
    assert [block.text for block in source.blocks] == [*first, "2. Paths", "The path was open.", "Total: £20"]
    assert [block.page for block in source.blocks] == [1] * 6 + [2] * 3
    assert [block.kind for block in source.blocks[1:5]] == ["heading", "paragraph", "paragraph", "bullet"]


def test_entries_of_an_action_column_end_the_paragraphs_they_stand_beside() -> None:
    def page(canvas: Canvas, _: int) -> None:
        lines(canvas, ["1 Bridges"], 770, font="Helvetica-Bold")
        lines(canvas, LONG, 756)
        lines(canvas, ["2 Paths"], 690, font="Helvetica-Bold")
        lines(canvas, LONG, 676)
        lines(canvas, ["AB"], 742, left=530, font="Helvetica-Bold")
        lines(canvas, ["Clerk", "CD"], 676, left=530, font="Helvetica-Bold")

    texts = [block.text for block in read(draw(page)).blocks]
    assert texts == ["1 Bridges", " ".join(LONG) + " AB", "2 Paths", " ".join(LONG) + " Clerk CD"]


def test_text_drawn_out_of_order_is_read_from_top_to_bottom() -> None:
    def page(canvas: Canvas, _: int) -> None:
        lines(canvas, ["Third, the meeting closed."], 600)
        lines(canvas, ["First, apologies were received."], 700)
        lines(canvas, ["Second, the budget was set."], 650)

    assert [block.text.split(",")[0] for block in read(draw(page)).blocks] == ["First", "Second", "Third"]


def test_columns_of_prose_are_not_mixed() -> None:
    def page(canvas: Canvas, _: int) -> None:
        lines(canvas, ["Left one goes on over", "several short lines and", "ends down here."], 700)
        lines(canvas, ["Right one goes on over", "several short lines and", "ends down there."], 700, left=320)

    assert [block.text for block in read(draw(page)).blocks] == [
        "Left one goes on over several short lines and ends down here.",
        "Right one goes on over several short lines and ends down there.",
    ]


def test_a_vote_over_a_page_break_keeps_its_names_and_loses_the_page_number() -> None:
    def page(canvas: Canvas, number: int) -> None:
        if number == 1:
            lines(canvas, LONG, 770)
            lines(canvas, ["For the motion, on a recorded vote of the Council: Bevan, Pryce, Rees, Tudor,"], 700)
        else:
            lines(canvas, ["Samuel and Vaughan.", "", "(6)"], 800)
        lines(canvas, [str(number)], 40, left=297)

    texts = [block.text for block in read(draw(page, pages=2)).blocks]
    assert texts[1:] == ["For the motion, on a recorded vote of the Council: Bevan, Pryce, Rees, Tudor, Samuel and Vaughan.", "(6)"]


def test_a_pdf_of_pictures_is_a_scan() -> None:
    with pytest.raises(UnreadableFile, match="scan: 2 pages") as caught:
        read(draw(lambda canvas, _: canvas.rect(50, 50, 400, 600, fill=1), pages=2))
    assert "OCR" in caught.value.hint


def test_pages_without_text_are_warned_of() -> None:
    def page(canvas: Canvas, number: int) -> None:
        if number == 1:
            lines(canvas, LONG, 770)
        else:
            canvas.rect(50, 50, 400, 600, fill=1)

    assert "2" in read(draw(page, pages=2)).warnings[0]


def test_an_encrypted_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="password"):
        read(draw(lambda canvas, _: lines(canvas, LONG, 770), password="secret"))


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.95])
def test_a_pdf_that_is_cut_short_is_refused(keep: float) -> None:
    data = draw(lambda canvas, _: lines(canvas, LONG, 770))
    with pytest.raises(UnreadableFile, match=r"cut short|damaged"):
        read(data[: int(len(data) * keep)])
