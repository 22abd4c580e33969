"""What is asked of a meeting itself: all the lines of one meeting that tell."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Evidence
from assistant.engines.choosing import MOST_SENTENCES
from assistant.finding.reranking import Scored
from assistant.question.formalities import asks_newest, tells_formality, told_beside


def formalities_told(question: str, scored: Sequence[Scored], evidence: Sequence[Evidence]) -> list[Scored]:
    """The lines that tell, in order, of the meeting of the likeliest or of the newest; none where it is not asked, or not told."""
    telling = [one for one in scored if tells_formality(question, one.unit.text, one.item)]
    if not telling:
        return []
    meeting = {one.key: one.passage.id.rpartition("-")[0] for one in evidence}
    day = {one.key: one.passage.date.toordinal() if one.passage.date else 0 for one in evidence}
    first = max(telling, key=lambda one: (asks_newest(question) * day[one.unit.key], one.share))
    told = [one for one in scored if one in telling or told_beside(question, one.unit.text, one.item)]
    return [one for one in told if meeting[one.unit.key] == meeting[first.unit.key]][:MOST_SENTENCES]
