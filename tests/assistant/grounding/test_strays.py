"""What shares a topic with the minutes and says something else of it is told from an honest rewording."""

from __future__ import annotations

import pytest

from assistant.grounding.strays import strays
from evals.planted.caught import written_trials
from ingest.embedding import embedder

POOL = "Cabinet agreed to close the pool for a survey of the roof. The pool had been cleaned in May, and members thanked the staff."


def stray(claim: str, *evidence: str) -> str | None:
    """The name of the problem."""
    found = strays(claim, evidence or (POOL,), ("Cabinet, 4 June 2024, item 3. Swimming pool",), embedder().embed)
    return found.name if found else None


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        ("The pool is full of sharks.", "support"),
        ("The pool was sold to a brewery.", "support"),
        ("The council tax of the staff is overdue.", "support"),
        ("Cabinet agreed to demolish the pool.", "decision"),
        ("Cabinet unanimously resolved to auction the pool and its land next year.", "decision"),
    ],
)
def test_something_else_of_the_same_topic(claim: str, problem: str) -> None:
    assert stray(claim) == problem


@pytest.mark.parametrize(
    "claim",
    [
        "Cabinet agreed to close the pool for a survey of the roof.",
        "The pool will be closed while the roof is surveyed.",
        "Cabinet agreed to keep the pool shut for a survey of its roof.",
        "Staff were thanked by members for cleaning the pool.",
        "",
    ],
)
def test_honest_rewordings(claim: str) -> None:
    assert stray(claim) is None


def test_next_to_no_honest_rewording_of_the_samples_is_taken_for_one() -> None:
    honest = [trial for trial in written_trials() if not trial.faulty]
    found = [trial.claim for trial in honest if strays(trial.claim, [trial.true.passage], trial.true.context, embedder().embed)]
    assert len(honest) > 100
    assert len(found) <= 2, found
