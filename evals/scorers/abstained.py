"""Abstention: precision, recall and the right kind (Wen et al. 2024, Know Your Limits)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.gold.records import Unanswerable
from evals.scorers.retrieved import given

if TYPE_CHECKING:
    from evals.gold.replies import Reply


def wrongly(reply: Reply) -> float | None:
    """Of the answerable questions: 1 where there is no answer."""
    return float(reply.abstained is not None) if reply.answerable else None


def wrongly_though_found(reply: Reply) -> float | None:
    """Of the answerable questions: 1 where there is no answer and all evidence was among the passages."""
    return float(reply.abstained is not None and given(reply) == 1) if reply.answerable else None


def precision(reply: Reply) -> float | None:
    """Of the abstentions: 1 where the minutes do not answer the question."""
    return float(isinstance(reply.gold, Unanswerable)) if reply.abstained else None


def recall(reply: Reply) -> float | None:
    """Of the unanswerable questions: 1 where there is no answer."""
    return float(reply.abstained is not None) if isinstance(reply.gold, Unanswerable) else None


def right_kind(reply: Reply) -> float | None:
    """Of the unanswerable questions: 1 where the abstention is of the kind expected, or of another that the record allows."""
    gold = reply.gold
    return float(reply.abstained in (gold.expected, *gold.also_right)) if isinstance(gold, Unanswerable) else None
