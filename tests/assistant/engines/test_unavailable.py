"""A model that cannot be made is told at the first question, and the minutes answer."""

from __future__ import annotations

import pytest

from assistant.answer import Answerer, Restart
from assistant.datamodel import Question
from assistant.engines.base import Engine
from assistant.engines.quote import QuoteEngine
from assistant.engines.unavailable import UnavailableEngine
from ingest.errors import ChatServiceError
from ingest.library import Library

ERROR = ChatServiceError("127.0.0.1:9 names no chat model to take.", "Set MINUTEWISE_MODEL.", reason="no_model")
ASKED = Question(text="What did the roofer ask for the bandstand?")


def test_the_fallback_answers_and_the_note_says_why(tiny: Library) -> None:
    engine: Engine = UnavailableEngine(ERROR)
    quote = QuoteEngine(tiny.embedder.embed)
    events = list(Answerer(tiny, engine, quote).stream(ASKED))
    assert [event.note for event in events if isinstance(event, Restart)] == [
        "127.0.0.1:9 names no chat model to take; the minutes' own sentences instead"
    ]
    answer = Answerer(tiny, engine, quote).answer(ASKED)
    assert answer.sentences == Answerer(tiny, quote).answer(ASKED).sentences
    assert answer.provenance.engine == "quote"
    with pytest.raises(ChatServiceError, match="names no chat model"):
        Answerer(tiny, engine).answer(ASKED)
