# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""Retrieval over the gold questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from inspect_ai import Task, task

from evals.suites.retrieval import ROWS
from evals.tasks.scoring import of_rows
from evals.tasks.solving import answering, questions

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted


@task
def retrieval(split: Literal["dev", "held_out", "all"] = "dev", engine: Wanted = "quote") -> Any:
    """Retrieval over the gold questions."""
    return Task(dataset=questions(split), solver=answering(engine), scorer=of_rows(ROWS))
