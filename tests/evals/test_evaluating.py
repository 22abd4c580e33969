"""`minutewise eval` as a user meets it: what is refused, and one small run with its report and its gate."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from evals.suites import SUITES
from tests.conftest import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["poetry"], "there is no suite 'poetry'"),
        (["answers", "--baseline", "none.json"], "none.json: No such file"),
        (["answers", "--write-baseline", "because"], "'because' is no reason to move the baseline"),
        (["answers", "--split", "dev", "--write-baseline", "a reason of four words"], "the baseline is of all questions"),
    ],
)
def test_wrong_use_is_one_error_and_a_hint(
    words: list[str], said: str, command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = command("eval", *words)
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) == 2
    assert list(tmp_path.iterdir()) == []


def test_help_names_every_suite(command: Run) -> None:
    told = command("eval", "--help").out
    assert all(suite in told for suite in SUITES)


def test_a_run_tells_writes_and_guards(command: Run, tmp_path: Path) -> None:
    kept = {
        "moved": [{"date": "2025-11-03", "reason": "higher than can be", "version": "0"}],
        "engine": "quote",
        "embedding": "all-MiniLM-L6-v2/int8",
        "cases": [],
        "figures": {
            "summaries.decision_recall": {"mean": 1.5, "error": 0.0, "n": 9, "better": "high"},
            "summaries.faithfulness": {"mean": 0.1, "error": 0.0, "n": 9, "better": "high"},
            "welsh.mrr": {"mean": 1.5, "error": 0.0, "n": 9, "better": "high"},
        },
    }
    baseline = tmp_path / "baseline.json"
    baseline.write_text(json.dumps(kept), encoding="utf-8")
    ran = command("eval", "summaries", "--baseline", baseline, "--json", "-o", tmp_path / "report")
    assert ran.code == 1
    assert re.findall(r"dropped: (\S+) was 1\.500", ran.err) == ["summaries.decision_recall"]
    told = json.loads(ran.out)
    figures = {one["name"]: one for one in told["figures"]}
    assert (told["split"], told["engine"], told["passed"]) == ("all", "quote", False)
    assert [one["name"] for one in told["dropped"]] == ["summaries.decision_recall"]
    assert figures["summaries.faithfulness"]["mean"] > 0.95
    assert figures["summaries.decision_recall"]["n"] == 129
    assert figures["summaries.decision_recall"]["error"] > 0
    written = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    assert written["figures"] == told["figures"]
    assert len(written["cases"]) > 150
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "1 figure dropped below the baseline" in page
    assert "Worst first" in page
