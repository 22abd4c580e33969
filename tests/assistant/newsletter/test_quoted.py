"""The sentences of a story say most about its matter, each once, and no opinion is told as a fact."""

from __future__ import annotations

from assistant.datamodel import Evidence
from assistant.newsletter.quoted import telling
from assistant.units import units
from ingest.datamodel import Passage, SourcePlace


def passage(text: str) -> Evidence:
    place = SourcePlace(path="a.txt", paragraphs=(1, 9))
    return Evidence(
        key="k1",
        passage=Passage(
            id="d-0001", score=1, text=text, council=None, body=None, date=None, item_number="1", item_title="Pool", speaker=None,
            language="en", status="approved", source=place,
        ),
    )  # fmt: skip


def told(text: str, about: str = "Paddling pool", most: int = 3, said: tuple[str, ...] = ()) -> list[str]:
    return [unit.text for unit in telling(units(passage(text)), about, said, most)]


def test_the_sentences_that_say_most_about_the_matter_come_in_reading_order() -> None:
    text = (
        "The kettle in the Town Hall kitchen had been replaced by a volunteer last week.\n"
        "The paddling pool had leaked since April because its lining was 22 years old.\n"
        "Refreshments would be served after every meeting in the long summer recess.\n"
        "A new lining for the paddling pool would cost £18,500 and would last for 340 children a year."
    )
    found = told(text, most=2)
    assert found == [text.split("\n")[1], text.split("\n")[3]]


def test_nothing_is_said_twice() -> None:
    text = (
        "The paddling pool would be relined at a cost of £18,500 in May.\nThe paddling pool would be relined in May at a cost of £18,500."
    )
    assert len(told(text)) == 1
    assert told(text, said=("RESOLVED that the paddling pool be relined at a cost of £18,500 in May.",)) == []


def test_an_opinion_keeps_who_held_it() -> None:
    text = "Councillor Rowe said that the pool mattered to children. A town without a paddling pool was a town without summer for children."
    assert "A town without" not in " ".join(told(text))
    facts = "The Clerk reported that the pool leaked. A new lining for the paddling pool would cost £18,500 in all."
    assert "A new lining" in " ".join(told(facts))


def test_the_thing_that_nobody_named_is_not_told() -> None:
    text = "The saving would be £23,000 in the first year.\nThe pool would be open to all children from May to September."
    assert told(text) == ["The pool would be open to all children from May to September."]
    assert told("The Head of Finance stated that the sum included a contingency of £310,000 and a grant.") == []


def test_actions_are_for_what_happens_next() -> None:
    assert told("Action: Clerk to order a new lining for the paddling pool by June.") == []
