"""The embedded engine: answers and summarises with the minutes' own sentences, chosen and ordered. Faithful by construction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asked import asks_matter
from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.base import Usage
from assistant.engines.choosing import chosen
from assistant.engines.completing import with_outcome
from assistant.engines.extract import SENTENCES_OF, decided_first, telling
from assistant.nearness import Embed, nearness
from assistant.reranking import Reranker
from assistant.units import units
from ingest.datamodel import AgendaItem, Meeting


class QuoteEngine:
    """Chooses verbatim sentences. `embed` gives unit vectors, shape (texts, dimensions)."""

    name: EngineName = "quote"

    def __init__(self, embed: Embed) -> None:
        self._reranker = Reranker(nearness(embed))

    def usage(self) -> Usage:
        """Nothing is called, nothing is spent."""
        return Usage()

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """The 1 to 6 units that answer best, grouped by passage; the latest meeting first where several speak."""
        scored = self._reranker.scored(question.text, evidence)
        answering = with_outcome(question.text, chosen(scored, matter=asks_matter(question.text)), scored, evidence)
        keys = list(dict.fromkeys(one.unit.key for one in sorted(answering, key=lambda one: -one.share)))
        passage = {one.key: one.passage for one in evidence}
        newest_first = sorted(keys, key=lambda key: -(passage[key].date.toordinal() if passage[key].date else 0))  # type: ignore[union-attr]
        for key in newest_first:
            for one in sorted((one for one in answering if one.unit.key == key), key=lambda one: one.place):
                yield Proposal(text=one.unit.text, keys=(key,), quotes=(one.unit.text,))

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """What was decided first, then the most telling units, in order of reading."""
        decided = list(decided_first(item, evidence))
        yield from decided
        told = " ".join(one.text for one in decided)
        rest = [
            unit for one in evidence for unit in units(one) if unit.text not in told and not any(one.text in unit.text for one in decided)
        ]
        for unit in telling(rest, SENTENCES_OF[style], told):
            yield Proposal(text=unit.text, keys=(unit.key,), quotes=(unit.text,))
