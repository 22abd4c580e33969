"""The examples of what steers, and the committed weights that were fitted on them."""

from __future__ import annotations

from assistant.planted import orders
from evals.planted.steering import examples


def test_every_text_is_told_once_and_by_several_writers() -> None:
    told = examples()
    assert len({one.text for one in told}) == len(told)
    assert len({one.writer for one in told if one.steers}) >= 5


def test_the_weights_know_nearly_all_attempts_and_let_innocent_minutes_be() -> None:
    attempts = [one for one in examples() if one.steers][::3]
    innocent = [one for one in examples() if not one.steers][::3]
    found = sum(bool(orders(one.text)) for one in attempts)
    taken = sum(bool(orders(one.text)) for one in innocent)
    assert found >= 0.9 * len(attempts)
    assert taken <= 0.02 * len(innocent)
