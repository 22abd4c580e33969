"""Kinds of question and the units that answer them."""

from __future__ import annotations

import pytest

from assistant.question.asked import asks_decision, kinds_asked, worth
from assistant.units import Unit


def unit(text: str, *, decision: bool = False) -> Unit:
    return Unit(key="k1", text=text, line=0, hanging=False, decision=decision)


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("How much did the roof cost?", "The roof had cost £4,350 in all.", "The roof was thought dear by everybody."),
        ("Faint gostiodd y to?", "Costiodd y to £4,350.", "Roedd y to yn ddrud."),
        ("When will it open?", "It was expected to open in spring 2026.", "It would be a while before it opened."),
        ("Why was it closed?", "It was closed because the beams were corroded.", "It was closed and stayed so."),
        ("Who asked for it?", "Councillor Gruff had asked for it.", "Somebody had asked for it."),
        (
            "Who voted against the motion?",
            "Against the motion (2): Councillors Gruff and Rowe.",
            "For the motion (3): Councillors Hale and Vale.",
        ),
        (
            "Who voted for the motion?",
            "For the motion (3): Councillors Hale and Vale.",
            "Against the motion (2): Councillors Gruff and Rowe.",
        ),
        ("What was decided?", "RESOLVED that the slates be replaced.", "The slates were looked at by all."),
    ],
)
def test_a_unit_of_the_kind_asked_for_is_worth_more(question: str, better: str, worse: str) -> None:
    kinds = kinds_asked(question)
    assert worth(unit(better), question, kinds) > worth(unit(worse), question, kinds)


def test_the_vote_on_an_amendment_does_not_answer_for_the_motion() -> None:
    told = unit("Against the amendment (18): Councillors Gruff and Rowe.")
    about_motion, about_amendment = "Who voted against the budget?", "Who voted against the amendment?"
    assert worth(told, about_motion, kinds_asked(about_motion)) < worth(told, about_amendment, kinds_asked(about_amendment))


def test_a_topic_asks_for_no_kind_and_no_whole_item() -> None:
    assert kinds_asked("Tell me about the bandstand") == []
    assert not asks_decision("Tell me about the bandstand") and asks_decision("How did the vote on the bandstand go?")


def test_who_alone_is_no_answer_to_what() -> None:
    only, what = unit("Proposed by: Councillor Collins"), unit("Councillor Collins proposed that the crossing be moved.")
    assert worth(only, "What did Councillor Collins propose?", []) < worth(what, "What did Councillor Collins propose?", [])
    assert worth(only, "Who proposed the crossing?", []) == worth(what, "Who proposed the crossing?", [])
