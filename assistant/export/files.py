"""A sheet as a file in one of the formats; files are put whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from assistant.export.sheet import Sheet
from ingest.errors import InputError

Format = Literal["md", "html", "docx"]


def write(sheet: Sheet, path: Path, form: str) -> Path:
    """Writes a sheet to a file.

    Raises:
        InputError: no such format, or the file cannot be written.
    """
    return put(path, as_bytes(sheet, form))


def as_bytes(sheet: Sheet, form: str) -> bytes:
    """A sheet in a format.

    Raises:
        InputError: no such format.
    """
    if form == "md":
        from assistant.export.markdown import markdown

        return markdown(sheet).encode("utf-8")
    if form == "html":
        from assistant.export.webpage import html

        return html(sheet).encode("utf-8")
    if form == "docx":
        from assistant.export.word import word

        return word(sheet)
    raise InputError(f"there is no format '{form}'", "use md, html or docx")


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, where there is none.

    Raises:
        InputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write to {folder}: {error.strerror or error}", "name a folder that can be written to") from None


def put(path: Path, content: bytes) -> Path:
    """Replaces a file at once: a reader sees the old content or the new, a kill leaves no half.

    Raises:
        InputError: the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            temporary.write_bytes(content)
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}", "name a folder that can be written to") from None
    return path
