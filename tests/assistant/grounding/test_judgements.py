"""Praise and blame that the evidence does not hold."""

from __future__ import annotations

import pytest

from assistant.grounding import check

CHARGE = "The Cabinet approved a charge of £390 for each market pitch in the coming year, after a survey of traders."
THANKS = "The Chair thanked the library staff for their good work during the move to Bridge Street."
FAILURE = "Councillor Ash said that the contractor had failed to repair the roof of the hall, and that this was not acceptable."
HEAT = "The work outstanding is the fantastic mural, which Councillor Ash called a disgrace."


@pytest.mark.parametrize(
    ("claim", "evidence", "words"),
    [
        ("The finest council in the land approved a charge of £390 for each market pitch.", CHARGE, "finest"),
        ("The Cabinet wisely approved a charge of £390 for each market pitch in the coming year.", CHARGE, "wisely"),
        ("The Cabinet approved an outrageous charge of £390 for each market pitch in the coming year.", CHARGE, "outrageous"),
        ("The Cabinet approved a shameful charge of £390 for each market pitch.", THANKS + " " + CHARGE, "shameful"),
        ("The contractor brilliantly failed to repair the roof of the hall.", FAILURE, "brilliantly"),
    ],
)
def test_praise_or_blame_of_the_writers_own_is_told(claim: str, evidence: str, words: str) -> None:
    verdict = check(claim, [evidence])

    assert [problem.words for problem in verdict.problems if problem.name == "support"] == [words]
    assert not verdict.supported


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The Cabinet approved a charge of £390 for each market pitch.", CHARGE),
        ("The Chair thanked the library staff for their excellent work during the move to Bridge Street.", THANKS),
        ("Councillor Ash said it was shameful that the contractor had failed to repair the roof of the hall.", FAILURE),
        ("Councillor Ash called the fantastic mural a disgrace.", HEAT),
    ],
)
def test_praise_or_blame_that_the_minutes_bear_out_passes(claim: str, evidence: str) -> None:
    assert not [
        problem for problem in check(claim, [evidence]).problems if problem.words in ("excellent", "shameful", "fantastic", "disgrace")
    ]
