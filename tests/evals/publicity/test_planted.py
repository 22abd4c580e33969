"""The planted faults are found and clean sentences are let be."""

from __future__ import annotations

from evals.publicity.planted import check, clean, false_alarms, faults, planted, recall


def test_planted_faults_are_found() -> None:
    assert len(faults()) >= 60
    assert recall(faults(), "all").share >= 0.95


def test_clean_sentences_are_let_be() -> None:
    assert len(clean()) >= 200
    for pre_election in (False, True):
        alarms, count = false_alarms(pre_election=pre_election)
        assert len({text for text, _ in alarms}) < 0.03 * count


def test_the_clean_sentences_of_the_rounds_are_let_be() -> None:
    some = [one for one in planted() if one.check == "clean"]
    assert len(some) >= 300
    cried = [one.sentence for one in some if check(one.sentence, one.language, pre_election=one.pre_election)]
    assert len(cried) <= 0.01 * len(some), cried
