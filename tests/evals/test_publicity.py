"""The planted faults are found and clean sentences are let be."""

from __future__ import annotations

from evals.publicity import clean, false_alarms, planted, recall


def test_planted_faults_are_found() -> None:
    faults = [one for one in planted() if one.round]
    assert len(faults) >= 60
    assert recall(faults, "all").share >= 0.95


def test_clean_sentences_are_let_be() -> None:
    assert len(clean()) >= 200
    for pre_election in (False, True):
        alarms, count = false_alarms(pre_election=pre_election)
        assert len({text for text, _ in alarms}) < 0.03 * count
