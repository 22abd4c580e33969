"""The embedded engine: answers and summarises with the minutes' own sentences, chosen and ordered. Faithful by construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.base import Usage
from assistant.engines.choosing import chosen
from assistant.engines.completing import completed
from assistant.engines.deciding import with_decisions
from assistant.engines.extract import SENTENCES_OF, decided_first, telling
from assistant.engines.formalities import formalities_told
from assistant.finding.nearness import Embed, nearness
from assistant.finding.reranking import Reranker, Scored
from assistant.question.asked import asks_all_decisions, asks_matter, asks_what_was_decided
from assistant.question.latest import asks_latest
from assistant.units import quoted, units
from ingest.datamodel import AgendaItem, Meeting

SPEAKS = 0.2  # share of the likeliest passage's likelihood from which another meeting has a say of its own
# The newest minutes know it, however they put it.
_NEXT_MEETING = re.compile(r"\bnext (?:\w+ ){0,3}meeting\b|\b[cg]h?yfarfod nesaf\b", re.I)


class QuoteEngine:
    """Chooses verbatim sentences. `embed` gives unit vectors, shape (texts, dimensions)."""

    name: EngineName = "quote"

    def __init__(self, embed: Embed) -> None:
        self._reranker = Reranker(nearness(embed))

    def usage(self) -> Usage:
        """Nothing is called, nothing is spent."""
        return Usage()

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """The 1 to 6 units that answer best, grouped by passage, decisions first where one is asked for, then the latest meeting."""
        scored = self._reranker.scored(question.text, evidence)
        matter = asks_matter(question.text)
        if formal := formalities_told(question.text, scored, evidence):
            yield from (quoted(one.unit) for one in formal)
            return
        latest = asks_latest(question.text)
        answering = completed(question.text, chosen(scored, matter=matter or latest), scored, evidence)
        decided: list[Scored] = []
        if asks_what_was_decided(question.text):
            answering, decided = with_decisions(question.text, answering, scored, evidence)
        by_day = matter or latest or asks_all_decisions(question.text) or bool(_NEXT_MEETING.search(question.text))
        for part in (decided, [one for one in answering if one not in decided]):
            for key in _in_order(part, evidence, by_day=by_day):
                for one in sorted((one for one in part if one.unit.key == key), key=lambda one: one.place):
                    yield quoted(one.unit)

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """What was decided first, then the most telling units, in order of reading."""
        decided = list(decided_first(item, evidence))
        yield from decided
        told = " ".join(one.text for one in decided)
        rest = [
            unit for one in evidence for unit in units(one) if unit.text not in told and not any(one.text in unit.text for one in decided)
        ]
        yield from map(quoted, telling(rest, SENTENCES_OF[style], told))


def _in_order(answering: Sequence[Scored], evidence: Sequence[Evidence], *, by_day: bool) -> list[str]:
    """The keys of the passages that answer, the latest meeting first; where one thing is asked for, those unlikely to tell it last."""
    share: dict[str, float] = {}
    for one in answering:
        share[one.unit.key] = max(one.share, share.get(one.unit.key, 0.0))
    day = {one.key: one.passage.date.toordinal() if one.passage.date else 0 for one in evidence}
    likely = 0.0 if by_day else SPEAKS * max(share.values(), default=0.0)
    return sorted(share, key=lambda key: (share[key] < likely, -day[key], -share[key]))
