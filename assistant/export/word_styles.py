"""The look of Word files: pandoc's own reference document with our styles, A4, page numbers, and a watermark on drafts.

The parts in `word_parts/` are WordprocessingML (ECMA-376). The watermark is WordArt behind the text, as Word's Design > Watermark writes
it; it is decorative, for the running head says the same in words.
"""

from __future__ import annotations

import functools
import io
import re
import subprocess
import zipfile
from importlib import resources
from typing import NamedTuple
from xml.sax.saxutils import escape

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "Arial"
_DEFAULT = ' w:default="1"'
INK, BLUE, GREY, RUST, RED, AMBER = "1D1D1B", "12324A", "55616B", "7A2F05", "B3261E", "8A5A00"


class Look(NamedTuple):
    """One paragraph style. Sizes, space before and after, and indent in points; colours as RRGGBB."""

    name: str
    size: float
    before: float = 0
    after: float = 6
    colour: str = INK
    bold: bool = False
    based: str = "Normal"
    level: int | None = None  # of a heading: its outline level, from 0
    bar: str = ""  # at the left
    fill: str = ""  # behind
    indent: float = 0


LOOKS = (
    Look("Normal", 11, 0, 6, based=""),
    Look("Body Text", 11, 0, 8),
    Look("First Paragraph", 11, 0, 8, based="BodyText"),
    Look("Compact", 11, 0, 3, based="BodyText"),
    Look("Title", 26, 0, 6, BLUE, bold=True),
    Look("heading 1", 18, 24, 6, BLUE, bold=True, level=0),
    Look("heading 2", 14, 16, 4, BLUE, bold=True, level=1),
    Look("heading 3", 11.5, 10, 3, BLUE, bold=True, level=2),
    Look("heading 4", 11, 8, 3, BLUE, bold=True, level=3),
    Look("Standfirst", 12.5, 0, 8, "33414D"),
    Look("Notice", 11, 4, 8, BLUE, bold=True, bar=BLUE, fill="EEF3F7", indent=8),
    Look("Draft Notice", 11, 4, 8, RUST, bold=True, bar="A8430A", fill="FFF4EC", indent=8),
    Look("Finding", 9.5, 3, 3, RED, bar=RED, fill="FDECEB", indent=6),
    Look("Warning Finding", 9.5, 3, 3, AMBER, bar=AMBER, fill="FFF7E0", indent=6),
    Look("Small Print", 9.5, 0, 8, GREY),
    Look("Evidence", 9.5, 0, 4, "33414D"),
    Look("Contents Title", 14, 12, 4, BLUE, bold=True),
    Look("Contents 1", 11, 6, 2, bold=True),
    Look("Contents 2", 11, 0, 2, indent=14),
    Look("footnote text", 9, 0, 2),
    Look("header", 9, 0, 0, GREY),
    Look("footer", 9, 0, 0, GREY),
)


@functools.lru_cache(maxsize=4)
def reference(draft: str | None) -> bytes:
    """A reference document for pandoc; with `draft`, those words as watermark and running head."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_default())) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            made.writestr(name, _changed(name, given.read(name).decode("utf-8")))
        head = _part("header_draft").replace("DRAFT_WORDS", escape(draft, {'"': "&quot;"})) if draft else _part("header")
        made.writestr("word/header9.xml", head)
        made.writestr("word/footer9.xml", _part("footer"))
    return out.getvalue()


@functools.lru_cache(maxsize=1)
def _default() -> bytes:
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _part(name: str) -> str:
    text = resources.files(__package__).joinpath("word_parts", f"{name}.xml").read_text(encoding="utf-8")
    return text.replace("\n", "")  # line breaks would be spaces in Word's text


def _changed(name: str, text: str) -> str:
    if name == "word/styles.xml":
        return _styled(text)
    if name == "word/document.xml":
        return re.sub(r"<w:sectPr\b.*?</w:sectPr>", _part("section"), text, flags=re.DOTALL)
    if name == "word/_rels/document.xml.rels":
        kinds = (("rIdHead", "header"), ("rIdFoot", "footer"))
        added = "".join(f'<Relationship Id="{key}" Type="{_RELATION}/{kind}" Target="{kind}9.xml"/>' for key, kind in kinds)
        return text.replace("</Relationships>", f"{added}</Relationships>")
    if name == "[Content_Types].xml":
        added = "".join(f'<Override PartName="/word/{kind}9.xml" ContentType="{_PART}.{kind}+xml"/>' for kind in ("header", "footer"))
        return text.replace("</Types>", f"{added}</Types>")
    return text


def _styled(text: str) -> str:
    """Pandoc's styles with ours in the place of those of the same name."""
    ours = "".join(map(_style, LOOKS)) + _part("styles")
    linked = {"TitleChar", *(f"Heading{level}Char" for level in range(1, 5))}
    for style in set(re.findall(r'w:styleId="(\w+)"', ours)) | linked:
        text = re.sub(rf'<w:style\b[^>]*\bw:styleId="{style}">.*?</w:style>', "", text, flags=re.DOTALL)
    return text.replace("</w:styles>", f"{ours}</w:styles>")


def _style(look: Look) -> str:
    key = "".join(word[0].upper() + word[1:] for word in look.name.split())
    heading = look.level is not None
    return "".join(
        (
            f'<w:style w:type="paragraph"{"" if look.based else _DEFAULT} w:styleId="{key}"><w:name w:val="{look.name}"/>',
            f'<w:basedOn w:val="{look.based}"/>' if look.based else "",
            '<w:next w:val="BodyText"/>' if heading else "",
            "<w:qFormat/><w:pPr>",
            "<w:keepNext/><w:keepLines/>" if heading or look.name in ("Title", "Contents Title") else "",
            f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="{look.bar}"/></w:pBdr>' if look.bar else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else "",
            f'<w:spacing w:before="{_twentieths(look.before)}" w:after="{_twentieths(look.after)}" w:line="276" w:lineRule="auto"/>',
            f'<w:ind w:left="{_twentieths(look.indent)}"/>' if look.indent else "",
            f'<w:outlineLvl w:val="{look.level}"/>' if heading else "",
            f'</w:pPr><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>',
            "<w:b/>" if look.bold else "",
            f'<w:color w:val="{look.colour}"/><w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>',
            "</w:rPr></w:style>",
        )
    )


def _twentieths(points: float) -> int:
    return round(points * 20)
