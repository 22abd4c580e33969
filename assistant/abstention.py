"""When the minutes do not say: decided by code, from the question and what the search found, before any engine is asked."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.citing import keyed
from assistant.datamodel import Abstention, AbstentionKind, Passage, Question
from assistant.named import bodies_asked, naming, people_named, words_named
from assistant.nearness import Nearness
from assistant.query import content_words
from assistant.retrieve import Hits
from assistant.units import units
from ingest.library import Library

# Whether anything found is about the question: a logistic model of the nearest sentence's cosine similarity and the share of the question's
# content words that no passage of the library holds. Fitted on the gold set's dev questions against its no_match ones (docs/evals.md).
NEARNESS, UNKNOWN, BIAS = 16.2, -6.9, -4.95
RELEVANT = 0.6  # the value at which 3 % of the dev questions that have an answer would be turned away
NEAREST = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!/)")
READ = 6  # passages whose sentences are looked at


class Gate:
    """Decides whether a question can be answered from what was found."""

    def __init__(self, library: Library, nearness: Nearness) -> None:
        self._library = library
        self._nearness = nearness

    def abstention(self, question: Question, hits: Hits) -> Abstention | None:
        """Why the minutes do not say, or None where an engine may try."""
        if not hits.searched:
            return Abstention(kind="out_of_coverage", message=self._out_of_coverage(question, hits), searched=0)
        unheard = next((name for name in bodies_asked(question.text) if self._never_said(name)), None)
        if unheard:
            return self._because("out_of_coverage", f"the library holds no minutes of ‘{unheard}’", question, hits)
        year = next((year for year in _YEAR.findall(question.text) if self._never_said(year) and not self._met_in(int(year))), None)
        if year:
            return self._because("out_of_coverage", f"the library holds no minutes of {year}, nor does any speak of it", question, hits)
        unknown = next((word for word in words_named(question.text) if self._never_said(word)), None)
        if unknown:
            return self._because("no_match", f"‘{unknown}’ does not occur in them", question, hits)
        if not hits.passages or self.relevance(question, hits) < RELEVANT:
            return self._because("no_match", "nothing in them is about this", question, hits)
        silent = next((name for name in people_named(question.text) if not naming(hits.passages, name)), None)
        if silent:
            return self._because("not_recorded", f"what they say about this does not name ‘{silent}’", question, hits)
        if self._library.lookup.is_exempt(hits.passages[0].id):
            return self._because(
                "exempt", "the item was taken with the public excluded, and these minutes do not tell its content", question, hits
            )
        return None

    def relevance(self, question: Question, hits: Hits) -> float:
        """How likely it is that something found is about the question, 0 to 1."""
        sentences = [unit.text for evidence in keyed(hits.passages[:READ]) for unit in units(evidence)]
        nearest = max(self._nearness.to(question.text, sentences), default=0.0)
        words = content_words(question.text)
        unknown = sum(self._never_said(word) for word in words) / len(words) if words else 0.0
        return 1 / (1 + math.exp(-(NEARNESS * nearest + UNKNOWN * unknown + BIAS)))

    def nothing_stood(self, question: Question, hits: Hits, withheld: int) -> Abstention:
        """The engine found nothing to say, or nothing that passed its checks."""
        if withheld:
            some = "1 sentence was" if withheld == 1 else f"{withheld} sentences were"
            return self._because(
                "not_recorded", f"{some} withheld because the minutes do not bear {'it' if withheld == 1 else 'them'} out", question, hits
            )
        return self._because("not_recorded", "related items are there, the answer is not", question, hits)

    def _met_in(self, year: int) -> bool:
        return any(document.date and document.date.year == year for document in self._library.lookup.documents())

    def _never_said(self, words: str) -> bool:
        return self._library.lookup.frequency(words) == 0

    def _because(self, kind: AbstentionKind, reason: str, question: Question, hits: Hits) -> Abstention:
        within = f" ({hits.filters.described()})" if hits.filters else ""
        searched = f"{hits.searched} {'passage' if hits.searched == 1 else 'passages'}{within}"
        return Abstention(
            kind=kind,
            message=f"The minutes do not say. Searched: {searched}; {reason}.",
            searched=hits.searched,
            nearest=_headings(hits.passages),
        )

    def _out_of_coverage(self, question: Question, hits: Hits) -> str:
        documents = self._library.lookup.documents()
        if not documents:
            return "The library is empty: take minutes in first."
        dates = [document.date for document in documents if document.date]
        bodies = sorted({document.body for document in documents if document.body})
        span = f" from {min(dates)} to {max(dates)}" if dates else ""
        held = f"It holds {len(documents)} documents{span}: {', '.join(bodies) or 'bodies not stated'}."
        return f"No minutes in the library match {(hits.filters or question.filters).described()}. {held}"


def _headings(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.heading() for passage in passages))[:NEAREST]
