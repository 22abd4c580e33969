"""Files handed in through the page."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.library import Library
from page.markup import file_name
from page.shelf import results
from page.uploads import Outcome, take_in
from page.wording import words

TEXT = "TREFGOCH TOWN COUNCIL\n\nMinutes of the meeting held on {day}\n\n1. Allotments\nThe Clerk reported that {plots} plots were free.\n"


def written(folder: Path, name: str, day: str = "4 March 2025", plots: int = 7) -> Path:
    """A file of minutes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(TEXT.format(day=day, plots=plots), encoding="utf-8")
    return folder / name


def hand_in(library: Library, *files: Path) -> list[Outcome]:
    """What became of each file."""
    return list(take_in(library, files))


def trefgoch(library: Library) -> list[str]:
    """The uploaded documents' places below the folder of uploads."""
    root = library.folder.resolve() / "uploads"
    return sorted(str(Path(one.path).relative_to(root)) for one in library.lookup.documents() if one.path.startswith(str(root)))


def test_added_then_already_there(tiny: Library, tmp_path: Path) -> None:
    file = written(tmp_path / "in", "march.txt")
    assert [one.result for one in hand_in(tiny, file, file)] == ["added", "already there"]
    file.unlink()
    assert trefgoch(tiny) == ["march.txt"]
    assert (tiny.folder / "uploads" / "march.txt").exists()


def test_a_corrected_version_takes_the_place_of_the_first(tiny: Library, tmp_path: Path) -> None:
    hand_in(tiny, written(tmp_path / "a", "minutes.txt", plots=7))
    (outcome,) = hand_in(tiny, written(tmp_path / "b", "minutes.txt", plots=9))
    assert outcome.result == "updated"
    assert trefgoch(tiny) == ["minutes.txt"]
    assert "9 plots" in (tiny.folder / "uploads" / "minutes.txt").read_text(encoding="utf-8")


def test_another_meeting_of_the_same_file_name_replaces_nothing(tiny: Library, tmp_path: Path) -> None:
    hand_in(tiny, written(tmp_path / "a", "minutes.txt"))
    (outcome,) = hand_in(tiny, written(tmp_path / "b", "minutes.txt", day="1 April 2025"))
    assert outcome.result == "added"
    assert trefgoch(tiny) == ["2/minutes.txt", "minutes.txt"]
    (again,) = hand_in(tiny, written(tmp_path / "b", "minutes.txt", day="1 April 2025"))
    assert again.result == "already there"


def test_a_bad_file_leaves_nothing_and_stops_nothing(tiny: Library, tmp_path: Path) -> None:
    bad = tmp_path / "broken.pdf"
    bad.write_bytes(b"%PDF-1.7\nnothing of a PDF")
    first, second, third = hand_in(tiny, bad, written(tmp_path / "in", "march.txt"), tmp_path / "gone.txt")
    assert (first.result, second.result, third.result) == ("not read", "added", "not read")
    assert first.failures[0].error
    assert first.failures[0].hint
    assert not (tiny.folder / "uploads" / "broken.pdf").exists()


def test_a_bad_file_does_not_replace_a_good_one_of_its_name(tiny: Library, tmp_path: Path) -> None:
    hand_in(tiny, written(tmp_path / "a", "minutes.txt"))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "minutes.txt").write_bytes(b"")
    (outcome,) = hand_in(tiny, tmp_path / "b" / "minutes.txt")
    assert outcome.result == "not read"
    assert "7 plots" in (tiny.folder / "uploads" / "minutes.txt").read_text(encoding="utf-8")
    assert trefgoch(tiny) == ["minutes.txt"]


def test_a_zip_tells_what_is_in_it(tiny: Library, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "year.zip", "w") as archive:
        archive.write(written(tmp_path / "a", "march.txt"), "march.txt")
        archive.write(written(tmp_path / "a", "april.txt", day="1 April 2025"), "april.txt")
        archive.writestr("broken.pdf", "%PDF-1.7\nnothing of a PDF")
    (outcome,) = hand_in(tiny, tmp_path / "year.zip")
    assert outcome.result == "partly read"
    assert [one for one in outcome.counts if one[1]] == [("added", 2), ("not read", 1)]
    assert len(outcome.failures) == 1


def test_a_zip_of_nothing_is_said_to_be(tiny: Library, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("photo.jpg", "no minutes")
    (outcome,) = hand_in(tiny, tmp_path / "photos.zip")
    assert outcome.result == "not read"
    assert outcome.failures


@pytest.mark.parametrize(("path", "name"), [("/a/b.txt", "b.txt"), ("/a/b.zip!/c/d.html", "d.html"), ("e.pdf", "e.pdf")])
def test_paths_are_shown_as_file_names(path: str, name: str) -> None:
    assert file_name(path) == name


def test_results_name_no_folder_of_the_server_and_escape_names(tiny: Library, tmp_path: Path) -> None:
    bad = tmp_path / "<b>bad.pdf"
    bad.write_bytes(b"%PDF-1.7\nnothing of a PDF")
    shown = results(hand_in(tiny, bad), 1, words("en"))
    assert str(tmp_path) not in shown
    assert "<b>bad" not in shown
