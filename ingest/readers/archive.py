"""Members of a zip, read in memory: nothing is ever written to disk, and a member that would do harm fails alone."""

from __future__ import annotations

import functools
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ingest.errors import UnreadableFile

MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 2 * 1024**3
# Text packs to a tenth, seldom to a fiftieth; a bomb to a thousandth. Small members may pack better by chance.
MAX_RATIO = 200
SMALL_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Member:
    """One file inside a zip; `inner` is its name there, empty for the zip itself, `refused` says that reading it can only fail."""

    inner: str
    read: Callable[[], bytes]
    refused: bool = False


def members(file: Path, limit: int) -> Iterator[Member]:
    """Yield the files of a zip in the order of their names, those of a zip inside it too (one level).

    Args:
        file: The zip.
        limit: The most bytes a member may unpack to.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile) as error:
        yield _refusal("", f"{file}: damaged or cut short, not a complete zip ({error})", "Copy or download it again.")
        return
    with archive:
        yield from _members(archive, str(file), "", limit, nested=False)


def _members(archive: zipfile.ZipFile, name: str, prefix: str, limit: int, *, nested: bool) -> Iterator[Member]:
    infos = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        yield _refusal(
            prefix.removesuffix("!/"),
            f"{name}: unpacks to more than a library of minutes would ({len(infos)} files)",
            "Unpack it yourself and give the folder.",
        )
        return
    for info in infos:
        inner = prefix + info.filename
        shown = f"{name}!/{info.filename}"
        if fault := _fault(info, limit):
            yield _refusal(inner, f"{shown}: {fault}", "Unpack the zip yourself, check this file and give it by its path.")
        elif info.filename.lower().endswith(".zip"):
            yield from _nested(archive, info, shown, inner, limit, nested=nested)
        else:
            yield Member(inner, _reader(archive, info, shown))


def _nested(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str, inner: str, limit: int, *, nested: bool) -> Iterator[Member]:
    if nested:
        yield _refusal(inner, f"{shown}: a zip in a zip in a zip is not opened", "Unpack the outer one and give the folder.")
        return
    outer = Path(str(archive.filename))
    try:
        opened = _inner_zip(outer, info.filename, shown)
    except zipfile.BadZipFile as error:
        yield _refusal(inner, f"{shown}: damaged or cut short, not a complete zip ({error})", "Make the zip again.")
    except UnreadableFile as error:
        yield Member(inner, _raiser(error), refused=True)
    else:
        for member in _members(opened, shown, f"{inner}!/", limit, nested=True):
            name = member.inner.removeprefix(f"{inner}!/")
            yield member if member.refused else Member(member.inner, _reader_within(outer, info.filename, name, shown))


@functools.lru_cache(maxsize=1)
def _inner_zip(outer: Path, name: str, shown: str) -> zipfile.ZipFile:
    """A zip inside a zip, in memory; only the last one is held, since members are read in order and there may be many zips."""
    with zipfile.ZipFile(outer) as archive:
        return zipfile.ZipFile(io.BytesIO(_unpack(archive, archive.getinfo(name), shown)))


def _reader_within(outer: Path, inner: str, name: str, shown: str) -> Callable[[], bytes]:
    """Return what reads a member of a zip inside a zip later."""

    def read() -> bytes:
        opened = _inner_zip(outer, inner, shown)
        return _unpack(opened, opened.getinfo(name), f"{shown}!/{name}")

    return read


def _fault(info: zipfile.ZipInfo, limit: int) -> str | None:
    """Return why a member must not be read, or None."""
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or info.filename.startswith(("/", "\\")) or (parts and parts[0].endswith(":")):
        return "its name points outside the zip"
    if info.flag_bits & 0x1:
        return "locked with a password"
    if info.file_size > limit:
        return f"unpacks to {info.file_size / 1048576:.0f} MB, over the limit of {limit // 1048576} MB"
    if info.file_size > SMALL_BYTES and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return f"unpacks to {info.file_size // max(1, info.compress_size)} times its size, as zip bombs do"
    return None


def _reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str) -> Callable[[], bytes]:
    """Return what reads a member later, when the zip may have been closed again."""

    def read() -> bytes:
        if archive.fp is not None:
            return _unpack(archive, info, shown)
        with zipfile.ZipFile(str(archive.filename)) as again:
            return _unpack(again, info, shown)

    return read


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str) -> bytes:
    """Return the bytes of a member, and not one more than its entry promises."""
    try:
        with archive.open(info) as opened:
            data = opened.read(info.file_size + 1)
    except (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise UnreadableFile(f"{shown}: damaged inside the zip ({error})", "Make the zip again.") from error
    if len(data) > info.file_size:
        raise UnreadableFile(f"{shown}: unpacks to more than the zip states", "Make the zip again.")
    return data


def _refusal(inner: str, message: str, hint: str) -> Member:
    return Member(inner, _raiser(UnreadableFile(message, hint)), refused=True)


def _raiser(error: UnreadableFile) -> Callable[[], bytes]:
    def read() -> bytes:
        raise error

    return read
