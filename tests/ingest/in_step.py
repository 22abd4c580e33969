"""Whether the two stores of a library hold the same."""

from __future__ import annotations

import numpy as np

from ingest.library import Library


def indexed(library: Library) -> set[str]:
    """The ids that Chroma holds."""
    return set(library.vectors._collection.get(include=[])["ids"])


def catalogued(library: Library) -> set[str]:
    return {row[0] for row in library.catalogue.connection.execute("SELECT id FROM chunks")}


def in_step(library: Library) -> bool:
    """Same ids in both, every vector that of its chunk's text, nothing left to tell."""
    stored = library.vectors._collection.get(include=["embeddings"])
    names = stored["ids"]
    assert set(names) == catalogued(library)
    assert np.allclose(library.stored_vectors(names), np.array(stored["embeddings"]), atol=1e-3)
    assert library.catalogue.connection.execute("SELECT count(*) FROM outbox").fetchone()[0] == 0
    words = library.catalogue.connection.execute("SELECT count(*) FROM words").fetchone()[0]
    library.catalogue.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    return bool(words == len(names))
