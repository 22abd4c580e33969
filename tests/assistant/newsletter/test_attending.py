"""Members are known by the attendance of the meetings told of, and what shows only over an edition reaches its reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.newsletter import propose
from assistant.newsletter.attending import members_of
from ingest.datamodel import Filters
from ingest.library import Library
from tests.conftest import Run
from tests.invented import minutes_text

WORKS = {
    "Bridge": ("bridge at Pont Isaf", "£41,000"),
    "Library roof": ("library roof", "£23,500"),
    "Play area": ("play area in Heol Wen", "£12,400"),
    "Bus shelter": ("bus shelter at Cae Mawr", "£8,750"),
}


@pytest.fixture
def hale_everywhere(tmp_path: Path) -> Path:
    """Minutes of one evening in which one member, named without a title, is told of in every item."""
    items = {
        title: (
            f"Ann Hale said that the {what} was worn out and that 120 residents used it each week.",
            f"The Clerk reported that repairs to the {what} would cost {cost} and would take six weeks.",
            f"RESOLVED, as proposed by Ann Hale, that the {what} be repaired at a cost of {cost}.",
        )
        for title, (what, cost) in WORKS.items()
    }
    place = tmp_path / "minutes"
    place.mkdir()
    (place / "council.txt").write_text(minutes_text("Town Council", "Tuesday 4 June 2024", items), encoding="utf-8")
    return place


def test_members_are_those_present_or_excused(year: Library) -> None:
    assert members_of(year, propose(year, Filters())) == ("Ann Hale", "Elin Gruff", "Nia Vale", "Tomos Rowe", "Wyn Parri")


def test_members_of_the_samples_and_no_officer(samples: Library) -> None:
    named = members_of(samples, propose(samples, Filters(), top=40))
    assert {"Gareth Wynne-Jones", "Emlyn Price", "Ceri Maddox"} <= set(named)
    assert "Neil Carrow" not in named  # the Head of Planning
    assert all(1 < len(name.split()) < 5 for name in named)


def test_one_member_all_over_an_edition_is_found_by_the_command(command: Run, hale_everywhere: Path, tmp_path: Path) -> None:
    assert command("ingest", hale_everywhere, "--library", tmp_path / "library").code == 0
    asked = ("newsletter", "--from", "2024-06-01", "--to", "2024-06-30", "--template", "members", "--library", tmp_path / "library")
    ran = command(*asked, "-o", tmp_path / "out", "--json")
    assert ran.code == 0, ran.err
    over = json.loads(ran.out)["findings"]
    assert any("prominence of one member: Hale" in finding["rule"] for finding in over)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["findings"] == over
    for kind in ("md", "html"):
        evidence = next((tmp_path / "out").glob(f"*-evidence.{kind}")).read_text(encoding="utf-8")
        clean = next(path for path in (tmp_path / "out").glob(f"*.{kind}") if "evidence" not in path.name).read_text(encoding="utf-8")
        assert "prominence of one member" in evidence
        assert "prominence of one member" not in clean
    assert "prominence of one member: Hale" in command(*asked, "-o", tmp_path / "again").out.replace("\n    ", " ")


def test_before_an_election_a_member_without_a_title_is_known(command: Run, hale_everywhere: Path, tmp_path: Path) -> None:
    assert command("ingest", hale_everywhere, "--library", tmp_path / "library").code == 0
    june = ("--from", "2024-06-01", "--to", "2024-06-30", "--library", tmp_path / "library")
    ran = command("newsletter", *june, "-o", tmp_path / "out", "--pre-election", "--format", "md", "--json")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)["items"]
    assert len(told) == len(WORKS)
    for file in (tmp_path / "out").glob("*.md"):
        assert "Ann Hale" not in file.read_text(encoding="utf-8")
