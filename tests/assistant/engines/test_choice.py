"""Which engine writes."""

from __future__ import annotations

import pytest

from assistant.datamodel import Question
from assistant.engines.choice import choose
from assistant.engines.quote import QuoteEngine
from ingest.errors import ChatServiceError
from ingest.library import Library


@pytest.mark.parametrize("wanted", ["auto", "quote"])
def test_without_a_model_the_minutes_speak_for_themselves(tiny: Library, wanted: str) -> None:
    engine, fallback = choose(tiny, wanted)  # type: ignore[arg-type]
    assert (type(engine), fallback) == (QuoteEngine, None)


def test_a_key_alone_sends_nothing_anywhere(tiny: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-invented")
    assert choose(tiny)[0].name == "quote"


def test_wanting_a_model_that_is_not_configured_says_how_to(tiny: Library) -> None:
    with pytest.raises(ChatServiceError, match="no chat model is configured") as caught:
        choose(tiny, "llm")
    assert (caught.value.reason, caught.value.exit_code) == ("no_model", 3)
    assert "MINUTEWISE_MODEL" in caught.value.hint


def test_a_configured_model_writes_and_the_minutes_stand_by(tiny: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MINUTEWISE_MODEL", "invented")
    engine, fallback = choose(tiny)
    assert (engine.name, type(fallback)) == ("llm", QuoteEngine)
    assert choose(tiny, "llm")[1] is None, "who asks for the model gets the model, or its error"
    assert choose(tiny, "quote")[0].name == "quote"


def test_a_model_that_cannot_be_made_is_told_and_the_minutes_stand_by(tiny: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")  # nothing listens there, so nothing can say which model it serves
    engine, fallback = choose(tiny)
    assert (engine.name, type(fallback)) == ("llm", QuoteEngine)
    with pytest.raises(ChatServiceError):
        list(engine.answer(Question(text="What did the roofer ask?"), ()))
    with pytest.raises(ChatServiceError):
        choose(tiny, "llm")
