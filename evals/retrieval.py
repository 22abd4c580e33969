"""Retrieval measured on meeting transcripts with marked turns: `python -m evals.retrieval ../shared/data [--steps] [--folds]`.

Reads QMSum in the layout of the data folder: `qmsum/meetings/*.txt` (one paragraph a turn), `questions.jsonl`, `relevance_span.jsonl`.
All meetings lie in one library; a passage is relevant when it holds a marked turn of the right meeting.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from assistant.finding.ranking import Weights
from assistant.finding.retrieve import Retriever
from evals.metrics import hit_at, mean_and_error, ndcg_at, recall_at
from ingest.datamodel import Noun, Passage
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings

CACHE = Path(".cache/eval-qmsum")
FOLDS = 6

Turns = set[str]
Search = Callable[[str, int], Sequence[Turns]]  # a question and how many passages → the turns that each holds, best first

# Each step on top of the last, as docs/retrieval.md shows them.
_BARE = Weights(k1=1.2, b=0.75, pairs=0, meaning=0, neighbours=(), item=0, window=0, varied=False)
STEPS = {
    "BM25": _BARE,
    "+ meaning, fused by score": _BARE._replace(meaning=0.4),
    "+ BM25 that saturates early": _BARE._replace(meaning=0.4, k1=0.7, b=0.5),
    "+ neighbouring chunks": Weights(pairs=0, item=0, window=0, varied=False),
    "+ the whole item": Weights(pairs=0, window=0, varied=False),
    "+ the window's words": Weights(pairs=0, varied=False),
    "+ adjacent pairs of words": Weights(varied=False),
    "+ variety (what is shipped)": Weights(),
    "without meaning": Weights(meaning=0),
    "without neighbouring chunks": Weights(neighbours=()),
}
# What could have been chosen otherwise: cross-validation chooses among these on other meetings than it measures.
CHOICES = [
    Weights(),
    Weights(pairs=0.3),
    Weights(pairs=0.9),
    Weights(window=2),
    Weights(k1=1.2, b=0.75),
    Weights(words=0.7, meaning=0.3),
    Weights(neighbours=(0.5, 0.25)),
    Weights(window_shares=(0.7, 0.5, 0.3)),
]


class RetrievalScores(Noun):
    """Means over questions with their standard errors."""

    n: int = Field(description="number of questions")
    hit_at_5: tuple[float, float]
    ndcg_at_10: tuple[float, float]
    recall_at_30: tuple[float, float]
    milliseconds: float = Field(description="mean time of a search, query embedding included")

    def line(self) -> str:
        """The three means in one line."""
        return f"hit@5 {self.hit_at_5[0]:.3f}  nDCG@10 {self.ndcg_at_10[0]:.3f}  recall@30 {self.recall_at_30[0]:.3f}"


class Row(NamedTuple):
    """One question's scores."""

    meeting: str
    hit: float
    gain: float
    recall: float


class Benchmark(NamedTuple):
    """Questions with the turns that answer them, named 'meeting:turn'."""

    questions: list[dict[str, str]]
    relevant: dict[str, Turns]

    @classmethod
    def read(cls, data: Path) -> Benchmark:
        """Reads the benchmark from the folder that holds `qmsum/`."""
        relevant = _relevant(data / "qmsum" / "relevance_span.jsonl")
        return cls([record for record in records(data / "qmsum" / "questions.jsonl") if record["id"] in relevant], relevant)

    def rows(self, search: Search, everything: dict[str, list[Turns]]) -> list[Row]:
        """Each question's scores; `everything` is all that could be found, by meeting."""
        found = []
        for record in self.questions:
            ranked, wanted = search(record["question"], 30), self.relevant[record["id"]]
            gain = ndcg_at(ranked, everything[record["meeting"]], wanted, 10)
            found.append(Row(record["meeting"], hit_at(ranked, wanted, 5), gain, recall_at(ranked, wanted, 30)))
        return found


def measure(data: Path, library: Library, weights: Weights = Weights()) -> RetrievalScores:
    """Searches for every question of the benchmark.

    Args:
        data: the folder that holds `qmsum/`.
        library: holds all its meetings.
        weights: what each step of the ranking counts.
    """
    started = time.perf_counter()
    rows = rows_of(Benchmark.read(data), library, weights)
    return scores_of(rows, time.perf_counter() - started)


def rows_of(benchmark: Benchmark, library: Library, weights: Weights = Weights()) -> list[Row]:
    """Each question's scores with this retriever."""
    everything: defaultdict[str, list[Turns]] = defaultdict(list)
    for document in library.lookup.documents():
        everything[Path(document.path).stem] = [_turns(passage) for passage in library.lookup.chunk_passages(document.id)]
    retriever = Retriever(library, weights=weights)
    return benchmark.rows(lambda text, k: [_turns(passage) for passage in retriever.search(text, k=k).passages], everything)


def scores_of(rows: Sequence[Row], seconds: float) -> RetrievalScores:
    """The means."""
    return RetrievalScores(
        n=len(rows),
        hit_at_5=mean_and_error([row.hit for row in rows]),
        ndcg_at_10=mean_and_error([row.gain for row in rows]),
        recall_at_30=mean_and_error([row.recall for row in rows]),
        milliseconds=1000 * seconds / len(rows),
    )


def cross_validated(data: Path, library: Library) -> list[RetrievalScores]:
    """By fold of meetings: the scores there of the weights that do best (nDCG@10) on all other meetings."""
    benchmark = Benchmark.read(data)
    by_choice = [rows_of(benchmark, library, choice) for choice in CHOICES]
    meetings = sorted({row.meeting for row in by_choice[0]})
    found = []
    for fold in range(FOLDS):
        held_out = set(meetings[fold::FOLDS])
        best = max(by_choice, key=lambda rows: sum(row.gain for row in rows if row.meeting not in held_out))
        found.append(scores_of([row for row in best if row.meeting in held_out], 0))
    return found


def _turns(passage: Passage) -> Turns:
    first, last = passage.source.paragraphs
    return {f"{Path(passage.source.path).stem}:{turn}" for turn in range(first, last + 1)}


def _relevant(path: Path) -> dict[str, Turns]:
    found: defaultdict[str, Turns] = defaultdict(set)
    for record in records(path):
        found[record["question"]].add(f"{record['meeting']}:{int(record['turn']) + 1}")  # turns count from 0, paragraphs from 1
    return found


def records(path: Path) -> Iterator[dict[str, str]]:
    """The records of a JSON-lines file."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Prints the scores."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    data = Path(given[0] if given else "../shared/data")
    with Library(Settings(library=Path(given[1]) if given[1:] else CACHE), create=True) as library:
        print(ingest(library, [data / "qmsum" / "meetings"]))
        scores = measure(data, library)
        for name in ("hit_at_5", "ndcg_at_10", "recall_at_30"):
            mean, error = getattr(scores, name)
            print(f"{name:14} {mean:.3f} ± {error:.3f}  (n = {scores.n})")
        print(f"{scores.milliseconds:.0f} ms a search")
        if "--steps" in sys.argv:
            for name, weights in STEPS.items():
                print(f"{name:32} {measure(data, library, weights).line()}", flush=True)
        if "--folds" in sys.argv:
            for number, fold in enumerate(cross_validated(data, library), start=1):
                print(f"fold {number} ({fold.n:3} questions)  {fold.line()}", flush=True)


if __name__ == "__main__":
    main()
