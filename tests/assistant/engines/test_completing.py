"""A motion and what became of it stand apart; asked for the outcome, both are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answerer
from assistant.datamodel import Question
from assistant.engines.completing import completed
from assistant.engines.quote import QuoteEngine
from assistant.finding.reranking import Scored
from assistant.question.asked import asks_mover, asks_outcome
from assistant.units import Unit
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


ASKED = """# Nant Glas District

Minutes of the meeting held on 5 March 2024

## 1. Young people leaving care

Councillor Penn asked what was being done about the young person in the hostel at Brynhir. A flat had been found in the town.

Councillor Vole asked why the hostel at Brynhir had no garden.

The Head of Housing replied that the ground was let to a farmer.

Councillor Ash asked when the hostel at Brynhir would be painted.

The budget was noted.
"""


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("What is being done about the young person in the hostel at Brynhir?", "A flat had been found in the town."),
        ("Why has the hostel at Brynhir no garden?", "The Head of Housing replied that the ground was let to a farmer."),
    ],
)
def test_what_a_member_asked_goes_with_its_reply(tmp_path: Path, question: str, reply: str) -> None:
    (tmp_path / "minutes.md").write_text(ASKED, encoding="utf-8")
    with Library(Settings(library=tmp_path / "library"), create=True) as library:
        assert not ingest(library, [tmp_path / "minutes.md"]).failed
        told = [one.text for one in Answerer(library, QuoteEngine(library.embedder.embed)).answer(Question(text=question)).sentences]
    assert reply in told
    assert told[told.index(reply) - 1].startswith("Councillor")


def unit(text: str, share: float, *, place: int = 0, hanging: bool = False, passage: int = 0) -> Scored:
    made = Unit(key=f"k{passage}", text=text, line=0, hanging=hanging, decision=False)
    return Scored(unit=made, share=share, passage=passage, place=place, continues=place > 0, item=f"Cabinet, item {passage}")


def told_of(told: list[Scored], scored: list[Scored]) -> list[str]:
    return [one.unit.text for one in completed("What was said?", told, scored, [])]


def test_where_there_is_no_room_the_reply_takes_the_place_of_a_less_likely_unit_or_of_the_question() -> None:
    others = [unit(f"Matter {number} was noted.", 0.1, passage=number) for number in range(1, 6)]
    reply = unit("A flat had been found.", 0.01, place=1)
    likely, unlikely = unit("Mr Penn asked what was being done.", 0.4), unit("Mr Penn asked what was being done.", 0.02)
    assert told_of([likely, *others], [likely, reply, *others]) == [
        likely.unit.text,
        *(f"Matter {n} was noted." for n in range(2, 6)),
        reply.unit.text,
    ]
    assert told_of([unlikely, *others], [unlikely, reply, *others]) == [*(f"Matter {n} was noted." for n in range(1, 6)), reply.unit.text]
    hanging = unit("He had found a flat.", 0.01, place=1, hanging=True)
    assert told_of([unlikely, *others], [unlikely, hanging, *others]) == [one.unit.text for one in (unlikely, *others)]


def test_a_decision_is_no_reply() -> None:
    asked, decided = unit("Mr Penn asked who paid.", 0.9), unit("RESOLVED that the report be noted.", 0.01, place=1)
    assert told_of([asked], [asked, decided]) == ["Mr Penn asked who paid."]
