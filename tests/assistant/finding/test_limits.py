"""What a question that names a council by its place is limited to, in a library of several councils."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from assistant.finding.retrieve import Retriever
from assistant.question.bodies import councils_named
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings

MINUTES = """# {council}

## Minutes of the Council meeting held on {day}

Present: Councillors A. Ash (Chair) and B. Beech.

### 1. Clerk

{clerk}

### 2. Precept

{precept}
"""
ASHBY = {"council": "Ashby Parish Council", "clerk": "There were four applications for the post of Clerk.", "day": "5 March 2024"}
BOLNEY = {"council": "Bolney Town Council", "clerk": "There were 160 applications for the post of Clerk.", "day": "9 April 2024"}
CORLEY = {"council": "Corley Parish Council", "clerk": "The Clerk was thanked for her work.", "day": "7 May 2024"}


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The minutes of three councils, of which the second speaks of the first."""
    folder = tmp_path_factory.mktemp("neighbours")
    (folder / "ashby.md").write_text(MINUTES.format(**ASHBY, precept="The precept was set at £9,000."), encoding="utf-8")
    (folder / "bolney.md").write_text(
        MINUTES.format(**BOLNEY, precept="The precept was set at £70,000. The footpath to Ashby would be mended."), encoding="utf-8"
    )
    (folder / "corley.md").write_text(MINUTES.format(**CORLEY, precept="The precept was set at £4,000."), encoding="utf-8")
    with Library(Settings(library=folder / "library"), create=True) as library:
        assert not ingest(library, sorted(folder.glob("*.md"))).failed
        yield library


def councils_found(library: Library, question: str, filters: Filters = Filters()) -> set[str | None]:
    return {passage.council for passage in Retriever(library).search(question, filters, 50).passages}


def test_what_is_asked_of_a_place_is_looked_for_in_its_minutes(neighbours: Library) -> None:
    hits = Retriever(neighbours).search("How many applications were there for the post of Clerk at Ashby?", k=50)
    assert hits.passages[0].council == "Ashby Parish Council"
    assert not any("160" in passage.text for passage in hits.passages)
    assert (hits.places, hits.understood) == (("Ashby",), ("minutes of or about Ashby",))


def test_and_where_others_speak_of_it(neighbours: Library) -> None:
    found = Retriever(neighbours).search("Who will mend the footpath to ashby?", k=50).passages
    assert "footpath to Ashby" in found[0].text


def test_two_places_two_councils_and_none_all(neighbours: Library) -> None:
    both = {"Ashby Parish Council", "Bolney Town Council"}
    assert councils_found(neighbours, "What are the precepts of Ashby and Bolney?") == both
    assert councils_found(neighbours, "What is the precept?") == both | {"Corley Parish Council"}


def test_a_filter_goes_before_the_place_that_is_named(neighbours: Library) -> None:
    assert councils_found(neighbours, "What is Ashby's precept?", Filters(council="Bolney")) == {"Bolney Town Council"}


def test_a_place_that_leaves_nothing_limits_nothing(neighbours: Library) -> None:
    assert councils_found(neighbours, "What is the precept of Ashby?", Filters(date_from=dt.date(2024, 5, 1))) == {"Corley Parish Council"}


def test_the_last_meeting_of_a_place_is_of_its_council(neighbours: Library) -> None:
    asked = Retriever(neighbours).search("What was decided at the last meeting in Ashby?", k=50)
    assert asked.filters.date_to == dt.date(2024, 3, 5)


def test_a_council_alone_is_everywhere() -> None:
    assert councils_named("What is Ashby's precept?", ["Ashby Parish Council"]) == {}
    assert councils_named("What is Ashby's precept?", ["Ashby Parish Council", "Bolney Town Council"]) == {"Ashby Parish Council": "Ashby"}
