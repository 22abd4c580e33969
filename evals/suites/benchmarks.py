"""Public benchmarks in the form of ../shared/data, beside plain baselines: QMSum retrieval, and the registers of decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from evals.datamodel import Figure, Outcome
from evals.figures import mean_of

if TYPE_CHECKING:
    from evals.retrieval import Row
    from evals.run import Run

MEASURES = (("hit_at_5", "hit@5", "hit"), ("ndcg_at_10", "nDCG@10", "gain"), ("recall_at_30", "recall@30", "recall"))


def measure(run: Run) -> Outcome:
    """Measures what the data folder holds."""
    if run.data is None:
        return Outcome(suite="benchmarks", figures=(), note="left out: name a folder with --data")
    figures: list[Figure] = []
    missing = []
    for folder, make in (("qmsum", _qmsum), ("decisions", _registers)):
        if (run.data / folder).is_dir():
            figures += make(run, run.data)
        else:
            missing.append(f"no {folder} in {run.data}")
    return Outcome(suite="benchmarks", figures=tuple(figures), note="; ".join(missing) or None)


def _qmsum(run: Run, data: Path) -> list[Figure]:
    """Retrieval over committee transcripts, beside BM25 alone and, where it is installed, the plain LangChain pipeline."""
    from evals.retrieval import STEPS, Benchmark, rows_of
    from ingest.library import Library
    from ingest.pipeline import ingest

    settings = run.system.library.settings
    meetings = data / "qmsum" / "meetings"
    benchmark = Benchmark.read(data)
    with Library(settings.model_copy(update={"library": settings.library.with_name("qmsum")}), create=True) as library:
        ingest(library, [meetings], watch=lambda name, done, total: run.watch("QMSum meetings", done, total))
        run.watch("QMSum questions", 0, 3)
        ours = rows_of(benchmark, library)
        run.watch("QMSum questions", 1, 3)
        found = [("qmsum", "QMSum", ours), ("qmsum_bm25", "QMSum, BM25 alone", rows_of(benchmark, library, STEPS["BM25"]))]
        run.watch("QMSum questions", 2, 3)
        try:
            from evals.bench.plain import PlainPipeline

            plain = PlainPipeline(meetings, settings.library.with_name("plain"), library.embedder)
            found.append(("qmsum_plain", "QMSum, plain LangChain pipeline", benchmark.rows(plain.search, plain.by_meeting)))
        except ImportError:
            run.notes.append("the plain LangChain pipeline is not installed")
    return [figure for name, title, rows in found for figure in _ranked(name, title, rows)]


def _ranked(name: str, title: str, rows: Sequence[Row]) -> list[Figure]:
    return [
        Figure(
            name=f"benchmarks.{name}_{measure}",
            title=f"{title}: {words}",
            better="high" if name == "qmsum" else "neither",
            external=True,
            **mean_of([getattr(row, field) for row in rows]).model_dump(),
        )
        for measure, words, field in MEASURES
    ]


def _registers(run: Run, data: Path) -> list[Figure]:
    """Motions and recorded votes of real council minutes that the registers have right."""
    from evals.registers import measure as registers

    run.watch("registers", 0, 1)
    scores = registers(data)
    figures = []
    for name, title, of in (
        ("motion_all_right", "motions with mover, seconder and resolution right", "motions"),
        ("votes_all_right", "recorded votes with every name right", "votes"),
    ):
        n = int(scores[of])
        right = round(scores[name] * n)
        figures.append(
            Figure(name=f"benchmarks.{name}", title=title, external=True, **mean_of([1.0] * right + [0.0] * (n - right)).model_dump())
        )
    return figures
