# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""Citations of the answers to the gold questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from inspect_ai import Task, task

from evals.run import Run
from evals.suites.citations import rows
from evals.tasks.scoring import of_rows
from evals.tasks.solving import answering, questions, system

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted


@task
def citations(split: Literal["dev", "held_out", "all"] = "dev", engine: Wanted = "quote") -> Any:
    """Citations of the answers to the gold questions."""
    return Task(dataset=questions(split), solver=answering(engine), scorer=of_rows(rows(Run(system(engine)))))
