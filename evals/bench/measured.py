"""Quality, speed and scale of this retriever, the plain LangChain pipeline and BM25 alone, in one run.

Every size is measured in a process of its own, so that its memory is its own. Times are of warm searches, the embedding of the question
included; the filter narrows to one body in eight. Compare figures of one run only: they depend on the machine and on what else it does.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import Field

from assistant.finding.retrieve import Retriever
from evals.bench.enlarged import enlarge, passages_of
from evals.bench.plain import PlainPipeline
from evals.retrieval import STEPS, Benchmark, RetrievalScores, records, rows_of, scores_of
from ingest.datamodel import Filters, Noun
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from ingest.tokens import count

SIZES = (1_000, 10_000, 100_000)
SEARCHES = 60
WARM = 5
BM25 = STEPS["BM25"]


class Latency(Noun):
    """Times of one kind of search at one size, in milliseconds."""

    kind: str
    p50: float
    p95: float


class SizeFigures(Noun):
    """One size of library."""

    passages: int
    latencies: tuple[Latency, ...]
    first: float = Field(description="seconds that the first search takes: words and vectors are read")
    memory: float = Field(description="highest resident memory of the process, MB")
    disk: float = Field(description="size of the library's folder, MB")


class IngestFigures(Noun):
    """Ingest against the model alone, for the same chunks."""

    chunks: int
    ingest_seconds: float
    bare_seconds: float
    again_seconds: float


class BenchFigures(Noun):
    """All figures of one run."""

    quality: dict[str, RetrievalScores] = Field(default_factory=dict)
    sizes: tuple[SizeFigures, ...] = ()
    ingest: IngestFigures | None = None


def bench(data: Path, folder: Path, sizes: Sequence[int] = SIZES, say: Callable[[str], object] = print) -> BenchFigures:
    """Measures everything.

    Args:
        data: the folder that holds `qmsum/`.
        folder: where libraries are made, and kept for the next run.
        say: told what is being done.
    """
    meetings = data / "qmsum" / "meetings"
    with Library(Settings(library=folder / "qmsum"), create=True) as library:
        say("taking the meetings in")
        ingest(library, [meetings])
        quality = measured_quality(data, library, folder, say)
        say("ingest against the bare model")
        speed = measured_ingest(library, meetings, folder)
        real = passages_of(library)
    found = []
    for size in sizes:
        say(f"a library of {size} passages")
        enlarge(real, folder / f"passages-{size}", size)
        done = subprocess.run(
            [sys.executable, "-m", "evals.bench.measured", str(folder / f"passages-{size}"), str(data / "qmsum" / "questions.jsonl")],
            capture_output=True,
            text=True,
            check=True,
        )
        found.append(SizeFigures.model_validate_json(done.stdout))
    return BenchFigures(quality=quality, sizes=tuple(found), ingest=speed)


def measured_quality(data: Path, library: Library, folder: Path, say: Callable[[str], object]) -> dict[str, RetrievalScores]:
    """Scores of the three on the same questions."""
    benchmark = Benchmark.read(data)
    found = {}
    for name, weights in (("this retriever", STEPS["+ variety (what is shipped)"]), ("BM25 alone", BM25)):
        say(f"quality: {name}")
        started = time.perf_counter()
        found[name] = scores_of(rows_of(benchmark, library, weights), time.perf_counter() - started)
    say("quality: plain LangChain")
    plain = PlainPipeline(data / "qmsum" / "meetings", folder / "plain", library.embedder)
    started = time.perf_counter()
    rows = benchmark.rows(plain.search, plain.by_meeting)
    found["plain LangChain"] = scores_of(rows, time.perf_counter() - started)
    return found


def measured_ingest(library: Library, meetings: Path, folder: Path) -> IngestFigures:
    """Time of an ingest of one meeting in four, of the bare model for its chunks before and after (the mean), and of an ingest again."""
    some = sorted(meetings.glob("*.txt"))[::4]
    names = {path.stem for path in some}
    texts = [
        f"{row['context']}\n{row['text']}"
        for row in library.catalogue.connection.execute(
            "SELECT d.path, c.context, c.text FROM chunks c JOIN documents d ON d.id = c.document_id"
        )
        if Path(row["path"]).stem in names
    ]
    place = folder / "ingest"
    shutil.rmtree(place, ignore_errors=True)
    library.embedder.embed(["warm"])
    with Library(Settings(library=place), create=True) as fresh:
        fresh.vectors.count()  # Chroma and the token table are loaded beforehand, as the model is
        count("warm")
        before = _seconds(lambda: library.embedder.embed(texts))
        first = _seconds(lambda: ingest(fresh, some))
        again = _seconds(lambda: ingest(fresh, some))
        after = _seconds(lambda: library.embedder.embed(texts))
        chunks = fresh.lookup.chunk_count()
    return IngestFigures(chunks=chunks, ingest_seconds=first, bare_seconds=(before + after) / 2, again_seconds=again)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measured_size(folder: Path, questions: Sequence[str]) -> SizeFigures:
    """Latencies of one library, in this process."""
    with Library(Settings(library=folder)) as library:
        retriever = Retriever(library)
        started = time.perf_counter()
        retriever.search(questions[0])
        first = time.perf_counter() - started
        size = library.lookup.chunk_count()
        library.vectors.count()  # opened beside the second search otherwise, and in the way of the next
        within = Filters(body="Planning")
        latencies = [
            _latency("this retriever", lambda text: retriever.search(text), questions),
            _latency("this retriever, filtered", lambda text: retriever.search(text, within), questions),
        ]
        memory = _highest_memory()
        lexical = Retriever(library, weights=BM25)
        latencies.append(_latency("BM25 alone", lambda text: lexical.search(text), questions))
        latencies += [_latency("Chroma alone", lambda text: library.vectors.nearest(library.embedder.embed([text])[0], 10), questions)]
        latencies += [_latency("embedding of the question", lambda text: library.embedder.embed([text]), questions)]
    disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20
    return SizeFigures(passages=size, latencies=tuple(latencies), first=first, memory=memory, disk=disk)


def _highest_memory() -> float:
    """Highest resident memory of this process, MB; `getrusage` would count what the process held that started this one."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def _latency(kind: str, search: Callable[[str], object], questions: Sequence[str]) -> Latency:
    times = []
    for number in range(WARM + SEARCHES):
        started = time.perf_counter()
        search(questions[number % len(questions)])
        times.append(1000 * (time.perf_counter() - started))
    ordered = sorted(times[WARM:])
    return Latency(kind=kind, p50=ordered[SEARCHES // 2], p95=ordered[int(SEARCHES * 0.95)])


if __name__ == "__main__":
    asked = [record["question"] for record in records(Path(sys.argv[2]))]
    print(json.dumps(measured_size(Path(sys.argv[1]), asked[:: max(1, len(asked) // (WARM + SEARCHES))]).model_dump()))
