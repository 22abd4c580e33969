"""minutewise newsletter: the promised JSON, files, exit codes, and clear words for wrong use."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import Run

QUARTER = ("--from", "2025-01-01", "--to", "2025-07-31")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_json_files_and_manifest(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    ran = command("newsletter", *QUARTER, "-o", tmp_path / "out", "--format", "md,html", "--library", sample_copy, "--json")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert set(told) == {"items", "findings", "files", "seconds"}
    assert told["seconds"] < 60
    assert len(told["items"]) == 12
    for item in told["items"]:
        assert set(item) == {"id", "title", "status", "words", "problems"}
        assert item["status"] == "drafted"
        assert item["words"] > 10
        assert not [problem for problem in item["problems"] if problem["check"] == "grounding"]
    files = [Path(file) for file in told["files"]]
    assert all(file.is_file() for file in files)
    assert {file.suffix for file in files} == {".md", ".html", ".csv", ".json"}
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert sorted(item["id"] for item in manifest["items"]) == sorted(item["id"] for item in told["items"])
    for item in manifest["items"]:
        assert item["provenance"]["engine"] == "quote"
        assert item["citations"]
        assert item["documents"]
    for file in manifest["files"]:
        assert hashlib.sha256((tmp_path / "out" / file["name"]).read_bytes()).hexdigest() == file["sha256"]


def test_every_claim_of_the_table_leads_to_its_paragraph(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    assert command("newsletter", *QUARTER, "-o", tmp_path / "out", "--format", "md", "--library", sample_copy).code == 0
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert len(rows) > 30
    sentence = next(name for name in rows[0] if "sentence" in name.lower() or "claim" in name.lower())
    quote = next(name for name in rows[0] if "quot" in name.lower())
    assert all(row[sentence] in row[quote] for row in rows)


def test_the_same_input_makes_the_same_bytes(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        ran = command("newsletter", *QUARTER, "-o", tmp_path / name, "--bilingual", "--library", sample_copy)
        assert ran.code == 0, ran.err
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_run_again_nothing_is_drafted_again(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    words = ("newsletter", *QUARTER, "-o", tmp_path, "--format", "md", "--library", sample_copy)
    command(*words)
    before = tree(tmp_path)
    ran = command(*words, "--json")
    assert {item["status"] for item in json.loads(ran.out)["items"]} == {"kept"}
    assert tree(tmp_path) == before
    assert "kept from an earlier run" in command(*words).out


def test_dry_run_shows_scores_and_writes_nothing(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    ran = command("newsletter", *QUARTER, "--dry-run", "--top", "3", "--library", sample_copy)
    assert ran.code == 0, ran.err
    assert "a decision (+3)" in ran.out
    assert "no model is called" in ran.out
    listed = json.loads(command("newsletter", *QUARTER, "--dry-run", "--top", "3", "--library", sample_copy, "--json").out)
    assert len(listed["candidates"]) == 3
    assert listed["estimate"]["requests"] == 0
    assert not list(tmp_path.iterdir())


def test_a_template_of_the_councils_own_and_the_rules_of_an_election(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.md"
    own.write_text(
        "---\nname: own\nversion: 1\nfields: count\nstyle: brief\nstories: 4\nper_body: 2\nsentences: 1\n---\n\n"
        "# Our {count}\n\n{stories}\n"
    )
    ran = command(
        "newsletter", *QUARTER, "-o", tmp_path / "out", "--template", own, "--format", "md", "--pre-election", "--library", sample_copy
    )
    assert ran.code == 0, ran.err
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["template"].startswith("own@1+")
    assert manifest["banner"]
    assert {item["status"] for item in manifest["items"]} <= {"drafted", "left out"}
    assert len(manifest["items"]) == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2025-07-31", "--to", "2025-01-01", "-o", "x"), "is after --to"),
        (("--from", "2025-01-01", "--to", "soon", "-o", "x"), "'soon'"),
        ((*QUARTER,), "-o DIR is needed"),
        ((*QUARTER, "-o", "x", "--format", "pdf"), "'pdf'"),
        ((*QUARTER, "-o", "x", "--template", "nothing"), "no newsletter template 'nothing'"),
        (("--from", "1999-01-01", "--to", "1999-12-31", "-o", "x"), "nothing to tell for dates 1 January 1999 to 31 December 1999"),
        ((*QUARTER, "-o", "x", "--engine", "llm"), "no chat model is configured"),
        ((*QUARTER, "-o", "x", "--top", "0"), "0"),
    ],
)
def test_wrong_use_is_told_in_two_lines(
    command: Run, sample_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = command("newsletter", *words, "--library", sample_copy)
    assert ran.code in (2, 3)
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err.strip().splitlines()) <= 3
    assert not (tmp_path / "x").exists()


def test_a_folder_that_cannot_be_written_is_named(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = command("newsletter", *QUARTER, "-o", tmp_path / "file" / "out", "--library", sample_copy)
    assert ran.code == 2
    assert "cannot be used" in ran.err
