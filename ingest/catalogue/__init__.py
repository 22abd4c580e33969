"""The catalogue: one SQLite file that is the source of truth of a library. SQL of the writing side lives here."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import threading
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Literal, NamedTuple

from ingest.catalogue.upgrade import STEPS
from ingest.catalogue.writing import CHUNK_COLUMNS, digest, put_document, row_of, statements, upsert
from ingest.datamodel import Chunk, Minutes
from ingest.errors import LibraryError, LibraryMismatch

__all__ = ["READING", "SCHEMA", "Catalogue", "Change", "Known", "Standing", "digest", "exists"]

SCHEMA = 2  # raised when schema.sql changes; what an older one lacks is added when it is opened
READING = 4  # raised when the reading rules change: documents read by older rules are read again

FAULTS_OF_THE_FILE = {
    *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
}

Standing = Literal["new", "changed", "moved", "unchanged", "duplicate"]


class Known(NamedTuple):
    """What the catalogue knows of a file: how it stands, and the document it is or will be."""

    standing: Standing
    document_id: str


class Change(NamedTuple):
    """What putting a document did to the chunks."""

    written: int
    removed: int


class Catalogue:
    """Opens or makes `catalogue.sqlite` in a folder. A document enters or changes in one transaction, or not at all."""

    def __init__(self, folder: Path, embedding: str) -> None:
        self.path = folder / "catalogue.sqlite"
        self._writing = threading.Lock()
        self._ahead = False
        try:
            self.connection = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None)
            self.connection.row_factory = sqlite3.Row
            self.connection.executescript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 268435456;"
            )
            self._prepare(embedding)
        except sqlite3.DatabaseError as error:
            raise LibraryError(
                f"{self.path} is not a catalogue of Minutewise: {error}", "choose another --library folder, or restore this one"
            ) from error

    def damage(self, error: BaseException | None) -> LibraryError | None:
        """What a fault of the file itself (damaged, disk full, not writable) means to the user; None for any other error."""
        if not isinstance(error, sqlite3.DatabaseError) or getattr(error, "sqlite_errorcode", 0) & 0xFF not in FAULTS_OF_THE_FILE:
            return None
        return LibraryError(
            f"{self.path} cannot be used: {error}",
            "see that the disk is not full; restore the folder, or ingest the files into another --library",
        )

    def _prepare(self, embedding: str) -> None:
        if not self.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            with self.transaction():
                for statement in statements(resources.files("ingest").joinpath("schema.sql").read_text("utf-8")):
                    self.connection.execute(statement)
                self.connection.executemany(
                    "INSERT INTO meta VALUES (?, ?)", [("schema", str(SCHEMA)), ("embedding", embedding), ("name", uuid.uuid4().hex[:12])]
                )
                _changed(self.connection)
        stated = dict(self.connection.execute("SELECT name, value FROM meta").fetchall())
        if not {"schema", "embedding", "name"} <= set(stated):
            raise LibraryError(f"{self.path} is not a catalogue of Minutewise, or of an early one", "choose another --library folder")
        self.name: str = stated["name"]  # tells this library from others on the same Chroma server
        if stated["embedding"] != embedding:
            raise LibraryMismatch(
                f"this library was embedded with {stated['embedding']}, the setting is {embedding}",
                "set MINUTEWISE_EMBEDDING back, or ingest into another --library",
            )
        self._upgrade(stated["schema"])

    def _upgrade(self, schema: str) -> None:
        """Brings an older catalogue up to today's schema, in one transaction."""
        if schema == str(SCHEMA):
            if not self.connection.execute("SELECT 1 FROM meta WHERE name = 'state'").fetchone():
                _changed(self.connection)
            return
        if not schema.isdecimal() or not all(step in STEPS for step in range(int(schema), SCHEMA)) or int(schema) > SCHEMA:
            raise LibraryMismatch(
                f"{self.path} has schema {schema}, this Minutewise reads {SCHEMA}",
                "use the Minutewise that made it, or ingest the files anew into another --library",
            )
        with self.transaction() as sql:
            for step in range(int(schema), SCHEMA):
                STEPS[step](sql)
            _changed(sql)
            sql.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (str(SCHEMA),))

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All statements within take effect together, or none."""
        with self._writing:  # the vector index may be brought into step by another thread
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk has ended it already
                    self.connection.execute("ROLLBACK")
                raise

    def reader(self) -> sqlite3.Connection:
        """A second connection that cannot write: it sees what is committed, whatever is being written meanwhile."""
        connection = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.executescript("PRAGMA query_only = ON; PRAGMA mmap_size = 268435456;")
        return connection

    def close(self) -> None:
        """Closes the file; the catalogue is not used afterwards."""
        self.connection.close()

    def standing(self, path: str, key: str, sha256: str) -> Known:
        """How a file stands to the catalogue, and the id that its document has or gets.

        The id comes from `key`, the file's place below the folder that was given, so that the same files give the same ids on any machine.
        """
        here = self.connection.execute("SELECT id, sha256, reading FROM documents WHERE path = ?", (path,)).fetchone()
        if here:
            same = here["sha256"] == sha256 and here["reading"] == READING
            return Known("unchanged" if same else "changed", here["id"])
        twin = self.connection.execute("SELECT id, path FROM documents WHERE sha256 = ? AND reading = ?", (sha256, READING)).fetchone()
        if twin:
            return Known("duplicate" if exists(twin["path"]) else "moved", twin["id"])
        for attempt in range(1, 1000):
            candidate = hashlib.sha256((key if attempt == 1 else f"{key}#{attempt}").encode("utf-8")).hexdigest()[:12]
            holder = self.connection.execute("SELECT path FROM documents WHERE id = ?", (candidate,)).fetchone()
            if holder is None:
                return Known("new", candidate)
            if not exists(holder["path"]):
                return Known("changed", candidate)
        raise LibraryError(f"over a thousand files share the place {key}", "ingest them from folders with names of their own")

    def note_path(self, known: Known, path: str) -> None:
        """Records where a moved document is now, or that a file repeats a document."""
        with self.transaction() as sql:
            if known.standing == "moved":
                sql.execute("UPDATE documents SET path = ? WHERE id = ?", (path, known.document_id))
                sql.execute("DELETE FROM duplicates WHERE path = ?", (path,))
            else:
                sql.execute("INSERT OR REPLACE INTO duplicates VALUES (?, ?)", (path, known.document_id))

    def repeats(self, document_id: str) -> list[str]:
        """Where else the same file lay when it was last read."""
        return [
            row[0] for row in self.connection.execute("SELECT path FROM duplicates WHERE document_id = ? ORDER BY path", (document_id,))
        ]

    def vectors(self, digests: Iterable[bytes]) -> dict[bytes, bytes]:
        """The stored embeddings (float16 bytes) of those texts that have been embedded before."""
        found: dict[bytes, bytes] = {}
        for name in set(digests):
            row = self.connection.execute("SELECT vector FROM embeddings WHERE digest = ?", (name,)).fetchone()
            if row:
                found[name] = row["vector"]
        return found

    def keep(self, vectors: Mapping[bytes, bytes]) -> None:
        """Stores embeddings ahead of the document that they are of."""
        self._ahead = True
        with self.transaction() as sql:
            sql.executemany("INSERT OR IGNORE INTO embeddings VALUES (?, ?)", vectors.items())

    def sweep(self) -> None:
        """Drops what was kept ahead of documents that were then not put; a killed process leaves it for the next to use."""
        if self._ahead:
            with self.transaction() as sql:
                sql.execute("DELETE FROM embeddings WHERE digest NOT IN (SELECT digest FROM chunks)")
            self._ahead = False

    def put(self, document_id: str, path: str, minutes: Minutes, chunks: Sequence[Chunk], vectors: Mapping[bytes, bytes]) -> Change:
        """Writes a document whole: rows, words, embeddings, and what the vector index is to be told. Unchanged chunks are not touched."""
        with self.transaction() as sql:
            old = {row["id"]: row for row in sql.execute("SELECT * FROM chunks WHERE document_id = ?", (document_id,))}
            put_document(sql, document_id, path, minutes, READING)
            sql.executemany("INSERT OR IGNORE INTO embeddings VALUES (?, ?)", vectors.items())
            written = [chunk for chunk in chunks if row_of(chunk) != (tuple(old[chunk.id])[1:] if chunk.id in old else None)]
            gone = set(old) - {chunk.id for chunk in chunks}
            sql.executemany(
                upsert("chunks", CHUNK_COLUMNS),
                [row_of(chunk) for chunk in written],
            )
            sql.executemany("DELETE FROM chunks WHERE id = ?", [(name,) for name in gone])
            _changed(sql)
            fresh = [chunk.id for chunk in written if chunk.id not in old or old[chunk.id]["digest"] != digest(chunk.indexed_text)]
            sql.executemany("INSERT OR REPLACE INTO outbox VALUES (?, 'upsert')", [(name,) for name in fresh])
            sql.executemany("INSERT OR REPLACE INTO outbox VALUES (?, 'delete')", [(name,) for name in gone])
            _forget(sql, {row["digest"] for row in old.values()} - {digest(chunk.indexed_text) for chunk in chunks})
        return Change(len(written), len(gone))

    def remove(self, document_id: str) -> None:
        """Takes a document out, whole."""
        with self.transaction() as sql:
            digests = [row[0] for row in sql.execute("SELECT digest FROM chunks WHERE document_id = ?", (document_id,))]
            sql.execute("INSERT OR REPLACE INTO outbox SELECT id, 'delete' FROM chunks WHERE document_id = ?", (document_id,))
            sql.execute(
                "DELETE FROM chunks WHERE document_id = ?", (document_id,)
            )  # by hand: a cascade would not run the triggers of `words`
            sql.execute("DELETE FROM documents WHERE id = ?", (document_id,))
            _changed(sql)
            _forget(sql, digests)

    def settle(self, chunk_ids: Sequence[str]) -> None:
        """The vector index now has these."""
        with self.transaction() as sql:
            sql.executemany("DELETE FROM outbox WHERE chunk_id = ?", [(name,) for name in chunk_ids])


def _changed(sql: sqlite3.Connection) -> None:
    """Names the new content, so that copies of the old are told: drawn at random, since a counter would repeat after a restored backup."""
    sql.execute("INSERT OR REPLACE INTO meta VALUES ('state', ?)", (uuid.uuid4().hex,))


def _forget(sql: sqlite3.Connection, digests: Iterable[bytes]) -> None:
    """Drops those of the embeddings that no chunk has any more."""
    sql.executemany("DELETE FROM embeddings WHERE digest = ? AND digest NOT IN (SELECT digest FROM chunks)", [(name,) for name in digests])


def exists(path: str) -> bool:
    """Whether a file is there; of a member of a zip, whether the zip is."""
    places = [path, *(path[: inner.start()] for inner in re.finditer("!/", path))]
    return any(Path(place).is_file() for place in places)
