"""The Welsh and the English minutes of one meeting in a search: a question in one language finds what only the other's words match."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pairs import ItemKey, pairs

if TYPE_CHECKING:
    from ingest.memory import Memory
    from ingest.wordindex import Floats, Rows

SHARE = 0.9  # of a chunk's score that its translation gets
BEST = 30  # chunks whose translation is looked for


class Twins:
    """Pairs of items by meeting, worked out for the days that searches touch, and again when the library has changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._memory: Memory | None = None
        self._days: dict[dt.date, dict[ItemKey, ItemKey]] = {}

    def beside(self, memory: Memory, lexical: Floats) -> list[int]:
        """The translations of the chunks that match best by words, as rows."""
        import numpy as np

        best = np.argsort(-lexical, kind="stable")[:BEST]
        return sorted({other for row in best[lexical[best] > 0].tolist() for other in self.rows(memory, row)})

    def shared(self, memory: Memory, rows: Rows, scores: Floats) -> Floats:
        """The scores of chunks with what the best of them lend to their translations: most of their own score.

        Args:
            rows: the chunks, in order.
            scores: theirs.
        """
        import numpy as np

        place = {row: number for number, row in enumerate(rows.tolist())}
        found = scores.copy()
        for number in np.argsort(-scores, kind="stable")[:BEST].tolist():
            for other in self.rows(memory, int(rows[number])):
                if other in place:
                    at = place[other]  # what it matches itself tells the chunks of one item apart
                    found[at] = max(found[at], SHARE * scores[number] + (1 - SHARE) * scores[at])
        return found

    def rows(self, memory: Memory, row: int) -> list[int]:
        """The chunks of the translation of a chunk's item; none where it has none."""
        key = memory.words.key(row)
        other = self._pairs(memory, memory.headings[key[0]].date).get(key)
        return memory.words.rows_of_item(other) if other else []

    def _pairs(self, memory: Memory, day: dt.date | None) -> dict[ItemKey, ItemKey]:
        if self._memory is not memory:
            self._memory, self._days = memory, {}
        if day is None:
            return {}
        if day not in self._days:
            both = len({heading.language for heading in memory.headings.values() if heading.date == day}) == 2
            lookup = self._library.lookup
            self._days[day] = pairs(lookup, lookup.documents(Filters(date_from=day, date_to=day))) if both else {}
        return self._days[day]
