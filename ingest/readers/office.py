"""Word, OpenDocument and RTF to blocks: pandoc makes HTML of them, so that list numbers survive, and the HTML reader does the rest."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
import zlib

from ingest.datamodel import Block, Source, Stated
from ingest.errors import UnreadableFile
from ingest.readers.html import html_blocks
from ingest.readers.kinds import Kind
from ingest.readers.page_heads import page_heads

_FORMATS = {Kind.DOCX: "docx", Kind.ODT: "odt", Kind.RTF: "rtf"}
_CONTENT = {Kind.DOCX: "word/document.xml", Kind.ODT: "content.xml"}
_WORD = re.compile(r"\w+")
_MOST_UNPACKED = 256 * 1024 * 1024
_SECONDS = 120


def read_office(data: bytes, name: str, digest: str, kind: Kind) -> Source:
    """Read a DOCX, ODT or RTF file. Of the heads of its pages only what the text does not say is kept, footers are left out.

    Raises:
        UnreadableFile: If it is damaged, locked, too large, or says nothing.
    """
    from selectolax.lexbor import LexborHTMLParser

    if kind in _CONTENT:
        _check_package(data, name, kind)
    body = LexborHTMLParser(_pandoc(data, name, _FORMATS[kind])).body
    blocks = html_blocks(body) if body is not None else []
    try:
        heads, draft = page_heads(data) if kind in _CONTENT else ([], False)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:  # what zipfile makes of damaged members
        raise UnreadableFile(f"{name}: the {kind.value} file is damaged ({error})", "Download or copy it again.") from error
    words = set(_WORD.findall(" ".join(block.text for block in blocks).lower()))
    blocks = [*(Block(text=head, kind="heading") for head in heads if not words.issuperset(_WORD.findall(head.lower()))), *blocks]
    if not words:
        raise UnreadableFile(f"{name}: the document holds no text", "If it is a picture of the minutes, give a file with text.")
    stated = Stated(status="draft" if draft else None)
    return Source(path=name, sha256=digest, format=_FORMATS[kind], stated=stated, blocks=tuple(blocks))


def refuse_doc(data: bytes, name: str) -> UnreadableFile:
    """Return the error for a file in Word's old binary format, which is also what an encrypted DOCX is wrapped in."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableFile(f"{name}: the document is encrypted and needs a password", "Open it in Word and save it without a password.")
    return UnreadableFile(f"{name}: Word's old .doc format is not read", "Open it in Word or LibreOffice and save as .docx.")


def _check_package(data: bytes, name: str, kind: Kind) -> None:
    """Refuse what is no whole package of that kind, before pandoc sees it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFile(f"{name}: the {kind.value} file is damaged or cut short ({error})", "Download or copy it again.") from error
    if _CONTENT[kind] not in {info.filename for info in infos}:
        raise UnreadableFile(f"{name}: holds no {kind.value} document", "Save it again from the program that made it.")
    unpacked = sum(info.file_size for info in infos)
    if unpacked > _MOST_UNPACKED:
        raise UnreadableFile(f"{name}: unpacks to {unpacked / 1048576:.0f} MB, as zip bombs do", "Check where the file came from.")
    if any(info.flag_bits & 0x1 for info in infos):
        raise UnreadableFile(f"{name}: the document is encrypted and needs a password", "Save it without a password.")


def _pandoc(data: bytes, name: str, form: str) -> str:
    """Return the document as HTML; pandoc runs without access to files or the network."""
    import pypandoc

    # Standalone, since only then does what is set in the styles Title, Subtitle, Author and Date come out at all.
    command = [pypandoc.get_pandoc_path(), "--sandbox", "--from", form, "--to", "html", "--standalone", "--wrap=none", "--quiet"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(f"{name}: took more than {_SECONDS} seconds to read", "Split the document by meeting.") from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().splitlines()[:1]
        raise UnreadableFile(
            f"{name}: the {form.upper()} file is damaged ({' '.join(reason)[:200]})", "Open it and save it again."
        ) from error
    return done.stdout.decode("utf-8")
