"""Words of minutes that a later meeting put right: whoever repeats them is told so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from assistant.datamodel import Citation, Correction, PutRight, Sentence
from assistant.held import Holdings, body_key
from assistant.later.corrections import Later
from assistant.later.wording import wrong_words
from ingest.library import Library
from ingest.lookup import DocumentRow

WITHIN = dt.timedelta(days=400)  # a meeting corrects the minutes of the one before, of yearly meetings too


def put_right(text: str, corrections: Iterable[Correction]) -> tuple[str, Correction] | None:
    """The words of a text that a correction calls wrong, and the correction; None where none does."""
    for correction in corrections:
        for words in wrong_words(correction.text):
            if re.search(rf"(?<![\w£€$]){re.escape(words)}(?![.,]?\d|\w)", text):
                return words, correction
    return None


def put_right_later(library: Library, sentences: Sequence[Sentence], citations: Sequence[Citation]) -> tuple[PutRight, ...]:
    """What later minutes of the same bodies correct in the sentences."""
    place = library.lookup.places([one.passage.id for one in citations])
    places = {one.key: place[one.passage.id] for one in citations}
    cited = {one.document_id for one in places.values()}
    documents = _with_later(library, cited)
    if len(documents) == len(cited):
        return ()
    holdings = Holdings(library.lookup, documents)
    later = Later(library.lookup, holdings)
    found: list[PutRight] = []
    for sentence in sentences:
        items = {(places[key].document_id, places[key].item_ordinal) for key in sentence.citations if key in places}
        corrections = [one for name, item in sorted(items) for one in later.of(holdings.of(name)).of_items.get(item, ())]
        if told := put_right(sentence.text, corrections):
            words, correction = told
            lines = [line for line in correction.text.splitlines() if words in line]
            narrowed = correction.model_copy(update={"text": " ".join(lines) or correction.text})
            found.append(PutRight(words=words, keys=sentence.citations, correction=narrowed))
    return tuple(found)


def _with_later(library: Library, ids: set[str]) -> list[DocumentRow]:
    """Documents, and those of the same bodies' meetings soon after."""
    headings = library.memory.headings
    wanted = set(ids)
    for cited in (headings[one] for one in ids):
        if cited.date and cited.body:
            wanted |= {
                name
                for name, one in headings.items()
                if one.date and cited.date < one.date <= cited.date + WITHIN and one.language == cited.language
                if body_key(one.council, one.body) == body_key(cited.council, cited.body)
            }
    return [row for row in map(library.lookup.document, sorted(wanted)) if row]
