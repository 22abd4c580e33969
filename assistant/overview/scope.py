"""Which meetings a question is about: by the bodies and councils that it names, and what the search is limited to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from assistant.overview.meetings import meetings_of
from assistant.question.bodies import bodies_named, councils_named, short_name
from assistant.question.named import place_of
from assistant.question.overview import NAMES_MEETINGS
from assistant.question.words import asked_in
from ingest.datamodel import Filters
from ingest.library import Library

# Whom something was recommended to did not recommend it.
_TO_WHOM = re.compile(r"(?<=\brecommend) to\b.*|(?<=\brecommended) to\b.*|(?<=\brecommendations) to\b.*", re.I)

# 'Planning decisions' are the Planning Committee's.
_DECISIONS = re.compile(r"(?<=\w )(?:decisions|motions|amendments|votes|resolutions)\b", re.I)


class Scope:
    """The meetings that a question is about, all where it names none.

    Attributes:
        of_period: whether it names a period.
    """

    def __init__(self, library: Library, question: str, filters: Filters) -> None:
        """Of a question; `filters` are what the search is limited to, the period that the question names with it."""
        self._lookup, self._question, self._filters = library.lookup, question, filters
        self._memory = library.memory  # of this moment
        self.of_period = bool(filters.date_from or filters.date_to)

    def names(self) -> Iterator[str]:
        """Bodies, councils and places, as a question may name them; looked for when they are asked for, as few questions need them."""
        bodies, councils = self._bodies, self._memory.councils
        yield from (*bodies, *bodies_named(self._question, self._memory.bodies), *councils)
        yield short_name(_DECISIONS.sub("committee", self._question), bodies)[0]
        yield from map(place_of, (*bodies, *councils))

    @functools.cached_property
    def chosen(self) -> bool:
        """Whether it names a body, a council or a period."""
        return bool(self._bodies or self._councils or self._filters)

    @functools.cached_property
    def of_meetings(self) -> bool:
        """Whether it names these, or meetings at all."""
        return self.chosen or bool(NAMES_MEETINGS.search(self._question))

    @functools.cached_property
    def _bodies(self) -> tuple[str, ...]:
        asking, held = _TO_WHOM.sub(" ", self._question), self._memory.bodies
        return bodies_named(asking, held) or bodies_named(_DECISIONS.sub("committee", asking), held)

    @functools.cached_property
    def _councils(self) -> dict[str, str]:
        return councils_named(self._question, self._memory.councils)

    @functools.cached_property
    def documents(self) -> frozenset[str]:
        """The minutes of these meetings, whatever their language; of those that came in this moment, none."""
        held = self._memory.headings
        within = ((name, held[name]) for name in self._lookup.documents_within(self._filters) if name in held)
        return frozenset(
            name
            for name, one in within
            if (not self._bodies or one.body in self._bodies) and (not self._councils or one.council in self._councils)
        )

    @functools.cached_property
    def meetings(self) -> list[list[str]]:
        """The documents of each meeting, the latest meeting first."""
        return meetings_of({name: self._memory.headings[name] for name in self.documents}, asked_in(self._question))
