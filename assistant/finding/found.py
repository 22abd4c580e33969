"""What is found for a question: by search, and what no search knows (the latest, a meeting itself) by where that stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from assistant.datamodel import Question
from assistant.finding.formalities import with_formalities
from assistant.finding.ranking import rarity
from assistant.finding.retrieve import Hits, Retriever
from assistant.question.latest import ABOUT_NOW, asks_latest
from assistant.question.named import place_of
from assistant.question.words import content_words, stem, stems
from assistant.substance import is_procedural
from ingest.datamodel import Passage
from ingest.library import Library

RECENT = dt.timedelta(days=400)  # before the last meeting held: where the latest is looked for besides
MEETINGS = 2  # days of meetings by which the latest is told: the newest
SPOKEN_OF = 0.6  # share of the matter's words, weighed by rarity, in a passage or its item's title that shows that it is spoken of


def found(library: Library, retriever: Retriever, question: Question, k: int) -> Hits:
    """The `k` best passages; where the latest is asked for some of the newest minutes besides, of a meeting itself those that tell it."""
    hits = retriever.search(question.text, question.filters, k)
    passages = hits.passages
    last = _last_meeting(library) if asks_latest(question.text) and not (hits.filters.date_from or hits.filters.date_to) else None
    if last:
        recent = retriever.search(question.text, hits.filters.model_copy(update={"date_from": last - RECENT}), k // 2)
        held = {one.id for one in passages}
        if recent.places == hits.places:  # else nothing recent is of the place asked about
            passages = (*passages, *(one for one in recent.passages if one.id not in held))
    return hits.model_copy(update={"passages": with_formalities(library, question.text, passages, hits.filters)})


def _last_meeting(library: Library) -> dt.date | None:
    return max((one.date for one in library.memory.headings.values() if one.date), default=None)


def of_the_newest(library: Library, question: str, passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages of the items in which the newest meetings speak of the matter, where the latest is asked for; all where none does."""
    if not asks_latest(question):
        return passages
    size = library.lookup.chunk_count()
    places = stems(" ".join({place_of(one.council) for one in passages if one.council}))  # minutes do not name their own place
    weight = {stem(word): rarity(library.lookup.frequency(word), size) for word in content_words(ABOUT_NOW.sub(" ", question))}
    matter = weight.keys() - places or weight.keys()
    least = SPOKEN_OF * sum(weight[word] for word in matter)
    speaking = [
        one
        for one in passages
        if sum(weight[word] for word in matter & stems(f"{one.item_title} {one.text}")) >= least and not is_procedural(one.item_title)
    ]
    days = sorted({one.date for one in speaking if one.date}, reverse=True)[:MEETINGS]
    items = {one.heading() for one in speaking if one.date in days}
    return [one for one in passages if one.heading() in items] or passages
