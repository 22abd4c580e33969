"""Follow-up questions are put to stand alone, and questions that stand alone are left as they are."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.datamodel import Passage, Question, Turn
from assistant.question.conversation import keeps, standalone
from ingest.datamodel import SourcePlace

POOL = Passage(
    id="doc-0001",
    score=1,
    text="RESOLVED that the pool at Aberglas Baths be closed from 4 November 2024 for an intrusive survey of the roof.",
    council="Penllyn Town Council",
    body="Amenities Committee",
    date=dt.date(2024, 10, 22),
    item_number="5",
    item_title="ABERGLAS BATHS",
    speaker=None,
    language="en",
    status="approved",
    source=SourcePlace(path="a.txt", paragraphs=(1, 1)),
)
WHY = Turn(question="Why was the pool closed?", answer="The pool was closed for an intrusive survey of the roof.")


def put(text: str, *history: Turn, passage: Passage | None = POOL) -> str:
    """The question as it is asked."""
    return standalone(Question(text=text, history=history), lambda answer: passage)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "And who voted against it?",
            "Who voted against it (pool closed Aberglas Baths, Amenities Committee) at the meeting of 22 October 2024?",
        ),
        ("Why?", "Why (pool closed Aberglas Baths, Amenities Committee) at the meeting of 22 October 2024?"),
        ("When will it reopen?", "When will it reopen (pool closed Aberglas Baths)?"),
        ("How much did that cost?", "How much did that cost (pool closed Aberglas Baths)?"),
        ("How long will the survey take?", "How long will the survey take (pool closed Aberglas Baths)?"),
        ("Why so little?", "Why so little (pool closed Aberglas Baths)?"),
        ("Who asked?", "Who asked (pool closed Aberglas Baths)?"),
        ("And the library?", "What was said about the library?"),
        ("Any objections?", "Any objections (pool closed Aberglas Baths)?"),
        ("Was there a petition?", "Was there a petition (pool closed Aberglas Baths)?"),
        ("What was said in reply?", "What was said in reply (pool closed Aberglas Baths)?"),
    ],
)
def test_follow_ups_take_the_topic_along(text: str, asked: str) -> None:
    assert put(text, WHY) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Which decisions were not unanimous?",
        "What are the outstanding actions?",
        "Which planning applications were refused?",
        "What was said about foster carers in schools?",
        "Was it agreed that the library be closed?",
        "Is it true that the mayor resigned over the allotments?",
        "How many people signed the petition?",
        "What was said about parking?",
        "When is the next meeting?",
        "What date is the next planning meeting?",
        "Who is the chair of Cabinet?",
        "thanks",
        "Yes.",
        "",
        "   ",
        "What was decided at the last Cabinet meeting?",
        "What was discussed by Cabinet in 2024?",
        "What was decided at the last planning meeting?",
        "When did the Cabinet meeting of 22 October 2024 end?",
        "Who declared an interest at the Planning Committee meeting?",
    ],
)
def test_what_stands_alone_is_left_alone(text: str) -> None:
    assert put(text, WHY) == text


def test_without_a_past_nothing_is_changed() -> None:
    assert put("And who voted against it?") == "And who voted against it?"


def test_another_year_body_or_person_is_asked_likewise() -> None:
    tax = Turn(question="What was decided about council tax in 2025?", answer="It rose by 7.9%.")
    assert put("What about 2024?", tax) == "What was decided about council tax in the meetings of 2024?"
    assert put("And in May 2023?", tax) == "What was decided about council tax in the meetings of May 2023?"
    assert put("And last year?", tax) == "What was decided about council tax last year?"
    assert put("What about since May?", tax) == "What was decided about council tax since May?"
    assert put("And in the last two years?", tax) == "What was decided about council tax in the last two years?"
    assert put("And since 2023?", tax) == "What was decided about council tax since 2023?"
    spent = Turn(question="How much was given for roads in 2018?", answer="£4 million was given.")
    assert put("And in 2019?", spent) == "How much was given for roads in the meetings of 2019?"
    assert put("What about the library?", tax) == "What was decided about the library?"
    bus = Turn(question="What did Cabinet decide about post-16 transport?", answer="A charge was agreed.")
    assert put("What about the Planning Committee?", bus) == "What did the Planning Committee decide about post-16 transport?"
    assert put("And Council?", bus) == "What did Council decide about post-16 transport?"
    assert put("How much is it?", bus, passage=None) == "How much is it (Cabinet post-16 transport)?"
    rees = Turn(question="What did Councillor Ann Rees say about parking?", answer="She was against it.")
    assert put("What about Councillor Hale?", rees) == "What did Councillor Hale say about parking?"


@pytest.mark.parametrize(
    ("before", "text", "asked"),
    [
        ("Which motions were lost?", "And at the planning committee?", "Which motions were lost at the planning committee?"),
        (
            "Which motions were lost at County Council?",
            "And at the planning committee?",
            "Which motions were lost at the planning committee?",
        ),
        ("Which motions were lost?", "Which were carried?", "Which motions were carried?"),
        ("Which motions were lost at County Council?", "Which were carried?", "Which motions were carried at County Council?"),
        ("Which motions were lost?", "And in 2024?", "Which motions were lost in the meetings of 2024?"),
        ("When was the pool last discussed?", "And foster carers?", "When was foster carers last discussed?"),
        ("When was the pool last discussed?", "And when was it first discussed?", "When was the pool first discussed?"),
        ("Why was the pool closed?", "When was it last discussed?", "When was pool closed last discussed?"),
        (
            "Which meetings discussed the pool?",
            "What was decided?",
            "What was decided (pool Aberglas Baths, Amenities Committee) at the meeting of 22 October 2024?",
        ),
    ],
)
def test_of_what_the_record_answers_the_same_is_asked_of_another(before: str, text: str, asked: str) -> None:
    assert put(text, Turn(question=before, answer="The pool was closed.")) == asked


def test_a_pronoun_for_a_person_is_the_person_last_named() -> None:
    rees = Turn(question="What did Councillor Rees say about parking?", answer="He was against it.")
    assert put("What did he say about the allotments?", rees) == "What did Councillor Rees say about the allotments?"
    asked = put("Did he vote against it?", rees)
    assert asked.startswith("Did Councillor Rees vote against it (parking")
    told = Turn(question="Who spoke about parking?", answer="Councillor Hale said that it was dear.")
    assert put("What was her reason?", told).startswith("What was Councillor Hale’s reason")


def test_a_pronoun_whose_owner_the_question_names_is_nobody_elses() -> None:
    rees = Turn(question="What did Councillor Rees say about parking?", answer="She was against it.")
    asked = put("Did Councillor Jones vote for her amendment?", rees)
    assert asked.startswith("Did Councillor Jones vote for her amendment (parking")


def test_the_topic_lasts_over_several_questions() -> None:
    reopens = Turn(question="When will it reopen?", answer="In spring 2026.")
    assert "pool" in put("And what will that cost?", WHY, reopens)
    other = Turn(question="What was said about foster carers?", answer="More carers are needed.")
    asked = put("How many were recruited?", WHY, reopens, other, passage=None)
    assert "pool" not in asked


def test_nothing_found_still_takes_the_words_of_the_question() -> None:
    assert put("Who seconded it?", WHY, passage=None) == "Who seconded it (pool closed)?"


def test_a_welsh_follow_up() -> None:
    carers = Turn(question="Beth a ddywedwyd am ofalwyr maeth?", answer="Mae angen mwy o ofalwyr.")
    assert "ofalwyr maeth" in put("Pam?", carers, passage=None)
    assert "ofalwyr maeth" in put("A beth am y gost?", carers, passage=None)


@pytest.mark.parametrize("text", ["it", "?!", "and", "what about", "(it) [it] {it}", "A" * 3000, "why " * 500])
def test_odd_questions_break_nothing(text: str) -> None:
    assert put(text, WHY, WHY, WHY, WHY, WHY)


def test_a_rewriting_keeps_what_is_asked() -> None:
    assert keeps("How much did the survey cost?", "How much did the survey of the Aberglas pool cost?")
    assert not keeps("How much did the survey cost?", "Why was the Aberglas pool closed?")
    assert keeps("Why?", "Why was the Aberglas pool closed?")
