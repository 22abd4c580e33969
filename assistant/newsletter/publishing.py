"""Writes an edition to its folder: the formats by the export, the manifest last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.datamodel import Edition
from assistant.export import Format
from assistant.newsletter.desk import Desk, Done
from assistant.newsletter.edition import Period
from assistant.newsletter.manifest import write_manifest
from assistant.newsletter.templates import Template


def write(
    desk: Desk,
    done: Sequence[Done],
    template: Template,
    period: Period,
    folder: Path,
    formats: Sequence[Format],
    *,
    bilingual: bool = False,
) -> tuple[Edition, list[Path]]:
    """Writes the edition of what is done, and its manifest.

    Returns:
        The edition, and the files written, the manifest last.
    """
    from assistant.export import export

    made = desk.edition(done, template, period, bilingual=bilingual)
    files = list(export(made, folder, tuple(formats)))
    return made, [*files, write_manifest(folder, made, done, files)]
