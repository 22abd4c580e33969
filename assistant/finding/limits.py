"""To what a search is limited: the filters given, the period and the councils that the question names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.question.bodies import bodies_named, councils_named
from assistant.question.dates import Asked, read
from ingest.datamodel import Filters

if TYPE_CHECKING:
    from ingest.lookup import Heading
    from ingest.memory import Memory
    from ingest.wordindex import Mask


class Scope(NamedTuple):
    """What one search may find."""

    filters: Filters  # those given, and the period that the question names
    admitted: Mask  # chunks that may be found, shape (chunks,)
    wide: Mask  # and those in whatever language: what a translation says counts
    bodies: tuple[str, ...]  # named by the question: their meetings come first
    places: tuple[str, ...]  # named by the question: of whose councils, or about which, the chunks admitted are
    looked_for: str  # the question without the period
    understood: tuple[str, ...]  # what the question was taken to say of meetings, in words


def scope(memory: Memory, text: str, filters: Filters, today: dt.date) -> Scope:
    """What the filters and the question itself admit; councils that it names by their place limit a search where anything is left then."""
    bodies = bodies_named(text, memory.bodies)
    councils = _councils_asked(memory, text, filters)
    asked = read(text, today, lambda: _days_met(memory, memory.admitted(filters), bodies, councils))
    limits = _limited(filters, asked)
    places: tuple[str, ...] = ()
    understood: tuple[str, ...] = (asked.understood,) if asked else ()
    admitted, wide = memory.admitted(limits), memory.admitted(limits.model_copy(update={"language": None}))
    if councils and (home := _at_home(memory, councils) & admitted).any():
        admitted, wide = home, _at_home(memory, councils) & wide
        places = tuple(dict.fromkeys(councils.values()))
    understood += tuple(f"minutes of or about {place}" for place in places)
    understood += tuple(f"meetings of {body} first" for body in bodies)
    return Scope(limits, admitted, wide, bodies, places, asked.rest, understood)


def _limited(filters: Filters, asked: Asked) -> Filters:
    """Both the filters and the period that the question names: never more than either."""
    if not asked:
        return filters
    first = max((day for day in (filters.date_from, asked.date_from) if day), default=None)
    last = min((day for day in (filters.date_to, asked.date_to) if day), default=None)
    return filters.model_copy(update={"date_from": first, "date_to": last})


def _days_met(memory: Memory, admitted: Mask, bodies: Sequence[str], councils: Collection[str]) -> list[dt.date]:
    """The days of the meetings that a search covers, of the bodies and of the councils that the question names where it names any."""
    places = memory.words.places
    held = (memory.headings[places.documents[number]] for number in sorted(set(places.document[admitted].tolist())))
    wanted = (one for one in held if (not bodies or one.body in bodies) and (not councils or one.council in councils))
    return sorted(heading.date for heading in wanted if heading.date)


def _councils_asked(memory: Memory, text: str, filters: Filters) -> dict[str, str]:
    """The councils that a question names, each with the place by which it does; none where a filter says whose minutes are wanted."""
    held = {heading.council for heading in memory.headings.values() if heading.council}
    return {} if filters.council else councils_named(text, sorted(held))


def _at_home(memory: Memory, councils: Mapping[str, str]) -> Mask:
    """Which chunks are of the councils named, or speak of their places; a document of nobody knows which council may be of such a place
    if it names it anywhere."""
    import numpy as np

    home = of_documents(memory, lambda heading: heading.council in councils)
    unknown = of_documents(memory, lambda heading: heading.council is None)
    documents = memory.words.places.document
    for place in councils.values():
        speaking = memory.words.holding(place)
        home |= speaking | (unknown & np.isin(documents, documents[speaking]))
    return home


def of_documents(memory: Memory, wanted: Callable[[Heading], bool]) -> Mask:
    """Which chunks are of a document whose heading is wanted, shape (chunks,)."""
    import numpy as np

    wanted_documents = np.array([wanted(memory.headings[name]) for name in memory.words.places.documents], dtype=np.bool_)
    of_chunks: Mask = wanted_documents[memory.words.places.document]
    return of_chunks
