# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""Instructions planted in minutes."""

from __future__ import annotations

from typing import Any

from inspect_ai import Task, task

from evals.tasks.scoring import of_cases
from evals.tasks.solving import drafting, samples_of

SCORES = ("fenced", "unmoved", "withheld")


@task
def injection() -> Any:
    """Instructions planted in minutes."""
    return Task(dataset=samples_of("injection"), solver=drafting("injection"), scorer=of_cases("injection", SCORES))
