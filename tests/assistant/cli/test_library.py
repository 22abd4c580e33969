"""minutewise ingest, minutewise meetings."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run
from tests.invented import finance, minutes_text, write_two

REPORT = {"files", "added", "updated", "unchanged", "removed", "failed", "meetings", "items", "passages", "seconds"}


def test_ingest_json_and_again(command: Run, tmp_path: Path) -> None:
    files = write_two(tmp_path)
    ran = command("ingest", files, "--library", tmp_path / "library", "--json")
    told = json.loads(ran.out)
    assert (ran.code, ran.err, set(told)) == (0, "", REPORT)
    assert (told["files"], told["added"], told["meetings"], told["items"], told["failed"]) == (2, 2, 2, 6, [])
    again = json.loads(command("ingest", files, "--library", tmp_path / "library", "--json").out)
    assert (again["unchanged"], again["added"], again["passages"]) == (2, 0, told["passages"])


def test_a_bad_file_among_good_ones_is_exit_code_1_and_the_good_are_in(command: Run, tmp_path: Path) -> None:
    files = write_two(tmp_path)
    (files / "broken.pdf").write_bytes(b"%PDF-1.7 cut")
    (files / "empty.txt").write_bytes(b"")
    ran = command("ingest", files, "--library", tmp_path / "library")
    assert ran.code == 1
    assert "4 files: 2 added" in ran.out
    assert "broken.pdf" in ran.err
    assert "empty.txt: the file is empty" in ran.err
    told = command("ingest", files, "--library", tmp_path / "library", "--json")
    failed = json.loads(told.out)["failed"]
    assert told.code == 1
    assert {Path(one["path"]).name for one in failed} == {"broken.pdf", "empty.txt"}
    assert all({"path", "error"} <= set(one) <= {"path", "error", "hint"} and one["error"] for one in failed)


def test_no_such_path_is_exit_code_2_and_nothing_is_done(command: Run, tmp_path: Path) -> None:
    files = write_two(tmp_path)
    ran = command("ingest", files, tmp_path / "nowhere.pdf", "--library", tmp_path / "library")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == f"error: {tmp_path}/nowhere.pdf does not exist"
    assert len(ran.err.splitlines()) == 2
    assert json.loads(command("meetings", "--json", "--library", tmp_path / "library").out) == []


def test_prune_is_told(command: Run, tmp_path: Path) -> None:
    files = write_two(tmp_path)
    command("ingest", files, "--library", tmp_path / "library")
    (files / "finance.txt").unlink()
    ran = command("ingest", files, "--prune", "--library", tmp_path / "library")
    assert "1 unchanged, 1 removed" in ran.out
    assert "1 documents" in ran.out or "1 document " in ran.out


def test_the_environment_names_the_library(shell: Run, tiny_folder: Path) -> None:
    ran = shell("meetings", "--json", MINUTEWISE_LIBRARY=str(tiny_folder))
    assert len(json.loads(ran.out)) == 2


def test_meetings_json(command: Run, sample_copy: Path) -> None:
    rows = json.loads(command("meetings", "--json", "--library", sample_copy).out)
    assert len(rows) > 20
    fields = {
        "id",
        "path",
        "url",
        "format",
        "title",
        "council",
        "body",
        "date",
        "status",
        "language",
        "venue",
        "warnings",
        "items",
        "passages",
    }
    assert all(set(row) >= fields for row in rows)
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    narrowed = json.loads(command("meetings", "--json", "--body", "planning", "--from", "2024-11-01", "--library", sample_copy).out)
    assert [row["date"] for row in narrowed] == ["2024-11-12", "2025-05-13"]
    spoken = json.loads(command("meetings", "--json", "--speaker", "Donna Pugh", "--library", sample_copy).out)
    assert 0 < len(spoken) < len(rows)


def test_meetings_for_people(command: Run, sample_copy: Path) -> None:
    ran = command("meetings", "--library", sample_copy)
    assert (ran.code, ran.err) == (0, "")
    assert "draft" in ran.out
    assert "2024-03-14" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    ran = command("meetings", "--body", "Crematorium", "--library", sample_copy)
    assert ran.out == "No documents match body Crematorium.\n"


def test_square_brackets_in_a_name_are_shown(command: Run, tmp_path: Path) -> None:
    (tmp_path / "[bold]a.txt").write_text(finance(), encoding="utf-8")
    command("ingest", tmp_path / "[bold]a.txt", "--library", tmp_path / "library")
    assert "[bold]a.txt" in command("meetings", "--library", tmp_path / "library").out


def test_an_agenda_without_minutes_is_refused_with_its_reason(command: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(minutes_text("Works Committee", "Monday 5 February 2024", {}), encoding="utf-8")
    ran = command("ingest", tmp_path / "odd.txt", "--library", tmp_path / "library")
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err
