"""Files to sources: finds what can be read below the paths a user names, and reads each with the reader its content asks for."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ingest.datamodel import Source
from ingest.errors import UnreadableFile
from ingest.readers.archive import members
from ingest.readers.kinds import ENDINGS, KINDS_READ, Kind, kind_of

MAX_TEXT_BYTES = 32 * 1024 * 1024
MAX_DOCUMENT_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class Found:
    """A file to read.

    Attributes:
        path: The file, or the zip that holds it.
        name: What to show: the path, 'archive.zip!/inner/name' for a member of a zip.
        key: The path below the root that was given, root name included, with slashes: the same on any machine.
    """

    path: Path
    name: str
    key: str
    _read: Callable[[], bytes] = field(repr=False, compare=False)

    def read_bytes(self) -> bytes:
        """Return the file's bytes.

        Raises:
            UnreadableFile: If it cannot be opened, or is refused for its size or its place in a zip.
        """
        return self._read()


def find(paths: Sequence[Path]) -> Iterator[Found]:
    """Yield every file that can be read as minutes: files, folders (below them too, sorted), members of zips.

    Hidden and lock files and other kinds inside folders are passed over; a file that is named itself is always yielded. A file that
    cannot be opened is yielded too, and fails when it is read. No file is yielded twice.
    """
    seen: set[str] = set()
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            for file in _walk(path):
                key = PurePosixPath(root.name, *file.relative_to(path).parts)
                yield from _open(file, str(key), seen, named=False)
        else:
            yield from _open(path, path.name, seen, named=True)


def read(found: Found) -> Source:
    """Read one file into blocks of text, by its content first and its ending second.

    Raises:
        UnreadableFile: If it is no file that can be read as minutes; the message says why, the hint what to do.
    """
    data = found.read_bytes()
    if not data:
        raise UnreadableFile(f"{found.name}: the file is empty", "Check that the download or copy was complete.")
    kind = kind_of(data, found.name)
    if kind.is_text and len(data) > MAX_TEXT_BYTES:
        raise UnreadableFile(_too_large(found.name, len(data), MAX_TEXT_BYTES), "Split it by meeting.")
    return _dispatch(kind, data, found.name)


def _dispatch(kind: Kind, data: bytes, name: str) -> Source:
    """Hand the bytes to the reader of their kind."""
    digest = hashlib.sha256(data).hexdigest()
    if kind is Kind.PDF:
        from ingest.readers.pdf import read_pdf

        return read_pdf(data, name, digest)
    if kind in (Kind.DOCX, Kind.ODT, Kind.RTF):
        from ingest.readers.office import read_office

        return read_office(data, name, digest, kind)
    if kind is Kind.DOC:
        from ingest.readers.office import refuse_doc

        raise refuse_doc(data, name)
    if kind in (Kind.HTML, Kind.XML):
        from ingest.readers.web import read_web

        return read_web(data, name, digest, kind)
    if kind in (Kind.UNKNOWN, Kind.ZIP):
        raise UnreadableFile(f"{name}: not a kind of file that is read", f"These are read: {KINDS_READ}.")
    from ingest.readers.plain import read_plain

    return read_plain(data, name, digest, markdown=kind is Kind.MARKDOWN)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, sorted, following links but never into a folder it has been in."""
    visited: set[str] = set()
    for current, folders, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(current)
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in sorted(files):
            if not _hidden(name) and name.lower().endswith(ENDINGS):
                yield Path(current, name)


def _hidden(name: str) -> bool:
    """Tell hidden files, Word's lock files, and what macOS puts beside the files of a zip."""
    return name.startswith((".", "~$", "~WRL")) or name in ("__MACOSX", "Thumbs.db")


def _open(file: Path, key: str, seen: set[str], *, named: bool) -> Iterator[Found]:
    """Yield a file, or the members of a zip."""
    real = os.path.realpath(file)
    if real in seen:
        return
    seen.add(real)
    name = str(file)
    if file.suffix.lower() != ".zip" and not (named and _is_archive(file)):
        yield Found(file, name, key, lambda: _read_file(file))
        return
    empty = True
    for member in members(file, MAX_DOCUMENT_BYTES):
        parts = PurePosixPath(member.inner).parts
        if member.refused or (not any(map(_hidden, parts)) and member.inner.lower().endswith(ENDINGS)):
            suffix = f"!/{member.inner}" if member.inner else ""
            yield Found(file, name + suffix, key + suffix, member.read)
            empty = False
    if empty and named:
        yield Found(file, name, key, _nothing_in(name))


def _is_archive(file: Path) -> bool:
    """Tell a zip by its content, and not a Word or OpenDocument file, which is one too."""
    try:
        with file.open("rb") as opened:
            head = opened.read(4096)
    except OSError:
        return False
    return kind_of(head, "") is Kind.ZIP and not file.name.lower().endswith((".docx", ".odt"))


def _read_file(file: Path) -> bytes:
    """Read a file of bearable size."""
    try:
        if not file.is_file():
            raise UnreadableFile(f"{file}: there is no such file", "Check the path.")
        size = file.stat().st_size
        with file.open("rb") as opened:
            head = opened.read(4096)
            limit = MAX_TEXT_BYTES if kind_of(head, file.name).is_text else MAX_DOCUMENT_BYTES
            if size > limit:
                raise UnreadableFile(_too_large(str(file), size, limit), "Split it by meeting.")
            return head + opened.read()
    except OSError as error:
        raise UnreadableFile(f"{file}: {error.strerror or error}", "Check the path and that you may read it.") from error


def _nothing_in(name: str) -> Callable[[], bytes]:
    """Return what fails for a zip that was named itself and holds nothing to read."""

    def read_nothing() -> bytes:
        raise UnreadableFile(f"{name}: the zip holds no file of a kind that is read", f"These are read: {KINDS_READ}.")

    return read_nothing


def _too_large(name: str, size: int, limit: int) -> str:
    return f"{name}: {size / 1048576:.0f} MB is over the limit of {limit // 1048576} MB"
