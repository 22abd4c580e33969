"""Citation precision by label: which citations show gold evidence.

A lower bound: words that say the same and are not labelled count as wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.gold.replies import Reply


def by_paragraph(reply: Reply) -> float | None:
    """Share of an answer's citations that show gold evidence."""
    gold = reply.answerable
    if gold is None or not reply.cited:
        return None
    return sum(any(one.holds(place) for place in gold.evidence) for one in reply.cited) / len(reply.cited)


def by_item(reply: Reply) -> float | None:
    """Share of an answer's citations that stand in an agenda item of the evidence."""
    gold = reply.answerable
    if gold is None or not reply.cited:
        return None
    items = {(place.source, place.item) for place in gold.evidence}
    return sum((one.source, one.item) in items for one in reply.cited) / len(reply.cited)


def other_language(reply: Reply) -> float | None:
    """Share of an answer's citations in another language than the question's."""
    if reply.answerable is None or not reply.cited:
        return None
    return sum(one.citation.passage.language != reply.gold.language for one in reply.cited) / len(reply.cited)
