"""Retrieval measured on meeting transcripts with marked turns: `python -m evals.retrieval ../shared/data`.

Reads QMSum in the layout of the data folder: `qmsum/meetings/*.txt` (one paragraph a turn), `questions.jsonl`, `relevance_span.jsonl`.
All meetings lie in one library; a passage is relevant when it holds a marked turn of the right meeting.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from assistant.retrieve import Retriever
from evals.metrics import hit_at, ndcg_at, recall_at, mean_and_error
from ingest.datamodel import Noun, Passage
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings

CACHE = Path(".cache/eval-qmsum")


class RetrievalScores(Noun):
    """Means over questions with their standard errors."""

    n: int = Field(description="number of questions")
    hit_at_5: tuple[float, float]
    ndcg_at_10: tuple[float, float]
    recall_at_30: tuple[float, float]
    milliseconds: float = Field(description="mean time of a search, query embedding included")


def measure(data: Path, library: Library) -> RetrievalScores:
    """Searches for every question of the benchmark.

    Args:
        data: the folder that holds `qmsum/`.
        library: holds all its meetings.
    """
    relevant = _relevant(data / "qmsum" / "relevance_span.jsonl")
    questions = [record for record in _records(data / "qmsum" / "questions.jsonl") if record["id"] in relevant]
    everything = defaultdict(list)
    for document in library.lookup.documents():
        everything[Path(document.path).stem] = [_turns(passage) for passage in library.lookup.chunk_passages(document.id)]
    retriever = Retriever(library)
    rows: list[tuple[float, float, float]] = []
    started = time.perf_counter()
    for record in questions:
        ranked = [_turns(passage) for passage in retriever.search(record["question"], k=30).passages]
        wanted = relevant[record["id"]]
        rows.append((hit_at(ranked, wanted, 5), ndcg_at(ranked, everything[record["meeting"]], wanted, 10), recall_at(ranked, wanted, 30)))
    seconds = time.perf_counter() - started
    hits, gains, recalls = ([row[column] for row in rows] for column in range(3))
    return RetrievalScores(
        n=len(rows),
        hit_at_5=mean_and_error(hits),
        ndcg_at_10=mean_and_error(gains),
        recall_at_30=mean_and_error(recalls),
        milliseconds=1000 * seconds / len(rows),
    )


def _turns(passage: Passage) -> set[str]:
    first, last = passage.source.paragraphs
    return {f"{Path(passage.source.path).stem}:{turn}" for turn in range(first, last + 1)}


def _relevant(path: Path) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record in _records(path):
        found[record["question"]].add(f"{record['meeting']}:{int(record['turn']) + 1}")  # turns count from 0, paragraphs from 1
    return found


def _records(path: Path) -> Iterator[dict[str, str]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Prints the scores."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    with Library(Settings(library=CACHE), create=True) as library:
        print(ingest(library, [data / "qmsum" / "meetings"]))
        scores = measure(data, library)
    for name in ("hit_at_5", "ndcg_at_10", "recall_at_30"):
        mean, error = getattr(scores, name)
        print(f"{name:14} {mean:.3f} ± {error:.3f}  (n = {scores.n})")
    print(f"{scores.milliseconds:.0f} ms a search")


if __name__ == "__main__":
    main()
