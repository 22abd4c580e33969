"""The cost is told before anything is sent, and a limit is kept by sending nothing."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from assistant.engines.llm import LlmEngine
from assistant.models import chat_model
from assistant.newsletter import Desk, Estimate, estimated, propose, template_for, within
from ingest import tokens
from ingest.errors import InputError
from ingest.library import Library
from tests.assistant.fake_openai import FakeOpenAI, settings
from tests.assistant.newsletter.penllyn import YEAR

RESIDENTS = template_for("residents")


def test_counts_what_would_be_sent_and_sends_nothing(year: Library, tmp_path: Path) -> None:
    fake = FakeOpenAI("The report was received.", usage=False)
    priced = settings(price_in=2.0, price_out=8.0)
    desk = Desk(year, LlmEngine(chat_model(priced, fake.client()), priced), kept=tmp_path)
    candidates = propose(year, YEAR)
    told = estimated(desk, candidates, RESIDENTS, priced)
    assert fake.asked == []
    assert told.requests == told.stories == len(candidates)
    assert told.cost == pytest.approx((told.tokens_in * 2 + told.tokens_out * 8) / 1e6)
    desk.work(candidates, template=RESIDENTS)
    messages = [message for body in fake.asked for message in cast("list[dict[str, str]]", body["messages"])]
    sent = sum(tokens.count(message["content"]) for message in messages)
    assert told.tokens_in == pytest.approx(sent, rel=0.02)
    again = estimated(desk, candidates, RESIDENTS, priced)
    assert (again.stories, again.kept, again.cost) == (0, len(candidates), None)


def test_a_small_window_takes_more_requests(samples: Library) -> None:
    desk = Desk(samples, LlmEngine(chat_model(settings(), FakeOpenAI().client()), settings()))
    candidates = propose(samples, top=3)
    wide, narrow = (estimated(desk, candidates, RESIDENTS, settings(context=context)) for context in (8192, 1024))
    assert narrow.requests > wide.requests == 3
    assert narrow.cost is None


def test_the_embedded_engine_costs_nothing(year: Library) -> None:
    from assistant.engines.quote import QuoteEngine

    told = estimated(Desk(year, QuoteEngine(year.embedder.embed)), propose(year, YEAR), RESIDENTS, None)
    assert told.requests == 0
    assert "no model is called" in told.described()
    within(told, 0.0)


def test_a_limit_is_kept() -> None:
    dear = Estimate(stories=3, requests=3, tokens_in=1000, tokens_out=100, cost=0.5)
    within(dear, None)
    within(dear, 0.5)
    with pytest.raises(InputError, match=r"more than --max-cost 0\.1: nothing was sent"):
        within(dear, 0.1)
    with pytest.raises(InputError, match="price of the model is not configured"):
        within(dear.model_copy(update={"cost": None}), 0.1)
    assert "$0.5" in dear.described()
