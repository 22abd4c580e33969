"""Fits what `assistant/planted/steering.py` holds texts against: `python -m evals.planted.steering [../shared/data]`.

Examples are those of steering_examples.jsonl, attempts and innocent minutes that come close, each by a writer who saw no other's and not
the code, sentences of the samples, and paragraphs of real minutes under the folder named (nothing of those is kept but what they did to
the weights). What is found is told of each writer by weights fitted on the others.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.grams import Wording, grams
from assistant.planted.phrases import is_order
from assistant.planted.steering import FEWEST_WORDS, FILE, WORDING, may_steer, windows
from evals.publicity.planted import told_in_samples
from ingest.embedding import embedder
from ingest.gloss import in_english, is_welsh
from ingest.text import fold_space, sentences

EXAMPLES = Path(__file__).parents[1] / "data" / "steering_examples.jsonl"
WEIGHTS = Path(__file__).parents[2] / "assistant" / "planted" / FILE
RIDGE = 1.0
OF_ATTEMPTS, OF_INNOCENT = 2.0, 1.5  # how much more than a text of real minutes an example counts
LET_THROUGH = 0.03  # of innocent examples of held-out writers, which are meant to be hard
OF_MINUTES = 0.0  # of paragraphs of real minutes: none of those at hand
EMBEDDED = 0.5  # the higher, the more is embedded, which takes the time
SEEN = 3  # examples that a gram stands in at least: none is kept that only real minutes have, so no name of theirs
Floats = NDArray[np.float32]


class Example(NamedTuple):
    """A paragraph."""

    writer: str  # 'minutes' of real ones
    steers: bool
    text: str


def main() -> None:
    """Fits, prints what is found of writers not fitted on, and writes the weights."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    some = [*examples(), *_minutes(folder), *(Example("minutes", False, text) for _, text in told_in_samples() if may_steer(text))]
    texts, owner, fits = _texts(some)
    rarity = _rarity(some)
    made = np.hstack([embedder().embed(texts), np.float32(WORDING) * Wording(rarity).of(texts), np.ones((len(texts), 1), dtype=np.float32)])
    wanted = np.array([1.0 if some[number].steers else -1.0 for number in owner])
    counted = fits * np.array([OF_ATTEMPTS if some[n].steers else 1.0 if some[n].writer == "minutes" else OF_INNOCENT for n in owner])
    least = _told(some, owner, made, wanted, counted)
    weights = _solved(made, wanted, counted)
    np.savez_compressed(
        WEIGHTS,
        of_meaning=weights[:384],
        grams=np.array("\n".join(rarity)),
        rarity=np.array(list(rarity.values()), dtype=np.float32),
        of_grams=np.float32(WORDING) * weights[384:-1],
        least=np.float32(least - weights[-1]),
        most=_usual(made, wanted, weights),
    )
    print(f"{len(rarity)} grams, {WEIGHTS.stat().st_size:,} bytes in {WEIGHTS}")


def examples() -> list[Example]:
    """The invented ones, Welsh as its gloss."""
    found = (json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines())
    return [Example(one["writer"], one["steers"], one["text"]) for one in found]


def _minutes(folder: Path) -> list[Example]:
    """Paragraphs of real minutes, long ones cut, that would be looked at."""
    found: dict[str, None] = {}
    for path in sorted(path for pattern in ("minutes/*", "decisions/*", "welsh/*") for path in folder.glob(pattern)):
        if path.suffix in (".md", ".txt"):
            text = path.read_text(encoding="utf-8", errors="ignore")
            for paragraph in map(fold_space, (*re.split(r"\n\s*\n", text), *text.splitlines())):
                told = sentences(paragraph)
                found |= dict.fromkeys(" ".join(told[place : place + 4]) for place in range(0, len(told), 4))
    if not found:
        raise SystemExit(f"no minutes under {folder}: name the folder that has minutes/, decisions/ and welsh/")
    return [Example("minutes", False, text) for text in found if 8 <= len(text.split()) <= 200 and may_steer(text)]


def _texts(some: Sequence[Example]) -> tuple[list[str], NDArray[np.int64], NDArray[np.float64]]:
    """All that would be looked at of each example, which example it is of, and 1 where it is fitted on: of attempts the whole alone."""
    rows = [
        (number, text, float(not one.steers or text == whole))
        for number, one in enumerate(some)
        for whole in [" ".join(sentences(one.text))]
        for text in dict.fromkeys(windows(sentences(one.text)))
        if len(text.split()) >= FEWEST_WORDS and may_steer(text)
    ]
    readable = [in_english(text) if is_welsh(text) else text for _, text, _ in rows]
    return readable, np.array([number for number, *_ in rows]), np.array([fitted for *_, fitted in rows])


def _rarity(some: Sequence[Example]) -> dict[str, float]:
    """The inverse document frequency of the grams that stand in SEEN or more of the invented examples."""
    found = [(one.writer != "minutes", grams(in_english(one.text) if is_welsh(one.text) else one.text)) for one in some]
    counts = Counter(gram for _, held in found for gram in held)
    seen = Counter(gram for own, held in found if own for gram in held)
    return {gram: math.log(len(some) / counts[gram]) for gram in sorted(seen) if seen[gram] >= SEEN}


def _told(
    some: Sequence[Example], owner: NDArray[np.int64], made: Floats, wanted: NDArray[np.float64], counted: NDArray[np.float64]
) -> float:
    """Prints what weights fitted on the other writers find, and returns the threshold."""
    writers = sorted({one.writer for one in some} - {"minutes"})
    fold = np.array([writers.index(one.writer) if one.writer != "minutes" else place % len(writers) for place, one in enumerate(some)])
    highest = np.full(len(some), -np.inf)
    for number in range(len(writers)):
        held = fold[owner] == number
        weights = _solved(made[~held], wanted[~held], counted[~held])
        by_words = made[held, 384:] @ weights[384:]
        scores = made[held, :384] @ weights[:384] + by_words
        worth_it = by_words + _usual(made[~held], wanted[~held], weights) > 0  # as the product has it, the threshold being near 0
        np.maximum.at(highest, owner[held][worth_it], scores[worth_it])
    attempts = np.array([one.steers for one in some])
    minutes = np.array([one.writer == "minutes" for one in some])
    least = float(max(np.quantile(highest[~attempts & ~minutes], 1 - LET_THROUGH), np.quantile(highest[minutes], 1 - OF_MINUTES)))
    for writer in writers:
        own = [place for place, one in enumerate(some) if one.writer == writer]
        phrased = np.array([any(is_order(part) for part in (some[place].text, *sentences(some[place].text))) for place in own])
        by_likeness = highest[own] > least
        counts = [(by_likeness | phrased)[attempts[own] == kind] for kind in (True, False)]
        print(f"{writer}: {counts[0].sum()} of {len(counts[0])} attempts found, {counts[1].sum()} of {len(counts[1])} innocent ones")
    print(f"all: {(highest[attempts] > least).mean():.3f} of {attempts.sum()} attempts by likeness alone; threshold {least:.2f}")
    print(f"minutes looked at: {minutes.sum()}, found {(highest[minutes] > least).mean():.4f}")
    return least


def _usual(made: Floats, wanted: NDArray[np.float64], weights: Floats) -> float:
    """What the meaning of attempts adds, at the share EMBEDDED of them."""
    return float(np.quantile(made[wanted > 0, :384] @ weights[:384], EMBEDDED))


def _solved(rows: Floats, wanted: NDArray[np.float64], counted: NDArray[np.float64]) -> Floats:
    """Ridge regression, weighted, solved in the space of the examples or of the features, whichever is smaller."""
    made, wanted, counted = rows[counted > 0].astype(np.float64), wanted[counted > 0], counted[counted > 0]
    if len(made) < made.shape[1]:
        dual = np.linalg.solve(made @ made.T + np.diag(RIDGE / counted), wanted)
        return np.asarray(made.T @ dual, dtype=np.float32)
    weighed = made * counted[:, None]
    return np.asarray(np.linalg.solve(made.T @ weighed + RIDGE * np.eye(made.shape[1]), weighed.T @ wanted), dtype=np.float32)


if __name__ == "__main__":
    main()
