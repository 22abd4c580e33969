"""The embedded engine: whole verbatim sentences, few, the latest meeting first, what was decided before what was said."""

from __future__ import annotations

import pytest

from assistant.answer import Answerer
from assistant.citing import keyed
from assistant.datamodel import Evidence, Proposal, Question
from assistant.engines.base import Engine, Usage
from assistant.engines.quote import QuoteEngine
from assistant.finding.nearness import nearness
from assistant.finding.reranking import Reranker
from assistant.finding.retrieve import Retriever
from assistant.units import plain
from ingest.library import Library
from tests.assistant.asked import QUESTIONS


@pytest.fixture(scope="module")
def engine(samples: Library) -> QuoteEngine:
    return QuoteEngine(samples.embedder.embed)


def asked(samples: Library, text: str) -> tuple[Question, tuple[Evidence, ...]]:
    return Question(text=text), keyed(Retriever(samples).search(text, k=8).passages)


def propose(engine: QuoteEngine, samples: Library, text: str) -> list[Proposal]:
    return list(engine.answer(*asked(samples, text)))


def test_it_is_an_engine_that_costs_nothing(engine: QuoteEngine) -> None:
    made: Engine = engine
    assert (made.name, made.usage()) == ("quote", Usage())


@pytest.mark.parametrize("text", QUESTIONS[::4])
def test_one_to_six_verbatim_sentences_each_under_its_passages_key(engine: QuoteEngine, samples: Library, text: str) -> None:
    question, evidence = asked(samples, text)
    passages = {one.key: one.passage for one in evidence}
    made = list(engine.answer(question, evidence))
    assert 1 <= len(made) <= 6
    for proposal in made:
        assert proposal.quotes == (proposal.text,)
        (key,) = proposal.keys
        assert proposal.text in plain(passages[key].text.replace("\n", " "))


ANSWERS = {
    "Why was the swimming pool closed?": "roof",
    "What is the Band D charge?": "£1,684.37",
    "How many people signed the petition?": "2,418",
    "What is the general fund balance?": "£10.4 million",
    "How many learners use post-16 transport?": "612",
    "What did Councillor Eckley say about the rise in council tax?": "Councillor Eckley",
    "How did the Chair use the casting vote?": "casting vote",
    "How many responses were there to the consultation on school transport?": "1,126",
    "How many of the beams were affected?": "Seven of the twelve",
}


def test_most_answers_hold_what_was_asked(engine: QuoteEngine, samples: Library) -> None:
    missed = [
        question
        for question, words in ANSWERS.items()
        if not any(words in proposal.text for proposal in propose(engine, samples, question))
    ]
    assert len(missed) <= 2, missed


def test_the_latest_meeting_speaks_first(engine: QuoteEngine, samples: Library) -> None:
    question, evidence = asked(samples, "What was said about foster carer recruitment?")
    dates = {one.key: one.passage.date for one in evidence}
    told = [dates[proposal.keys[0]] for proposal in engine.answer(question, evidence)]
    assert len(set(told)) > 1
    assert told == sorted(told, key=lambda day: -day.toordinal() if day else 0)


def test_a_later_meeting_that_hardly_speaks_of_it_comes_after_the_answer(engine: QuoteEngine, samples: Library) -> None:
    reranker = Reranker(nearness(samples.embedder.embed))
    for text in ANSWERS:
        question, evidence = asked(samples, text)
        share: dict[str, float] = {}
        for one in reranker.scored(text, evidence):
            share[one.unit.key] = max(one.share, share.get(one.unit.key, 0.0))
        first = next(iter(engine.answer(question, evidence))).keys[0]
        assert share[first] >= 0.1 * max(share.values()), text


def test_the_same_question_gets_the_same_answer(engine: QuoteEngine, samples: Library) -> None:
    assert propose(engine, samples, QUESTIONS[0]) == propose(engine, samples, QUESTIONS[0])


def test_without_evidence_there_is_nothing_to_say(engine: QuoteEngine) -> None:
    assert list(engine.answer(Question(text="Why?"), ())) == []


def test_a_passage_of_headings_alone_gives_nothing(engine: QuoteEngine, samples: Library) -> None:
    question, evidence = asked(samples, QUESTIONS[0])
    bare = evidence[0].model_copy(update={"passage": evidence[0].passage.model_copy(update={"text": "REPORT\nFoster carers"})})
    assert list(engine.answer(question, [bare])) == []


@pytest.mark.parametrize("style", ["brief", "full", "plain"])
def test_summaries_of_every_item_are_verbatim_and_lead_with_the_decision(engine: QuoteEngine, samples: Library, style: str) -> None:
    with_decisions = 0
    for document in samples.lookup.documents():
        for item in samples.lookup.items(document.id):
            evidence = keyed(samples.lookup.chunk_passages(document.id, item.ordinal))
            passages = {one.key: plain(one.passage.text.replace("\n", " ")) for one in evidence}
            made = list(engine.summarise(document.meeting(), item, evidence, style))  # type: ignore[arg-type]
            assert all(proposal.text in passages[proposal.keys[0]] for proposal in made)
            assert len({proposal.text for proposal in made}) == len(made)
            decided = [proposal.decided for proposal in made]
            assert decided == sorted(decided, reverse=True), "what was decided comes first"
            with_decisions += any(decided)
            if any(decision.outcome == "passed" for decision in item.decisions):
                assert decided[:1] == [True], (document.path, item.number, item.decisions)
    assert with_decisions > 60


def test_who_was_there_is_told_by_every_list_of_that_meeting(samples: Library) -> None:
    answer = Answerer(samples, QuoteEngine(samples.embedder.embed)).answer(
        Question(text="Who attended the Cabinet meeting on 22 October 2024?")
    )
    told = [one.text for one in answer.sentences]
    assert [text.partition(" ")[0] for text in told] == ["Councillor", "Councillors", "Also", "Officers:"]
    assert "(Leader, in the Chair)" in told[0] and "Lloyd-Parry" in told[1]


def test_the_next_meeting_is_the_one_that_the_newest_minutes_name(samples: Library) -> None:
    answer = Answerer(samples, QuoteEngine(samples.embedder.embed)).answer(Question(text="When is the next meeting of Cabinet?"))
    newest = max(document.date for document in samples.lookup.documents() if document.body == "Cabinet" and document.date)
    assert answer.sentences and all("next meeting" in one.text for one in answer.sentences)
    assert {one.passage.date for one in answer.citations} == {newest}


def test_all_interests_declared_at_a_meeting_are_told_and_none_of_others(samples: Library) -> None:
    answer = Answerer(samples, QuoteEngine(samples.embedder.embed)).answer(
        Question(text="Which councillors declared interests at the County Council meeting of 6 March 2025?")
    )
    told = " ".join(one.text for one in answer.sentences)
    assert all(name in told for name in ("Keith Owen", "Rhodri Vaughan", "Head of Finance"))
    assert {one.passage.heading() for one in answer.citations} == {"County Council, 6 March 2025, item 24. DECLARATIONS OF INTEREST"}


def test_when_a_meeting_ended_is_told_by_its_own_minutes_or_not_at_all(samples: Library) -> None:
    answerer = Answerer(samples, QuoteEngine(samples.embedder.embed))
    told = answerer.answer(Question(text="When did the County Council meeting of 17 July 2025 end?"))
    assert [one.text for one in told.sentences] == ["The Chair declared the meeting closed at 12.25 pm."]
    lasted = answerer.answer(Question(text="How long did the County Council meeting of 17 July 2025 last?"))
    assert "10.00 am" in lasted.sentences[0].text and lasted.sentences[-1].text == told.sentences[0].text
    silent = answerer.answer(Question(text="When did the Cabinet meeting of 22 October 2024 end?"))
    assert silent.abstention and silent.abstention.kind == "not_recorded"
    assert "they do not tell when it ended" in silent.abstention.message


def test_all_decisions_on_a_matter_are_told_the_latest_first(samples: Library) -> None:
    answer = Answerer(samples, QuoteEngine(samples.embedder.embed)).answer(Question(text="List all decisions about the leisure centre."))
    days = [one.passage.date for one in answer.citations if one.passage.date]
    assert days == sorted(days, reverse=True) and len(set(days)) >= 4
