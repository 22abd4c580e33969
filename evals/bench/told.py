"""The figures of a bench as a table for people and as a plot."""

from __future__ import annotations

import math
from collections.abc import Iterator

from evals.bench.measured import BenchFigures

WIDTH, HEIGHT, MARGIN = 640, 360, 60
COLOURS = ("#0b6e4f", "#1f77b4", "#b5651d", "#7f7f7f", "#444444")


def table(figures: BenchFigures) -> Iterator[str]:
    """Lines of at most 80 columns."""
    if figures.quality:
        yield f"{'QMSum, all meetings in one library':36} {'hit@5':>7} {'nDCG@10':>8} {'recall@30':>10}"
        for name, scores in figures.quality.items():
            yield f"  {name:34} {scores.hit_at_5[0]:7.3f} {scores.ndcg_at_10[0]:8.3f} {scores.recall_at_30[0]:10.3f}"
        ours, plain = figures.quality["this retriever"].ndcg_at_10[0], figures.quality["plain LangChain"].ndcg_at_10[0]
        yield f"  nDCG@10 against the plain pipeline: {ours / plain:.2f} times"
    for size in figures.sizes:
        yield f"{size.passages:>7,} passages: {size.memory:.0f} MB of memory, {size.disk:.0f} MB on disk, first search {size.first:.1f} s"
        for one in size.latencies:
            yield f"  {one.kind:34} p50 {one.p50:7.1f} ms   p95 {one.p95:7.1f} ms"
    if len(figures.sizes) > 1:
        first, last = figures.sizes[0], figures.sizes[-1]
        yield f"p50 at {last.passages:,} against {first.passages:,}: {last.latencies[0].p50 / first.latencies[0].p50:.2f} times"
    if figures.ingest:
        speed = figures.ingest
        yield (
            f"Ingest of {speed.chunks} chunks: {speed.ingest_seconds:.1f} s, {speed.ingest_seconds / speed.bare_seconds:.2f} times the bare"
            f" model; again {100 * speed.again_seconds / speed.ingest_seconds:.2f} %"
        )


def plot(figures: BenchFigures) -> str:
    """An SVG of median search time against size, both axes logarithmic."""
    sizes = [size.passages for size in figures.sizes]
    kinds = [one.kind for one in figures.sizes[0].latencies]
    times = {kind: [one.p50 for size in figures.sizes for one in size.latencies if one.kind == kind] for kind in kinds}
    low, high = math.log10(min(min(row) for row in times.values())), math.log10(max(max(row) for row in times.values()))
    left, right = math.log10(sizes[0]), math.log10(sizes[-1])

    def across(size: float) -> float:
        return MARGIN + (WIDTH - 220 - MARGIN) * (math.log10(size) - left) / ((right - left) or 1)

    def down(time: float) -> float:
        return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (math.log10(time) - low) / ((high - low) or 1)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">']
    parts.append('<rect width="100%" height="100%" fill="white"/><text x="60" y="30">Median search time (ms) against passages</text>')
    for size in sizes:
        parts.append(f'<text x="{across(size):.0f}" y="{HEIGHT - 35}" text-anchor="middle">{size:,}</text>')
    for kind, colour in zip(kinds, COLOURS, strict=False):
        points = " ".join(f"{across(size):.0f},{down(time):.0f}" for size, time in zip(sizes, times[kind], strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        end = times[kind][-1]
        parts.append(f'<text x="{across(sizes[-1]) + 8:.0f}" y="{down(end) + 4:.0f}" fill="{colour}">{kind}: {end:.0f} ms</text>')
    return "\n".join([*parts, "</svg>"])
