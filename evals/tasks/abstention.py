# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""Abstention on the gold questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from inspect_ai import Task, task

from evals.suites.abstention import ROWS
from evals.tasks.scoring import of_rows
from evals.tasks.solving import answering, questions

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted


@task
def abstention(split: Literal["dev", "held_out", "all"] = "dev", engine: Wanted = "quote") -> Any:
    """Abstention on the gold questions."""
    return Task(dataset=questions(split), solver=answering(engine), scorer=of_rows(ROWS))
