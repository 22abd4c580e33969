"""The members of the bodies that an edition tells of: who was there or sent apologies, by the minutes of its meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.decision_note.attendance import said
from assistant.newsletter.candidate import Candidate
from ingest.facts.people import people
from ingest.library import Library

_LABEL = re.compile(
    r"^[^:]{0,60}:\s*|^.{0,60}?\b(?:received|given|accepted|tendered)\s+(?:from|for)\s+|^.{0,40}?\bgan\s+(?=[^\s]*ynghor|Cyng)",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\s*\((?![A-Z]{1,2}\.?\))[^)]*\)|,\s*(?:in the chair|chair\w*|vice-chair\w*|cadeirydd)\b", re.IGNORECASE)


def members_of(library: Library, candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Names of members in full, without titles, each once; of exempt items nothing is read."""
    documents = dict.fromkeys(document for candidate in candidates for document, _ in candidate.items)
    found = (name for document in documents for name in _named(library, document))
    return tuple(sorted(dict.fromkeys(found)))


def _named(library: Library, document: str) -> Iterator[str]:
    for one in said(library.lookup.items(document)):
        if one.part in ("present", "apologies"):
            text = _ROLE.sub("", _LABEL.sub("", one.paragraph.text.replace("*", "")))
            # A surname alone is many a word and many a person; with its title it is known without a list.
            yield from (name for name in people(text) if len(name.replace(".", " ").split()) > 1)
