"""minutewise summarise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run


def test_summarise_json(command: Run, sample_copy: Path) -> None:
    ran = command("summarise", "2024-10-22", "--item", "5", "--json", "--library", sample_copy)
    told = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert set(told) == {"title", "status", "sections", "citations", "engine", "provenance"}
    assert [set(section) for section in told["sections"]] == [{"heading", "sentences"}] * 2
    keys = [citation["key"] for citation in told["citations"]]
    assert len(keys) == len(set(keys))
    assert all(set(sentence["citations"]) <= set(keys) for section in told["sections"] for sentence in section["sentences"])


def test_summarise_for_people_labels_drafts(command: Run, sample_copy: Path) -> None:
    ran = command("summarise", "2025-01-28", "--style", "brief", "--library", sample_copy)
    assert (ran.code, ran.err) == (0, "")
    assert "(draft minutes)" in ran.out.splitlines()[1]
    assert "Sources" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_file_needs_no_library(command: Run, tmp_path: Path) -> None:
    ran = command("summarise", ROOT / "samples/minutes/2025-01-21-cabinet-item-03.html", "--library", tmp_path / "none", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["sections"]


@pytest.mark.parametrize("name", ["1999-01-01", "nowhere.pdf", "x" * 5000])
def test_no_such_meeting_is_exit_code_2(name: str, command: Run, sample_copy: Path) -> None:
    ran = command("summarise", name, "--library", sample_copy)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 2)


def test_exempt_items_cannot_be_had(command: Run, sample_copy: Path) -> None:
    told = command("summarise", "2024-10-22", "--json", "--library", sample_copy).out
    assert "Pont Gadno depot" not in told
