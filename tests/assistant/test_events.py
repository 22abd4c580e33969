"""What engines can do besides answering is seen by what they offer, not by their names."""

from __future__ import annotations

from assistant.engines.llm import LlmEngine
from assistant.engines.quote import QuoteEngine
from assistant.events import Estimates, Rewrites
from assistant.models import chat_model
from ingest.embedding import embedder
from tests.assistant.fake_openai import FakeOpenAI, settings


def test_a_model_rewrites_and_estimates_and_the_minutes_do_not() -> None:
    model = LlmEngine(chat_model(settings(), FakeOpenAI().client()), settings())
    quote = QuoteEngine(embedder().embed)
    assert isinstance(model, Rewrites)
    assert isinstance(model, Estimates)
    assert not isinstance(quote, Rewrites | Estimates)
