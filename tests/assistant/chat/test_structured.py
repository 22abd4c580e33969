"""Replies by a schema come out as the plain lines that are read anyhow, sentence by sentence, whatever the server makes of the schema."""

from __future__ import annotations

import json

import httpx2
import pytest

from assistant.chat.structured import NOT_IN_THE_MINUTES, AsLines, response_format
from assistant.datamodel import Question
from assistant.engines import llm
from assistant.engines.llm import LlmEngine
from assistant.models import OPENAI_URL, chat_model
from ingest.errors import ChatServiceError
from tests.assistant.engines.test_llm import EVIDENCE
from tests.assistant.fake_openai import FAULTS, FakeOpenAI, settings

ASKED = Question(text="What was said about the swimming pool?")
TWO = json.dumps(
    {
        "sentences": [
            {"text": "The pool loses £40,000 a year.", "keys": ["k7f"]},
            {"text": 'Members asked: "May it } close?"', "keys": ["k2a", "k7f"]},
        ]
    }
)
LINES = ["The pool loses £40,000 a year. [k7f]\n", 'Members asked: "May it } close?" [k2a][k7f]\n']


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llm, "_TAKES_NO_SCHEMA", set())
    monkeypatch.setattr("time.sleep", lambda seconds: None)


def lines(reply: str, size: int = 4) -> list[str]:
    """The lines of a reply that comes in pieces."""
    reader = AsLines()
    found = [line for start in range(0, len(reply), size) for line in reader.feed(reply[start : start + size])]
    return [*found, *reader.close()]


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize("reply", [TWO, f"\n{TWO}\n", f"```json\n{TWO}\n```", json.dumps(json.loads(TWO), indent=2)])
def test_each_object_is_a_line(reply: str, size: int) -> None:
    assert lines(reply, size) == LINES


def test_a_sentence_is_let_out_before_the_next_is_whole() -> None:
    reader = AsLines()
    end = TWO.index("Members")
    assert list(reader.feed(TWO[:end])) == LINES[:1]
    assert list(reader.feed(TWO[end:])) == LINES[1:]


@pytest.mark.parametrize("reply", ['{"sentences": []}', '{ "sentences" : [ ] }', '{"sentences": [{"text": "", "keys": []}]}'])
def test_an_empty_list_says_that_the_minutes_do_not_say(reply: str) -> None:
    assert lines(reply) == [NOT_IN_THE_MINUTES]


def test_a_cut_reply_loses_only_its_half_sentence() -> None:
    assert lines(TWO[:-30]) == LINES[:1]


@pytest.mark.parametrize("reply", ["The pool is shut. [k7f]\n", "[k7f] The pool is shut.", "", "null", "```\nThe pool is shut.\n```"])
def test_plain_replies_pass_through(reply: str) -> None:
    assert "".join(lines(reply)) == reply


@pytest.mark.parametrize("reply", ['{"answer": "x"}', "{", '{"sentences": 3}', '{"sentences": [3, null]}', '{"sentences": [{"keys": 3}]}'])
def test_odd_json_says_nothing(reply: str) -> None:
    assert "".join(lines(reply)).strip() in ("", NOT_IN_THE_MINUTES.strip())


def engine(server: FakeOpenAI, **changes: object) -> LlmEngine:
    chosen = settings(**changes)
    return LlmEngine(chat_model(chosen, server.client()), chosen)


def test_a_vendor_is_held_to_the_keys_that_it_was_given() -> None:
    server = FakeOpenAI(TWO)
    found = list(engine(server, base_url=OPENAI_URL).answer(ASKED, EVIDENCE))
    assert [one.keys for one in found] == [("k7f",), ("k2a", "k7f")]
    assert found[0].text == "The pool loses £40,000 a year."
    assert server.asked[0]["response_format"] == response_format(["k7f", "k2a"])
    assert server.asked[0]["stream"] is True
    assert "max_completion_tokens" in server.asked[0]


def test_another_server_is_where_that_is_set() -> None:
    server = FakeOpenAI(TWO)
    list(engine(server).answer(ASKED, EVIDENCE))
    assert "response_format" not in server.asked[0]
    list(engine(server, structured=True).answer(ASKED, EVIDENCE))
    assert "response_format" in server.asked[1]
    assert server.asked[1]["max_tokens"] == 1000
    list(engine(server, structured=False, base_url=OPENAI_URL).answer(ASKED, EVIDENCE))
    assert "response_format" not in server.asked[2]


@pytest.mark.parametrize("reply", ['{"sentences": [', '{"sentences": [{"text": "The pool loses'])
def test_a_reply_that_was_cut_before_its_first_sentence_is_no_abstention(reply: str) -> None:
    assert lines(reply) == []
    with pytest.raises(ChatServiceError, match="used up") as caught:
        list(engine(FakeOpenAI(reply, finish="length"), structured=True).answer(ASKED, EVIDENCE))
    assert "MINUTEWISE_MAX_OUTPUT" in caught.value.hint


def test_an_abstention_by_schema_is_one() -> None:
    assert list(engine(FakeOpenAI('{"sentences": []}'), structured=True).answer(ASKED, EVIDENCE)) == []


class KnowsNoSchema(FakeOpenAI):
    """A server that refuses a response format."""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        if request.method == "POST" and "response_format" in json.loads(request.content):
            refused = FAULTS["bad request"](request)
            assert refused is not None
            self.headers.append(request.headers)
            return refused
        return super().__call__(request)


def test_a_server_that_refuses_the_schema_is_asked_plainly_and_remembered() -> None:
    server = KnowsNoSchema("The pool loses £40,000 a year. [k7f]\n")
    for _ in range(2):
        found = list(engine(server, structured=True).answer(ASKED, EVIDENCE))
        assert [one.text for one in found] == ["The pool loses £40,000 a year."]
    assert len(server.headers) == 3, "the second time it is not asked for a schema"


def test_a_server_that_takes_no_notice_is_read_all_the_same() -> None:
    found = list(engine(FakeOpenAI("The pool loses £40,000 a year. [k7f]\n"), structured=True).answer(ASKED, EVIDENCE))
    assert [(one.text, one.keys) for one in found] == [("The pool loses £40,000 a year.", ("k7f",))]


@pytest.mark.parametrize(
    "fault", ["wrong key", "too many requests", "too long", "bad request", "not there", "empty", "error in the stream"]
)
def test_faults_stay_what_they_are(fault: str) -> None:
    with pytest.raises(ChatServiceError):
        list(engine(FakeOpenAI(fault=fault), structured=True).answer(ASKED, EVIDENCE))
