# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""The gold questions in Welsh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from inspect_ai import Task, task

from evals.suites.welsh import ROWS
from evals.tasks.scoring import of_rows
from evals.tasks.solving import answering, questions

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted


@task
def welsh(split: Literal["dev", "held_out", "all"] = "dev", engine: Wanted = "quote") -> Any:
    """The gold questions in Welsh."""
    return Task(dataset=questions(split, "cy"), solver=answering(engine), scorer=of_rows(ROWS))
