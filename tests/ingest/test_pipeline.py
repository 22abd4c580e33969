"""Taking files in: what is new, changed, moved, repeated, gone or bad, and that nothing else is touched."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

import ingest.library as library_module
import ingest.pipeline as pipeline_module
from ingest.library import Library
from ingest.pipeline import ingest, read_paths
from tests.counting import counted
from tests.ingest.small import short, sizes
from tests.invented import ALLOTMENTS, BANDSTAND, amenities, finance, minutes_text, write_two


def names(library: Library) -> set[str]:
    return {Path(document.path).name for document in library.lookup.documents()}


def test_twice_changes_nothing(tiny: Library, tiny_files: Path) -> None:
    before, counting = sizes(tiny), counted(tiny)
    report = ingest(tiny, [tiny_files])
    assert (report.files, report.unchanged, report.added, report.updated, report.removed, report.failed) == (2, 2, 0, 0, 0, ())
    assert sizes(tiny) == before
    assert counting.texts == []


def test_the_report_counts_what_is_there(tiny: Library, tiny_files: Path) -> None:
    report = ingest(tiny, [tiny_files])
    assert (report.meetings, report.items, report.passages) == (2, 6, sizes(tiny)["chroma"])


def test_a_changed_paragraph_embeds_its_chunk_alone(tmp_path: Path, library: Library) -> None:
    files = write_two(tmp_path)
    ingest(library, [files])
    before, counting = sizes(library), counted(library)
    (files / "amenities.txt").write_text(
        amenities(allotments=(ALLOTMENTS[0].replace("14 people", "15 people"), ALLOTMENTS[1])), encoding="utf-8"
    )
    report = ingest(library, [files])
    assert (report.updated, report.unchanged) == (1, 1)
    assert len(counting.texts) == 1
    assert "15 people" in counting.texts[0]
    assert sizes(library) == before
    assert "15 people" in library.lookup.passages(library.nearest("people waiting for an allotment", 1))[0].text


def test_a_lost_item_leaves_both(tmp_path: Path, library: Library) -> None:
    files = write_two(tmp_path)
    ingest(library, [files])
    (files / "amenities.txt").write_text(
        amenities(bandstand=BANDSTAND, allotments=("It was AGREED that nothing be let.",)).partition("3. ALLOT")[0]
    )
    counting = counted(library)
    ingest(library, [files])
    assert counting.texts == []
    assert not library.lookup.matching('"allotment"', 10)
    assert sizes(library)["chunks"] == sizes(library)["chroma"] == sizes(library)["embeddings"]


def test_a_removed_file_stays_until_it_is_pruned(tmp_path: Path, library: Library) -> None:
    files = write_two(tmp_path)
    ingest(library, [files])
    (files / "finance.txt").unlink()
    assert ingest(library, [files]).removed == 0
    assert names(library) == {"amenities.txt", "finance.txt"}
    report = ingest(library, [files], prune=True)
    assert (report.removed, report.meetings) == (1, 1)
    assert names(library) == {"amenities.txt"}
    assert not library.lookup.matching('"precept"', 10)
    assert sizes(library)["chunks"] == sizes(library)["chroma"] == sizes(library)["embeddings"] == report.passages


def test_pruning_leaves_other_folders_alone(tiny: Library, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert ingest(tiny, [other], prune=True).removed == 0
    assert names(tiny) == {"amenities.txt", "finance.txt"}


def test_a_moved_file_is_the_same_document(tmp_path: Path, library: Library) -> None:
    files = write_two(tmp_path)
    ingest(library, [files])
    ids = {document.id for document in library.lookup.documents()}
    (files / "2024").mkdir()
    (files / "finance.txt").rename(files / "2024" / "november.txt")
    before, counting = sizes(library), counted(library)
    report = ingest(library, [files], prune=True)
    assert (report.unchanged, report.added, report.removed) == (2, 0, 0)
    assert {document.id for document in library.lookup.documents()} == ids
    assert names(library) == {"amenities.txt", "november.txt"}
    assert (sizes(library), counting.texts) == (before, [])


def test_a_repeated_file_is_known_and_inherits(tmp_path: Path, library: Library) -> None:
    files = write_two(tmp_path)
    shutil.copy(files / "finance.txt", files / "zz-copy.txt")
    report = ingest(library, [files])
    assert (report.added, report.unchanged, report.meetings) == (2, 1, 2)
    (files / "finance.txt").unlink()
    report = ingest(library, [files], prune=True)
    assert (report.removed, report.meetings) == (0, 2)
    assert names(library) == {"amenities.txt", "zz-copy.txt"}


def test_what_repeated_a_file_that_changes_is_a_document_of_its_own(tmp_path: Path, library: Library) -> None:
    files = tmp_path / "penllyn"
    files.mkdir()
    (files / "z.txt").write_text(finance(), encoding="utf-8")
    ingest(library, [files])
    shutil.copy(files / "z.txt", files / "a.txt")
    assert ingest(library, [files]).meetings == 1
    (files / "z.txt").write_text(finance().replace("£61,200", "£60,000"), encoding="utf-8")
    report = ingest(library, [files])
    assert (report.added, report.updated, report.meetings) == (1, 1, 2)
    assert library.lookup.matching('"61,200"', 10)
    assert library.lookup.matching('"60,000"', 10)


def test_a_file_renamed_inside_a_zip_survives_pruning(tmp_path: Path, library: Library) -> None:
    def zipped(**members: str) -> Path:
        with zipfile.ZipFile(tmp_path / "year.zip", "w") as archive:
            for name, text in members.items():
                archive.writestr(f"{name}.txt", text)
        return tmp_path / "year.zip"

    works = short("Works Committee", "Monday 5 February 2024", "gate")
    ingest(library, [zipped(june=works)])
    assert {document.path for document in library.lookup.documents()} == {f"{tmp_path}/year.zip!/june.txt"}
    report = ingest(library, [zipped(july=works)], prune=True)
    assert (report.removed, report.meetings) == (0, 1)
    assert {document.path for document in library.lookup.documents()} == {f"{tmp_path}/year.zip!/july.txt"}
    report = ingest(library, [zipped(other=short("Works Committee", "Monday 4 March 2024", "wall"))], prune=True)
    assert (report.added, report.removed, report.meetings) == (1, 1, 1)


def test_a_zip_that_cannot_be_read_now_is_not_gone(tmp_path: Path, library: Library) -> None:
    archive = tmp_path / "year.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("june.txt", short("Works Committee", "Monday 5 February 2024", "gate"))
    ingest(library, [archive])
    archive.write_bytes(archive.read_bytes()[:40])
    report = ingest(library, [archive], prune=True)
    assert len(report.failed) == 1
    assert (report.removed, report.meetings) == (0, 1)


def test_one_name_in_two_folders_is_two_documents(tmp_path: Path, library: Library) -> None:
    places = [tmp_path / town / "minutes" for town in ("north", "south")]
    for place, word in zip(places, ("gate", "wall"), strict=True):
        place.mkdir(parents=True)
        (place / "march.txt").write_text(short("Works Committee", "Monday 4 March 2024", word))
    report = ingest(library, places)
    assert (report.added, report.meetings) == (2, 2)
    assert ingest(library, [place / "march.txt" for place in places]).unchanged == 2
    assert library.lookup.matching('"gate"', 5)
    assert library.lookup.matching('"wall"', 5)


def test_the_same_files_give_the_same_library_elsewhere(tmp_path: Path, tiny: Library, tiny_files: Path, library: Library) -> None:
    shutil.copytree(tiny_files, tmp_path / "elsewhere" / "penllyn")
    ingest(library, [tmp_path / "elsewhere" / "penllyn"])

    def told(which: Library) -> list[tuple[object, ...]]:
        return [tuple(row)[1:] for row in which.catalogue.connection.execute("SELECT * FROM chunks ORDER BY id")]

    assert told(library) == told(tiny)
    ids = [row[1] for row in library.catalogue.connection.execute("SELECT * FROM chunks ORDER BY id")]
    assert (library.stored_vectors(ids) == tiny.stored_vectors(ids)).all()


def test_the_way_a_folder_is_named_makes_no_difference(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write_two(tmp_path)
    ingest(library, [files])
    (tmp_path / "link").symlink_to(files)
    monkeypatch.chdir(files)
    for way in (Path(), Path("../penllyn"), Path("amenities.txt"), tmp_path / "link"):
        report = ingest(library, [way])
        assert (report.added, report.updated, report.meetings) == (0, 0, 2), way


def test_a_folder_whose_name_looks_like_a_zip_member(tmp_path: Path, library: Library) -> None:
    """A folder 'urgent!' and a file make 'urgent!/file', as an archive 'urgent' would."""
    files = tmp_path / "urgent!"
    files.mkdir()
    (files / "a.txt").write_text(short("Works Committee", "Monday 5 February 2024", "gate"))
    assert ingest(library, [files], prune=True).added == 1
    assert {document.path for document in library.lookup.documents()} == {f"{files}/a.txt"}
    shutil.copy(files / "a.txt", files / "b.txt")
    report = ingest(library, [files], prune=True)
    assert (report.unchanged, report.meetings) == (2, 1)
    assert {document.path for document in library.lookup.documents()} == {f"{files}/a.txt"}


def test_an_empty_folder_is_nothing_new(tmp_path: Path, library: Library) -> None:
    (tmp_path / "empty").mkdir()
    report = ingest(library, [tmp_path / "empty"])
    assert (report.files, report.meetings, report.failed) == (0, 0, ())


def test_every_file_is_watched_and_the_end_is_told(tiny: Library, tiny_files: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    ingest(tiny, [tiny_files], watch=lambda name, done, total: seen.append((Path(name).name, done, total)))
    assert seen == [("amenities.txt", 0, 2), ("finance.txt", 1, 2), ("", 2, 2)]


def test_files_are_read_without_a_library_too(tiny_files: Path) -> None:
    first, second = read_paths([tiny_files])
    assert (first.meeting.body, second.meeting.status) == ("Amenities Committee", "draft")


def test_the_watch_is_told_how_far_a_long_document_is(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "KEPT_AT_ONCE", 4)
    monkeypatch.setattr(pipeline_module, "KEPT_AT_ONCE", 4)
    items = {f"Matter {number}": (f"The Clerk reported on matter {number}.",) for number in range(10)}
    (tmp_path / "long.txt").write_text(minutes_text("Works Committee", "Monday 4 March 2024", items), encoding="utf-8")
    seen: list[str] = []
    ingest(library, [tmp_path / "long.txt"], watch=lambda name, done, total: seen.append(name))
    assert [name for name in seen if name.startswith("passage")] == ["passage 0 of 11", "passage 4 of 11", "passage 8 of 11"]
