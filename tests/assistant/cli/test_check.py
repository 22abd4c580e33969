"""minutewise check: the JSON that others build on, what people see, and the exit codes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

SENTENCE = {"text", "supported", "score", "problems", "evidence"}
TRUE = "A quotation of £4,350 had been received from a roofer."
FALSE = "The Christmas lights cost £2,195."


def draft(folder: Path, *lines: str) -> Path:
    """A draft in Markdown."""
    path = folder / "draft.md"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def test_json(command: Run, tiny_folder: Path, tmp_path: Path) -> None:
    ran = command("check", draft(tmp_path, "# News", TRUE, FALSE, "Read more"), "--json", "--library", tiny_folder)
    assert (ran.code, ran.err) == (1, "")
    told = json.loads(ran.out)
    assert set(told) == {"sentences"}
    assert all(set(one) == SENTENCE for one in told["sentences"])
    assert [one["supported"] for one in told["sentences"]] == [None, True, False, None]
    assert told["sentences"][1]["score"] == 1.0
    evidence = told["sentences"][2]["evidence"]
    assert {"quote", "text", "body", "date", "source"} <= set(evidence)
    assert "£2,915" in evidence["quote"]
    assert told["sentences"][2]["problems"][0]["name"] == "figure"


def test_all_supported_is_success(command: Run, tiny_folder: Path, tmp_path: Path) -> None:
    ran = command("check", draft(tmp_path, "Dear all,", TRUE), "--library", tiny_folder)
    assert (ran.code, ran.err) == (0, "")
    assert f"✓ {TRUE}" in ran.out
    assert "– Dear all, (greeting)" in ran.out
    assert "1 of 1 claims are supported; 1 sentence claims nothing." in ran.out


def test_for_people(command: Run, tiny_folder: Path, tmp_path: Path) -> None:
    ran = command("check", draft(tmp_path, TRUE, FALSE), "--library", tiny_folder)
    assert (ran.code, ran.err) == (1, "")
    assert f"✗ {FALSE}" in ran.out
    assert "not the minutes' figure: “£2,195”" in ran.out
    assert "finance.txt, paragraph" in " ".join(ran.out.split())
    assert "1 of 2 claims are supported, 1 is not" in ran.out
    assert "\x1b[" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_against_files_needs_no_library(command: Run, tiny_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = command("check", draft(tmp_path, TRUE), "--against", tiny_files)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["draft.md"], "nothing is left behind"
    ran = command("check", draft(tmp_path, TRUE), "--against", tiny_files / "finance.txt")
    assert ran.code == 1


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_checked(command: Run, tiny_files: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7 cut")
    ran = command("check", draft(tmp_path, TRUE), "--against", tiny_files, "--against", tmp_path / "cut.pdf")
    assert ran.code == 1
    assert "1 of 1 claims" in ran.out
    assert "cut.pdf" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "give a DRAFT or --pairs FILE"),
        (("absent.docx",), "no such file"),
        (("--pairs", "absent.jsonl"), "absent.jsonl"),
        (("--pairs", "absent.jsonl", "--body", "Cabinet"), "bring their own sources"),
        (("--pairs", "-", "draft.md"), "give a DRAFT or --pairs FILE"),
    ],
)
def test_wrong_use_is_two_lines(words: tuple[str, ...], said: str, command: Run, tiny_folder: Path) -> None:
    ran = command("check", *words, "--library", tiny_folder)
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 2


def test_pairs_give_a_line_each_in_order(command: Run, tmp_path: Path) -> None:
    pairs = [{"id": number, "source": TRUE, "claim": claim} for number, claim in enumerate((TRUE, "A roofer quoted £4,530."))]
    (tmp_path / "p.jsonl").write_text("\n".join(map(json.dumps, pairs)) + "\n{oops\n" + json.dumps(pairs[0]), encoding="utf-8")
    ran = command("check", "--pairs", tmp_path / "p.jsonl")
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["id"], one["supported"]) for one in told] == [(0, True), (1, False), (0, True)]
    assert all(set(one) == {"id", "supported", "score", "problems"} for one in told)
    assert told[0]["score"] == 1.0
    assert ran.code == 1
    assert "line 3 is not JSON" in ran.err
    assert "Traceback" not in ran.err


def test_pairs_need_no_library_and_stream(shell: Run, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(json.dumps({"id": "x", "source": TRUE, "claim": TRUE}), encoding="utf-8")
    ran = shell("check", "--pairs", tmp_path / "p.jsonl", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {"id": "x", "supported": True, "score": 1.0, "problems": []}


def test_a_judge_that_is_not_configured_or_not_there(
    command: Run, tiny_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = command("check", draft(tmp_path, TRUE), "--judge", "--library", tiny_folder)
    assert (ran.code, ran.out) == (3, "")
    assert "--judge needs a chat model" in ran.err
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MINUTEWISE_MODEL", "invented")
    ran = command("check", draft(tmp_path, TRUE), "--judge", "--json", "--library", tiny_folder)
    assert ran.code == 3
    assert json.loads(ran.out)["sentences"][0]["supported"] is True, "the checks' own verdicts are whole"
    assert json.loads(ran.out)["sentences"][0]["judge"] is None
    assert "the judge stopped" in ran.err
    assert "Traceback" not in ran.err + str(sys.exc_info()[1])
