"""What a request asks: the question, or what a follow-up was rewritten to, within the same filters."""

from __future__ import annotations

from assistant.datamodel import Filters, Question, Turn
from assistant.engines.quote import QuoteEngine
from assistant.request import Request
from ingest.embedding import embedder


def test_what_is_asked() -> None:
    question = Question(text="Why?", filters=Filters(body="Cabinet"), history=(Turn(question="Is it shut?", answer="It is."),))
    request = Request(question, QuoteEngine(embedder().embed), 0.0)
    assert request.asked == question
    request.rewritten = "Why is the pool shut?"
    assert request.asked == Question(text="Why is the pool shut?", filters=Filters(body="Cabinet"))
