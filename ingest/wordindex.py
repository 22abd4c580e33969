"""Every word of every chunk in memory, with its position: what BM25, neighbouring chunks and adjacent words are scored from.

SQLite's FTS5 scores every chunk that holds any word of a question, one by one: 100,000 chunks take it a second. The same sums over arrays
take milliseconds. The arrays are kept in a file beside the catalogue and only texts that are new are taken apart again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ingest.terms import content_words, running_words, stem, welsh_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Rows = NDArray[np.intp]
    Mask = NDArray[np.bool_]

FILE = "words.npz"
NAME_BYTES = 18  # of a text: the digest, and its language
FORMAT = 1  # raised when the way of taking texts apart changes: the file is then made anew
WELSH = "~"  # before the terms of Welsh minutes: they stand as they are written, English ones by their stem
CONTEXT_WEIGHT = 0.5  # of a word in the context line (council, body, date, item title) against one in the text


class Places(NamedTuple):
    """Where each chunk stands, one entry a chunk, in order of document and position."""

    ids: list[str]
    documents: list[str]  # ids of the documents, each once
    document: Ints  # index into `documents`
    items: list[tuple[str, int]]  # (document id, ordinal) of each agenda item that has chunks
    item: Ints  # index into `items`
    speakers: list[str]  # each once
    speaker: Ints  # index into `speakers`, -1 where there is none


class WordIndex:
    """The words of a library at one moment. Rows number the chunks from 0, in order of document and position."""

    def __init__(self, places: Places, vocabulary: list[str], tokens: Ints, starts: Rows, contexts: Ints) -> None:
        """Takes the running terms of all chunks, one after another.

        Args:
            tokens: indices into `vocabulary`.
            starts: where each chunk's tokens begin; one more entry than chunks.
            contexts: how many of each chunk's tokens are those of its context line, which comes first.
        """
        import numpy as np

        self.places = places
        self.vocabulary = vocabulary
        self.size = len(places.ids)
        self.row_of = {name: row for row, name in enumerate(places.ids)}
        self.number = {term: number for number, term in enumerate(vocabulary)}
        self.has_welsh = any(term.startswith(WELSH) for term in vocabulary)
        self._tokens, self._starts, self._contexts = tokens, starts, contexts
        self._rows = np.repeat(np.arange(self.size, dtype=np.int32), np.diff(starts))
        self._in_context = np.arange(len(tokens)) - starts[self._rows] < contexts[self._rows]
        self._order = np.argsort(tokens, kind="stable").astype(np.int32)  # positions of all tokens, term by term
        self._bounds = np.concatenate([[0], np.cumsum(np.bincount(tokens, minlength=len(vocabulary)))])
        self.item_sizes = np.bincount(places.item) if self.size else places.item
        self.lengths = np.diff(starts).astype(np.float32) - contexts
        self._first_rows: dict[tuple[str, int], int] | None = None
        self._welsh_forms: dict[str, list[int]] | None = None

    def key(self, row: int) -> tuple[str, int]:
        """The document id and the ordinal of the item that a chunk is of."""
        return self.places.items[int(self.places.item[row])]

    def rows_of_item(self, key: tuple[str, int]) -> list[int]:
        """The chunks of an item, in order; none where it has none."""
        if self._first_rows is None:
            self._first_rows = {}
            for row, item in enumerate(self.places.item.tolist()):
                self._first_rows.setdefault(self.places.items[item], row)
        first = self._first_rows.get(key)
        return [] if first is None else list(range(first, first + int(self.item_sizes[self.places.item[first]])))

    def forms(self, word: str, *, welsh: bool) -> list[int]:
        """The terms that a word of a question stands for: its English stem, and the Welsh forms of it.

        Args:
            welsh: whether the question is in Welsh; an English one matches names in Welsh minutes, not look-alikes of its words.
        """
        names = [word]
        if welsh or self.has_welsh:
            from ingest.welsh import keys, radical

            names += [radical(word)] if welsh else []
        found = [self.number[term] for name in names for term in (stem(name), WELSH + name) if term in self.number]
        if self.has_welsh:
            wanted = [key for key in keys(word) if welsh or key.startswith("?")]
            found += [number for key in wanted for number in self._by_key().get(key, ())]
        return list(dict.fromkeys(found))

    def _by_key(self) -> dict[str, list[int]]:
        if self._welsh_forms is None:
            from ingest.welsh import keys

            found: dict[str, list[int]] = {}
            for number, term in enumerate(self.vocabulary):
                if term.startswith(WELSH):
                    for key in keys(term.removeprefix(WELSH)):
                        found.setdefault(key, []).append(number)
            self._welsh_forms = found
        return self._welsh_forms

    def positions(self, terms: Sequence[int]) -> Ints:
        """Where any of those terms stands, as positions in the running tokens, in order."""
        import numpy as np

        parts = [self._order[self._bounds[term] : self._bounds[term + 1]] for term in terms]
        return parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int32)

    def frequencies(self, positions: Ints) -> tuple[Rows, Floats]:
        """The chunks that hold what stands at those positions, in order, and how often; in the context line it counts less."""
        import numpy as np

        rows = self._rows[positions]
        weights = np.where(self._in_context[positions], np.float32(CONTEXT_WEIGHT), np.float32(1))
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        return rows[first].astype(np.intp), np.add.reduceat(weights, first) if len(first) else weights

    def adjacent(self, first: Ints, second: Ints) -> Ints:
        """Those of the first positions that one of the second stands right behind, in the same chunk; function words do not count."""
        import numpy as np

        if not len(first) or not len(second):
            return first[:0]
        found = np.searchsorted(second, first + 1)
        found[found == len(second)] = 0
        here = first[second[found] == first + 1]
        within: Ints = here[self._rows[here] == self._rows[here + 1]]
        return within

    def holding(self, phrase: str) -> Mask:
        """Which chunks hold every word of a phrase in some form, shape (size,); of one without such words, all may."""
        import numpy as np

        found: Mask = np.ones(self.size, dtype=np.bool_)
        for word in content_words(phrase):
            here = np.zeros(self.size, dtype=np.bool_)
            spoken = word.replace("’", "'")
            here[self._rows[self.positions([self.number[term] for term in (stem(word), WELSH + spoken) if term in self.number])]] = True
            found &= here
        return found

    def terms(self, row: int) -> frozenset[int]:
        """The terms of a chunk, of its text and its context line."""
        return frozenset(self._tokens[self._starts[row] : self._starts[row + 1]].tolist())

    def text_terms(self, row: int) -> frozenset[int]:
        """The terms of a chunk's text."""
        return frozenset(self._tokens[self._starts[row] + self._contexts[row] : self._starts[row + 1]].tolist())


def load(connection: sqlite3.Connection, folder: Path) -> WordIndex:
    """The index of what the catalogue holds now; the file beside it is brought up to date."""
    import numpy as np

    rows = connection.execute(
        "SELECT c.row, c.id, c.document_id, c.item_ordinal, c.speaker, c.digest, d.language FROM chunks c"
        " JOIN documents d ON d.id = c.document_id ORDER BY c.document_id, c.position"
    ).fetchall()
    names = [row["digest"] + row["language"].encode() for row in rows]
    stored = _Stored.read(folder / FILE)
    taken = stored.place if stored else {}
    vocabulary = stored.vocabulary if stored else []
    number = {term: index for index, term in enumerate(vocabulary)}
    fresh: dict[bytes, tuple[Ints, int]] = {}
    for row, name in zip(rows, names, strict=True):
        if name not in taken and name not in fresh:
            text, context = connection.execute("SELECT text, context FROM chunks WHERE row = ?", (row["row"],)).fetchone()
            apart: Callable[[str], list[str]] = _welsh if name.endswith(b"cy") else _english
            head, body = apart(context), apart(text)
            fresh[name] = (np.array([number.setdefault(term, len(number)) for term in [*head, *body]], dtype=np.int32), len(head))
    if stored and not fresh and names == stored.names:
        tokens, starts, contexts = stored.tokens, stored.starts, stored.contexts
    else:
        parts = [stored.part(name) if stored and name not in fresh else fresh[name] for name in names]
        tokens = np.concatenate([part for part, _ in parts]) if parts else np.empty(0, dtype=np.int32)
        starts = np.concatenate([[0], np.cumsum([len(part) for part, _ in parts], dtype=np.intp)]).astype(np.intp)
        contexts = np.array([size for _, size in parts], dtype=np.int32)
        _Stored(names, list(number), tokens, starts, contexts).write(folder / FILE)
    return WordIndex(_places(rows), list(number), tokens, starts, contexts)


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


class _Stored:
    """What the file holds: the terms of each text by the digest of the text and its language."""

    def __init__(self, names: list[bytes], vocabulary: list[str], tokens: Ints, starts: Rows, contexts: Ints) -> None:
        self.names, self.vocabulary, self.tokens, self.starts, self.contexts = names, vocabulary, tokens, starts, contexts
        self.place = {name: place for place, name in enumerate(names)}

    def part(self, name: bytes) -> tuple[Ints, int]:
        place = self.place[name]
        return self.tokens[self.starts[place] : self.starts[place + 1]], int(self.contexts[place])

    @classmethod
    def read(cls, path: Path) -> _Stored | None:
        """The file's content; None where there is none that this version can use."""
        import numpy as np

        try:
            with np.load(path, allow_pickle=False) as file:
                if int(file["format"]) != FORMAT:
                    return None
                names = [line.tobytes() for line in file["names"]]
                vocabulary: list[str] = json.loads(file["vocabulary"].tobytes())
                return cls(names, vocabulary, file["tokens"], file["starts"], file["contexts"])
        except Exception:  # damaged or of another kind: it is only a copy, and is made anew
            return None

    def write(self, path: Path) -> None:
        """Writes the file whole or not at all; where it cannot be written the index serves from memory."""
        import numpy as np

        part = path.with_suffix(".part.npz")
        names = (
            np.frombuffer(b"".join(self.names), dtype=np.uint8).reshape(len(self.names), -1) if self.names else np.empty((0, 18), np.uint8)
        )
        words = np.frombuffer(json.dumps(self.vocabulary).encode(), dtype=np.uint8)
        try:
            with part.open("wb") as file:
                np.savez(
                    file,
                    format=np.int64(FORMAT),
                    names=names,
                    vocabulary=words,
                    tokens=self.tokens,
                    starts=self.starts,
                    contexts=self.contexts,
                )
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
