"""A small part of the gold set, and the reports of the assistant as it is on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evals.datamodel import Report
from evals.gold.records import Answerable, load
from evals.run import Run
from evals.runner import measure
from evals.system import System, system_on
from ingest.library import Library

SUITES = ("retrieval", "answers", "citations", "abstention", "checker")
# One answerable question in eight and one unanswerable in three, of every kind.
FEW = frozenset(one.id for number, one in enumerate(load()) if number % (8 if isinstance(one, Answerable) else 3) == 0)
FAULTS = 40

Measure = Callable[..., Report]


@pytest.fixture(scope="session")
def system(samples: Library) -> System:
    """The assistant as it is."""
    return system_on(samples)


@pytest.fixture(scope="session")
def measured(system: System) -> Measure:
    """Measures suites on a few questions, with some parts of the system exchanged."""

    def run(*suites: str, **parts: Any) -> Report:
        return measure(suites or SUITES, Run(system._replace(**parts), only=FEW, faults=FAULTS))

    return run


@pytest.fixture(scope="session")
def good(measured: Measure) -> Report:
    """The report of the assistant as it is."""
    return measured()
