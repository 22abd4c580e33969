"""Reading from the catalogue: documents, items, passages, and the full-text index. SQL of the reading side lives here."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.datamodel import AgendaItem, Filters, ItemKind, Paragraph, Passage
from ingest.lookup.filtering import has_part, has_words, of_chunks, of_documents, where
from ingest.lookup.rows import DocumentRow, Heading, ItemText, Place, day, document_of, item_of, paragraph_of, passage_of

__all__ = ["DocumentRow", "Heading", "ItemText", "Lookup", "Place", "day", "has_part", "has_words", "where"]


class Lookup:
    """Questions to one catalogue; every method is a read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        for function in (has_part, has_words):
            connection.create_function(function.__name__, 2, function, deterministic=True)

    def documents(self, filters: Filters = Filters()) -> list[DocumentRow]:
        """The documents that the filters admit, by date and body."""
        condition, values = where(of_documents(filters))
        if within := of_chunks(filters):
            holds, held = where(within)
            condition += f" AND EXISTS (SELECT 1 FROM chunks c WHERE c.document_id = d.id AND {holds})"
            values += held
        return self._documents(condition, values)

    def document(self, document_id: str) -> DocumentRow | None:
        """The document of that id."""
        return next(iter(self._documents("d.id = ?", [document_id])), None)

    def _documents(self, condition: str, values: Sequence[object]) -> list[DocumentRow]:
        rows = self._sql.execute(
            "SELECT d.*, (SELECT count(*) FROM items i WHERE i.document_id = d.id"
            " AND (i.ordinal > 0 OR d.format = 'moderngov-item')) AS items,"
            f" (SELECT count(*) FROM chunks c WHERE c.document_id = d.id) AS passages FROM documents d WHERE {condition}"
            " ORDER BY d.date IS NULL, d.date, d.body, d.path",
            values,
        )
        return [document_of(row) for row in rows]

    def chunk_count(self, filters: Filters = Filters()) -> int:
        """How many chunks the filters admit."""
        condition, values = where(filters)
        row = self._sql.execute(
            f"SELECT count(*) FROM chunks c JOIN documents d ON d.id = c.document_id WHERE {condition}", values
        ).fetchone()
        return int(row[0])

    def admitted(self, filters: Filters) -> set[str]:
        """Ids of the chunks that the filters admit."""
        condition, values = where(filters)
        return {
            row[0]
            for row in self._sql.execute(f"SELECT c.id FROM chunks c JOIN documents d ON d.id = c.document_id WHERE {condition}", values)
        }

    def documents_within(self, filters: Filters) -> set[str]:
        """Ids of the documents that the filters admit, whoever speaks in them and whatever their items are."""
        condition, values = where(of_documents(filters))
        return {row[0] for row in self._sql.execute(f"SELECT d.id FROM documents d WHERE {condition}", values)}

    def items_of_kind(self, kind: ItemKind) -> set[tuple[str, int]]:
        """Document id and ordinal of every item of a kind."""
        rows = self._sql.execute("SELECT document_id, ordinal, kinds FROM items WHERE instr(kinds, ?) > 0", (f'"{kind}"',))
        return {(row["document_id"], row["ordinal"]) for row in rows}

    def kinds(self, document_ids: Sequence[str] | None = None) -> Counter[ItemKind]:
        """How many items there are of each kind, in all documents or in those."""
        within = None if document_ids is None else set(document_ids)
        rows = self._sql.execute("SELECT document_id, kinds FROM items WHERE kinds <> '[]'")
        return Counter(kind for row in rows if within is None or row["document_id"] in within for kind in json.loads(row["kinds"]))

    def headings(self) -> dict[str, Heading]:
        """What each document is of, by its id."""
        rows = self._sql.execute("SELECT id, council, body, date, language FROM documents")
        return {row["id"]: Heading(row["council"], row["body"], day(row["date"]), row["language"]) for row in rows}

    def texts(self, chunk_ids: Sequence[str]) -> dict[str, str]:
        """The texts of those chunks, by id."""
        found: dict[str, str] = {}
        for start in range(0, len(chunk_ids), 500):
            part = chunk_ids[start : start + 500]
            found.update(self._sql.execute(f"SELECT id, text FROM chunks WHERE id IN ({','.join('?' * len(part))})", part).fetchall())
        return found

    def matching(self, expression: str, limit: int, filters: Filters = Filters()) -> list[tuple[str, float]]:
        """Chunks that match an FTS5 expression, as (chunk id, BM25 score, higher is better), best first.

        FTS5's bm25 with k1 = 1.2 and b = 0.75; words of the context line count half.
        """
        condition, values = where(filters)
        rows = self._sql.execute(
            "SELECT c.id, -bm25(words, 1.0, 0.5) AS score FROM words JOIN chunks c ON c.row = words.rowid"
            " JOIN documents d ON d.id = c.document_id"
            f" WHERE words MATCH ? AND {condition} ORDER BY score DESC LIMIT ?",
            [expression, *values, limit],
        )
        return [(row["id"], row["score"]) for row in rows]

    def frequency(self, word: str) -> int:
        """How many chunks hold a word (any form of it that the stemmer folds together)."""
        row = self._sql.execute("SELECT count(*) FROM words WHERE words MATCH ?", ('"{}"'.format(word.replace('"', " ")),)).fetchone()
        return int(row[0])

    def is_exempt(self, chunk_id: str) -> bool:
        """Whether a chunk stands in an item that was taken with the public excluded."""
        row = self._sql.execute(
            "SELECT i.exempt FROM chunks c JOIN items i ON i.document_id = c.document_id AND i.ordinal = c.item_ordinal WHERE c.id = ?",
            (chunk_id,),
        ).fetchone()
        return bool(row and row["exempt"])

    def passages(self, scores: Sequence[tuple[str, float]]) -> list[Passage]:
        """The passages with those chunk ids and scores, in that order."""
        found: dict[str, sqlite3.Row] = {}
        names = [name for name, _ in scores]
        for start in range(0, len(names), 500):
            part = names[start : start + 500]
            for row in self._sql.execute(
                "SELECT c.*, d.council, d.body, d.date, d.language, d.status, d.path, d.url, i.number, i.title AS item_title FROM chunks c"
                " JOIN documents d ON d.id = c.document_id JOIN items i ON i.document_id = c.document_id AND i.ordinal = c.item_ordinal"
                f" WHERE c.id IN ({','.join('?' * len(part))})",
                part,
            ):
                found[row["id"]] = row
        return [passage_of(found[name], score) for name, score in scores if name in found]

    def places(self, chunk_ids: Sequence[str]) -> dict[str, Place]:
        """Where each chunk stands."""
        found: dict[str, Place] = {}
        for start in range(0, len(chunk_ids), 500):
            part = chunk_ids[start : start + 500]
            for row in self._sql.execute(
                "SELECT c.id, c.document_id, c.item_ordinal, c.position,"
                " (SELECT count(*) FROM chunks o WHERE o.document_id = c.document_id AND o.item_ordinal = c.item_ordinal) AS size"
                f" FROM chunks c WHERE c.id IN ({','.join('?' * len(part))})",
                part,
            ):
                found[row["id"]] = Place(row["document_id"], row["item_ordinal"], row["position"], row["size"])
        return found

    def items(self, document_id: str, ordinal: int | None = None) -> list[AgendaItem]:
        """The agenda items of a document, or the one named, with their paragraphs, in order."""
        key = (document_id, ordinal)
        paragraphs: dict[int, list[Paragraph]] = {}
        wanted = "document_id = ?1 AND (?2 IS NULL OR {} = ?2)"
        for row in self._sql.execute(f"SELECT * FROM paragraphs WHERE {wanted.format('item_ordinal')} ORDER BY position", key):
            paragraphs.setdefault(row["item_ordinal"], []).append(paragraph_of(row))
        rows = self._sql.execute(f"SELECT * FROM items WHERE {wanted.format('ordinal')} ORDER BY ordinal", key)
        return [item_of(row, paragraphs.get(row["ordinal"], ())) for row in rows]

    def records(self) -> Iterator[tuple[str, AgendaItem]]:
        """Every item that records a decision or an action, with its document's id; without its paragraphs."""
        for row in self._sql.execute("SELECT * FROM items WHERE decisions != '[]' OR actions != '[]' ORDER BY document_id, ordinal"):
            yield row["document_id"], item_of(row, ())

    def item_texts(self, document_id: str) -> list[ItemText]:
        """The items of a document as running text, in order."""
        rows = self._sql.execute(
            "SELECT i.ordinal, i.number, i.title, group_concat(p.text, char(10)) AS text FROM items i LEFT JOIN"
            " (SELECT * FROM paragraphs WHERE document_id = ?1 ORDER BY position) p ON p.item_ordinal = i.ordinal"
            " WHERE i.document_id = ?1 GROUP BY i.ordinal ORDER BY i.ordinal",
            (document_id,),
        )
        return [ItemText(row["ordinal"], row["number"], row["title"], row["text"] or "") for row in rows]

    def items_holding(self, parts: Sequence[str], document_ids: Sequence[str]) -> set[tuple[str, int]]:
        """The (document id, ordinal) of those documents' items with any of the strings in a paragraph, whatever the case of a to z."""
        test = " OR ".join("text LIKE '%' || ? || '%'" for _ in parts)
        found: set[tuple[str, int]] = set()
        for start in range(0, len(document_ids), 500):
            some = document_ids[start : start + 500]
            of_some = f"document_id IN ({','.join('?' * len(some))})"
            rows = self._sql.execute(
                f"SELECT DISTINCT document_id, item_ordinal FROM paragraphs WHERE {of_some} AND ({test})", [*some, *parts]
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def paragraphs(self, document_id: str, first: int, last: int) -> list[Paragraph]:
        """The paragraphs `first` to `last` of a document, both included."""
        rows = self._sql.execute(
            "SELECT * FROM paragraphs WHERE document_id = ? AND position BETWEEN ? AND ? ORDER BY position", (document_id, first, last)
        )
        return [paragraph_of(row) for row in rows]

    def chunk_passages(self, document_id: str, item_ordinal: int | None = None) -> list[Passage]:
        """The passages of a document or of one of its items, in order, each with score 1."""
        rows = self._sql.execute(
            "SELECT id FROM chunks WHERE document_id = ? AND (? IS NULL OR item_ordinal = ?) ORDER BY position",
            (document_id, item_ordinal, item_ordinal),
        )
        return self.passages([(row["id"], 1.0) for row in rows])
