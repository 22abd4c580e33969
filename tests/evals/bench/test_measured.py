"""The bench's libraries, figures and pictures."""

from __future__ import annotations

from pathlib import Path

from evals.bench.enlarged import enlarge, passages_of
from evals.bench.measured import BenchFigures, Latency, SizeFigures, measured_size
from evals.bench.told import plot, table
from ingest.library import Library
from ingest.settings import Settings


def test_a_library_is_enlarged_by_varying_its_passages(tiny: Library, tmp_path: Path) -> None:
    folder = tmp_path / "large"
    enlarge(passages_of(tiny), folder, 130)
    with Library(Settings(library=folder)) as large:
        assert large.lookup.chunk_count() == large.vectors.count() == 130
        assert len({document.body for document in large.lookup.documents()}) == 2
        vectors = large.memory.vectors
        assert abs((vectors**2).sum(axis=1) - 1).max() < 0.01
    figures = measured_size(folder, ["the bandstand", "an allotment", "the precept"])
    assert figures.passages == 130
    assert {one.kind for one in figures.latencies} >= {"this retriever", "this retriever, filtered", "BM25 alone"}
    assert all(0 < one.p50 <= one.p95 for one in figures.latencies)


def test_figures_are_told_and_drawn() -> None:
    sizes = tuple(
        SizeFigures(passages=size, latencies=(Latency(kind="this retriever", p50=time, p95=2 * time),), first=1, memory=300, disk=20)
        for size, time in ((1000, 10.0), (100_000, 25.0))
    )
    figures = BenchFigures(sizes=sizes)
    lines = list(table(figures))
    assert any("2.50 times" in line for line in lines)
    assert all(len(line) <= 80 for line in lines)
    picture = plot(figures)
    assert picture.startswith("<svg")
    assert "25 ms" in picture
