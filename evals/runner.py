"""From suites to a report."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from evals.datamodel import Outcome, Report

if TYPE_CHECKING:
    from evals.run import Run


def outcome_of(suite: str, run: Run) -> Outcome:
    """Measures one suite."""
    measured = importlib.import_module(f"evals.suites.{suite}").measure(run)
    assert isinstance(measured, Outcome)
    return measured


def measure(suites: Sequence[str], run: Run, begin: Callable[[str], None] = lambda _suite: None) -> Report:
    """Measures suites, in the order given.

    Args:
        begin: told of each suite before it is measured.
    """
    from importlib.metadata import version

    outcomes = []
    for suite in suites:
        begin(suite)
        outcomes.append(outcome_of(suite, run))
    return Report(
        version=version("minutewise"),
        engine=run.system.engine.name,
        embedding=run.system.library.embedder.name,
        split=run.split,
        outcomes=tuple(outcomes),
    )
