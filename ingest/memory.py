"""What a search goes by, held in memory: the words of a library, its vectors, and which of its chunks a filter admits."""

from __future__ import annotations

import functools
import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.datamodel import Filters
from ingest.lookup import Heading, Lookup, has_part, has_words
from ingest.wordindex import WordIndex
from ingest.wordindex.arrays import read, write
from ingest.wordindex.loading import load, state_of

if TYPE_CHECKING:
    from ingest.embedding import Vectors
    from ingest.vectors import VectorIndex
    from ingest.wordindex import Mask, Rows

EXACT = 20_000  # up to so many admitted chunks are compared with a question one by one; beyond, the vector index is asked
RUN = 16  # rows in a row, on average, from which on runs are compared without being copied together
FILE = "vectors.index"
FORMAT = 1  # raised when what the file holds changes
ADMITTED_KEPT = 32  # filters whose admitted chunks are remembered


class Memory:
    """A library's words and vectors in memory, at one moment. Rows are those of its word index.

    Args:
        connection: reads only; what is read is of one moment, whatever is committed meanwhile.
        index: the vector index, or None while it is not open yet.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path, index: Callable[[], VectorIndex | None]) -> None:
        self._lookup = Lookup(connection)
        self._index = index
        connection.execute("BEGIN")
        try:
            self.words: WordIndex = load(connection, folder)
            self.headings: dict[str, Heading] = self._lookup.headings()
            self.vectors: Vectors = vectors_of(connection, folder)
        finally:
            connection.execute("COMMIT")
        self._admitted: dict[Filters, Mask] = {}

    @functools.cached_property
    def bodies(self) -> list[str]:
        """Those whose minutes are held, by name."""
        return sorted({one.body for one in self.headings.values() if one.body})

    @functools.cached_property
    def councils(self) -> list[str]:
        """Those whose minutes are held, by name."""
        return sorted({one.council for one in self.headings.values() if one.council})

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
        if filters.kind:
            of_kind = self._lookup.items_of_kind(filters.kind)
            admitted &= np.array([key in of_kind for key in places.items], dtype=np.bool_)[places.item]
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
        index = self._index() if count > EXACT else None
        if index:
            asked = min(self.words.size, int(limit * min(4.0, 1.5 * self.words.size / count)))
            found = [(self.words.row_of[name], score) for name, score in index.nearest(vector, asked) if name in self.words.row_of]
            kept = [(row, score) for row, score in found if admitted[row]][:limit]
            if len(kept) == limit or count == self.words.size:
                return np.array([row for row, _ in kept], dtype=np.intp), np.array([score for _, score in kept], dtype=np.float32)
        rows = np.flatnonzero(admitted)
        if not count:
            return rows, np.empty(0, dtype=np.float32)
        scores = self.similarities(vector, rows)
        best = np.arange(count) if count <= limit else np.sort(np.argpartition(-scores, limit - 1)[:limit])
        best = best[np.argsort(-scores[best], kind="stable")]
        return rows[best], scores[best]

    def similarities(self, vector: Vectors, rows: Rows) -> Vectors:
        """Cosine similarities of a vector to the chunks of those rows, which are in order.

        Rows that a filter admits come in long runs, one a document: taken run by run, nothing is copied. `einsum` works in this thread
        alone: the threads of a matrix product cost more than they bring, ten times as much on a busy machine.
        """
        import numpy as np

        breaks = np.flatnonzero(np.diff(rows) != 1) + 1
        if len(rows) < RUN * (len(breaks) + 1):
            near: Vectors = np.einsum("ij,j->i", self.vectors[rows], vector)
            return near
        near = np.empty(len(rows), dtype=np.float32)
        for first, last in itertools.pairwise([0, *breaks.tolist(), len(rows)]):
            start = int(rows[first])
            np.einsum("ij,j->i", self.vectors[start : start + last - first], vector, out=near[first:last])
        return near


def vectors_of(connection: sqlite3.Connection, folder: Path) -> Vectors:
    """The embedding of every chunk, unit length, shape (size, dimensions); from the file beside the catalogue while that is good."""
    import numpy as np

    state = state_of(connection)
    stored = read(folder / FILE, FORMAT)
    if stored is None or stored.state != state:
        rows = connection.execute(
            "SELECT e.vector FROM chunks c JOIN embeddings e ON e.digest = c.digest ORDER BY c.document_id, c.position"
        ).fetchall()
        held = (
            np.frombuffer(b"".join(row[0] for row in rows), dtype=np.float16).reshape(len(rows), -1)
            if rows
            else np.empty((0, 0), np.float16)
        )
        write(folder / FILE, FORMAT, state, {"vectors": held})
        return held.astype(np.float32)
    return stored["vectors"].astype(np.float32)
