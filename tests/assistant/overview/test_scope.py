"""Minutes that come in while a question is answered are not yet told of, and disturb nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.finding.retrieve import Retriever
from assistant.held import Holdings
from assistant.later.following import Follower, Matter
from assistant.overview.scope import Scope
from assistant.registers import Registers
from assistant.topic import TopicFinder
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from tests.invented import minutes_text


@pytest.fixture
def later(tmp_path: Path) -> Path:
    told = "In regard to the bandstand the Clerk had asked a roofer for a quotation, and the bandstand roof had been mended for £4,350."
    decided = "RESOLVED that the roofer be thanked and that the sum of £4,350 be paid from reserves."
    path = tmp_path / "later.txt"
    path.write_text(minutes_text("Amenities Committee", "Tuesday 3 September 2024", {"Bandstand": (told, decided)}), encoding="utf-8")
    return path


def test_a_meeting_that_comes_in_is_not_among_those_asked_about(tiny: Library, later: Path) -> None:
    scope = Scope(tiny, "What was decided at the last Amenities Committee meeting?", Filters())
    assert not ingest(tiny, [later]).failed
    assert len(scope.documents) == 1 and len(scope.meetings) == 1
    assert len(Scope(tiny, "What was decided at the last Amenities Committee meeting?", Filters()).meetings) == 2


def test_a_topic_is_looked_for_in_what_was_held_before(tiny: Library, later: Path) -> None:
    finder = TopicFinder(tiny.lookup, Holdings(tiny.lookup), Retriever(tiny))
    assert not ingest(tiny, [later]).failed
    found = finder.find("bandstand")
    assert found.items and all(one.held.first.date and one.held.first.date.month == 6 for one in found.items)


def test_the_registers_tell_what_was_held_before(tiny: Library, later: Path) -> None:
    registers = Registers(tiny.lookup)
    before = registers.decisions()
    assert not ingest(tiny, [later]).failed
    assert registers.decisions() == before


def test_an_action_is_followed_through_what_was_held_before(tiny: Library, later: Path) -> None:
    holdings = Holdings(tiny.lookup)
    follower = Follower(tiny.lookup, holdings)
    (first,) = [one.first for one in holdings.meetings if one.first.body == "Amenities Committee"]
    assert not ingest(tiny, [later]).failed
    action = Matter(first.id, 2, "BANDSTAND", "The Clerk to ask a roofer for a quotation for the bandstand roof", "Clerk", False)
    assert follower.follow(action).progress == "unknown"
    assert Follower(tiny.lookup, Holdings(tiny.lookup)).follow(action).words
