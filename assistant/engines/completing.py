"""What became of it: where a question asks for an outcome and the likeliest sentence tells of the matter alone, the outcome goes with it.

Minutes say the matter and its outcome apart: a motion, and some lines on 'The motion was seconded and agreed', 'REPLY: …' or 'Proposed by:
Councillor …', which share no word with the question. Only the place tells that the two belong together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked import asks_mover, asks_outcome
from assistant.datamodel import Evidence
from assistant.engines.choosing import MOST_SENTENCES
from assistant.reranking import Scored

REACH = 6  # paragraphs after the matter in which its outcome is looked for, within the item
MOST = 2  # paragraphs of outcome told
_OUTCOME = re.compile(
    r"\b(?:resolved|agreed|carried|lost|approved|refused|deferred|withdrawn|rejected|adopted|recommend(?:ed)?|accepted|granted)\b"
    r"|\bmotion was\b|^\W*(?:reply|ateb)\b|\b(?:penderfynwyd|cytunwyd|argymhellwyd|cymeradwywyd|gwrthodwyd)\b",
    re.IGNORECASE,
)
_MOVER = re.compile(r"\b(?:moved|proposed|seconded|mover|seconder|proposer|cynigiwyd|eiliwyd)\b", re.IGNORECASE)


def with_outcome(question: str, told: Sequence[Scored], scored: Sequence[Scored], evidence: Sequence[Evidence]) -> list[Scored]:
    """The units to tell, with the outcome of the likeliest one where it is asked for and not among them; at most MOST_SENTENCES.

    Args:
        told: the units chosen.
        scored: all units, in order of reading.
        evidence: what they are of.
    """
    if not told or not asks_outcome(question):
        return list(told)
    passages = [one.passage for one in sorted(evidence, key=lambda one: one.passage.id)]

    def item(one: Scored) -> tuple[str, str | None, str]:
        passage = passages[one.passage]
        return passage.id.rpartition("-")[0], passage.item_number, passage.item_title

    def paragraph(one: Scored) -> int:
        return passages[one.passage].source.paragraphs[0] + one.unit.line

    matter = max(told, key=lambda one: one.share)
    sought = _MOVER if asks_mover(question) else _OUTCOME
    after = [one for one in scored if item(one) == item(matter) and 0 <= paragraph(one) - paragraph(matter) <= REACH]
    outcomes = [one for one in after if sought.search(one.unit.text)]
    if any(one in told for one in outcomes):
        return list(told)
    first = {paragraph(one): one for one in reversed(outcomes)}
    added = [first[place] for place in sorted(first)[:MOST]]
    kept = sorted(told, key=lambda one: -one.share)[: MOST_SENTENCES - len(added)]
    return [*(one for one in told if one in kept), *added]
