"""Which committees and which councils a question names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.question.named import place_of
from ingest.lookup import has_words


def bodies_named(question: str, bodies: Sequence[str]) -> tuple[str, ...]:
    """Those of the bodies whose name, or of districts whose place, stands in the question as words.

    Of 'Cabinet' and 'Cabinet Committee' the longer one that it names.
    """
    named = [body for body in bodies if has_words(question, body) or (" District of " in body and has_words(question, place_of(body)))]
    return tuple(body for body in named if not any(body != longer and has_words(longer, body) for longer in named))


def councils_named(question: str, councils: Iterable[str]) -> dict[str, str]:
    """Those of several councils whose place stands in the question, each with its place: 'in Ayton' names Ayton Community Council.

    None of a single council: in its library everything is of that place.
    """
    places = {council: place_of(council) for council in councils}
    named = {council: place for council, place in places.items() if has_words(question, place)}
    return named if len(set(places.values())) > 1 else {}
