# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""Summaries of every sample meeting, item by item."""

from __future__ import annotations

from typing import Any

from inspect_ai import Task, task

from evals.tasks.scoring import of_cases
from evals.tasks.solving import drafting, samples_of

SCORES = ("faithfulness", "figure_exactness", "quotation_exactness", "decision_recall")


@task
def summaries() -> Any:
    """Summaries of every sample meeting, item by item."""
    return Task(dataset=samples_of("summaries"), solver=drafting("summaries"), scorer=of_cases("summaries", SCORES))
