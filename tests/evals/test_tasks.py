# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""The tasks of inspect-ai, where it is installed: the same scores as `minutewise eval`, and a judge whose words cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

inspect_ai = pytest.importorskip("inspect_ai", reason="inspect-ai is not installed (pip install 'minutewise[evals]')")

FEW = ["tram", "agency-dearer", "crematorium", "foster-households-2023"]


def scores(log: Any) -> dict[str, dict[str, float]]:
    """Metrics by scorer of a finished log."""
    assert log.status == "success", log.error
    return {one.name: {name: metric.value for name, metric in one.metrics.items()} for one in log.results.scores}


def test_abstention_leaves_out_what_a_scorer_does_not_apply_to(tmp_path: Path) -> None:
    from evals.tasks.abstention import abstention

    log = inspect_ai.eval(abstention(), model="none", sample_id=FEW, log_dir=str(tmp_path), display="none")[0]
    told = scores(log)
    assert told["wrongly"]["mean"] == 0.0
    assert told["recall"]["mean"] in (0.0, 0.5, 1.0)
    assert list(tmp_path.glob("*.eval"))


def mumbling() -> Any:
    """A model that grades nothing."""
    from inspect_ai.model import ModelAPI, ModelOutput, ModelUsage, modelapi

    @modelapi(name="mumbling")
    class Mumbling(ModelAPI):
        async def generate(self, *_given: Any, **_more: Any) -> ModelOutput:
            output = ModelOutput.from_content("mumbling", "It is a fine answer.")
            output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
            return output

    return Mumbling


def test_a_judge_that_cannot_be_read_is_counted_and_not_held_against_the_answer(tmp_path: Path) -> None:
    from evals.tasks.answers import answers

    mumbling()
    log = inspect_ai.eval(answers(judge="mumbling/model"), model="none", sample_id=FEW[1:2], log_dir=str(tmp_path), display="none")[0]
    assert log.status == "success", log.error
    judged = next(one for one in log.results.scores if one.name == "judged")
    assert (judged.scored_samples, judged.unscored_samples) == (0, 1)
