"""Which committees and which councils a question names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from assistant.question.named import place_of
from ingest.lookup import has_words
from ingest.text import word_set

_WELSH_COUNCIL = re.compile(r"(?:Y )?Cyngor\b")
_COUNCIL_MEETING = re.compile(r"\b(?:full|whole) council\b|\bcouncil(?:['’]s)? (?:meetings?|minutes)\b", re.IGNORECASE)
_KINDS = r"(?:committee|board|panel|forum|council|meetings?|minutes)"
_SHORT = re.compile(rf"\b((?:[^\W\d_][\w’'-]*\s+(?:and\s+|&\s+)?){{1,4}}?){_KINDS}\b", re.IGNORECASE)
# What is said of any body, or of none.
_UNTELLING = word_set(
    """
    the a an this that last latest next first second previous recent most past annual special extraordinary ordinary monthly public site our
    their its council councils committee board panel forum meeting meetings minutes full whole sub joint county city town parish community
    district borough of and at in on for by to from with was were is did what who which when how any all both every each
    """
)


def bodies_named(question: str, bodies: Sequence[str]) -> tuple[str, ...]:
    """Those of the bodies whose name, or of districts whose place, stands in the question as words.

    Of 'Cabinet' and 'Cabinet Committee' the longer one that it names; where it names none in full, those that it names in short, and
    for 'the council meeting' the council itself, if the minutes are of one council.
    """
    named = [body for body in bodies if has_words(question, body) or (" District of " in body and has_words(question, place_of(body)))]
    if not named:
        councils = [body for body in bodies if body.endswith("Council")] if _COUNCIL_MEETING.search(question) else []
        in_welsh = [body for body in bodies if _WELSH_COUNCIL.match(body)]
        return (*councils, *in_welsh) if len(councils) == 1 else short_name(question, bodies)[1]
    return tuple(body for body in named if not any(body != longer and has_words(longer, body) for longer in named))


def without_names(question: str, names: Iterable[str]) -> str:
    """A question without the names in it, of two that overlap the longer."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        question = re.sub(rf"\b{re.escape(name)}\b", " ", question, flags=re.IGNORECASE)
    return question


def short_name(question: str, bodies: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """A part of a name by which a question calls bodies, and those: 'the scrutiny committee' is the Children and Social Care Scrutiny
    Committee, and 'the last planning meeting' one of the Planning Committee."""
    for called in _SHORT.finditer(question):
        before = called[1].split()
        own = list(itertools.takewhile(lambda word: word.casefold() not in _UNTELLING, reversed(before)))[::-1]
        for first in range(len(own)):
            words = [word for word in own[first:] if word.casefold() not in ("and", "&")]
            if words and (meant := [body for body in bodies if all(has_words(body, word) for word in words)]):
                return " ".join(own[first:]), tuple(meant)
    return "", ()


def councils_named(question: str, councils: Iterable[str]) -> dict[str, str]:
    """Those of several councils whose place stands in the question, each with its place: 'in Ayton' names Ayton Community Council.

    None of a single council: in its library everything is of that place.
    """
    places = {council: place_of(council) for council in councils}
    named = {council: place for council, place in places.items() if has_words(question, place)}
    return named if len(set(places.values())) > 1 else {}
