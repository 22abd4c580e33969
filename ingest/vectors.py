"""The Chroma collection of a library, and the only file that knows Chroma. It can always be made again from the catalogue."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import urlsplit

from ingest.errors import LibraryError, LibraryMismatch, VectorServiceError

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection
    from chromadb.base_types import Where

    from ingest.embedding import Vectors

COLLECTION = "minutes"
BATCH = 1000  # records in one call: Chroma refuses more than about 5,400


class Record(NamedTuple):
    """One vector with what may be filtered by in Chroma itself."""

    chunk_id: str
    vector: list[float]
    document_id: str
    date: int  # 20240314; 0 where not known


class VectorIndex:
    """Cosine-similarity search over chunk ids.

    Raises:
        VectorServiceError: the Chroma server cannot be reached, now or in any call.
        LibraryError: the folder's index is damaged.
        LibraryMismatch: the collection was made with another embedding model.
    """

    def __init__(self, folder: Path, embedding: str, url: str | None = None, name: str = COLLECTION) -> None:
        self._place = url or str((folder / "chroma").resolve())
        self._served = url is not None
        self._embedding = embedding
        self._name = name
        self._count: int | None = None
        with self._translated():
            self._client = _client(self._place, self._served)
        self._collection = self._open()

    def close(self) -> None:
        """Lets go of the files: Chroma keeps them open, and what it read of them, for as long as the process lives otherwise."""
        self._client.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        import httpx
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, httpx.HTTPError, ConnectionError, AttributeError) as error:
            if isinstance(error, AttributeError) and "'bindings'" not in str(error):  # chromadb 1.5 on a database that it cannot open
                raise
            if self._served:
                raise VectorServiceError(
                    f"the Chroma server at {self._place} does not answer: {error}", "start it, or unset MINUTEWISE_CHROMA_URL"
                ) from error
            raise LibraryError(
                f"the vector index in {self._place} cannot be used: {error.__context__ or error}",
                "delete that folder: it is made again from the catalogue",
            ) from error

    def _open(self) -> Collection:
        # A collection keeps the metadata that it was first made with, so this names the model for good.
        with self._translated():
            collection = self._client.get_or_create_collection(
                self._name,
                metadata={"embedding": self._embedding},
                configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
                embedding_function=None,
            )
        stated = (collection.metadata or {}).get("embedding")
        if stated != self._embedding:
            raise LibraryMismatch(
                f"the Chroma collection was made with {stated}, the setting is {self._embedding}",
                "set MINUTEWISE_EMBEDDING back, or use another --library",
            )
        return collection

    def count(self) -> int:
        """Number of vectors held. Chroma counts row by row (40 ms for 100,000), so it is asked once after each change."""
        if self._count is None:
            with self._translated():
                self._count = self._collection.count()
        return self._count

    def clear(self) -> None:
        """Empties the index by making it anew, which also gives back its space."""
        self._count = None
        with self._translated():
            self._client.delete_collection(self._name)
        self._collection = self._open()

    def upsert(self, records: Iterable[Record]) -> None:
        """Adds records, or replaces those with the same chunk id in place."""
        batch: list[Record] = []
        for record in records:
            batch.append(record)
            if len(batch) == BATCH:
                self._upsert(batch)
                batch = []
        if batch:
            self._upsert(batch)

    def _upsert(self, batch: Sequence[Record]) -> None:
        import numpy as np

        self._count = None
        with self._translated():
            self._collection.upsert(
                ids=[record.chunk_id for record in batch],
                embeddings=np.array([record.vector for record in batch], dtype=np.float32),
                metadatas=[{"document_id": record.document_id, "date": record.date} for record in batch],
            )

    def delete(self, chunk_ids: Sequence[str]) -> None:
        """Takes chunks out; ids that are not there are passed over."""
        self._count = None
        for start in range(0, len(chunk_ids), BATCH):
            with self._translated():
                self._collection.delete(ids=list(chunk_ids[start : start + BATCH]))

    def nearest(self, vector: Vectors, limit: int, documents: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """The `limit` chunks nearest to one vector of shape (dimensions,), as (chunk id, cosine similarity), best first.

        Args:
            documents: only chunks of these documents.
        """
        within = cast("Where", {"document_id": {"$in": list(documents)}}) if documents is not None else None
        with self._translated():
            found = self._collection.query(
                query_embeddings=[vector.tolist()],
                n_results=max(1, min(limit, self.count())),
                where=within,
                include=["distances"],
            )
        distances = found["distances"] or [[]]
        return [(name, 1.0 - distance) for name, distance in zip(found["ids"][0], distances[0], strict=True)]


def _client(place: str, served: bool) -> Client:
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    import chromadb
    from chromadb.config import Settings

    logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
    settings = Settings(anonymized_telemetry=False)
    if not served:
        return cast("Client", chromadb.PersistentClient(path=place, settings=settings))
    address = urlsplit(place)
    try:
        host, port = address.hostname or "localhost", address.port or 8000
        return cast("Client", chromadb.HttpClient(host=host, port=port, ssl=address.scheme == "https", settings=settings))
    except ValueError as error:  # Chroma's own form of "could not connect"
        raise ConnectionError(str(error)) from error
