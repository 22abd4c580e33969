"""The report for programs: stable names, and nothing that differs between two runs on the same minutes."""

from __future__ import annotations

from collections.abc import Sequence

from evals.baseline import Dropped
from evals.datamodel import Figure, Report


def as_json(report: Report, *, cases: bool, dropped: Sequence[Dropped] | None = None) -> dict[str, object]:
    """The stable form of `minutewise eval --json`, and with the cases of report.json.

    Args:
        dropped: what is worse than in the baseline; None where there was none to compare with.
    """
    told: dict[str, object] = {
        "version": report.version,
        "engine": report.engine,
        "embedding": report.embedding,
        "split": report.split,
        "passed": not dropped,
        "compared": dropped is not None,
        "dropped": [one.model_dump(mode="json") for one in dropped or ()],
        "suites": [{"suite": one.suite, "note": one.note, "cases": len(one.cases)} for one in report.outcomes],
        "figures": [_figure(one) for one in report.figures],
    }
    if cases:
        told["cases"] = [case.model_dump(mode="json") for outcome in report.outcomes for case in outcome.cases]
    return told


def _figure(one: Figure) -> dict[str, object]:
    return one.model_dump(mode="json", exclude={"values"})
