"""Fits what `assistant/publicity/resemblance.py` holds sentences against: `python -m evals.publicity.examples [../shared/data]`.

Faults are the examples of publicity_examples.jsonl and the planted rounds (English). Clean sentences are those written beside them, those
of the samples and, drawn by their digests, those of real minutes under the folder named (only vectors are kept). The 300 that
`evals.publicity.planted` looks for false alarms in are not among them, nor is a sentence of minutes that the lists find something in. The
threshold of each kind lets through so many of held-out clean sentences (8 folds): of those written, which are meant to be hard, more.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.publicity import Rules
from assistant.publicity.desk import of_lists
from assistant.publicity.resemblance import FILE, KINDS, QUANTUM, similarity
from assistant.publicity.statement import CHECK_OF, Statement
from evals.publicity.planted import MEMBER, clean, planted, told_in_samples
from ingest.embedding import embedder
from ingest.text import sentences

EXAMPLES = Path(__file__).parent / "publicity_examples.jsonl"
WEIGHTS = Path(__file__).parents[2] / "assistant" / "publicity" / FILE
RIDGE = 0.5
OF_FAULTS, OF_CLEAN = 2.0, 3.0  # how much more than a sentence of the minutes an example counts
LET_THROUGH = {"publicity": (0.05, 0.014), "pre-election": (0.05, 0.008), "personal data": (0.035, 0.02)}  # of those written, of minutes
NEAREST = 1200  # sentences of minutes kept: those nearest to the faults
FOLDS = 8
Vectors = NDArray[np.float32]


def main() -> None:
    """Fits, prints what held-out examples it finds, and writes the file."""
    from_minutes = _minutes(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
    told = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    told += [{"check": one.check, "sentence": one.sentence} for one in planted() if one.round and one.language == "en"]
    told = list({one["sentence"]: one for one in told}.values())
    texts = [one["sentence"] for one in told] + from_minutes
    checks = [one["check"] for one in told] + ["minutes"] * len(from_minutes)
    vectors = _quantised(embedder().embed(texts))
    faults = np.array([check not in ("clean", "minutes", "links") for check in checks])
    near = similarity(vectors, vectors[faults]).max(axis=1)
    ranked = sorted((place for place, check in enumerate(checks) if check == "minutes"), key=lambda place: -near[place])
    kept = [place for place, check in enumerate(checks) if check not in ("minutes", "links")] + ranked[:NEAREST]
    weights = np.zeros((len(kept), len(KINDS)), dtype=np.float32)
    least = np.zeros(len(KINDS), dtype=np.float32)
    for column, subject in enumerate(KINDS):
        kind = CHECK_OF[subject]
        rows = [row for row, place in enumerate(kept) if _counts(checks[place], texts[place], kind)]
        weights[rows, column], least[column] = _fit(kind, vectors[[kept[row] for row in rows]], [checks[kept[row]] for row in rows])
    used = np.flatnonzero(np.abs(weights).sum(axis=1) > 0)
    whole = np.round(vectors[[kept[row] for row in used]] / QUANTUM).astype(np.int8)
    np.savez_compressed(WEIGHTS, vectors=whole, weights=weights[used], least=least)
    print(f"{len(used)} examples, {WEIGHTS.stat().st_size:,} bytes in {WEIGHTS}")


def _fit(kind: str, vectors: Vectors, checks: Sequence[str]) -> tuple[Vectors, float]:
    """Weights of the examples, and the threshold: kernel ridge regression (Saunders and others 1998), examples weighted."""
    wanted = np.array([1.0 if check == kind else -1.0 for check in checks])
    counted = np.array([OF_FAULTS if check == kind else OF_CLEAN if check == "clean" else 1.0 for check in checks])
    fold = np.random.RandomState(0).permutation(len(checks)) % FOLDS
    scores = np.zeros(len(checks))
    for number in range(FOLDS):
        rest, held = fold != number, fold == number
        scores[held] = similarity(vectors[held], vectors[rest]) @ _solved(vectors[rest], wanted[rest], counted[rest])
    clean, minutes = (scores[[check == name for check in checks]] for name in ("clean", "minutes"))
    least = float(max(np.quantile(some, 1 - share) for some, share in zip((clean, minutes), LET_THROUGH[kind], strict=True)))
    found = scores[wanted > 0] > least
    print(f"{kind}: {found.mean():.1%} of {len(found)} held-out faults found by meaning alone, from {least:.2f}")
    return _solved(vectors, wanted, counted).astype(np.float32), least


def _solved(vectors: Vectors, wanted: NDArray[np.float64], counted: NDArray[np.float64]) -> NDArray[np.float64]:
    kernel = similarity(vectors, vectors).astype(np.float64)
    return np.asarray(np.linalg.solve(kernel + np.diag(RIDGE / counted), wanted), dtype=np.float64)


def _counts(check: str, text: str, kind: str) -> bool:
    """Whether an example says something of a kind: a clean sentence that names a member may be a fault before an election."""
    if check == kind:
        return True
    if check not in ("clean", "minutes"):
        return False
    found = {one.check for one in of_lists(Statement(text, "en", Rules(pre_election=True)))}
    return kind not in found and not (kind == "pre-election" and MEMBER.search(text))


def _quantised(vectors: Vectors) -> Vectors:
    return np.clip(np.round(vectors / QUANTUM), -127, 127).astype(np.float32) * np.float32(QUANTUM)


def _minutes(folder: Path) -> list[str]:
    """Whole sentences of 6 to 40 words of real minutes."""
    some: set[str] = set()
    for path in sorted(path for name in ("minutes", "decisions") for path in (folder / name).glob("*") if path.suffix in (".md", ".txt")):
        text = re.sub(r"[#|*]+", " ", path.read_text(encoding="utf-8", errors="ignore"))[:60_000].replace("\n", " ")
        some |= {one for one in sentences(text) if 6 <= len(one.split()) <= 40 and one[0].isupper() and one.endswith(".")}
    if not some:
        raise SystemExit(f"no minutes under {folder}: name the folder that has minutes/ and decisions/")
    drawn = {text for _, text in clean()}
    own = sorted(text for language, text in told_in_samples() if language == "en" and text not in drawn)
    return sorted(some, key=lambda one: hashlib.sha256(one.encode()).hexdigest())[:3000] + own


if __name__ == "__main__":
    main()
