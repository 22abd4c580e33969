"""Which actions no later minutes tell to be done."""

from __future__ import annotations

from assistant.held import Holdings
from assistant.later.following import Follower, Matter
from ingest.datamodel import Action, AgendaItem
from ingest.lookup import Lookup


class Undone:
    """The actions of items that are left to be done, as far as the minutes tell."""

    def __init__(self, lookup: Lookup) -> None:
        self._follower = Follower(lookup, Holdings(lookup))

    def of(self, document_id: str, item: AgendaItem) -> tuple[Action, ...]:
        """Those of an item that later minutes do not close."""
        matters = ((one, Matter(document_id, item.ordinal, item.title, one.text, one.owner, False)) for one in item.actions)
        return tuple(action for action, matter in matters if self._follower.follow(matter).progress != "closed")
