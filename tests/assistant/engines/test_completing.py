"""A motion and what became of it stand apart; asked for the outcome, both are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answerer
from assistant.asked import asks_mover, asks_outcome
from assistant.datamodel import Question
from assistant.engines.quote import QuoteEngine
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings

MINUTES = """# Nant Glas District

Minutes of the meeting held on 5 March 2024

## 1. Notice of Motion submitted by Councillor A. Penn

That a footpath be built from the village of Brynhir to the national school.

Councillor Penn spoke of children who walked on the verge.

The Motion was seconded by Councillor Vole and agreed.

## 2. Market licences

Circulated, draft rules for the keeping of horses at the market.

Proposed by: Councillor Ash;
Seconded by: Councillor Reed.

## 3. Flower beds

The clerk spoke of the flower beds by the bridge. It was noted that the beds were in flower.
"""


@pytest.fixture
def answerer(tmp_path: Path):
    files = tmp_path / "files"
    files.mkdir()
    (files / "minutes.md").write_text(MINUTES, encoding="utf-8")
    with Library(Settings(library=tmp_path / "library"), create=True) as library:
        assert not ingest(library, [files]).failed
        yield Answerer(library, QuoteEngine(library.embedder.embed))


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Did they back a footpath from Brynhir to the school?", "The Motion was seconded by Councillor Vole and agreed."),
        ("Who proposed the rules for keeping horses at the market?", "Proposed by: Councillor Ash"),
    ],
)
def test_the_outcome_goes_with_the_matter(answerer: Answerer, question: str, outcome: str) -> None:
    assert outcome in answerer.answer(Question(text=question)).text


def test_where_no_outcome_is_asked_for_none_is_added(answerer: Answerer) -> None:
    assert "seconded" not in answerer.answer(Question(text="Where did children walk, according to Councillor Penn?")).text


def test_what_asks_for_an_outcome() -> None:
    assert asks_mover("Who seconded the rules on horses?")
    assert asks_outcome("What became of the footpath?")
    assert not asks_outcome("How many children walk to school?")
