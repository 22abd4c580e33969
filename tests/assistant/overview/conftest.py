"""The samples, to be asked."""

from __future__ import annotations

import pytest

from assistant.answer import Answerer
from assistant.engines.quote import QuoteEngine
from ingest.library import Library


@pytest.fixture(scope="module")
def answerer(samples: Library) -> Answerer:
    """Answers from the samples in the minutes' own words."""
    return Answerer(samples, QuoteEngine(samples.embedder.embed))
