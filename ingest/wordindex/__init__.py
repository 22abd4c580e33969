"""Every word of every chunk in memory, with its position: what BM25, neighbouring chunks and adjacent words are scored from.

SQLite's FTS5 scores every chunk that holds any word of a question, one by one: 100,000 chunks take it a second. The same sums over arrays
take milliseconds. The arrays are kept in a file beside the catalogue, and only texts that are new are taken apart again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ingest.terms import content_words, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Rows = NDArray[np.intp]
    Mask = NDArray[np.bool_]

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


class Running(NamedTuple):
    """The running terms of all chunks, one after another, and where each term stands in them."""

    tokens: Ints  # indices into the vocabulary
    starts: Rows  # where each chunk's tokens begin; one more entry than chunks
    contexts: Ints  # how many of each chunk's tokens are those of its context line, which comes first
    order: Ints  # positions of all tokens, term by term
    bounds: Rows  # where each term's positions begin in `order`; one more entry than terms
    holders: Ints  # the chunks that hold each term, term by term
    counts: Floats  # how often each of them holds it, in the context line less
    held: Rows  # where each term's chunks begin in `holders`; one more entry than terms

    @classmethod
    def of(cls, tokens: Ints, starts: Rows, contexts: Ints, terms: int) -> Running:
        """Works out where each of so many terms stands."""
        import numpy as np

        rows = np.repeat(np.arange(len(contexts), dtype=np.int32), np.diff(starts))
        weights = np.where(np.arange(len(tokens)) - starts[rows] < contexts[rows], np.float32(CONTEXT_WEIGHT), np.float32(1))
        order = np.argsort(tokens, kind="stable").astype(np.int32)
        bounds = np.concatenate([[0], np.cumsum(np.bincount(tokens, minlength=terms))]).astype(np.intp)
        first = np.flatnonzero((np.diff(tokens[order], prepend=-1) != 0) | (np.diff(rows[order], prepend=-1) != 0))
        counts = np.add.reduceat(weights[order], first) if len(first) else weights
        return cls(tokens, starts, contexts, order, bounds, rows[order][first], counts, np.searchsorted(first, bounds))


class WordIndex:
    """The words of a library at one moment. Rows number the chunks from 0, in order of document and position."""

    def __init__(self, places: Places, vocabulary: list[str], running: Running) -> None:
        import numpy as np

        self.places = places
        self.vocabulary = vocabulary
        self.size = len(places.ids)
        self.row_of = {name: row for row, name in enumerate(places.ids)}
        self.number = {term: number for number, term in enumerate(vocabulary)}
        self.has_welsh = any(term.startswith(WELSH) for term in vocabulary)
        self._running = running
        self.item_sizes = np.bincount(places.item) if self.size else places.item
        self.lengths = np.diff(running.starts).astype(np.float32) - running.contexts
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

    def stemmed(self, words: Iterable[str]) -> list[int]:
        """The terms that English words stand for in English minutes."""
        return [self.number[term] for word in words if (term := stem(word)) in self.number]

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

        parts = [self._running.order[self._running.bounds[term] : self._running.bounds[term + 1]] for term in terms]
        return parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int32)

    def frequencies(self, positions: Ints) -> tuple[Rows, Floats]:
        """The chunks that hold what stands at those positions, in order, and how often; in the context line it counts less."""
        import numpy as np

        ready = self._term_at(positions)
        if ready is not None:
            part = slice(self._running.held[ready], self._running.held[ready + 1])
            return self._running.holders[part].astype(np.intp), self._running.counts[part]
        rows = self._rows_at(positions)
        in_context = positions - self._running.starts[rows] < self._running.contexts[rows]
        weights = np.where(in_context, np.float32(CONTEXT_WEIGHT), np.float32(1))
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        return rows[first], np.add.reduceat(weights, first) if len(first) else weights

    def _term_at(self, positions: Ints) -> int | None:
        """The term whose positions these are, all of them, as `positions` gave them out: its chunks are counted already."""
        import numpy as np

        if not len(positions) or not np.may_share_memory(positions, self._running.order):
            return None
        term = int(self._running.tokens[positions[0]])
        return term if self._running.bounds[term + 1] - self._running.bounds[term] == len(positions) else None

    def _rows_at(self, positions: Ints) -> Rows:
        import numpy as np

        return np.searchsorted(self._running.starts, positions, side="right") - 1

    def adjacent(self, first: Ints, second: Ints) -> Ints:
        """Those of the first positions that one of the second stands right behind, in the same chunk; function words do not count."""
        import numpy as np

        if not len(first) or not len(second):
            return first[:0]
        found = np.searchsorted(second, first + 1)
        found[found == len(second)] = 0
        here = first[second[found] == first + 1]
        starts = self._running.starts
        within: Ints = here[starts[np.searchsorted(starts, here + 1)] != here + 1]  # what begins a chunk stands behind nothing
        return within

    def holding(self, phrase: str) -> Mask:
        """Which chunks hold every word of a phrase in some form, shape (size,); of one without such words, all may."""
        import numpy as np

        found: Mask = np.ones(self.size, dtype=np.bool_)
        for word in content_words(phrase):
            here = np.zeros(self.size, dtype=np.bool_)
            spoken = word.replace("’", "'")
            for term in (stem(word), WELSH + spoken):
                if term in self.number:
                    here[self.frequencies(self.positions([self.number[term]]))[0]] = True
            found &= here
        return found

    def terms(self, row: int) -> frozenset[int]:
        """The terms of a chunk, of its text and its context line."""
        return frozenset(self._running.tokens[self._running.starts[row] : self._running.starts[row + 1]].tolist())

    def text_terms(self, row: int) -> frozenset[int]:
        """The terms of a chunk's text."""
        start = self._running.starts[row] + self._running.contexts[row]
        return frozenset(self._running.tokens[start : self._running.starts[row + 1]].tolist())
