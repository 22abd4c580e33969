"""What a search goes by, held in memory: the words of a library, its vectors, and which of its chunks a filter admits."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.datamodel import Filters
from ingest.lookup import Heading, Lookup, has_part, has_words
from ingest.wordindex import WordIndex, load

if TYPE_CHECKING:
    from ingest.embedding import Vectors
    from ingest.vectors import VectorIndex
    from ingest.wordindex import Mask, Rows

EXACT = 20_000  # up to so many admitted chunks are compared with a question one by one; beyond, the vector index is asked
ADMITTED_KEPT = 32  # filters whose admitted chunks are remembered


class Memory:
    """A library's words and vectors in memory, at one moment. Rows are those of its word index."""

    def __init__(self, connection: sqlite3.Connection, lookup: Lookup, folder: Path, index: Callable[[], VectorIndex]) -> None:
        self._connection = connection
        self._lookup = lookup
        self._index = index
        self.words: WordIndex = load(connection, folder)
        self._admitted: dict[Filters, Mask] = {}

    @functools.cached_property
    def headings(self) -> dict[str, Heading]:
        """Which meeting each document is of, by the document's id."""
        return self._lookup.headings()

    @functools.cached_property
    def vectors(self) -> Vectors:
        """The embedding of every chunk, unit length, shape (size, dimensions)."""
        import numpy as np

        rows = self._connection.execute(
            "SELECT e.vector FROM chunks c JOIN embeddings e ON e.digest = c.digest ORDER BY c.document_id, c.position"
        )
        stored = b"".join(row[0] for row in rows)
        return np.frombuffer(stored, dtype=np.float16).reshape(self.words.size, -1).astype(np.float32)

    def admitted(self, filters: Filters) -> Mask:
        """Which chunks the filters admit, shape (size,)."""
        found = self._admitted.get(filters)
        if found is None:
            found = self._admit(filters)
            if len(self._admitted) >= ADMITTED_KEPT:
                self._admitted.pop(next(iter(self._admitted)))
            self._admitted[filters] = found
        return found

    def _admit(self, filters: Filters) -> Mask:
        import numpy as np

        if not filters:
            return np.ones(self.words.size, dtype=np.bool_)
        within = self._lookup.documents_within(filters)
        places = self.words.places
        admitted: Mask = np.array([name in within for name in places.documents], dtype=np.bool_)[places.document]
        if filters.speaker:
            admitted &= self._spoken(filters.speaker, admitted)
        return admitted

    def _spoken(self, speaker: str, among: Mask) -> Mask:
        """Which chunks somebody of that name or role speaks in, or is named in; only those that hold all words of it are read."""
        import numpy as np

        places = self.words.places
        named = np.array([*(has_part(name, speaker) for name in places.speakers), False], dtype=np.bool_)
        found: Mask = named[places.speaker]
        possible = self.words.holding(speaker) & among & ~found
        rows = np.flatnonzero(possible)
        texts = self._lookup.texts([places.ids[row] for row in rows.tolist()])
        found[rows] = [has_words(texts[places.ids[row]], speaker) for row in rows.tolist()]
        return found

    def nearest(self, vector: Vectors, limit: int, admitted: Mask) -> tuple[Rows, Vectors]:
        """The rows of the admitted chunks nearest to a vector, with their cosine similarities, best first.

        Few are compared one by one; of many, Chroma is asked for more than are wanted, and what is not admitted is passed over.
        """
        import numpy as np

        count = int(admitted.sum())
        if count > EXACT:
            asked = min(self.words.size, int(limit * min(4.0, 1.5 * self.words.size / count)))
            found = [(self.words.row_of[name], score) for name, score in self._index().nearest(vector, asked) if name in self.words.row_of]
            kept = [(row, score) for row, score in found if admitted[row]][:limit]
            if len(kept) == limit or count == self.words.size:
                return np.array([row for row, _ in kept], dtype=np.intp), np.array([score for _, score in kept], dtype=np.float32)
        rows = np.flatnonzero(admitted)
        if not count:
            return rows, np.empty(0, dtype=np.float32)
        scores = self.similarities(vector, rows)
        best = np.argsort(-scores, kind="stable")[:limit]
        return rows[best], scores[best]

    def similarities(self, vector: Vectors, rows: Rows) -> Vectors:
        """Cosine similarities of a vector to the chunks of those rows."""
        near: Vectors = (self.vectors @ vector)[rows] if 3 * len(rows) > self.words.size else self.vectors[rows] @ vector
        return near
