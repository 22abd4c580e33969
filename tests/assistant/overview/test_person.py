"""Questions for somebody's words, with no matter named, asked of the samples."""

from __future__ import annotations

import pytest

from assistant.answer import Answerer
from assistant.datamodel import Question
from assistant.overview.whose import person_asked


def told(answerer: Answerer, text: str) -> list[str]:
    return [one.text for one in answerer.answer(Question(text=text)).sentences]


@pytest.mark.parametrize(
    ("question", "who", "deeds"),
    [
        ("What has Councillor Prosser asked about?", "prosser", {"ask"}),
        ("What questions has Mrs Tilley asked?", "tilley", {"ask"}),
        ("What did the Leader say at the last Cabinet meeting?", "leader", {"say", "ask", "propose", "support", "recommend"}),
        ("Which motions did Councillor Rees second?", "rees", {"second"}),
        ("What did Councillor Lloyd-Parry move?", "parry", {"propose"}),
        ("How has Councillor Prosser voted?", "prosser", {"vote"}),
    ],
)
def test_whose_words_are_asked_for(question: str, who: str, deeds: set[str]) -> None:
    asked = person_asked(question, ["Cabinet"])
    assert asked and (asked.who.name, set(asked.deeds)) == (who, deeds)


@pytest.mark.parametrize(
    "question",
    [
        "What did Councillor Prosser say about the swimming pool?",
        "What did Councillor Prosser and Councillor Owen say?",
        "What was said at the last meeting?",
        "Why did Councillor Prosser ask?",
        "How did Councillor Griffiths vote on council tax?",
        "What did Cabinet say?",
    ],
)
def test_matters_and_bodies_are_no_persons(question: str) -> None:
    assert person_asked(question, []) is None


def test_questions_come_with_their_replies_the_latest_first(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What has Councillor Prosser asked about?"))
    text = [one.text for one in answer.sentences]
    assert text[0].startswith("Councillor Prosser asked what would happen should the cost exceed")
    assert text[1].startswith("The Head of Finance stated that the sum included a contingency")
    days = [one.passage.date for one in answer.citations if one.passage.date]
    assert len(set(days)) > 2 and days == sorted(days, reverse=True)
    assert answer.provenance.note and "tell of it" in answer.provenance.note


def test_at_one_meeting(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What did Councillor Prosser say at the last County Council meeting?"))
    assert {one.passage.body for one in answer.citations} == {"County Council"} and len({one.passage.date for one in answer.citations}) == 1
    silent = answerer.answer(Question(text="What did the Leader say at the last Cabinet meeting?"))
    assert silent.abstention and silent.abstention.kind == "not_recorded"


def test_a_motion_is_told_with_what_became_of_it(answerer: Answerer) -> None:
    text = told(answerer, "Which motions has Councillor Ashworth moved?")
    assert len(text) == 2 and "13 votes for the amendment and 18 against" in text[1]
    assert not any("Annual Monitoring" in one for one in text)


def test_a_seconder_is_no_mover(answerer: Answerer) -> None:
    assert any("capital programme" in one for one in told(answerer, "Which motions did Councillor Price second?"))
    assert not any("capital programme" in one for one in told(answerer, "Which motions did Councillor Price propose?"))


def test_votes_are_told_by_the_list_with_the_name(answerer: Answerer) -> None:
    text = told(answerer, "How has Councillor Prosser voted?")
    assert any(one.startswith("For the amendment (13)") for one in text) and any(one.startswith("Against the motion (12)") for one in text)


def test_an_office_stands_for_whom_it_is_told_with(answerer: Answerer) -> None:
    assert any(one.startswith("Dr Siwan Elias, Head of Education, said") for one in told(answerer, "What did Dr Siwan Elias say?"))
    of_body = answerer.answer(Question(text="What did Councillor Lloyd-Parry report at Cabinet?"))
    assert {one.passage.body for one in of_body.citations} == {"Cabinet"}
