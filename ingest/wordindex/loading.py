"""The word index as a catalogue has it now, from the file beside the catalogue as far as that is still good."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.terms import running_words, stem, welsh_words
from ingest.wordindex import WELSH, Places, Running, WordIndex
from ingest.wordindex.arrays import Arrays, as_bytes, read, write

if TYPE_CHECKING:
    from ingest.wordindex import Ints

FILE = "words.index"
FORMAT = 3  # raised when the way of taking texts apart changes: the file is then made anew
NAME_BYTES = 18  # of a text: the digest, and its language
_LISTS = ("ids", "documents", "items", "speakers")


def load(connection: sqlite3.Connection, folder: Path) -> WordIndex:
    """The index of what the catalogue holds now; the file beside it is brought up to date."""
    state = state_of(connection)
    stored = read(folder / FILE, FORMAT)
    if stored is None or stored.state != state:
        return _made(connection, folder, state, stored)
    places = Places(*(stored.texts(name) if name in _LISTS else stored[name] for name in Places._fields))  # type: ignore[arg-type]
    places = places._replace(items=[(document, ordinal) for document, ordinal in places.items])
    return WordIndex(places, stored.texts("vocabulary"), Running(*(stored[name] for name in Running._fields)))  # type: ignore[arg-type]


def state_of(connection: sqlite3.Connection) -> str:
    """Names the present content of a catalogue: another after every change to its chunks."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'state'").fetchone()
    return str(row[0])


def _made(connection: sqlite3.Connection, folder: Path, state: str, stored: Arrays | None) -> WordIndex:
    """The index made anew; texts that the file has, in whatever state, are not taken apart again."""
    import numpy as np

    rows = connection.execute(
        "SELECT c.row, c.id, c.document_id, c.item_ordinal, c.speaker, c.digest, d.language FROM chunks c"
        " JOIN documents d ON d.id = c.document_id ORDER BY c.document_id, c.position"
    ).fetchall()
    names = [row["digest"] + row["language"].encode() for row in rows]
    known = _Known(stored)
    number = {term: index for index, term in enumerate(known.vocabulary)}
    fresh: dict[bytes, tuple[Ints, int]] = {}
    for row, name in zip(rows, names, strict=True):
        if name not in known.place and name not in fresh:
            text, context = connection.execute("SELECT text, context FROM chunks WHERE row = ?", (row["row"],)).fetchone()
            apart: Callable[[str], list[str]] = _welsh if name.endswith(b"cy") else _english
            head, body = apart(context), apart(text)
            fresh[name] = (np.array([number.setdefault(term, len(number)) for term in [*head, *body]], dtype=np.int32), len(head))
    parts = [fresh[name] if name in fresh else known.part(name) for name in names]
    tokens = np.concatenate([part for part, _ in parts]) if parts else np.empty(0, dtype=np.int32)
    starts = np.concatenate([[0], np.cumsum([len(part) for part, _ in parts], dtype=np.intp)]).astype(np.intp)
    running = Running.of(tokens, starts, np.array([size for _, size in parts], dtype=np.int32), len(number))
    places = _places(rows)
    arrays = {name: as_bytes(value) if name in _LISTS else value for name, value in places._asdict().items()}
    arrays["names"] = np.frombuffer(b"".join(names), dtype=np.uint8).reshape(-1, NAME_BYTES)
    write(folder / FILE, FORMAT, state, {**arrays, "vocabulary": as_bytes(list(number)), **running._asdict()})
    return WordIndex(places, list(number), running)


class _Known:
    """The texts that a file has taken apart, by the digest of the text and its language."""

    def __init__(self, stored: Arrays | None) -> None:
        self._stored = stored
        self.vocabulary = stored.texts("vocabulary") if stored else []
        self.place = {line.tobytes(): place for place, line in enumerate(stored["names"])} if stored else {}

    def part(self, name: bytes) -> tuple[Ints, int]:
        assert self._stored is not None
        place, starts = self.place[name], self._stored["starts"]
        tokens: Ints = self._stored["tokens"][starts[place] : starts[place + 1]]  # type: ignore[assignment]
        return tokens, int(self._stored["contexts"][place])


def _english(text: str) -> list[str]:
    return [stem(word) for word in running_words(text)]


def _welsh(text: str) -> list[str]:
    return [WELSH + word for word in welsh_words(text)]


def _places(rows: Sequence[sqlite3.Row]) -> Places:
    import numpy as np

    documents: dict[str, int] = {}
    items: dict[tuple[str, int], int] = {}
    speakers: dict[str, int] = {}
    document = [documents.setdefault(row["document_id"], len(documents)) for row in rows]
    item = [items.setdefault((row["document_id"], row["item_ordinal"]), len(items)) for row in rows]
    speaker = [-1 if row["speaker"] is None else speakers.setdefault(row["speaker"], len(speakers)) for row in rows]
    return Places(
        [row["id"] for row in rows],
        list(documents),
        np.array(document, dtype=np.int32),
        list(items),
        np.array(item, dtype=np.int32),
        list(speakers),
        np.array(speaker, dtype=np.int32),
    )
