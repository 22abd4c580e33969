"""Minutes and chunks as rows of the catalogue."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence

from ingest.datamodel import Chunk, Minutes
from ingest.gloss import VERSION, is_welsh

DOCUMENT_COLUMNS = "id path sha256 url format title council body date status language venue warnings reading"
CHUNK_COLUMNS = "id document_id item_ordinal position text context first_paragraph last_paragraph page speaker tokens digest"


def digest(text: str) -> bytes:
    """Names an embedding by the text that it is of (SHA-256, first 16 bytes); where the text is Welsh, by the version of its gloss too."""
    glossed = f"gloss {VERSION}\n" if is_welsh(text) else ""
    return hashlib.sha256(f"{glossed}{text}".encode()).digest()[:16]


def put_document(sql: sqlite3.Connection, document_id: str, path: str, minutes: Minutes, reading: int) -> None:
    meeting, source = minutes.meeting, minutes.source
    sql.execute("DELETE FROM duplicates WHERE path = ?", (path,))
    sql.execute(
        upsert("documents", DOCUMENT_COLUMNS),
        (
            *(document_id, path, source.sha256, source.url, source.format, minutes.title, meeting.council, meeting.body),
            int(f"{meeting.date:%Y%m%d}") if meeting.date else None,
            *(meeting.status, meeting.language, meeting.venue, json.dumps([*source.warnings, *minutes.warnings]), reading),
        ),
    )
    sql.execute("DELETE FROM items WHERE document_id = ?", (document_id,))
    sql.execute("DELETE FROM paragraphs WHERE document_id = ?", (document_id,))
    sql.executemany(
        "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                document_id,
                item.ordinal,
                item.number,
                item.title,
                item.exempt,
                _json(item.decisions),
                _json(item.actions),
                json.dumps(item.kinds),
            )
            for item in minutes.items
        ],
    )
    sql.executemany(
        "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (document_id, p.index, item.ordinal, p.text, p.kind, p.part, p.speaker, p.page)
            for item in minutes.items
            for p in item.paragraphs
        ],
    )


def upsert(table: str, columns: str) -> str:
    """Inserts a row, or changes the one with the same id in place: other tables' rows that hang on it stay."""
    names = columns.split()
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {changed}"


def row_of(chunk: Chunk) -> tuple[object, ...]:
    place = (chunk.id, chunk.document_id, chunk.item_ordinal, chunk.position)
    return (*place, chunk.text, chunk.context, *chunk.paragraphs, chunk.page, chunk.speaker, chunk.tokens, digest(chunk.indexed_text))


def _json(records: Sequence[object]) -> str:
    return json.dumps([record.model_dump(mode="json") for record in records], ensure_ascii=False)  # type: ignore[attr-defined]


def statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
