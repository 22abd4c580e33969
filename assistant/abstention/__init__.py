"""When the minutes do not say: decided by code, from the question and what the search found, before any engine is asked."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.abstention.coverage import Coverage
from assistant.abstention.missing import Missing, missing
from assistant.abstention.odds import ANSWERED, LIKELY, SPOKEN, SURE, UNRELATED, answered, related
from assistant.abstention.private import kept_private
from assistant.citing import keyed
from assistant.datamodel import Abstention, Passage, Question
from assistant.finding.nearness import Nearness
from assistant.finding.reranking import Reranker, Scored
from assistant.finding.retrieve import Hits, words_asked
from assistant.question.asked import asks_matter
from assistant.question.formalities import tells_formality, why_untold
from ingest.library import Library
from ingest.lookup.instead import instead

NEAREST = 3
# What is counted, a plural: 'how many giraffes', but not 'how many of them' or 'how many disagreed'.
_COUNTED = re.compile(r"\bhow many (?:more |new |different |other )?(?!(?:has|does|was|is|this|times)\b)([a-z]+s)\b", re.I)
_MEETINGS_COUNTED = re.compile(
    r"\bhow many (?:\w+ ){0,3}?meetings?\b.{0,60}\b(?:held|(?:were|was|have|has) there|took place)\b"
    r"|\bhow (?:often|many times) (?:did|does|has|have) .{0,60}\b(?:meet|met)\b",
    re.I,
)
_UNTOLD = Missing("not_recorded", "related items are there, the answer is not")
_MEETINGS_UNCOUNTED = Missing("not_recorded", "no minutes count the meetings themselves; the list of meetings has them all")


class Gate:
    """Decides whether a question can be answered from what was found."""

    def __init__(self, library: Library, nearness: Nearness) -> None:
        self._library = library
        self._coverage = Coverage(library)
        self._reranker = Reranker(nearness)

    def abstention(self, question: Question, hits: Hits) -> Abstention | None:
        """Why the minutes do not say, or None where an engine may try."""
        if not hits.searched:
            return self._nothing_held(question, hits)
        lacking = self._coverage.outside(question.text) or self._lacking(question.text, hits)
        return self._because(lacking, hits) if lacking else None

    def likely(self, question: Question, hits: Hits) -> bool:
        """Whether the answer is there in all likelihood, whatever a chat model says."""
        return answered(self._reranker.scored(question.text, keyed(hits.passages))) > LIKELY

    def _lacking(self, question: str, hits: Hits) -> Missing | None:
        """What the passages found do not hold of what is asked."""
        scored = self._reranker.scored(question, keyed(hits.passages))
        odds = answered(scored)
        if lacking := kept_private(question, hits, scored, self._library.lookup) or self._uncounted(question, odds):
            return lacking
        # The reader takes no list of names for a sentence.
        formal = any(tells_formality(question, one.unit.text, one.item) for one in scored)
        if why := why_untold(question):
            return None if formal else Missing("not_recorded", why)
        return (None if formal else self._silent(question, scored, odds, hits)) or missing(question, scored, sure=odds > SURE)

    def _uncounted(self, question: str, odds: float) -> Missing | None:
        if _MEETINGS_COUNTED.search(question) and (odds < SURE or self._coverage.holds_body_of(question)):
            return _MEETINGS_UNCOUNTED
        counted = _COUNTED.search(question)
        if counted and odds < SURE and not any(words_asked(self._library.memory, counted[1]).terms):
            return Missing("no_match", f"‘{counted[1]}’ does not occur in them")
        return None

    def _silent(self, question: str, scored: Sequence[Scored], odds: float, hits: Hits) -> Missing | None:
        """That what was found does not answer, going by the odds."""
        about = related(self._library, scored, hits)
        # Of a matter all that is said is asked for.
        silent = odds < ANSWERED and not (asks_matter(question) and about == math.inf)
        if odds + about < UNRELATED or (silent and hits.coverage < SPOKEN):
            return Missing("no_match", "nothing in them is about this")
        return _UNTOLD if silent else None

    def of_meetings(self, question: Question, hits: Hits, meetings: int) -> Abstention:
        """Nothing of what is asked is recorded of the whole meetings that a question is about.

        Args:
            meetings: how many these are.
        """
        if not hits.searched:
            return self._nothing_held(question, hits)
        if meetings == 0:
            return self._because(Missing("out_of_coverage", "the library holds no minutes of such a meeting"), hits)
        which = "the meeting" if meetings == 1 else "these meetings"
        return self._because(Missing("not_recorded", f"nothing of that sort is recorded of {which}"), hits)

    def nothing_stood(self, hits: Hits, withheld: int, *, by_model: bool = False) -> Abstention:
        """The engine found nothing to say, or nothing that passed its checks.

        Args:
            withheld: sentences that did not pass.
            by_model: it is a chat model's word alone that the answer is not there.
        """
        if withheld:
            some = "1 sentence was" if withheld == 1 else f"{withheld} sentences were"
            reason = f"{some} withheld because the minutes do not bear {'it' if withheld == 1 else 'them'} out"
            return self._because(Missing("not_recorded", reason), hits)
        if by_model:
            reason = "the chat model found no answer in those it read (the engine ‘quote’ shows the nearest sentences)"
            return self._because(Missing("not_recorded", reason), hits)
        return self._because(_UNTOLD, hits)

    def _because(self, lacking: Missing, hits: Hits) -> Abstention:
        limits = [hits.filters.described()] * bool(hits.filters) + [f"of or about {' or '.join(hits.places)}"] * bool(hits.places)
        within = f" ({', '.join(limits)})" if limits else ""
        searched = f"{hits.searched} {'passage' if hits.searched == 1 else 'passages'}{within}"
        message = f"The minutes do not say. Searched: {searched}; {lacking.reason}."
        return Abstention(kind=lacking.kind, message=message, searched=hits.searched, nearest=_headings(hits.passages))

    def _nothing_held(self, question: Question, hits: Hits) -> Abstention:
        filters = hits.filters or question.filters
        there = instead(self._library.lookup, filters)
        message = f"No minutes in the library match {filters.described()}. {there}" if self._library.lookup.documents() else there
        return Abstention(kind="out_of_coverage", message=message, searched=0)


def _headings(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.heading() for passage in passages))[:NEAREST]
