"""PDF to blocks: lines with their place on the page, put in reading order and joined to paragraphs by geometry."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING

from ingest.datamodel import Source
from ingest.errors import UnreadableFile
from ingest.readers import scanned
from ingest.readers.joining import join, measure
from ingest.readers.lines import Line, is_lone_bullet, is_rule, page_number, strip_leaders, take_bullet
from ingest.readers.pagination import drop_page_furniture
from ingest.text import fold_space

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_LENGTH = re.compile(rb"/Linearized\b.{0,120}?/L\s+(\d+)", re.DOTALL)
_BREAK = re.compile("\r\n|(?<=\\S)[ \t](?=[\uf000-\uf0ff] ?\\S)")
# A line that begins this far right (of the page's width) can be an entry in the column of actions.
_ACTION_FROM = 0.78
_ACTION = re.compile(r"[^\W\d_][^\W\d_/.&,' -]{0,11}(?:[/&, ]{1,2}[^\W\d_]{1,12}){0,3}")


@dataclass(slots=True)
class _Placed:
    """A line as it stands on the page, in points from the bottom left."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    bold: bool
    trailer: str = ""
    bulleted: bool = False


def read_pdf(data: bytes, name: str, digest: str) -> Source:
    """Read the text of a PDF.

    Raises:
        UnreadableFile: If it is locked, damaged, cut short, or a scan without text.
    """
    pages = _pages(data, name)
    if not pages:
        raise UnreadableFile(f"{name}: the PDF has no pages", "Check the file in a PDF viewer.")
    silent = [number for number, _, placed in pages if not placed]
    seen = _seen(data, name, silent) if silent and scanned.available() else {}
    pages = [(number, width, seen.get(number, placed)) for number, width, placed in pages]
    if not any(placed for _, _, placed in pages):
        raise UnreadableFile(
            f"{name}: is a scan: {len(pages)} page{'s' * (len(pages) != 1)} of pictures without text",
            "OCR found no words on its pages: check the scan." if scanned.available() else f"Reading scans needs OCR. {scanned.HINT}",
        )
    lines = drop_page_furniture([line for number, width, placed in pages for line in _lines(number, width, placed)])
    layout = measure(lines)
    by_ocr = [number for number in silent if seen.get(number)]
    unread = [number for number in silent if number not in by_ocr]
    warnings = [f"scanned pages, read by OCR, the text may contain errors: {', '.join(map(str, by_ocr))}"] if by_ocr else []
    warnings += [f"pages without text, perhaps scanned: {', '.join(map(str, unread))}"] if unread else []
    return Source(path=name, sha256=digest, format="pdf", blocks=tuple(join(lines, layout)), warnings=tuple(warnings))


def _seen(data: bytes, name: str, silent: Sequence[int]) -> dict[int, list[_Placed]]:
    """Return what OCR reads on the pages without text."""
    document = _open(data, name)
    try:
        return {
            number: [_Placed(*line, bold=False) for line in scanned.read_page(document[number - 1])]
            for number in silent
            if any(True for _ in document[number - 1].get_objects(max_depth=2))
        }
    finally:
        document.close()


def _pages(data: bytes, name: str) -> list[tuple[int, float, list[_Placed]]]:
    """Return number, width and lines of every page."""
    import pypdfium2 as pdfium

    document = _open(data, name)
    try:
        return [(number, *_placed(page)) for number, page in enumerate(document, start=1)]
    except pdfium.PdfiumError as error:
        raise UnreadableFile(f"{name}: a page of the PDF is damaged ({error})", "Download or copy it again.") from error
    finally:
        document.close()


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    import pypdfium2 as pdfium

    linear = _LENGTH.search(data[:2048])
    if b"%%EOF" not in data[-65536:] or (linear and int(linear[1]) > len(data)):
        raise UnreadableFile(f"{name}: the PDF is cut short ({len(data)} bytes)", "Download or copy it again.")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFile(
                f"{name}: the PDF is encrypted and needs a password", "Open it, and save or print it as a PDF without a password."
            ) from error
        raise UnreadableFile(f"{name}: the PDF is damaged ({error})", "Download or copy it again.") from error


def _placed(page: pdfium.PdfPage) -> tuple[float, list[_Placed]]:
    """Return the width of a page and its lines in the order of the file."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        measurable = text_page.count_chars() == len(text)
        found: list[_Placed] = []
        for start, end in _line_spans(text):
            raw = text[start:end]
            if raw.strip():
                first = start + len(raw) - len(raw.lstrip())
                found.append(
                    _place(text_page, raw, first, start + len(raw.rstrip()) - 1)
                    if measurable
                    else _Placed(raw.strip(), 0, 0, -start, 0, False)
                )
        return page.get_width(), found
    finally:
        text_page.close()
        page.close()


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends: at line breaks, and before a bullet that the file runs on in the line before it."""
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _place(text_page: pdfium.PdfTextPage, raw: str, first: int, last: int) -> _Placed:
    left, bottom, _, top = text_page.get_charbox(first, loose=True)
    _, _, right, _ = text_page.get_charbox(last, loose=True)
    return _Placed(raw.strip(), left, right, bottom, top - bottom, _is_bold(text_page, first) and _is_bold(text_page, last))


def _is_bold(text_page: pdfium.PdfTextPage, index: int) -> bool:
    """Tell bold by the font's name; weights are often missing or nonsense."""
    import pypdfium2.raw as raw

    buffer, flags = ctypes.create_string_buffer(64), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, buffer, 64, ctypes.byref(flags))
    return b"bold" in buffer.value.lower()


def _lines(number: int, width: float, placed: list[_Placed]) -> Iterator[Line]:
    """Yield the lines of a page as the joiner wants them."""
    placed = _in_order(_attach_actions(_attach_bullets(placed), width))
    ratio = _pitch(placed)
    margins = _margins(placed)
    before: _Placed | None = None
    height = max((line.bottom for line in placed), default=0.0)
    for place, line in enumerate(placed):
        if is_rule(line.text) or (
            page_number(line.text) is not None and not height * 0.12 < line.bottom < height * 0.93 and 0 < place < len(placed) - 1
        ):
            continue
        bare, bullet = take_bullet(line.text)
        bullet = bullet or line.bulleted
        text = fold_space(strip_leaders(bare))
        if not text:
            continue
        size = max(1.0, (line.right - line.left) / len(line.text))
        made = Line(text, page=number, bullet=bullet, style="bold" if line.bold else "", indent=round(line.left / 5), trailer=line.trailer)
        made.room = max(0, int((margins[place] - line.right) / size)) if line.height else -1
        made.new_page = before is None
        made.gap = 0 if before is None else _gap(before, line, ratio)
        before = line
        yield made


def _in_order(placed: list[_Placed]) -> list[_Placed]:
    """Put the lines of a page of one column top to bottom; one with columns or tables keeps the file's order, head and foot apart."""
    body = sorted(placed, key=lambda line: -line.bottom)
    beside = sum(
        upper.bottom - lower.bottom < 0.6 * upper.height and (upper.right < lower.left or lower.right < upper.left)
        for upper, lower in pairwise(body)
    )
    if beside <= 1:
        return body
    heads = [line for line, _ in takewhile(lambda pair: pair[0].bottom - pair[1].bottom > 0.6 * pair[0].height, pairwise(body[:3]))]
    feet = [line for line, _ in takewhile(lambda pair: pair[1].bottom - pair[0].bottom > 1.5 * pair[0].height, pairwise(body[:-4:-1]))][
        ::-1
    ]
    apart = {id(line) for line in [*heads, *feet]}
    return [*heads, *(line for line in placed if id(line) not in apart), *feet]


def _attach_bullets(placed: list[_Placed]) -> list[_Placed]:
    """Hang bullet marks that PDFium gives as lines of their own on the lines that they stand before."""
    marks = [line for line in placed if line.height and is_lone_bullet(line.text)]
    gone: set[int] = set()
    for mark in marks:
        beside = [
            line
            for line in placed
            if line not in marks and line.left > mark.left and abs(line.bottom - mark.bottom) < 0.6 * max(line.height, mark.height)
        ]
        if beside:
            min(beside, key=lambda line: line.left).bulleted = True
            gone.add(id(mark))
    return [line for line in placed if id(line) not in gone] if gone else placed


def _attach_actions(placed: list[_Placed], width: float) -> list[_Placed]:
    """Hang the entries of a column of actions on the lines that they stand beside, so that they end up at the end of those paragraphs.

    Entries are initials or names ('RB', 'Clerk', 'S/C') that stand flush with each other far right; sums in a table are none.
    """
    right = [line for line in placed if line.left > width * _ACTION_FROM]
    edge = min((line.left for line in right), default=0.0)
    entries = [line for line in right if line.left < edge + 12 and _ACTION.fullmatch(line.text)]
    body = [line for line in placed if line not in entries and line.left < edge - 80]
    if not entries or len(entries) < 0.8 * len(right) or not body:
        return placed
    if sum(any(abs(line.bottom - entry.bottom) < 0.6 * entry.height for line in body) for entry in entries) < 0.5 * len(entries):
        return placed
    for entry in sorted(entries, key=lambda line: -line.bottom):
        nearest = min(body, key=lambda line: abs(line.bottom - entry.bottom))
        nearest.trailer = f"{nearest.trailer} {entry.text}".strip()
    return [line for line in placed if line not in entries]


def _pitch(placed: list[_Placed]) -> float:
    """Return the distance of lines within a paragraph, in line heights."""
    steps = [
        (upper.bottom - lower.bottom) / upper.height
        for upper, lower in pairwise(placed)
        if upper.height > 0 and 0.5 < (upper.bottom - lower.bottom) / upper.height < 3 and lower.text[:1].islower()
    ]
    return median(steps) if len(steps) >= 3 else 1.2


def _gap(upper: _Placed, lower: _Placed, ratio: float) -> int:
    """Return 0 for lines of one paragraph's spacing, 1 for a wider space, 2 where the text goes on in another column or cell."""
    step = upper.bottom - lower.bottom
    if upper.height <= 0:
        return 0
    if step <= 0.3 * upper.height:
        return 3
    return 1 if step > ratio * 1.3 * max(upper.height, lower.height) else 0


def _margins(placed: list[_Placed]) -> list[float]:
    """Return for each line where a full line would end: by the lines set flush with it around it, else by the page."""
    rights = sorted(line.right for line in placed if len(line.text) > 30)
    page = rights[int(len(rights) * 0.97)] if rights else 0.0
    margins = [page] * len(placed)
    start = 0
    for place in range(1, len(placed) + 1):
        if place < len(placed) and abs(placed[place].left - placed[start].left) < 3 and placed[place].bottom < placed[place - 1].bottom:
            continue
        run = placed[start:place]
        most = max(line.right for line in run)
        near = sum(line.right > most - 0.2 * (most - line.left) for line in run[:-1])
        if len(run) >= 3 and near >= 0.6 * (len(run) - 1):
            margins[start:place] = [most] * len(run)
        start = place
    return margins
