# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""The scorers of evals/scorers as inspect's: one that does not apply to a sample leaves it unscored, which inspect counts and reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from inspect_ai.model import get_model
from inspect_ai.scorer import Score, Target, mean, scorer, stderr
from inspect_ai.solver import TaskState

from evals.scorers.judge import Judge, grade_of, grading_prompt
from evals.tasks.solving import cases, reply_of

if TYPE_CHECKING:
    from evals.suites.of_replies import Row


def of_rows(rows: Sequence[Row]) -> list[Any]:
    """A scorer for each row of a suite."""
    return [_of_row(row) for row in rows]


def _of_row(row: Row) -> Any:
    @scorer(metrics=[mean(), stderr()], name=row.name)
    def made() -> Any:
        async def score(state: TaskState, target: Target) -> Score:
            return _score(row.scorer(reply_of(state)), state)

        return score

    return made()


def of_cases(suite: str, names: Sequence[str], faults: int | None = None) -> list[Any]:
    """A scorer for each score of a suite's cases."""
    return [_of_case(suite, name, faults) for name in names]


def _of_case(suite: str, name: str, faults: int | None) -> Any:
    @scorer(metrics=[mean(), stderr()], name=name)
    def made() -> Any:
        async def score(state: TaskState, target: Target) -> Score:
            return _score(cases(suite, faults)[str(state.sample_id)].scores.get(name), state)

        return score

    return made()


def _score(value: float | None, state: TaskState) -> Score:
    if value is None:
        return Score.unscored(reason="does not apply", answer=state.output.completion)
    return Score(value=float(value), answer=state.output.completion)


@scorer(metrics=[mean(), stderr()])
def judged(judge: str, candidate: str | None = None) -> Any:
    """A named model grades the answer against the gold facts.

    Args:
        judge: the judge, as inspect names models.
        candidate: the model under test, where one is: it never grades itself.
    """
    chosen = Judge(name=judge, candidate=candidate)

    async def score(state: TaskState, target: Target) -> Score:
        prompt = grading_prompt(state.input_text, list(target), state.output.completion)
        reply = (await get_model(chosen.name).generate(prompt)).completion
        grade = grade_of(reply)
        if grade is None:
            return Score.unscored(reason="grader_failed", answer=state.output.completion, explanation=reply)
        return Score(value=grade, answer=state.output.completion, explanation=reply, metadata={"judge": chosen.name})

    return score
