"""The passages that tell of a meeting itself, where that is asked: few words of theirs are in any question, so no search finds them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.citing import keyed
from assistant.question.bodies import bodies_named, councils_named
from assistant.question.formalities import asks_formality, asks_newest, tells_formality, told_beside
from assistant.question.words import asked_in
from assistant.units import units
from ingest.datamodel import Filters, Passage
from ingest.library import Library

MEETINGS = 3  # whose passages were found first: looked through
NEWEST = 24  # documents looked through for the newest that tells
MOST = 8  # passages of one meeting


def with_formalities(library: Library, question: str, found: Sequence[Passage], filters: Filters) -> tuple[Passage, ...]:
    """What was found, with the passages that tell what a question asks of a meeting itself; what was found where it asks of something else.

    Where the newest minutes tell it, what was found in others is left out: it is out of date, or of another body.

    Args:
        filters: what the search was limited to.
    """
    if not asks_formality(question):
        return tuple(found)
    if asks_newest(question):
        newest = next((telling for name in _newest_first(library, question, filters) if (telling := _telling(library, name, question))), [])
        meetings = {_document(one) for one in newest}
        telling, found = newest, [one for one in found if _document(one) in meetings] if newest else found
    else:
        first = [*dict.fromkeys(_document(one) for one in found)][:MEETINGS]
        telling = [one for name in first for one in _telling(library, name, question)]
    held, least = {one.id for one in found}, found[-1].score if found else 0.0
    return (*found, *(one.model_copy(update={"score": least}) for one in telling if one.id not in held))


def _telling(library: Library, document_id: str, question: str) -> list[Passage]:
    return [one for one in library.lookup.chunk_passages(document_id) if tells(question, one)][:MOST]


def tells(question: str, passage: Passage) -> bool:
    """Whether a passage has a line that tells what a question asks of a meeting itself."""
    lines = (unit.text for unit in units(keyed([passage])[0]))
    heading = passage.heading()
    return any(tells_formality(question, line, heading) or told_beside(question, line, heading) for line in lines)


def _document(passage: Passage) -> str:
    return passage.id.rpartition("-")[0]


def _newest_first(library: Library, question: str, filters: Filters) -> list[str]:
    """The newest documents of the bodies and councils named, of all where none is; of one day those in the question's language first."""
    admitted = library.lookup.documents_within(filters)
    held = {name: one for name, one in library.memory.headings.items() if name in admitted}
    bodies = bodies_named(question, sorted({one.body for one in held.values() if one.body}))
    councils = councils_named(question, sorted({one.council for one in held.values() if one.council}))
    language = asked_in(question)
    dated = [
        (one.date.toordinal(), one.language == language, name)
        for name, one in held.items()
        if one.date and (not bodies or one.body in bodies) and (not councils or one.council in councils)
    ]
    return [name for _, _, name in sorted(dated, reverse=True)][:NEWEST]
