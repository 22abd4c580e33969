"""The answering chain: nothing unchecked leaves it, a failing model is replaced, and every quoted word can be read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import pytest

from assistant.answer import Answerer, Restart
from assistant.datamodel import Answer, EngineName, Evidence, Proposal, Question, Sentence, Style
from assistant.engines.base import Usage
from assistant.engines.quote import QuoteEngine
from assistant.finding.retrieve import Hits
from assistant.units import plain
from ingest.chunking import spoken
from ingest.datamodel import AgendaItem, Filters, Meeting
from ingest.errors import ChatServiceError
from ingest.library import Library
from tests.assistant.asked import QUESTIONS

ROOFER = "A quotation of £4,350 had been received from a roofer."


class Scripted:
    """An engine that proposes what the test says; `{key}` stands for the key of the bandstand's passage. Then it fails, if told to."""

    name: EngineName = "llm"

    def __init__(self, *proposals: tuple[str, tuple[str, ...]], fails: bool = False) -> None:
        self.proposals = proposals
        self.fails = fails
        self.seen: list[Evidence] = []  # every copy that is made of it for a request writes here

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What it was given last."""
        return tuple(self.seen)

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """Says its lines."""
        self.seen[:] = evidence
        own = next((one.key for one in evidence if one.passage.item_title == "BANDSTAND"), "")
        for text, keys in self.proposals:
            yield Proposal(text=text, keys=tuple(key.format(key=own) for key in keys))
        if self.fails:
            raise ChatServiceError("the server was silent for 60 seconds", "wait", reason="timeout")

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """Says its lines here too."""
        return self.answer(Question(text=""), evidence)

    def usage(self) -> Usage:
        """As a model would."""
        return Usage(prompt="answer@1+abc", model="scripted", tokens_in=11, tokens_out=7)


ASKED = Question(text="What did the roofer ask for the bandstand?")


def test_what_passes_is_shown_with_its_citation(tiny: Library) -> None:
    answer = Answerer(tiny, Scripted((ROOFER, ("{key}",)))).answer(ASKED)
    assert [sentence.text for sentence in answer.sentences] == [ROOFER]
    assert (answer.withheld, answer.abstention) == ((), None)
    (citation,) = answer.citations
    assert answer.sentences[0].citations == (citation.key,)
    assert citation.quote == ROOFER
    made = answer.provenance
    assert (made.engine, made.model, made.prompt, made.tokens_in, made.tokens_out) == ("llm", "scripted", "answer@1+abc", 11, 7)
    assert made.embedding == "all-MiniLM-L6-v2/int8"
    assert citation.passage.id in made.passages


def test_an_unknown_key_is_withheld_and_named(tiny: Library) -> None:
    answer = Answerer(tiny, Scripted((ROOFER, ("{key}",)), ("The roof leaks.", ("k99z",)))).answer(ASKED)
    assert [sentence.text for sentence in answer.sentences] == [ROOFER]
    assert [(one.text, one.problems[0].name, one.problems[0].words) for one in answer.withheld] == [("The roof leaks.", "key", "k99z")]


def test_a_false_figure_is_withheld(tiny: Library) -> None:
    answer = Answerer(tiny, Scripted((ROOFER, ("{key}",)), ("The quotation came to £4,530.", ("{key}",)))).answer(ASKED)
    assert [one.text for one in answer.withheld] == ["The quotation came to £4,530."]
    assert "figure" in {problem.name for problem in answer.withheld[0].problems}
    assert len(answer.citations) == 1


def test_nothing_left_is_an_abstention(tiny: Library) -> None:
    answer = Answerer(tiny, Scripted(("The quotation came to £4,530.", ("{key}",)))).answer(ASKED)
    assert answer.abstention is not None
    assert answer.abstention.kind == "not_recorded"
    assert (answer.sentences, answer.citations, len(answer.withheld)) == ((), (), 1)
    assert answer.text == answer.abstention.message


def test_an_engine_with_nothing_to_say_abstains_and_it_is_told_whose_word_that_is(tiny: Library) -> None:
    answer = Answerer(tiny, Scripted()).answer(ASKED)
    assert answer.abstention is not None
    assert answer.abstention.kind == "not_recorded"
    assert "the chat model found no answer in those it read" in answer.abstention.message


@pytest.mark.parametrize("said", [0, 1])
def test_a_failing_model_is_replaced_and_that_is_noted(tiny: Library, said: int) -> None:
    quote = QuoteEngine(tiny.embedder.embed)
    events = list(Answerer(tiny, Scripted(*[(ROOFER, ("{key}",))] * said, fails=True), quote).stream(ASKED))
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert answer.provenance.engine == "quote"
    assert "silent for 60 seconds" in (answer.provenance.note or "")
    assert answer.provenance.model is None
    expected = Answerer(tiny, quote).answer(ASKED)
    assert (answer.sentences, answer.citations) == (expected.sentences, expected.citations)


def test_without_a_fallback_the_failure_is_told(tiny: Library) -> None:
    with pytest.raises(ChatServiceError, match="silent"):
        Answerer(tiny, Scripted(fails=True)).answer(ASKED)


def test_the_engine_is_not_asked_what_the_minutes_cannot_hold(tiny: Library) -> None:
    engine = Scripted(("The tram runs hourly.", ()))
    answer = Answerer(tiny, engine).answer(Question(text="Which cryptocurrency exchange pays dividends?"))
    assert answer.abstention is not None
    assert answer.abstention.kind == "no_match"
    assert engine.evidence == ()


def test_filters_bound_the_evidence(tiny: Library) -> None:
    engine = Scripted()
    Answerer(tiny, engine).answer(Question(text="What precept did the Clerk present?", filters=Filters(body="Finance")))
    assert {one.passage.body for one in engine.evidence} == {"Finance Committee"}
    answer = Answerer(tiny, engine).answer(Question(text="bandstand", filters=Filters(date_from=dt.date(2031, 1, 1))))
    assert answer.abstention is not None
    assert answer.abstention.kind == "out_of_coverage"


def test_events_come_in_order_and_the_last_is_whole(tiny: Library) -> None:
    hits, *sentences, answer = Answerer(tiny, QuoteEngine(tiny.embedder.embed)).stream(ASKED)
    assert isinstance(hits, Hits)
    assert isinstance(answer, Answer)
    assert sentences
    assert all(isinstance(sentence, Sentence) for sentence in sentences)
    assert tuple(sentences) == answer.sentences


@pytest.mark.parametrize("text", ["", "  ", "?!", '"', "NEAR(", "*", "-", "😀", "pool \ud83d", "word " * 5000])
def test_no_question_breaks_it(tiny: Library, text: str) -> None:
    answer = Answerer(tiny, QuoteEngine(tiny.embedder.embed)).answer(Question(text=text))
    assert answer.sentences or answer.abstention


@pytest.fixture(scope="module")
def answers(samples: Library) -> list[Answer]:
    answerer = Answerer(samples, QuoteEngine(samples.embedder.embed))
    return [answerer.answer(Question(text=text)) for text in QUESTIONS]


def test_most_questions_are_answered_and_the_rest_say_why(answers: list[Answer]) -> None:
    answered = [answer for answer in answers if not answer.abstention]
    assert len(answers) > 40
    assert len(answered) >= 36, [answer.question for answer in answers if answer.abstention]
    for answer in answers:
        assert bool(answer.sentences) is (answer.abstention is None)
        assert len(answer.sentences) <= 6


def test_the_quote_engine_loses_nothing_to_the_checks(answers: list[Answer]) -> None:
    assert [(answer.question, answer.withheld) for answer in answers if answer.withheld] == []


def test_every_sentence_is_verbatim_in_its_quote_and_every_quote_in_its_paragraphs(samples: Library, answers: list[Answer]) -> None:
    for answer in answers:
        quotes = {citation.key: citation.quote for citation in answer.citations}
        assert len(quotes) == len(answer.citations), "keys are unique"
        assert {key for sentence in answer.sentences for key in sentence.citations} == set(quotes), "all cited, none idle"
        for sentence in answer.sentences:
            assert sentence.citations
            assert any(sentence.text in quotes[key] for key in sentence.citations)
            assert sentence.support > 0.9
        for citation in answer.citations:
            document = citation.passage.id.rpartition("-")[0]
            paragraphs = samples.lookup.paragraphs(document, *citation.passage.source.paragraphs)
            whole = plain(" ".join(spoken(one) for one in paragraphs if one.part != "agenda" and one.kind != "label"))
            assert citation.quote in whole, (answer.question, citation.quote)
            assert citation.passage.source.page == paragraphs[0].page


def test_no_sentence_is_said_twice(answers: list[Answer]) -> None:
    for answer in answers:
        texts = [sentence.text for sentence in answer.sentences]
        assert len(texts) == len(set(texts)), answer.question


ABSENT = ["What was said about the crematorium?", "How much is the congestion charge?", "Which football club bought the stadium?"]


@pytest.mark.parametrize("text", ABSENT)
def test_what_is_absent_is_not_answered(samples: Library, text: str) -> None:
    answer = Answerer(samples, QuoteEngine(samples.embedder.embed)).answer(Question(text=text))
    assert answer.abstention is not None, answer.text
    assert answer.abstention.searched > 300
    assert 1 <= len(answer.abstention.nearest) <= 3


def test_where_nothing_the_model_wrote_passes_the_minutes_are_quoted(tiny: Library) -> None:
    quote = QuoteEngine(tiny.embedder.embed)
    events = list(Answerer(tiny, Scripted(("The quotation came to £4,530.", ("{key}",))), quote).stream(ASKED))
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert [event.note for event in events if isinstance(event, Restart)] == [
        "what the model wrote did not pass the checks; the minutes' own sentences instead"
    ]
    assert (answer.provenance.engine, answer.abstention) == ("quote", None)
    assert [one.text for one in answer.withheld] == ["The quotation came to £4,530."]
    assert any("£4,350" in one.text for one in answer.sentences)
