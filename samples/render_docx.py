"""Write a meeting as the Word document a committee clerk sends round."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from meeting_source import Meeting, Para, is_subheading
from wording import long_date, wording

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
COLUMNS = (Cm(4.4), Cm(11.5))
TABLE_STYLES = ("Normal Table", "Table Grid")


def docx_file(meeting: Meeting) -> bytes:
    """Return the minutes as a Word document, the same bytes every time.

    Args:
        meeting: The meeting.

    Returns:
        The content of the file.
    """
    words = wording(meeting.language)
    document = Document()
    _slim(document)
    _set_styles(document, meeting)
    _set_properties(document, meeting)
    document.add_paragraph(meeting.council, style="Title")
    document.add_paragraph(meeting.body, style="Subtitle")
    if meeting.draft:
        document.add_paragraph(words.draft_note)
    date = long_date(meeting.day, meeting.language)
    body = meeting.body
    document.add_paragraph(words.minutes_of.format(body=body, venue=meeting.venue, date=date, time=meeting.time))
    document.add_heading(words.present, level=2)
    _attendance(document, meeting)
    for item in meeting.items:
        document.add_heading(f"{item.number} {item.title}", level=1)
        for para in item.paras():
            added = document.add_paragraph(para.text, style="List Bullet" if para.bullet else "Normal")
            added.runs[0].bold = is_subheading(para) or None
    document.add_paragraph(f"{words.chair}: {'.' * 40}   {words.date}: {'.' * 20}")
    buffer = io.BytesIO()
    document.save(buffer)
    return _fixed_zip(buffer.getvalue())


def _slim(document: DocumentType) -> None:
    """Drop what the default template carries for nothing: a preview, old styles, a hundred table styles."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in relations.items() if rel.reltype.endswith(("WithEffects", "thumbnail"))]:
            del relations[key]
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in TABLE_STYLES:
            style.delete()


def _set_styles(document: DocumentType, meeting: Meeting) -> None:
    """Make the default template look like council minutes: Arial, black headings, a page number below."""
    for name, size in (("Normal", 11), ("Title", 16), ("Subtitle", 13), ("Heading 1", 12), ("Heading 2", 11)):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
        style.font.bold = name != "Normal"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), f"{meeting.language}-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.54)
    section.header.paragraphs[0].text = f"{meeting.body}, {long_date(meeting.day, meeting.language)}"
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_field(section.footer.paragraphs[0])


def _page_field(paragraph: Paragraph) -> None:
    """Put Word's page number into a paragraph."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _set_properties(document: DocumentType, meeting: Meeting) -> None:
    """Fix what the document says of itself, its dates above all."""
    properties, made = document.core_properties, datetime.combine(meeting.day, time(17, 0))
    properties.title = f"{wording(meeting.language).proceedings}: {meeting.body}, {meeting.day.isoformat()}"
    properties.author = properties.last_modified_by = meeting.council
    properties.comments, properties.language = "", f"{meeting.language}-GB"
    properties.created = properties.modified = made


def _attendance(document: DocumentType, meeting: Meeting) -> None:
    """Add the attendance table: what stands before a colon on the left, the names on the right."""
    rows = [_split(para) for para in meeting.present]
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, COLUMNS, strict=True):
        column.width = width
    for label, names in rows:
        cells = table.add_row().cells
        if label:
            cells[0].text, cells[1].text = label, names
            cells[0].paragraphs[0].runs[0].bold = True
            cells[0].width, cells[1].width = COLUMNS
        else:
            cells[0].merge(cells[1]).text = names
    document.add_paragraph()


def _split(para: Para) -> tuple[str, str]:
    """Split "Officers in attendance: ..." at its colon; a sentence stays whole."""
    label, colon, names = para.text.partition(": ")
    return (label + ":", names) if colon and len(label) <= 60 else ("", para.text)


def _fixed_zip(content: bytes) -> bytes:
    """Repack a docx with fixed dates and without compression, which differs between zlib builds."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
