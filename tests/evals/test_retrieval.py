"""The retrieval benchmarks, over small data of the same form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import welsh
from evals.bench.plain import PlainPipeline
from evals.retrieval import STEPS, Benchmark, measure
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings

WELSH = Path(__file__).parents[3] / "shared" / "data" / "welsh"
TURNS = {
    "alpha": [
        "Chair: Good morning, we begin with the harbour wall.",
        "Nia Vale: The harbour wall lost forty stones in the storm.",
        "Tom Rowe: The library roof is another matter.",
    ],
    "beta": ["Chair: Good morning.", "Ann Hale: Bus fares rise in spring.", "Wyn Parri: The bus to Penllyn is often late."],
}
ASKED = [("alpha-0", "What happened to the harbour wall?", "alpha", [0, 1]), ("beta-0", "What was said about bus fares?", "beta", [1])]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A benchmark of two meetings and two questions."""
    folder = tmp_path / "qmsum"
    (folder / "meetings").mkdir(parents=True)
    for name, turns in TURNS.items():
        (folder / "meetings" / f"{name}.txt").write_text("\n\n".join(turns), encoding="utf-8")
    lines = [json.dumps({"id": name, "question": text, "meeting": meeting}) for name, text, meeting, _ in ASKED]
    (folder / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    marked = [
        json.dumps({"question": name, "meeting": meeting, "turn": turn, "grade": 1}) for name, _, meeting, turns in ASKED for turn in turns
    ]
    (folder / "relevance_span.jsonl").write_text("\n".join(marked), encoding="utf-8")
    return tmp_path


def test_turns_of_the_benchmark_count_from_one(data: Path) -> None:
    benchmark = Benchmark.read(data)
    assert benchmark.relevant == {"alpha-0": {"alpha:1", "alpha:2"}, "beta-0": {"beta:2"}}


def test_what_is_found_is_scored(data: Path, tmp_path: Path) -> None:
    with Library(Settings(library=tmp_path / "library"), create=True) as library:
        ingest(library, [data / "qmsum" / "meetings"])
        scores = measure(data, library)
        assert (scores.n, scores.hit_at_5[0], scores.recall_at_30[0]) == (2, 1.0, 1.0)
        assert measure(data, library, STEPS["BM25"]).hit_at_5[0] == 1.0
        plain = PlainPipeline(data / "qmsum" / "meetings", tmp_path / "plain", library.embedder)
        assert plain.search("harbour wall", 1) == [{"alpha:1", "alpha:2", "alpha:3"}]
        assert plain.by_meeting["beta"] == [{"beta:1", "beta:2", "beta:3"}]


def test_welsh_questions_name_files_and_hold_no_minutes() -> None:
    asked = welsh.questions()
    assert len(asked) == len({one.question for one in asked}) == 30
    assert len({one.file for one in asked}) == 6


@pytest.mark.skipif(not WELSH.exists(), reason=f"{WELSH} is not here")
def test_welsh_questions_find_their_item(tmp_path: Path) -> None:
    with Library(Settings(library=tmp_path / "library"), create=True) as library:
        ingest(library, [WELSH])
        scores = welsh.measure(library)
    assert scores.first >= 27
    assert scores.unmutated >= 28
    assert scores.english >= 25
