"""Texts of one matter are more alike than others, however few there are."""

from __future__ import annotations

from assistant.newsletter.likeness import Likeness

POOL = "The Clerk reported that the paddling pool had leaked since April and that a new lining would cost £18,500."
LINING = "The Clerk reported that the lining of the paddling pool had been ordered and that the leaks were mended."
HOUSES = "The Council considered a plan for 14 houses in Heol y Bont and had no objection."
WELSH = "Adroddodd y Clerc fod y pwll padlo wedi bod yn gollwng ers mis Ebrill."
WELSH_LATER = "Adroddodd y Clerc fod leinin newydd y pwll padlo wedi ei archebu."


def test_one_matter_is_more_alike_than_two() -> None:
    texts = Likeness([POOL, LINING, HOUSES, WELSH, WELSH_LATER])
    assert texts.of(0, 1) > 0.3
    assert texts.of(0, 2) < 0.1
    assert texts.of(3, 4) > 0.2
    assert texts.of(0, 1) == texts.of(1, 0)


def test_a_text_is_like_itself_and_an_empty_one_like_none() -> None:
    texts = Likeness([POOL, ""])
    assert abs(texts.of(0, 0) - 1) < 1e-9
    assert texts.of(0, 1) == 0.0
