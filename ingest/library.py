"""A library: one folder, its catalogue and its vector index, kept in step. The only class that owns both."""

from __future__ import annotations

import contextlib
import functools
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ingest.catalogue import Catalogue, Change, digest
from ingest.datamodel import Chunk, Filters, Minutes
from ingest.embedding import Embedder, Progress, embedder
from ingest.errors import LibraryBusy, LibraryError, NothingFound
from ingest.lookup import Lookup
from ingest.memory import Memory
from ingest.settings import Settings

if TYPE_CHECKING:
    from filelock import FileLock

    from ingest.embedding import Vectors
    from ingest.vectors import Record, VectorIndex

KEPT_AT_ONCE = 256  # texts: embedded together, so that batches are of like length; a kill costs at most these


class Library:
    """Opens the library folder for this process alone, bringing the vector index into step with the catalogue when it is first used.

    Raises:
        NothingFound: there is no library in the folder and `create` is False.
        LibraryBusy: another process has it open.
        LibraryMismatch: it was made with another embedding model, or by a newer Minutewise.
    """

    def __init__(self, settings: Settings, *, create: bool = False) -> None:
        self.settings = settings
        self.folder = settings.library
        if not create and not (self.folder / "catalogue.sqlite").exists():
            raise NothingFound(
                f"there is no library in {self.folder}", "make one with `minutewise ingest FILES`, or name another with --library"
            )
        self._lock = _lock(self.folder)
        try:
            self.catalogue = Catalogue(self.folder, settings.embedding)
            self._readers = (self.catalogue.reader(), self.catalogue.reader())  # of questions to it, and of searches
        except BaseException:
            self._lock.release()
            raise
        self.lookup = Lookup(self._readers[0])
        self._reading = threading.RLock()
        self._read: tuple[int, Memory] | None = None
        self._searches = 0
        self._opening: threading.Thread | None = None

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
        if damage := self.catalogue.damage(error):
            raise damage from error

    def close(self) -> None:
        """Gives the folder free for other processes."""
        if self._opening:
            self._opening.join()
        if "vectors" in self.__dict__:
            self.vectors.close()
        for connection in self._readers:
            connection.close()
        self.catalogue.close()
        self._lock.release()

    @functools.cached_property
    def embedder(self) -> Embedder:
        """The embedding model that the library was made with."""
        return embedder(self.settings.embedding)

    @functools.cached_property
    def vectors(self) -> VectorIndex:
        """The vector index, in step with the catalogue: what a crash left undone is done now."""
        from ingest.vectors import COLLECTION, VectorIndex

        # A folder has one library, a server may have many: there each has a collection of its own.
        name = f"{COLLECTION}-{self.catalogue.name}" if self.settings.chroma_url else COLLECTION
        index = VectorIndex(self.folder, self.settings.embedding, self.settings.chroma_url, name)
        try:
            self._bring_into_step(index)
        except BaseException:
            index.close()
            raise
        return index

    def _opened_vectors(self) -> VectorIndex | None:
        """The vector index for a search; None at first, while it is opened beside the searches, which takes seconds where it is large.

        A process that searches once never opens it.
        """
        self._searches += 1
        if "vectors" in self.__dict__:
            return self.vectors
        if self._searches > 1 and self._opening is None:
            self._opening = threading.Thread(target=self._open_vectors, daemon=True)
            self._opening.start()
        return None

    def _open_vectors(self) -> None:
        with contextlib.suppress(Exception):  # searches do without it; who needs it is told what is wrong
            self.vectors  # noqa: B018

    def embed(self, chunks: Sequence[Chunk], progress: Progress | None = None) -> dict[bytes, bytes]:
        """Embeddings by digest of the indexed text, as float16 bytes; texts that were embedded before are not embedded again.

        Those of a long document are kept as they are made: after a kill the work goes on where it stood.
        """
        wanted = {digest(chunk.indexed_text): chunk.indexed_text for chunk in chunks}
        known = self.catalogue.vectors(wanted)
        missing = [name for name in wanted if name not in known]
        for start in range(0, len(missing), KEPT_AT_ONCE):
            part = missing[start : start + KEPT_AT_ONCE]
            if progress:
                progress(start, len(missing))
            made = self.embedder.embed([wanted[name] for name in part])
            fresh = dict(zip(part, (row.tobytes() for row in made.astype("float16")), strict=True))
            if len(missing) > KEPT_AT_ONCE:
                self.catalogue.keep(fresh)
            known.update(fresh)
        return known

    def put(self, document_id: str, path: str, minutes: Minutes, chunks: Sequence[Chunk], vectors: dict[bytes, bytes]) -> Change:
        """Puts a document in, whole, or exchanges it. The vector index is told by `settle`."""
        return self.catalogue.put(document_id, path, minutes, chunks, vectors)

    def remove(self, document_id: str) -> None:
        """Takes a document out."""
        self.catalogue.remove(document_id)

    def settle(self) -> None:
        """Tells the vector index what has changed since it was last told; after a crash the next start does it."""
        if self.catalogue.connection.execute("SELECT 1 FROM outbox LIMIT 1").fetchone():
            self._bring_into_step(self.vectors)

    @property
    def memory(self) -> Memory:
        """What searches go by, as the catalogue is now: read when it is first asked for, and again after a change."""
        with self._reading:
            connection = self._readers[1]
            commits = int(connection.execute("PRAGMA data_version").fetchone()[0])  # raised by every commit of another connection
            if self._read is None or self._read[0] != commits:
                self._read = (commits, Memory(connection, self.folder, self._opened_vectors))
            return self._read[1]

    def nearest(self, text: str, limit: int, filters: Filters = Filters()) -> list[tuple[str, float]]:
        """Chunks nearest in meaning to a text, as (chunk id, cosine similarity), best first, within the filters."""
        memory = self.memory
        rows, scores = memory.nearest(self.embedder.embed([text])[0], limit, memory.admitted(filters))
        return [(memory.words.places.ids[row], score) for row, score in zip(rows.tolist(), scores.tolist(), strict=True)]

    def stored_vectors(self, chunk_ids: Sequence[str]) -> Vectors:
        """The embeddings of those chunks, float32, shape (len(chunk_ids), dimensions), in that order."""
        import numpy as np

        return np.array([record.vector for record in self._records(chunk_ids)], dtype=np.float32)

    def _bring_into_step(self, index: VectorIndex) -> None:
        outbox: dict[str, str] = dict(self.catalogue.connection.execute("SELECT chunk_id, operation FROM outbox").fetchall())
        index.delete([name for name, operation in outbox.items() if operation == "delete"])
        index.upsert(self._records([name for name, operation in outbox.items() if operation == "upsert"]))
        self.catalogue.settle(list(outbox))
        if index.count() != self.lookup.chunk_count():  # the index was lost, or belongs to another library
            index.clear()
            index.upsert(self._records([row["id"] for row in self.catalogue.connection.execute("SELECT id FROM chunks ORDER BY row")]))

    def _records(self, chunk_ids: Iterable[str]) -> Iterator[Record]:
        import numpy as np

        from ingest.vectors import Record

        for name in chunk_ids:
            row = self.catalogue.connection.execute(
                "SELECT c.document_id, d.date, e.vector FROM chunks c JOIN documents d ON d.id = c.document_id"
                " JOIN embeddings e ON e.digest = c.digest WHERE c.id = ?",
                (name,),
            ).fetchone()
            vector: list[float] = np.frombuffer(row["vector"], dtype=np.float16).astype(np.float32).tolist()
            yield Record(name, vector, row["document_id"], row["date"] or 0)


def _lock(folder: Path) -> FileLock:
    from filelock import FileLock, Timeout

    owner = folder / "owner"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock")
        lock.acquire(timeout=0)
        owner.write_text(f"process {os.getpid()}\n", encoding="utf-8")
    except Timeout as error:
        who = owner.read_text(encoding="utf-8").strip() if owner.exists() else "another process"
        raise LibraryBusy(
            f"the library {folder} is in use by {who}", "close the page or command that uses it, or wait for it to end, and try again"
        ) from error
    except OSError as error:
        raise LibraryError(
            f"the library folder {folder} cannot be used: {error.strerror}", "choose a folder that you may write to with --library"
        ) from error
    return lock
