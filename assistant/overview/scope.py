"""Which meetings a question is about: by the bodies and councils that it names, and what the search is limited to."""

from __future__ import annotations

import functools
import re

from assistant.overview.meetings import meetings_of
from assistant.question.bodies import bodies_named, councils_named, short_name
from assistant.question.named import place_of
from assistant.question.words import asked_in
from ingest.datamodel import Filters
from ingest.library import Library

_MEETING = re.compile(r"\b(?:meetings?|sessions?|minutes|[cg]h?yfarfod\w*|[cg]h?ofnodion)\b", re.I)

# Whom something was recommended to did not recommend it.
_TO_WHOM = re.compile(r"(?<=\brecommend) to\b.*|(?<=\brecommended) to\b.*|(?<=\brecommendations) to\b.*", re.I)

# 'Planning decisions' are the Planning Committee's.
_DECISIONS = re.compile(r"(?<=\w )(?:decisions|motions|amendments|votes|resolutions)\b", re.I)


class Scope:
    """The meetings that a question is about, all where it names none.

    Attributes:
        names: of bodies, councils and places, as a question may name them.
        chosen: whether it names a body, a council or a period.
        of_meetings: or meetings at all.
        of_period: whether it names a period.
    """

    def __init__(self, library: Library, question: str, filters: Filters) -> None:
        """Reads the names in a question; `filters` are what the search is limited to, the period that the question names with it."""
        self._library, self._question, self._filters = library, question, filters
        self._held = library.memory.headings
        every = sorted({one.body for one in self._held.values() if one.body})
        asking = _TO_WHOM.sub(" ", question)
        self._bodies = bodies_named(asking, every) or bodies_named(_DECISIONS.sub("committee", asking), every)
        councils = sorted({one.council for one in self._held.values() if one.council})
        self._councils = councils_named(question, councils)
        short = short_name(_DECISIONS.sub("committee", question), self._bodies)[0]
        self.names = (*self._bodies, *bodies_named(question, every), short, *councils, *map(place_of, (*self._bodies, *councils)))
        self.chosen = bool(self._bodies or self._councils or filters)
        self.of_meetings = self.chosen or bool(_MEETING.search(question))
        self.of_period = bool(filters.date_from or filters.date_to)

    @functools.cached_property
    def documents(self) -> frozenset[str]:
        """The minutes of these meetings, whatever their language; of those that came in this moment, none."""
        within = ((name, self._held[name]) for name in self._library.lookup.documents_within(self._filters) if name in self._held)
        return frozenset(
            name
            for name, one in within
            if (not self._bodies or one.body in self._bodies) and (not self._councils or one.council in self._councils)
        )

    @functools.cached_property
    def meetings(self) -> list[list[str]]:
        """The documents of each meeting, the latest meeting first."""
        return meetings_of({name: self._held[name] for name in self.documents}, asked_in(self._question))
