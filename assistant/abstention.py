"""When the minutes do not say: decided by code, from what the search found, before any engine is asked."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Abstention, Passage, Question
from assistant.retrieve import Hits
from ingest.lookup import Lookup

# A question is taken to be answerable when the search is near enough in meaning, or less near but in the question's own words.
NEAR = 0.50  # cosine similarity that is enough by itself
WORDED = 0.60  # rarity-weighed share of the question's words in one passage that is enough with FAIR
FAIR = 0.34
NEAREST = 3


def relevant(hits: Hits) -> bool:
    """Whether what was found can hold an answer."""
    return hits.similarity >= NEAR or (hits.similarity >= FAIR and hits.coverage >= WORDED)


def no_passages(lookup: Lookup, question: Question, hits: Hits) -> Abstention:
    """Why nothing was found: the filters admit nothing, or nothing is about it."""
    if not hits.searched:
        return Abstention(kind="out_of_coverage", message=_out_of_coverage(lookup, question), searched=0)
    return Abstention(
        kind="no_match",
        message=f"The minutes do not say. Searched: {_searched(question, hits.searched)}; nothing in them is about this.",
        searched=hits.searched,
        nearest=_headings(hits.passages),
    )


def no_answer(question: Question, hits: Hits, withheld: int) -> Abstention:
    """The engine found nothing to say, or nothing that passed its checks."""
    reason = (
        "1 sentence was withheld because the minutes do not bear it out"
        if withheld == 1
        else f"{withheld} sentences were withheld because the minutes do not bear them out"
        if withheld
        else "related items are there, the answer is not"
    )
    return Abstention(
        kind="not_recorded",
        message=f"The minutes do not say. Searched: {_searched(question, hits.searched)}; {reason}.",
        searched=hits.searched,
        nearest=_headings(hits.passages),
    )


def _out_of_coverage(lookup: Lookup, question: Question) -> str:
    documents = lookup.documents()
    if not documents:
        return "The library is empty: take minutes in first."
    dates = [document.date for document in documents if document.date]
    bodies = sorted({document.body for document in documents if document.body})
    span = f" from {min(dates)} to {max(dates)}" if dates else ""
    held = f"It holds {len(documents)} documents{span}: {', '.join(bodies) or 'bodies not stated'}."
    return f"No minutes in the library match {question.filters.described()}. {held}"


def _searched(question: Question, count: int) -> str:
    within = f" ({question.filters.described()})" if question.filters else ""
    return f"{count} {'passage' if count == 1 else 'passages'}{within}"


def _headings(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.heading() for passage in passages))[:NEAREST]
