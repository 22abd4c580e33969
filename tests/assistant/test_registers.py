"""The registers: every row stands on its paragraphs, nothing is counted twice, later minutes are heard."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from assistant.registers import DecisionRow, Registers
from ingest.datamodel import Filters
from ingest.library import Library
from tests.catalogued import catalogued
from tests.invented import minutes_text


@pytest.fixture(scope="module")
def registers(samples: Library) -> Registers:
    return Registers(samples.lookup)


@pytest.fixture(scope="module")
def decisions(registers: Registers) -> list[DecisionRow]:
    return registers.decisions()


def on(rows: list[DecisionRow], day: str, words: str) -> DecisionRow:
    found = [row for row in rows if str(row.date) == day and words in row.text]
    assert len(found) == 1, [row.text for row in found]
    return found[0]


def test_a_recorded_vote_has_its_names(decisions: list[DecisionRow]) -> None:
    budget = on(decisions, "2025-03-06", "council tax be increased")
    assert budget.vote
    assert (budget.vote.votes_for, budget.vote.votes_against, budget.vote.abstained) == (17, 12, 2)
    assert "Owen (J)" in budget.vote.names_for
    assert "Owen (K)" in budget.vote.names_against
    assert (budget.mover, budget.seconder, budget.unanimous, budget.amendment) == ("Dafydd Rees", "Gwenllian Pryce", False, False)
    amendment = on(decisions, "2025-03-06", "further £400,000")
    assert (amendment.amendment, amendment.outcome, amendment.kind) == (True, "lost", "lost")


def test_what_is_not_recorded_is_none(decisions: list[DecisionRow]) -> None:
    row = on(decisions, "2024-10-22", "swimming pool at Rhosybryn")
    assert (row.mover, row.seconder, row.vote, row.unanimous, row.progress) == (None, None, None, None, None)


def test_every_row_stands_on_its_paragraphs(samples: Library, decisions: list[DecisionRow]) -> None:
    paths = {document.path: document.id for document in samples.lookup.documents()}
    for row in decisions:
        paragraphs = samples.lookup.paragraphs(paths[row.source.path], *row.source.paragraphs)
        said = " ".join(" ".join(one.text for one in paragraphs).split())
        assert all(" ".join(line.split()).strip('"“”') in said for line in row.text.split("\n"))
        assert " ".join(row.evidence.split()) in said


def test_rows_are_in_order_of_date(decisions: list[DecisionRow]) -> None:
    days = [row.date for row in decisions if row.date]
    assert days == sorted(days)


def test_a_meeting_saved_item_by_item_is_one_meeting(decisions: list[DecisionRow]) -> None:
    rows = [row for row in decisions if str(row.date) == "2025-01-21"]
    assert len({row.source.path for row in rows}) == len(rows) == 6
    assert [row.item_number for row in rows] == sorted((str(row.item_number) for row in rows), key=int)


def test_a_decision_block_and_its_resolution_are_one(decisions: list[DecisionRow]) -> None:
    rows = [row for row in decisions if str(row.date) == "2024-09-19" and row.item_number == "4"]
    assert [row.kind for row in rows] == ["resolved"]


def test_welsh_twins_are_linked_and_not_counted_twice(registers: Registers, decisions: list[DecisionRow]) -> None:
    assert {row.language for row in decisions} == {"en"}
    pool = on(decisions, "2025-06-17", "refurbished at a cost")
    assert pool.translation is not None
    assert "-cy-item-05" in pool.translation.path
    welsh = registers.decisions(Filters(language="cy"))
    assert {row.language for row in welsh} == {"cy"}
    assert len(welsh) == 15
    assert all(row.translation and "-cy" not in Path(row.translation.path).name for row in welsh)


def test_a_correction_is_attached_to_what_it_corrects(decisions: list[DecisionRow]) -> None:
    row = on(decisions, "2025-01-28", "further report be made on the sums")
    assert (row.standing, row.minutes_status, row.confirmed) == ("corrected", "draft", dt.date(2025, 9, 16))
    assert any("£86,400" in correction.text and "deleted" in correction.text for correction in row.corrections)
    assert on(decisions, "2025-01-28", "external auditors").standing == "confirmed"
    assert on(decisions, "2024-11-12", "Tree Preservation Order").standing == "corrected"
    assert on(decisions, "2024-11-12", "Section 106").standing == "stands"


def test_recommendations_are_followed_to_the_body_they_are_made_to(decisions: list[DecisionRow]) -> None:
    row = on(decisions, "2025-02-13", "Option C (hub homes)")
    assert row.progress == "closed"
    assert [(str(word.date), word.body) for word in row.followed] == [("2025-06-17", "Cabinet")]
    assert "Option C be adopted" in row.followed[0].text
    assert on(decisions, "2025-02-13", "Trefgoch centre be kept open").progress == "unknown"


def test_actions_are_followed_through_later_meetings(registers: Registers) -> None:
    rows = registers.actions(Filters(body="Governance"))
    register = next(row for row in rows if str(row.date) == "2024-07-09")
    assert [(word.says, str(word.date)) for word in register.followed] == [("updated", "2025-01-28"), ("closed", "2025-09-16")]
    assert register.progress == "closed"
    assert (register.owner, register.due) == ("Head of Finance", "January 2025")
    appeal = next(row for row in registers.actions(Filters(body="Planning")) if "appeal" in row.text)
    assert (appeal.progress, appeal.followed) == ("unknown", ())


def test_filters_hold(registers: Registers) -> None:
    cabinet = registers.decisions(Filters(body="cabinet", date_from=dt.date(2025, 1, 1), date_to=dt.date(2025, 1, 31)))
    assert {(row.body, str(row.date)) for row in cabinet} == {("Cabinet", "2025-01-21")}
    moved = registers.decisions(Filters(speaker="Keith Owen"))
    assert moved
    assert all("Keith Owen" in f"{row.mover} {row.seconder} {row.text}" for row in moved)
    assert registers.decisions(Filters(council="Powys")) == []
    assert registers.actions(Filters(speaker="nobody of that name")) == []


LIGHTS = "RESOLVED that twelve lamps be bought for the square at a cost of £2,400."
DRAFTED = {
    "Minutes": ("RESOLVED that the minutes be signed.",),
    "Christmas lights": (LIGHTS,),
    "Wall": ("RESOLVED that the wall be built of stone.",),
}
PUBLISHED = {**DRAFTED, "Wall": ("RESOLVED that the wall be built of brick.",)}


def test_kind_and_status_hold(registers: Registers, decisions: list[DecisionRow]) -> None:
    motions = registers.decisions(Filters(kind="motion"))
    assert motions
    assert all("MOTION" in row.item_title.upper() for row in motions)
    drafts = registers.decisions(Filters(status="draft"))
    assert drafts
    assert {row.minutes_status for row in drafts} == {"draft"}
    assert registers.decisions(Filters(status="approved")) == []
    assert registers.decisions(Filters(kind="decision")) == decisions
    assert registers.actions(Filters(kind="action")) == registers.actions()
    assert registers.decisions(Filters(kind="declarations")) == []


def test_a_draft_gives_way_to_the_published_minutes(tmp_path: Path) -> None:
    day = "Tuesday 4 June 2024"
    draft = minutes_text("Works Committee", day, DRAFTED, note="DRAFT MINUTES\n\n")
    rows = Registers(catalogued(tmp_path, {"draft.txt": draft, "final.txt": minutes_text("Works Committee", day, PUBLISHED)})).decisions()
    assert len([row for row in rows if row.text == LIGHTS]) == 1
    assert {row.text: row.standing for row in rows if "wall" in row.text} == {
        "RESOLVED that the wall be built of stone.": "superseded",
        "RESOLVED that the wall be built of brick.": "stands",
    }
    assert next(row for row in rows if row.standing == "superseded").superseded_by == str(tmp_path / "final.txt")


def test_two_meetings_of_one_day_are_two(tmp_path: Path) -> None:
    day = "Tuesday 4 June 2024"
    other = {"Minutes": ("RESOLVED that the accounts be signed.",), "Precept": ("RESOLVED that a precept of £100 be set.",)}
    lookup = catalogued(
        tmp_path,
        {
            "a.txt": minutes_text("Works Committee", day, DRAFTED, note="DRAFT MINUTES\n\n"),
            "b.txt": minutes_text("Works Committee", day, other),
        },
    )
    assert {row.standing for row in Registers(lookup).decisions()} == {"stands", "draft"}


@pytest.mark.parametrize(
    ("later", "progress"),
    [
        ("The Clerk reported that she had written to Dwr Glan about the blocked drain in Mill Lane on 7 June.", "closed"),
        (
            "No reply had come from Dwr Glan about the blocked drain in Mill Lane: it was outstanding.",
            "open",
        ),
        ("The letter to Dwr Glan about the blocked drain in Mill Lane had been deferred to the next meeting.", "updated"),
        ("The Clerk had written to the school about the play on Friday.", "unknown"),
        ("A tree had fallen across Mill Lane.", "unknown"),
    ],
)
def test_what_became_of_an_action(tmp_path: Path, later: str, progress: str) -> None:
    asked = {
        "Drains": (
            "Councillor Rowe said that the drain in Mill Lane was blocked.",
            "Action: Clerk to write to Dwr Glan about the blocked drain in Mill Lane.",
        )
    }
    files = {
        "june.txt": minutes_text("Works Committee", "Tuesday 4 June 2024", asked),
        "july.txt": minutes_text("Works Committee", "Tuesday 2 July 2024", {"Matters arising": (later,)}),
        "other.txt": minutes_text("Works Committee", "Tuesday 2 July 2024", {"Matters arising": (later,)}, council="Trefgoch Town Council"),
    }
    rows = Registers(catalogued(tmp_path, files)).actions()
    assert [(row.progress, len(row.followed)) for row in rows if row.owner == "Clerk" and str(row.date) == "2024-06-04"] == [
        (progress, 0 if progress == "unknown" else 1)
    ]
