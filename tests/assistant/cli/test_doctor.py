"""minutewise doctor."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run


def test_all_is_well_with_a_library(command: Run, tiny_folder: Path) -> None:
    ran = command("doctor", "--library", tiny_folder, "--json")
    findings = {finding["name"]: finding for finding in json.loads(ran.out)}
    assert ran.code == 0 and all(finding["ok"] for finding in findings.values())
    assert "2 documents" in findings["library"]["found"]


def test_no_library_is_no_fault(command: Run, tmp_path: Path) -> None:
    ran = command("doctor", "--library", tmp_path / "none")
    assert ran.code == 0 and "minutewise ingest" in ran.out


def test_a_damaged_library_is_named_with_the_way_out(command: Run, tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_text("this is no database, however long it goes on " * 50, encoding="utf-8")
    ran = command("doctor", "--library", tmp_path)
    assert ran.code == 3
    assert "bad library" in ran.out and "another --library" in ran.out
