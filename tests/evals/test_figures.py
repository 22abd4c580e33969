"""Means, errors, areas and the worst cases against values worked out by hand."""

from __future__ import annotations

import math

import pytest

from evals.datamodel import Case
from evals.figures import Scored, area, balanced, figure, kept, mean_of
from evals.report.worst import worst


def test_the_error_is_of_the_mean() -> None:
    one = mean_of([1.0, 0.0, 1.0, 0.0])
    assert (one.mean, one.n) == (0.5, 4)
    assert one.error == pytest.approx(math.sqrt((4 * 0.25 / 3) / 4), abs=1e-6)
    assert mean_of([0.7]).error == 0.0


def test_a_case_that_a_scorer_does_not_apply_to_is_no_zero() -> None:
    one = figure("s.x", "x", [Scored("a", "dev", 1.0), Scored("b", "dev", None)])
    assert one is not None
    assert (one.mean, one.n, one.values) == (1.0, 1, {"a": 1.0})
    assert kept([figure("s.y", "y", [Scored("a", "dev", None)])]) == ()


def test_held_out_cases_have_a_mean_of_their_own_and_no_readable_id() -> None:
    one = figure("s.x", "x", [Scored("seen", "dev", 1.0), Scored("unseen", "held_out", 0.0)])
    assert one is not None
    assert one.held_out is not None
    assert (one.mean, one.held_out.mean, one.held_out.n) == (0.5, 0.0, 1)
    assert "seen" in one.values
    assert "unseen" not in one.values


def test_area_counts_ties_half() -> None:
    assert area([0.9, 0.5], [0.5, 0.1]).mean == pytest.approx(3.5 / 4)
    assert area([0.9, 0.8], [0.2, 0.1]).mean == 1.0
    assert area([0.1], [0.9]).mean == 0.0


def test_balanced_accuracy_weighs_both_kinds_alike() -> None:
    assert balanced([True] * 9 + [False], [True, False]).mean == pytest.approx((0.9 + 0.5) / 2)


def case(name: str, **scores: float) -> Case:
    return Case(id=name, suite="s", kind="k", asked="?", said=".", scores=scores)


def test_the_worst_come_first_and_the_faultless_not_at_all() -> None:
    cases = [case("good", facts=1.0, wrongly=0.0), case("half", facts=0.5), case("bad", facts=0.0, wrongly=1.0)]
    assert [one.id for one in worst(cases, 5)] == ["bad", "half"]
    assert [one.id for one in worst(cases, 1)] == ["bad"]
