"""Saved web pages and XML: which of the readers a page asks for, and what it states of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.datamodel import Block, Language, Source, Stated
from ingest.errors import UnreadableFile
from ingest.readers import moderngov
from ingest.readers.decoding import decode
from ingest.readers.html import html_blocks, main_part
from ingest.readers.kinds import Kind
from ingest.readers.moderngov_xml import meeting_xml

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
# What only a page about a council says, and what others may say too, but seldom twice.
_COUNCIL = re.compile(
    r"\b(?:councils?|councillors?|committees?|cllrs?|resolved|resolutions?|cyngor|cynghor|pwyllgor|penderfyn|cofnodion)", re.IGNORECASE
)
_MEETING = re.compile(
    r"\b(minutes|meeting|agenda|apologies|motion|clerk|chairman|chairperson|attendance|cyfarfod|cadeirydd)", re.IGNORECASE
)
# Fewer words than this on a page that is no item of an agenda are a menu, an error page or a log-in.
_FEWEST_WORDS = 12


def read_web(data: bytes, name: str, digest: str, kind: Kind) -> Source:
    """Read a ModernGov page, ModernGov XML or any other web page.

    Raises:
        UnreadableFile: If there is no content, or the XML is damaged or of another sort.
    """
    if kind is Kind.XML:
        stated, blocks = meeting_xml(data, name)
        return Source(path=name, sha256=digest, format="moderngov-meeting", stated=stated, blocks=tuple(blocks))
    from selectolax.lexbor import LexborHTMLParser

    text = _decode(data, name)
    tree = LexborHTMLParser(text)
    if tree.body is None:
        raise UnreadableFile(f"{name}: a web page without content", "Save the page complete, from the browser.")
    if moderngov.is_meeting_page(tree):
        form, (stated, blocks) = "moderngov-meeting", moderngov.meeting_page(tree)
    elif moderngov.is_item_page(tree):
        form, (stated, blocks) = "moderngov-item", moderngov.item_page(tree)
    else:
        form, stated, blocks = "html", Stated(), html_blocks(main_part(tree.body))
    words = sum(len(block.text.split()) for block in blocks if block.kind not in ("item", "label", "heading") or form == "html")
    if words == 0 or (form == "html" and words < _FEWEST_WORDS):
        raise UnreadableFile(
            f"{name}: a web page that holds no minutes ({words} words of content)", "Save the page that shows the minutes, or their PDF."
        )
    if form == "html" and not _speaks_of_a_meeting("\n".join(block.text for block in blocks)):
        raise UnreadableFile(
            f"{name}: a web page that does not speak of a council or a meeting", "Save the page that shows the minutes, or their PDF."
        )
    if form != "html" and words < 40 and (language := _language(tree)):
        stated = stated.model_copy(update={"language": language})
    return Source(path=name, sha256=digest, format=form, url=_address(tree, text), stated=stated, blocks=tuple(_unrepeated(blocks)))


def _speaks_of_a_meeting(text: str) -> bool:
    return _COUNCIL.search(text) is not None or len({sign.lower() for sign in _MEETING.findall(text)}) > 1


def _decode(data: bytes, name: str) -> str:
    """Decode by the page's own charset where it names one that fits, else as any text."""
    charset = _CHARSET.search(data[:4096])
    if charset and charset[1].lower() not in (b"utf-8", b"utf8") and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = charset[1].decode("ascii", "ignore").lower()
        try:
            return data.decode("cp1252" if encoding in ("iso-8859-1", "latin-1", "latin1") else encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _address(tree: LexborHTMLParser, text: str) -> str | None:
    """Return the page's own address: canonical link, Open Graph, or the browser's note of where it was saved from."""
    canonical = tree.css_first('link[rel="canonical"]')
    graph = tree.css_first('meta[property="og:url"]')
    saved = _SAVED_FROM.search(text[:2000])
    found = (
        (canonical.attributes.get("href") if canonical else None)
        or (graph.attributes.get("content") if graph else None)
        or (saved[1] if saved else None)
    )
    return found if found and found.startswith(("http://", "https://")) else None


def _language(tree: LexborHTMLParser) -> Language | None:
    """Return the page's declared language; only of use where there is too little text to tell by."""
    declared = ((tree.root.attributes.get("lang") or "") if tree.root is not None else "").lower()
    return "cy" if declared.startswith("cy") else "en" if declared.startswith("en") else None


def _unrepeated(blocks: list[Block]) -> list[Block]:
    """Leave out a heading that only repeats the one before it, as sites print the title of a page twice."""
    return [
        block
        for before, block in zip([None, *blocks], blocks, strict=False)
        if before is None or block.kind != "heading" or block.text != before.text
    ]
