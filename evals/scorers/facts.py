"""Fact recall, as nugget recall (Voorhees 2003): which of the facts of a right answer are stated. Facts are matched by expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.gold.records import states

if TYPE_CHECKING:
    from evals.gold.replies import Reply


def fact_recall(reply: Reply) -> float | None:
    """Share of the facts that the answer states; an abstention states none."""
    gold = reply.answerable
    if gold is None:
        return None
    return sum(reply.abstained is None and states(fact, reply.answer.text) for fact in gold.facts) / len(gold.facts)


def all_facts(reply: Reply) -> float | None:
    """1 where every fact is stated."""
    share = fact_recall(reply)
    return None if share is None else float(share == 1)


def fact_recall_answered(reply: Reply) -> float | None:
    """Fact recall of the answers that there are."""
    return fact_recall(reply) if reply.abstained is None else None
