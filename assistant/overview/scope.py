"""Which meetings a question is about: by the bodies and councils that it names, and what the search is limited to."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.overview.meetings import meetings_of
from assistant.question.bodies import bodies_named, councils_named, short_name
from assistant.question.named import place_of
from assistant.question.words import asked_in
from ingest.datamodel import Filters
from ingest.library import Library

_MEETING = re.compile(r"\b(?:meetings?|sessions?|minutes|[cg]h?yfarfod\w*|[cg]h?ofnodion)\b", re.I)


class Scope(NamedTuple):
    """The meetings that a question is about."""

    meetings: list[list[str]]  # the documents of each, the latest meeting first
    documents: frozenset[str]  # all of theirs, whatever their language
    names: tuple[str, ...]  # of bodies, councils and places, as a question may name them
    chosen: bool  # whether it names a body, a council or a period
    of_meetings: bool  # or meetings at all
    of_period: bool  # whether those of a period are


def scope_of(library: Library, question: str, filters: Filters) -> Scope:
    """The meetings that a question is about, all where it names none.

    Args:
        filters: what the search is limited to, the period that the question names with it.
    """
    held = library.memory.headings
    bodies = bodies_named(question, sorted({one.body for one in held.values() if one.body}))
    councils = sorted({one.council for one in held.values() if one.council})
    named = councils_named(question, councils)
    headings = {name: held[name] for name in library.lookup.documents_within(filters)}
    of_these = {name: one for name, one in headings.items() if (not bodies or one.body in bodies) and (not named or one.council in named)}
    return Scope(
        meetings_of(of_these, asked_in(question)),
        frozenset(of_these),
        (*bodies, short_name(question, bodies)[0], *councils, *map(place_of, (*bodies, *councils))),
        chosen := bool(bodies or named or filters),
        chosen or bool(_MEETING.search(question)),
        bool(filters.date_from or filters.date_to),
    )
