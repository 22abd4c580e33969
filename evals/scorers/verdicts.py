"""Yes-or-no questions: whether the answer opens with the wrong word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.gold.replies import Reply


def opposite(reply: Reply) -> float | None:
    """1 where an answer opens with the opposite of the right yes or no."""
    gold = reply.answerable
    if gold is None or gold.verdict is None or reply.abstained:
        return None
    return float(reply.answer.text.lower().startswith("yes" if gold.verdict == "no" else "no"))
