"""Small minutes to take in, and how much there is of a library."""

from __future__ import annotations

from ingest.library import Library
from tests.invented import minutes_text


def sizes(library: Library) -> dict[str, int]:
    """How much of everything there is."""
    tables = ("documents", "items", "paragraphs", "chunks", "words", "embeddings", "outbox", "duplicates")
    rows = {table: library.catalogue.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    return rows | {"chroma": library.vectors.count()}


def short(body: str, day: str, word: str) -> str:
    """Minutes of one item."""
    return minutes_text(
        body, day, {"Works": (f"The Clerk reported that the {word} had been mended at a cost of £120.", "RESOLVED that this be noted.")}
    )
