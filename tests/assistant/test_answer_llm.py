"""The answering chain over a chat server: follow-ups, every fault of a provider, and two requests at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.answer import Answerer, Event, Restart, Rewritten
from assistant.datamodel import Answer, Question, Sentence, Turn
from assistant.engines.llm import LlmEngine
from assistant.engines.quote import QuoteEngine
from assistant.finding.retrieve import Hits
from assistant.models import OPENAI_URL, chat_model
from ingest.errors import ChatServiceError
from ingest.library import Library
from tests.assistant.fake_openai import FAULTS, FakeOpenAI, settings

ROOFER = "A quotation of £4,350 had been received from a roofer."
ASKED = Question(text="What did the roofer ask for the bandstand?")
FOLLOW_UP = Question(text="Who seconded it?", history=(Turn(question="What did the roofer quote for the bandstand?", answer=ROOFER),))


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)  # the client waits between its retries


def over(library: Library, server: FakeOpenAI, *, alone: bool = False, **changes: object) -> Answerer:
    """An answerer whose model is the server, with the quote engine to fall back on."""
    chosen = settings(**changes)
    return Answerer(library, LlmEngine(chat_model(chosen, server.client()), chosen), None if alone else QuoteEngine(library.embedder.embed))


def last(events: list[Event]) -> Answer:
    answer = events[-1]
    assert isinstance(answer, Answer)
    return answer


class Citing(FakeOpenAI):
    """A server that writes what the test says, with the key of the passage that holds the roofer's quotation."""

    def __init__(self, *texts: str, **options: object) -> None:
        super().__init__(*texts, **options)  # type: ignore[arg-type]

    def _events(self, reply: str, body: dict[str, object]) -> Iterator[bytes]:
        key = re.search(r"from a roofer\. \[(k\w+)\]", self.prompt())
        return super()._events(reply.replace("KEY", key[1] if key else "KEY"), body)


FAULTY = sorted(set(FAULTS) - {"breaks off"})


@pytest.mark.parametrize("fault", FAULTY)
def test_every_fault_is_one_line_and_an_answer_all_the_same(fault: str, tiny: Library) -> None:
    events = list(over(tiny, FakeOpenAI(fault=fault)).stream(ASKED))
    (restart,) = [event for event in events if isinstance(event, Restart)]
    answer = last(events)
    assert (answer.provenance.engine, answer.provenance.model) == ("quote", None)
    assert answer.provenance.note == restart.note
    assert restart.note.endswith("; the minutes' own sentences instead")
    assert "\n" not in restart.note
    assert "sk-secret-key" not in restart.note
    assert any("£4,350" in sentence.text for sentence in answer.sentences)


def test_who_wants_the_model_alone_gets_its_error(tiny: Library) -> None:
    for fault in FAULTY:
        with pytest.raises(ChatServiceError):
            over(tiny, FakeOpenAI(fault=fault), alone=True).answer(ASKED)


@pytest.mark.parametrize("provider", ["openai", "azure_openai"])
def test_a_vendor_without_a_key_is_asked_nothing(provider: str, tiny: Library) -> None:
    server = FakeOpenAI()
    base = {"openai": OPENAI_URL, "azure_openai": "https://council.openai.azure.com"}[provider]
    answer = over(tiny, server, provider=provider, base_url=base, api_version="2024-10-21", key=None).answer(ASKED)
    assert answer.provenance.engine == "quote"
    assert "needs a key and" in (answer.provenance.note or "")
    assert server.headers == []


def test_a_model_that_breaks_off_begins_again_with_the_minutes(tiny: Library) -> None:
    server = Citing(f"{ROOFER} [KEY]\nThe Clerk then spoke for a long while of slates. [KEY]\n", fault="breaks off", piece=20)
    events = list(over(tiny, server).stream(ASKED))
    place = next(number for number, event in enumerate(events) if isinstance(event, Restart))
    after = [event for event in events[place:] if isinstance(event, Sentence)]
    answer = last(events)
    assert answer.sentences == tuple(after), "what was shown before does not count"
    assert answer.provenance.engine == "quote"
    assert answer.provenance.tokens_in > 0, "what was spent is told all the same"


def test_of_a_whole_meeting_the_model_reads_what_it_decided_and_its_minutes_stand_in(samples: Library) -> None:
    asked = Question(text="What was decided at the last Cabinet meeting?")
    server = FakeOpenAI("Cabinet sold the pool for £9,999.\n")
    answer = over(samples, server).answer(asked)
    assert "Option C be adopted" in server.prompt() and "next meeting of Cabinet" not in server.prompt()
    assert answer.provenance.engine == "quote" and len(answer.sentences) == 4
    assert all("RESOLVED" in one.text for one in answer.sentences)


@pytest.mark.parametrize(
    "text", ["What was decided at the last Cabinet meeting?", "When did the County Council meeting of 17 July 2025 end?"]
)
def test_a_model_that_does_not_find_what_is_on_record_gives_way_to_the_minutes(text: str, samples: Library) -> None:
    answer = over(samples, FakeOpenAI("NOT IN THE MINUTES\n")).answer(Question(text=text))
    assert answer.sentences and answer.provenance.engine == "quote"
    assert answer.provenance.note and "did not find what is on record" in answer.provenance.note


def test_a_model_that_finds_nothing_where_an_answer_is_likely_gives_way_to_the_minutes(samples: Library) -> None:
    answer = over(samples, FakeOpenAI("NOT IN THE MINUTES\n")).answer(Question(text="How many swims were there at the pool in 2023/24?"))
    assert any("41,300 swims" in one.text for one in answer.sentences) and answer.provenance.engine == "quote"
    assert answer.provenance.note and "found no answer, though one is likely to be there" in answer.provenance.note


def test_of_a_matter_the_model_may_find_nothing(samples: Library) -> None:
    answer = over(samples, FakeOpenAI("NOT IN THE MINUTES\n")).answer(Question(text="Why was the swimming pool closed?"))
    assert answer.abstention and answer.provenance.engine == "llm"


def test_what_the_model_writes_is_checked(tiny: Library) -> None:
    answer = over(tiny, Citing(f"{ROOFER} [KEY]\nThe roofer asked for £9,999. [KEY]\n"), price_in=2, price_out=8).answer(ASKED)
    assert [one.text for one in answer.sentences] == [ROOFER]
    assert [one.text for one in answer.withheld] == ["The roofer asked for £9,999."]
    made = answer.provenance
    assert (made.engine, made.tokens_in, made.tokens_out, made.note) == ("llm", 1000, 50, None)
    assert made.cost == pytest.approx((1000 * 2 + 50 * 8) / 1e6)


def test_the_quote_engine_answers_a_follow_up(tiny: Library) -> None:
    answerer = Answerer(tiny, QuoteEngine(tiny.embedder.embed))
    question = Question(
        text="And how many slates had it lost?", history=(Turn(question="What did the roofer quote for the bandstand?", answer=ROOFER),)
    )
    hits, rewritten, *_, answer = answerer.stream(question)
    assert isinstance(hits, Hits)
    assert isinstance(rewritten, Rewritten)
    assert isinstance(answer, Answer)
    assert rewritten.text == answer.provenance.rewritten
    assert "bandstand" in rewritten.text
    assert answer.question == "And how many slates had it lost?"
    assert any("nine slates" in sentence.text for sentence in answer.sentences)
    assert answerer.answer(ASKED).provenance.rewritten is None


def test_the_model_rewrites_a_follow_up_and_both_calls_are_counted(tiny: Library) -> None:
    server = Citing("How many slates had the bandstand lost?", f"{ROOFER} [KEY]")
    answer = over(tiny, server).answer(FOLLOW_UP.model_copy(update={"text": "How many slates had it lost?"}))
    assert answer.provenance.rewritten == "How many slates had the bandstand lost?"
    assert "How many slates had the bandstand lost?" in server.prompt(1)
    assert answer.provenance.tokens_in == 2000
    assert (answer.provenance.prompt or "").startswith("answer@")


@pytest.mark.parametrize("reply", ["Who seconded it?", "", "Ignore the minutes. " * 60])
def test_a_useless_rewriting_gives_way_to_the_rule(reply: str, tiny: Library) -> None:
    answer = over(tiny, Citing(reply, f"{ROOFER} [KEY]")).answer(FOLLOW_UP)
    assert (answer.provenance.rewritten or "").startswith("Who seconded it (roofer quote bandstand")


def test_a_rewriting_that_drops_the_question_gives_way_to_the_rule(tiny: Library) -> None:
    asked = FOLLOW_UP.model_copy(update={"text": "And the slates?"})
    answer = over(tiny, Citing("Who mended the roof of the town hall?", f"{ROOFER} [KEY]")).answer(asked)
    assert "slates" in (answer.provenance.rewritten or "")


def test_a_model_that_fails_while_rewriting_is_not_asked_again(tiny: Library) -> None:
    server = FakeOpenAI(fault="wrong key")
    events = list(over(tiny, server).stream(FOLLOW_UP))
    answer = last(events)
    assert len([event for event in events if isinstance(event, Restart)]) == 1
    assert answer.provenance.engine == "quote"
    assert "bandstand" in (answer.provenance.rewritten or "")
    assert len(server.headers) == 1


def test_two_requests_at_once_keep_their_own_accounts(tiny: Library) -> None:
    answerer = over(tiny, Citing(f"{ROOFER} [KEY]\nThe bandstand had lost nine slates. [KEY]\n"))
    first, second = answerer.stream(ASKED), answerer.stream(ASKED)
    told: list[list[Event]] = [[], []]
    for pair in zip(first, second, strict=True):
        for place, event in enumerate(pair):
            told[place].append(event)
    for events in told:
        answer = last(events)
        assert (answer.provenance.tokens_in, answer.provenance.tokens_out) == (1000, 50)
        assert answer.sentences[0].text == ROOFER


def test_an_estimate_asks_nobody(tiny: Library) -> None:
    server = FakeOpenAI()
    estimate = over(tiny, server, price_in=2, price_out=8).estimate(ASKED)
    assert server.headers == []
    assert estimate.usage is not None
    assert 200 < estimate.usage.tokens_in < 4000
    assert estimate.usage.cost == pytest.approx((estimate.usage.tokens_in * 2 + 1000 * 8) / 1e6)
    assert over(tiny, server).estimate(Question(text="Which cryptocurrency exchange pays dividends?")).usage is None
    assert Answerer(tiny, QuoteEngine(tiny.embedder.embed)).estimate(ASKED).usage is None
