"""Who was at a meeting: all the lines of one meeting that tell, where that is asked."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Evidence
from assistant.engines.choosing import MOST_SENTENCES
from assistant.finding.reranking import Scored
from assistant.question.attending import asks_attendance, tells_attendance


def attendance(question: str, scored: Sequence[Scored], evidence: Sequence[Evidence]) -> list[Scored]:
    """The lines that tell, in order, of the meeting of the likeliest; none where it is not asked, or not told."""
    telling = [one for one in scored if tells_attendance(question, one.unit.text, one.item)] if asks_attendance(question) else []
    if not telling:
        return []
    meeting = {one.key: one.passage.id.rpartition("-")[0] for one in evidence}
    likeliest = meeting[max(telling, key=lambda one: one.share).unit.key]
    return [one for one in telling if meeting[one.unit.key] == likeliest][:MOST_SENTENCES]
