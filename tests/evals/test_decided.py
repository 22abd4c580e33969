"""Questions made of the samples' own items, and what counts as right."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from assistant.answer import Answerer
from assistant.engines.choice import choose
from evals.decided import questions, scores
from ingest.library import Library


def saying(*texts: str) -> Answerer:
    answer = SimpleNamespace(sentences=[SimpleNamespace(text=text) for text in texts])
    return cast("Answerer", SimpleNamespace(answer=lambda _: answer))


def test_each_matter_is_asked_once_with_all_its_decisions(samples: Library) -> None:
    asked = questions(samples)
    assert len({one.question for one in asked}) == len(asked) > 50
    transport = next(one for one in asked if one.question == "What did Cabinet decide about post-16 transport?")
    assert any("£390" in text for text in transport.decisions)


def test_an_answer_is_right_that_states_the_decision_and_better_that_begins_so(samples: Library) -> None:
    asked = questions(samples)[:1]
    decision = asked[0].decisions[0]
    assert list(scores(saying(decision), asked)) == [(True, True)]
    assert list(scores(saying("It was a long meeting.", decision), asked)) == [(True, False)]
    assert list(scores(saying("It was a long meeting."), asked)) == [(False, False)]


def test_decisions_asked_after_are_told(samples: Library) -> None:
    some = questions(samples)[::6]
    made = list(scores(Answerer(samples, *choose(samples, "quote")), some))
    assert sum(told for told, _ in made) >= len(made) - 1
