"""What belongs together: one name and one matter, one reference, a recommendation and what became of it; never two items of one meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.held import Holdings
from assistant.newsletter.stories import items_of_period, stories
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.invented import minutes_text

POOL = ("The Clerk reported that the paddling pool had leaked since April and that a new lining would cost £18,500.",)
POOL_LATER = ("The Clerk reported that the lining of the paddling pool had been ordered for £18,500 and that the leak was mended.",)
BINS = ("The Clerk reported that 12 litter bins in Heol y Bont were rusted through and that dogs had torn them open.",)
APPLICATION = ("The Council considered a plan for 14 houses and had no objection to make to the county's planning officers.",)


def told(folder: Path, **documents: tuple[str, str, Mapping[str, Sequence[str]]]) -> list[list[str]]:
    """The stories of those documents as lists of '2024-05-07 Title'."""
    place = folder / "files"
    place.mkdir(parents=True)
    for name, (body, day, items) in documents.items():
        (place / f"{name}.txt").write_text(minutes_text(body, day, items), encoding="utf-8")
    with Library(Settings(library=folder / "library"), create=True) as library:
        assert not ingest(library, [place]).failed
        holdings = Holdings(library.lookup)
        found = items_of_period(library, holdings, Filters(), "en")
        return [[f"{one.document.date} {one.item.title.capitalize()}" for one in story] for story in stories(library, holdings, found)]


def test_one_matter_by_one_name(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        a=("Amenities Committee", "Tuesday 7 May 2024", {"Paddling pool": POOL, "Litter bins": BINS}),
        b=("Town Council", "Tuesday 4 June 2024", {"Paddling pool: new lining": POOL_LATER}),
    )
    assert ["2024-05-07 Paddling pool", "2024-06-04 Paddling pool: new lining"] in found
    assert ["2024-05-07 Litter bins"] in found


def test_one_name_for_two_matters_is_two_stories(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        a=("Amenities Committee", "Tuesday 7 May 2024", {"Grounds": POOL}),
        b=("Town Council", "Tuesday 4 June 2024", {"Grounds": APPLICATION}),
    )
    assert len(found) == 2


def test_a_shared_reference_is_enough_and_a_financial_year_is_none(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        a=("Planning Committee", "Tuesday 7 May 2024", {"Application 24/0117/FUL": APPLICATION, "Budget 2024/25": BINS}),
        b=("Planning Committee", "Tuesday 4 June 2024", {"Application 24/0117/FUL: footway": BINS, "Paddling pool 2024/25": POOL}),
    )
    assert ["2024-05-07 Application 24/0117/ful", "2024-06-04 Application 24/0117/ful: footway"] in found
    assert len(found) == 3


def test_two_items_of_one_meeting_are_two_matters(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        a=("Amenities Committee", "Tuesday 7 May 2024", {"Paddling pool: lining": POOL, "Paddling pool: leak": POOL_LATER}),
        b=("Town Council", "Tuesday 4 June 2024", {"Paddling pool": POOL_LATER}),
    )
    assert sorted(map(len, found)) == [1, 2]


def test_catch_all_items_are_no_topic(tmp_path: Path) -> None:
    decided = ("The Clerk read a letter from the hospice at Penllyn about its new roof.", "RESOLVED that £500 be given to the hospice.")
    found = told(
        tmp_path,
        a=("Town Council", "Tuesday 7 May 2024", {"Correspondence": decided}),
        b=("Town Council", "Tuesday 4 June 2024", {"Correspondence": decided}),
    )
    assert sorted(map(len, found)) == [1, 1]


def test_the_same_file_twice_is_told_once(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        a=("Amenities Committee", "Tuesday 7 May 2024", {"Litter bins": BINS}),
        b=("Amenities", "Tuesday 7 May 2024", {"Litter bins": BINS}),
    )
    assert found == [["2024-05-07 Litter bins"]]
