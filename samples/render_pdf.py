"""Write a meeting as the PDF that Word makes of council minutes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from meeting_source import Meeting, Para, is_subheading
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, SimpleDocTemplate, Spacer
from wording import long_date, wording

REGULAR, BOLD = "Caladea", "Caladea-Bold"
SIZE = 11.5
# (line spacing, space after a paragraph) in points, the usual one first.
SPACINGS = tuple((15.0 + line / 4, 9.0 + gap) for gap in (0, -1, 1, -2, 2) for line in (0, 1, -1, 2, -2, 3, -3, 4, 5, 6))
RECORDED_VOTE = re.compile(r"(For|Against|O blaid|Yn erbyn)\b[^:]*\(\d\d\):")


class _Para(Paragraph):
    """A paragraph that tells its page when it is set; the pieces of a broken one share its key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = -1
        self.seen: dict[int, set[int]] = {}

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Split at the foot of a page, handing the key on."""
        pieces: list[Flowable] = super().split(availWidth, availHeight)
        for piece in pieces:
            if isinstance(piece, _Para):
                piece.key, piece.seen = self.key, self.seen
        return pieces

    def draw(self) -> None:
        """Set the paragraph and note the page."""
        if self.key >= 0:
            self.seen.setdefault(self.key, set()).add(self.canv.getPageNumber())
        super().draw()


def pdf_file(meeting: Meeting) -> bytes:
    """Return the minutes as a PDF, the same bytes every time.

    A recorded vote is made to fall over a page break, as the real ones do: the first spacing that does it is taken.

    Args:
        meeting: The meeting.

    Returns:
        The content of the file.
    """
    for font, name in ((REGULAR, "Caladea-Regular"), (BOLD, "Caladea-Bold")):
        with (files("font_caladea") / "files" / f"{name}.ttf").open("rb") as file:
            pdfmetrics.registerFont(TTFont(font, io.BytesIO(file.read())))
    votes = [n for n, para in enumerate(_all_paras(meeting)) if RECORDED_VOTE.match(para.text)]
    first = b""
    for leading, gap in SPACINGS if votes else SPACINGS[:1]:
        content, pages = _build(meeting, leading, gap)
        first = first or content
        if any(len(pages[n]) > 1 for n in votes):
            return content
    return first


def _all_paras(meeting: Meeting) -> list[Para]:
    """Return every paragraph of the meeting in order."""
    return [*meeting.present, *(para for item in meeting.items for para in item.paras())]


def _build(meeting: Meeting, leading: float, gap: float) -> tuple[bytes, dict[int, set[int]]]:
    """Set the minutes with one spacing of lines and paragraphs.

    Returns:
        The PDF, and for each paragraph's place in the minutes the pages it stands on.
    """
    pages: dict[int, set[int]] = {}
    buffer = io.BytesIO()
    words = wording(meeting.language)
    document = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        topMargin=2.6 * cm,
        bottomMargin=2.2 * cm,
        title=f"{words.proceedings}: {meeting.body}, {meeting.day.isoformat()}",
        author=meeting.council,
        lang=f"{meeting.language}-GB",
        invariant=1,
        pageCompression=0,
    )
    head = _running_head(meeting)
    document.build(_story(meeting, leading, gap, pages), onFirstPage=head, onLaterPages=head)
    return buffer.getvalue(), pages


def _running_head(meeting: Meeting) -> Callable[[Canvas, Any], None]:
    """Return the function that sets the running head of a page."""
    words = wording(meeting.language)

    def draw(canvas: Canvas, document: Any) -> None:
        canvas.setFont(REGULAR, 9)
        canvas.drawString(2.5 * cm, A4[1] - 1.6 * cm, f"{meeting.council} - {meeting.day:%d.%m.%Y}")
        canvas.drawRightString(A4[0] - 2.5 * cm, A4[1] - 1.6 * cm, words.page.format(number=document.page))

    return draw


def _story(meeting: Meeting, leading: float, gap: float, pages: dict[int, set[int]]) -> list[Flowable]:
    """Return everything below the running head, in order."""
    words = wording(meeting.language)
    plain = ParagraphStyle("plain", fontName=REGULAR, fontSize=SIZE, leading=leading, spaceAfter=gap, allowOrphans=1)
    bullet = ParagraphStyle("bullet", plain, leftIndent=1.2 * cm, bulletIndent=0.6 * cm, bulletFontName=REGULAR)
    bold = ParagraphStyle("bold", plain, fontName=BOLD, spaceBefore=leading * 0.5)
    title = ParagraphStyle("title", bold, fontSize=14, leading=20, alignment=TA_CENTER)
    date = long_date(meeting.day, meeting.language)
    opening = words.minutes_of.format(body=meeting.body, venue=meeting.venue, date=date, time=meeting.time)
    story: list[Flowable] = [Paragraph(escape(meeting.council.upper()), title), Paragraph(escape(opening), bold)]
    if meeting.draft:
        story.append(Paragraph(words.draft_note, bold))
    story.append(Paragraph(words.present, bold))
    key = 0
    for item in [None, *meeting.items]:
        if item is not None:
            story += [CondPageBreak(2.2 * cm), Paragraph(escape(f"{item.number} {item.title.upper()}"), bold)]
        for para in meeting.present if item is None else item.paras():
            style = bullet if para.bullet else bold if is_subheading(para) else plain
            flowable = _Para(escape(para.text), style, bulletText="•" if para.bullet else None)
            flowable.key, flowable.seen, key = key, pages, key + 1
            story.append(flowable)
    signature = f"{words.chair}: {'.' * 40}   {words.date}: {'.' * 20}"
    return [*story, Spacer(1, 1.2 * cm), Paragraph(signature, plain)]
