"""What kind of file bytes are: by their content first, by the ending of the name second."""

from __future__ import annotations

import enum
import re


class Kind(enum.Enum):
    """A kind of file."""

    PDF = "PDF"
    DOCX = "DOCX"
    ODT = "ODT"
    RTF = "RTF"
    DOC = "DOC"
    ZIP = "zip"
    HTML = "HTML"
    XML = "ModernGov XML"
    MARKDOWN = "Markdown"
    TEXT = "text"
    UNKNOWN = "unknown"

    @property
    def is_text(self) -> bool:
        """Whether the bytes are text, read whole into memory."""
        return self in (Kind.HTML, Kind.XML, Kind.MARKDOWN, Kind.TEXT, Kind.UNKNOWN)


KINDS_READ = "PDF, DOCX, ODT, RTF, HTML, ModernGov XML, Markdown, text, and zips of these"
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".aspx", ".xml", ".pdf", ".docx", ".odt", ".rtf", ".doc", ".zip")

_TAG = re.compile(rb"<(?:!doctype html|html|head|body|div|p|table|h[1-6]|ul|ol|title|meta)\b", re.IGNORECASE)
_BINARY = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"PK\x05\x06",
    b"\x7fELF",
    b"MZ",
    b"II*\x00",
    b"MM\x00*",
    b"RIFF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"ID3",
    b"OggS",
    b"SQLite",
)


def kind_of(data: bytes, name: str) -> Kind:
    """Tell the kind of a file by its first bytes; only text needs the name's ending to tell Markdown from plain text."""
    ending = name.lower().rpartition(".")[2] if "." in name else ""
    head = data[:2048]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data, ending)
    if head.startswith(b"{\\rtf"):
        return Kind.RTF
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.DOC
    if data.startswith(_BINARY):
        return Kind.UNKNOWN
    if head.startswith(b"<"):
        if head.startswith(b"<?xml") and not _TAG.search(head[:1024]):
            return Kind.XML
        if ending != "md" and _TAG.search(head):
            return Kind.HTML
    if ending in ("html", "htm", "xhtml", "aspx"):
        return Kind.HTML
    if ending == "xml":
        return Kind.XML
    return Kind.MARKDOWN if ending in ("md", "markdown") else Kind.TEXT


def _kind_of_zip(data: bytes, ending: str) -> Kind:
    """Tell Word and OpenDocument files from other zips by the names that stand in them."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return Kind.ODT
    if b"word/" in data or (ending == "docx" and b"[Content_Types].xml" in data):
        return Kind.DOCX
    return {"docx": Kind.DOCX, "odt": Kind.ODT}.get(ending, Kind.ZIP)
