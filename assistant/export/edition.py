"""An edition as files: a clean copy to publish, an evidence copy to check it by, and the table of claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from assistant.datamodel import Edition
from assistant.export.claims import write_claims
from assistant.export.clean import clean_copy
from assistant.export.evidence import evidence_copy
from assistant.export.files import make_folder, write
from assistant.export.sheet import Sheet

LONGEST_NAME = 60  # characters

Copy = Literal["clean", "evidence"]

_LAYOUT: dict[Copy, Callable[[Edition], Sheet]] = {"clean": clean_copy, "evidence": evidence_copy}


def export(
    edition: Edition,
    folder: Path,
    formats: Sequence[str] = ("md", "html", "docx"),
    *,
    copies: Sequence[Copy] = ("clean", "evidence"),
) -> list[Path]:
    """Writes an edition into a folder, which is made if need be; files of the same names are replaced, each at once and whole.

    The same edition gives the same bytes. An edition without `signed_by` says that it is a draft, on every page of the Word file.

    Returns:
        The files written: `NAME.FORMAT`, `NAME-evidence.FORMAT`, and `claims.csv` with the evidence copy; NAME is the title's.

    Raises:
        InputError: no such format, or a file that cannot be written.
    """
    make_folder(folder)
    name = file_name(edition.title)
    written: list[Path] = []
    for copy in copies:
        sheet = _LAYOUT[copy](edition)
        written += [write(sheet, folder / f"{name}{'' if copy == 'clean' else '-evidence'}.{form}", form) for form in formats]
    if "evidence" in copies:
        written.append(write_claims(edition, folder / "claims.csv"))
    return written


def file_name(title: str) -> str:
    """'news-from-the-council-april-to-june-2025': letters and digits of a title, at most 60."""
    words = re.findall(r"[^\W_]+", title.casefold())
    name = ""
    for word in words:
        if len(name) + 1 + len(word) > LONGEST_NAME:
            break
        name = f"{name}-{word}" if name else word
    return name or "".join(words)[:LONGEST_NAME] or "edition"
