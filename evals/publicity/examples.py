"""Fits what `assistant/publicity/resemblance.py` holds sentences against: `python -m evals.publicity.examples [../shared/data]`.

Faults are the examples of publicity_examples.jsonl and the planted rounds. Clean sentences are those written beside them, those
of the samples and, drawn by their digests, those of real minutes under the folder named (only vectors are kept). The 300 that
`evals.publicity.planted` looks for false alarms in are not among them, nor is a sentence of minutes that the lists find something in. The
threshold of each kind lets through so many of held-out clean sentences (8 folds): of those written, which are meant to be hard, more.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from assistant.grams import Wording, grams
from assistant.publicity import Rules
from assistant.publicity.desk import of_lists
from assistant.publicity.resemblance import FILE, KINDS, QUANTUM, WORDING, heard, similarity
from assistant.publicity.statement import CHECK_OF, Statement
from evals.publicity.planted import MEMBER, clean, planted, told_in_samples
from ingest.datamodel import Language
from ingest.embedding import embedder
from ingest.text import sentences

EXAMPLES = Path(__file__).parents[1] / "data" / "publicity_examples.jsonl"
WEIGHTS = Path(__file__).parents[2] / "assistant" / "publicity" / FILE
RIDGE = 0.5
OF_FAULTS, OF_CLEAN = 2.0, 3.0  # how much more than a sentence of the minutes an example counts
LET_THROUGH: dict[Language, dict[str, tuple[float, float]]] = {  # of those written, of minutes
    "en": {"publicity": (0.13, 0.03), "pre-election": (0.15, 0.02), "personal data": (0.05, 0.02)},
    "cy": {"publicity": (0.03, 0.01), "pre-election": (0.02, 0.005), "personal data": (0.03, 0.01)},
}
NEAREST = 1200  # sentences of minutes kept: those nearest to the faults
FOLDS = 8
SEEN = 2  # invented examples that a gram stands in at least: none is kept that only real minutes have, so no name of theirs
Vectors = NDArray[np.float32]


class Likeness(NamedTuple):
    """What sentences are compared by."""

    meaning: Vectors  # (sentences, 384)
    wording: Vectors  # (sentences, grams)

    def at(self, rows: Sequence[int] | NDArray[np.bool_]) -> Likeness:
        """That of some sentences."""
        return Likeness(self.meaning[rows], self.wording[rows])

    def kernel(self, others: Likeness) -> Vectors:
        """How alike each is to each other one."""
        alike: Vectors = np.float32(WORDING) * (self.wording @ others.wording.T)
        return similarity(self.meaning, others.meaning) + alike if self.meaning.shape[1] else alike


def main() -> None:
    """Fits each language, prints what held-out examples it finds, and writes the files."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    for language in get_args(Language):
        _fit_language(language, _minutes(folder, language))


def _fit_language(language: Language, from_minutes: Sequence[str]) -> None:
    told = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()] if language == "en" else []
    told += [{"check": one.check, "sentence": one.sentence} for one in planted() if one.round and one.language == language]
    told = [one for one in {one["sentence"]: one for one in told}.values() if one["check"] != "links"]
    texts = [one["sentence"] for one in told] + list(from_minutes)
    checks = [one["check"] for one in told] + ["minutes"] * len(from_minutes)
    # The model knows no Welsh: its vectors would be noise.
    meaning = _quantised(embedder().embed(texts)) if language == "en" else np.zeros((len(texts), 0), dtype=np.float32)
    faults = np.array([check not in ("clean", "minutes") for check in checks])
    near = similarity(meaning, meaning[faults]).max(axis=1)
    ranked = sorted(range(len(told), len(texts)), key=lambda place: -near[place])
    kept = [*range(len(told)), *ranked[:NEAREST]]
    texts, checks = [texts[place] for place in kept], [checks[place] for place in kept]
    rarity = _rarity(texts, own=[check != "minutes" for check in checks])
    like = Likeness(meaning[kept], Wording(rarity).of(texts))
    weights = np.zeros((len(kept), len(KINDS)), dtype=np.float32)
    of_grams = np.zeros((len(rarity), len(KINDS)), dtype=np.float32)
    least = np.zeros(len(KINDS), dtype=np.float32)
    for column, subject in enumerate(KINDS):
        kind = CHECK_OF[subject]
        rows = [row for row in range(len(kept)) if _counts(checks[row], texts[row], kind, language)]
        off = np.array([heard(texts[row])[column] for row in rows])
        weights[rows, column], least[column] = _fit(kind, like.at(rows), [checks[row] for row in rows], off, LET_THROUGH[language][kind])
        of_grams[:, column] = like.wording.T @ weights[:, column]
    used = np.flatnonzero((np.abs(weights).sum(axis=1) > 0) & (language == "en"))
    path = Path(str(WEIGHTS).format(language=language))
    np.savez_compressed(
        path,
        vectors=np.round(like.meaning[used] / QUANTUM).astype(np.int8),
        weights=weights[used],
        least=least,
        grams=np.array("\n".join(rarity)),
        rarity=np.array(list(rarity.values()), dtype=np.float32),
        of_grams=of_grams.astype(np.float16),
    )
    print(f"{len(used)} examples, {len(rarity)} grams, {path.stat().st_size:,} bytes in {path}")


def _rarity(texts: Sequence[str], own: Sequence[bool]) -> dict[str, float]:
    """The inverse document frequency of the grams that stand in SEEN or more of the project's own examples."""
    found = [grams(text) for text in texts]
    counts = Counter(gram for some in found for gram in some)
    seen = Counter(gram for some, mine in zip(found, own, strict=True) if mine for gram in some)
    return {gram: math.log(len(texts) / counts[gram]) for gram in sorted(seen) if seen[gram] >= SEEN}


def _fit(
    kind: str, like: Likeness, checks: Sequence[str], off: NDArray[np.float64], let_through: tuple[float, float]
) -> tuple[Vectors, float]:
    """Weights of the examples, and the threshold: kernel ridge regression (Saunders and others 1998), examples weighted."""
    wanted = np.array([1.0 if check == kind else -1.0 for check in checks])
    counted = np.array([OF_FAULTS if check == kind else OF_CLEAN if check == "clean" else 1.0 for check in checks])
    fold = np.random.RandomState(0).permutation(len(checks)) % FOLDS
    scores = np.zeros(len(checks))
    for number in range(FOLDS):
        rest, held = fold != number, fold == number
        scores[held] = like.at(held).kernel(like.at(rest)) @ _solved(like.at(rest), wanted[rest], counted[rest])
    scores -= off
    clean, minutes = (scores[[check == name for check in checks]] for name in ("clean", "minutes"))
    least = float(max(np.quantile(some, 1 - share) for some, share in zip((clean, minutes), let_through, strict=True)))
    found = scores[wanted > 0] > least
    print(f"{kind}: {found.mean():.1%} of {len(found)} held-out faults found by likeness alone, from {least:.2f}")
    return _solved(like, wanted, counted).astype(np.float32), least


def _solved(like: Likeness, wanted: NDArray[np.float64], counted: NDArray[np.float64]) -> NDArray[np.float64]:
    kernel = like.kernel(like).astype(np.float64)
    return np.asarray(np.linalg.solve(kernel + np.diag(RIDGE / counted), wanted), dtype=np.float64)


def _counts(check: str, text: str, kind: str, language: Language) -> bool:
    """Whether an example says something of a kind: a clean sentence that names a member may be a fault before an election."""
    if check == kind:
        return True
    if check not in ("clean", "minutes"):
        return False
    found = {one.check for one in of_lists(Statement(text, language, Rules(pre_election=True)))}
    return kind not in found and not (kind == "pre-election" and MEMBER.search(text))


def _quantised(vectors: Vectors) -> Vectors:
    return np.clip(np.round(vectors / QUANTUM), -127, 127).astype(np.float32) * np.float32(QUANTUM)


def _minutes(folder: Path, language: Language) -> list[str]:
    """Whole sentences of 6 to 40 words of real minutes, and of the samples."""
    kept = ("minutes/*", "decisions/*") if language == "en" else ("welsh/*_cy*",)
    some: set[str] = set()
    for path in sorted(path for pattern in kept for path in folder.glob(pattern) if path.suffix in (".md", ".txt")):
        text = re.sub(r"[#|*]+", " ", path.read_text(encoding="utf-8", errors="ignore"))[:60_000].replace("\n", " ")
        some |= {one for one in sentences(text) if 6 <= len(one.split()) <= 40 and one[0].isupper() and one.endswith(".")}
    if not some:
        raise SystemExit(f"no minutes under {folder}: name the folder that has minutes/, decisions/ and welsh/")
    drawn = {text for _, text in clean()}
    own = sorted(text for told, text in told_in_samples() if told == language and text not in drawn)
    return sorted(some, key=lambda one: hashlib.sha256(one.encode()).hexdigest())[:3000] + own


if __name__ == "__main__":
    main()
