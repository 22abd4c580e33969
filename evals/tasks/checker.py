# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""The checker on planted faults and honest rewordings."""

from __future__ import annotations

from typing import Any

from inspect_ai import Task, task

from evals.tasks.scoring import of_cases
from evals.tasks.solving import drafting, samples_of


@task
def checker(faults: int = 50) -> Any:
    """The checker on planted faults and honest rewordings.

    Args:
        faults: sentences of each kind; `minutewise eval` tries all, which are ten thousand.
    """
    return Task(dataset=samples_of("checker", faults), solver=drafting("checker", faults), scorer=of_cases("checker", ("right",), faults))
