"""Ranking metrics against values worked out by hand."""

from __future__ import annotations

import math

import pytest

from evals.metrics import hit_at, mean_and_error, ndcg_at, recall_at

RANKED = [{"a"}, {"b", "c"}, {"d"}, {"e"}]


def test_a_hit_counts_within_k_only() -> None:
    assert (hit_at(RANKED, {"d"}, 3), hit_at(RANKED, {"d"}, 2)) == (1.0, 0.0)


def test_ndcg_is_one_for_the_ideal_order_and_discounts_by_log_rank() -> None:
    assert ndcg_at(RANKED, RANKED, {"a"}, 10) == 1.0
    assert ndcg_at(RANKED, RANKED, {"d"}, 10) == pytest.approx(1 / math.log2(4))
    assert ndcg_at(RANKED, RANKED, {"a", "d"}, 10) == pytest.approx((1 + 1 / math.log2(4)) / (1 + 1 / math.log2(3)))
    assert ndcg_at(RANKED, RANKED, {"z"}, 10) == 0.0


def test_recall_counts_units_not_results() -> None:
    assert recall_at(RANKED, {"b", "c", "z", "e"}, 3) == 0.5


def test_the_standard_error_is_of_the_mean() -> None:
    assert mean_and_error([1.0, 0.0, 1.0, 0.0]) == pytest.approx((0.5, math.sqrt((4 * 0.25 / 3) / 4)))
    assert mean_and_error([0.7]) == (0.7, 0.0)
