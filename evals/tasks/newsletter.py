# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""Stories of a newsletter over the whole period of the samples."""

from __future__ import annotations

from typing import Any

from inspect_ai import Task, task

from evals.tasks.scoring import of_cases
from evals.tasks.solving import drafting, samples_of

SCORES = ("faithfulness", "figure_exactness", "quotation_exactness")


@task
def newsletter() -> Any:
    """Stories of a newsletter over the whole period of the samples."""
    return Task(dataset=samples_of("newsletter"), solver=drafting("newsletter"), scorer=of_cases("newsletter", SCORES))
