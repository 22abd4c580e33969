"""A catalogue of invented minutes without embeddings: all that registers read, made in a moment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ingest.catalogue import Catalogue
from ingest.chunking import chunks
from ingest.load import find
from ingest.lookup import Lookup
from ingest.pipeline import minutes_of


def catalogued(folder: Path, files: Mapping[str, str]) -> Lookup:
    """The lookup of a catalogue of text files, by name; each document's id is its file's stem."""
    catalogue = Catalogue(folder, "none")
    for name, text in files.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        minutes = minutes_of(next(iter(find([path]))))
        catalogue.put(path.stem, str(path), minutes, chunks(minutes, path.stem, 220), {})
    return Lookup(catalogue.connection)
