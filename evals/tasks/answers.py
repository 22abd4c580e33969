# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""Answers to the gold questions; `-T judge=openai/NAME` adds a model's grade."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal

from inspect_ai import Task, task

from evals.suites.answers import ROWS
from evals.tasks.scoring import judged, of_rows
from evals.tasks.solving import answering, questions

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted


@task
def answers(split: Literal["dev", "held_out", "all"] = "dev", engine: Wanted = "quote", judge: str | None = None) -> Any:
    """Answers to the gold questions.

    Args:
        judge: a model that grades them too, as inspect names it; never the model under test.
    """
    candidate = os.environ.get("MINUTEWISE_MODEL") if engine != "quote" else None
    graded = [judged(judge, candidate)] if judge else []
    return Task(dataset=questions(split), solver=answering(engine), scorer=[*of_rows(ROWS[:5]), *graded])
