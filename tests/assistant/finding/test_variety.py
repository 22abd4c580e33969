"""The order in which results are shown."""

from __future__ import annotations

from assistant.finding.variety import put_off, varied
from assistant.question.bodies import bodies_named


def test_the_fourth_and_fifth_come_from_other_places() -> None:
    ranked = [10, 11, 12, 13, 14, 15, 40, 90, 91]
    assert varied(ranked, lambda row: 0) == [10, 11, 12, 40, 90, 13, 14, 15, 91]
    assert varied(ranked, lambda row: 1 if row == 14 else 0)[:5] == [10, 11, 12, 14, 40]


def test_nothing_is_lost_where_there_is_no_other_place() -> None:
    assert varied([3, 4, 5, 6, 7], lambda row: 0) == [3, 4, 5, 6, 7]
    assert varied([], lambda row: 0) == []


def test_repetitions_stand_behind_all_others() -> None:
    words = {1: frozenset(range(20)), 2: frozenset(range(50, 70)), 3: frozenset(range(19)), 4: frozenset(range(3))}
    assert put_off([1, 2, 3, 4], words.__getitem__, lambda one, other: True, 10) == [1, 2, 4, 3]
    assert put_off([1, 2, 3, 4], words.__getitem__, lambda one, other: False, 10) == [1, 2, 3, 4]


def test_bodies_named_in_a_question() -> None:
    bodies = ["Cabinet", "Cabinet Sub-Committee", "Planning Committee"]
    assert bodies_named("What did cabinet decide?", bodies) == ("Cabinet",)
    assert bodies_named("What did the Cabinet Sub-Committee decide?", bodies) == ("Cabinet Sub-Committee",)
    assert bodies_named("What was said in Oakham?", ["Municipal District of Oakham"]) == ("Municipal District of Oakham",)
    assert bodies_named("Is planning permission needed for cabinets?", bodies) == ()
