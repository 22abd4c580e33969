"""Agenda items as evidence: what is told of them is freed of planted orders, and told anew where there were any."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from assistant.citing import keyed
from assistant.datamodel import Evidence, Passage, Proposal
from assistant.planted import without_orders
from ingest.lookup import Lookup
from ingest.pairs import ItemKey

T = TypeVar("T")
Own = Mapping[ItemKey, Sequence[Evidence]]  # the evidence of each item


class Reading:
    """The passages of some agenda items.

    Whole meetings have hundreds of passages, and to look through all of them for orders takes seconds: only what is told is looked through.
    """

    def __init__(self, lookup: Lookup, items: Sequence[ItemKey]) -> None:
        self.orders = 0  # parts left out, of what would have been told
        self._passages: dict[str, Passage] = {}
        self._items: dict[ItemKey, list[str]] = {}
        for key in dict.fromkeys(items):
            own = lookup.chunk_passages(*key)
            self._items[key] = [one.id for one in own]
            self._passages |= {one.id: one for one in own}

    def told(self, tell: Callable[[Own], tuple[Sequence[Proposal], T]]) -> tuple[Sequence[Proposal], tuple[Evidence, ...], T]:
        """What `tell` makes of the items, with the evidence that it stands on, and what else it gives.

        Args:
            tell: from the evidence of each item, what is proposed and something besides.
        """
        while True:
            evidence = {one.passage.id: one for one in keyed(list(self._passages.values()))}
            proposals, besides = tell({key: [evidence[name] for name in names if name in evidence] for key, names in self._items.items()})
            keys = {key for proposal in proposals for key in proposal.keys}
            used = tuple(one for one in evidence.values() if one.key in keys)
            kept, orders = without_orders([one.passage for one in used])
            if not orders:
                return proposals, used, besides
            self.orders += orders
            cleaned = {one.id: one for one in kept}
            gone = {one.passage.id for one in used} - cleaned.keys()
            self._passages = {name: cleaned.get(name, one) for name, one in self._passages.items() if name not in gone}
