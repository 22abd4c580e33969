"""Every fault of a server is one clear error, and our own bugs are none."""

from __future__ import annotations

import json

import pytest

from assistant import models
from assistant.chat.faults import translated
from ingest.errors import ChatServiceError
from tests.assistant.fake_openai import FAULTS, FakeOpenAI, settings

EXPECTED = {
    "wrong key": "wrong_key",
    "no such model": "no_model",
    "too many requests": "rate_limit",
    "no quota": "rate_limit",
    "too long": "context",
    "too long, llama.cpp": "context",
    "too long, in the stream": "context",
    "filtered": "refused",
    "bad request": "refused",
    "out of order": "unreachable",
    "silent": "timeout",
    "not there": "unreachable",
    "breaks off": "unreachable",
    "a web page": "reply",
    "broken JSON": "reply",
    "other JSON": "reply",
    "broken bytes": "reply",
    "not streamed": "reply",
    "empty": "reply",
    "error in the stream": "reply",
}


def test_every_fault_is_expected_somewhere() -> None:
    assert EXPECTED.keys() | {"other fields"} == FAULTS.keys()


@pytest.mark.parametrize(("fault", "reason"), EXPECTED.items())
def test_each_fault_is_one_clear_error(fault: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)  # the client waits between its retries
    chosen = settings()
    model = models.chat_model(chosen, FakeOpenAI("The report was received and noted. [k7f]", fault=fault).client())
    with pytest.raises(ChatServiceError) as caught, translated(chosen):
        list(model.stream("q"))
    error = caught.value
    assert error.reason == reason
    assert "127.0.0.1:9" in error.message
    assert error.hint
    assert "sk-secret-key" not in error.message + error.hint
    assert "\n" not in error.message + error.hint
    assert error.retryable == (reason in {"rate_limit", "timeout", "unreachable"})


def test_the_servers_waiting_time_is_passed_on() -> None:
    model = models.chat_model(settings(), FakeOpenAI(fault="too many requests").client())
    with pytest.raises(ChatServiceError) as caught, translated(settings()):
        list(model.stream("q"))
    assert "17 seconds" in caught.value.hint


def test_a_server_that_wants_a_key_says_so_when_none_is_set() -> None:
    keyless = settings(key=None)
    model = models.chat_model(keyless, FakeOpenAI(fault="wrong key").client())
    with pytest.raises(ChatServiceError) as caught, translated(keyless):
        list(model.stream("q"))
    assert caught.value.reason == "no_key"


OUR_BUGS = [ValueError("ours"), KeyError("ours"), TypeError("ours"), ZeroDivisionError(), json.JSONDecodeError("x", "", 0)]


@pytest.mark.parametrize("bug", OUR_BUGS)
def test_our_own_bugs_pass_through(bug: Exception) -> None:
    with pytest.raises(type(bug)) as caught, translated(settings()):
        raise bug
    assert caught.value is bug
