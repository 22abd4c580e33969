"""Files that cannot be read, folders that are not there, and a machine that stops: nothing else is lost."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ingest.library as library_module
from ingest.errors import InputError
from ingest.library import Library
from ingest.pipeline import ingest
from tests.counting import counted
from tests.ingest.small import short, sizes
from tests.invented import amenities, minutes_text, write_two

if TYPE_CHECKING:
    from ingest.embedding import Progress, Vectors


def test_bad_files_fail_alone_each_with_its_reason(tmp_path: Path, library: Library) -> None:
    files = tmp_path / "mixed"
    files.mkdir()
    (files / "a-empty.txt").write_bytes(b"")
    (files / "b-broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (files / "c-good.txt").write_text(short("Works Committee", "Monday 4 March 2024", "wall"))
    (files / "d-broken.docx").write_bytes(b"PK\x03\x04 cut off")
    (files / "e-blank.txt").write_text(" \n\n \n")
    report = ingest(library, [files])
    assert (report.files, report.added, report.meetings) == (5, 1, 1)
    assert {Path(failure.path).name for failure in report.failed} == {"a-empty.txt", "b-broken.pdf", "d-broken.docx", "e-blank.txt"}
    assert all(failure.error and Path(failure.path).name in failure.error for failure in report.failed)
    assert "empty" in report.failed[0].error


def test_a_file_that_goes_bad_does_not_take_its_document_with_it(tmp_path: Path, library: Library) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.txt").write_text(short("Works Committee", "Monday 4 March 2024", "wall"))
    ingest(library, [files])
    (files / "a.txt").write_bytes(b"")
    report = ingest(library, [files], prune=True)
    assert (len(report.failed), report.removed, report.meetings) == (1, 0, 1)


def test_a_name_that_is_no_text_is_a_failure_of_that_file(tmp_path: Path, library: Library) -> None:
    files = tmp_path / "files"
    files.mkdir()
    text = short("Works Committee", "Monday 4 March 2024", "wall")
    (files / "good.txt").write_text(text)
    try:
        Path(os.fsdecode(bytes(files) + b"/caf\xe9.txt")).write_text(text)
    except OSError as error:
        pytest.skip(f"this file system takes UTF-8 names only: {error}")
    report = ingest(library, [files])
    assert report.added == 1
    assert [failure.error for failure in report.failed] == [f"{files}/caf\\udce9.txt: the name is not valid UTF-8"]
    report.model_dump_json()


def test_a_path_that_is_not_there_stops_before_anything_is_done(tmp_path: Path, library: Library) -> None:
    files = write_two(tmp_path)
    with pytest.raises(InputError, match=r"nowhere\.pdf does not exist"):
        ingest(library, [files, tmp_path / "nowhere.pdf"])
    assert sizes(library)["documents"] == 0


def test_a_long_document_that_was_killed_in_the_middle_goes_on_where_it_stood(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "KEPT_AT_ONCE", 4)
    items = {f"Matter {number}": (f"The Clerk reported on matter {number} at some length.",) for number in range(20)}
    (tmp_path / "long.txt").write_text(minutes_text("Works Committee", "Monday 4 March 2024", items), encoding="utf-8")
    counting = counted(library)
    embed = counting.embed

    def killed(texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if len(counting.texts) >= 8:
            raise KeyboardInterrupt
        return embed(texts, progress)

    monkeypatch.setattr(counting, "embed", killed)
    with pytest.raises(KeyboardInterrupt):
        ingest(library, [tmp_path / "long.txt"])
    assert library.lookup.chunk_count() == 0
    assert len(counting.texts) == 8
    monkeypatch.setattr(counting, "embed", embed)
    report = ingest(library, [tmp_path / "long.txt"])
    assert report.added == 1
    assert len(counting.texts) == len(set(counting.texts)) == report.passages, "nothing was embedded twice"


def test_what_was_kept_for_a_document_that_never_came_is_swept_out(tmp_path: Path, library: Library) -> None:
    library.catalogue.keep({b"0123456789abcdef": b"vector"})
    (tmp_path / "a.txt").write_text(amenities(), encoding="utf-8")
    ingest(library, [tmp_path / "a.txt"])
    held = {row[0] for row in library.catalogue.connection.execute("SELECT digest FROM embeddings")}
    assert held == {row[0] for row in library.catalogue.connection.execute("SELECT digest FROM chunks")}
