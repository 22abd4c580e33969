"""How well the support tells supported claims from others, on pairs labelled by people.

`python -m evals.faithfulness DATA` reads DATA/faithfulness.jsonl.gz and prints, for each data set, ROC AUC and balanced accuracy of
a baseline (cosine and word overlap in a logistic regression) and of the support, both cross-validated: all pairs whose sources
share a run of ten words are in one fold, and neither weights nor thresholds see the fold they are reported on. `--fit` writes the
product's coefficients, fitted on all pairs.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from assistant.grounding.checker import examine
from assistant.grounding.features import features
from assistant.grounding.wording import fold
from evals.logistic import balanced_accuracy, best_threshold, fit, roc_auc

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

COEFFICIENTS = Path(__file__).parent.parent / "assistant" / "grounding" / "coefficients.json"
BASELINE = ("together", "novel")
WORDS_ONLY = ("words", "novel", "best", "bigrams", "trigrams", "problems", "problem_figure", "problem_name", "problem_negation")
WITH_VECTORS = ("words", "novel", "together", "bigrams", "trigrams", "problems", "problem_figure", "problem_name", "problem_negation")
PENALTY = 30.0
FOLDS = 10
REPEATS = 3
SHARED_RUN = 10  # words
FEWEST = 10  # of either label, for a data set to enter the mean


class Pair(TypedDict):
    """One labelled pair."""

    id: str
    dataset: str
    source: str
    claim: str
    supported: bool


def read_pairs(folder: Path) -> list[Pair]:
    """The labelled pairs of a data folder."""
    with gzip.open(folder / "faithfulness.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def measure(pairs: Sequence[Pair]) -> list[dict[str, float]]:
    """The features of every pair; the source is the one cited passage."""
    from ingest.embedding import embedder

    found = []
    for pair in pairs:
        claim, source = fold(pair["claim"]), fold(pair["source"])
        found.append(features(*examine(claim, [source], (pair["source"],), ()), embedder().embed))
    return found


def source_groups(pairs: Sequence[Pair]) -> list[int]:
    """For each pair the number of its group: sources that share a run of ten words are one document."""
    parents = list(range(len(pairs)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    first: dict[tuple[str, ...], int] = {}
    for index, pair in enumerate(pairs):
        words = re.findall(r"[a-z0-9]+", pair["source"].lower())
        for start in range(max(1, len(words) - SHARED_RUN + 1)):
            run = tuple(words[start : start + SHARED_RUN])
            parents[root(index)] = root(first.setdefault(run, index))
    return [root(index) for index in range(len(pairs))]


def cross_validate(rows: Floats, labels: Floats, groups: Sequence[int]) -> tuple[Floats, Floats]:
    """Scores, and choices at the threshold of the other folds, each the mean of three divisions into ten folds."""
    import numpy as np

    scores, chosen = np.zeros(len(labels)), np.zeros(len(labels))
    for repeat in range(REPEATS):
        order = np.random.default_rng(repeat).permutation(sorted(set(groups)))
        fold_of = {group: place % FOLDS for place, group in enumerate(order)}
        folds = np.array([fold_of[group] for group in groups])
        for number in range(FOLDS):
            inside, outside = folds == number, folds != number
            model = fit(rows[outside], labels[outside], PENALTY)
            threshold = best_threshold(labels[outside], model.predict(rows[outside]))
            predicted = model.predict(rows[inside])
            scores[inside] += predicted / REPEATS
            chosen[inside] += (predicted >= threshold) / REPEATS
    return scores, np.round(chosen)


def matrix(found: Sequence[dict[str, float]], names: Sequence[str]) -> Floats:
    """Shape (pairs, names)."""
    import numpy as np

    return np.array([[row[name] for name in names] for row in found], dtype=np.float64)


def print_table(pairs: Sequence[Pair], found: Sequence[dict[str, float]]) -> tuple[float, float]:
    """Prints the measures by data set; returns the mean AUC of the baseline and of the support."""
    import numpy as np

    labels = np.array([float(pair["supported"]) for pair in pairs])
    datasets = np.array([pair["dataset"] for pair in pairs])
    groups = source_groups(pairs)
    results = [cross_validate(matrix(found, names), labels, groups) for names in (BASELINE, WORDS_ONLY, WITH_VECTORS)]
    print(f"{len(pairs)} pairs, {len(set(groups))} source documents; AUC and balanced accuracy, cross-validated by document")
    print(f"{'':24}{'n':>6}{'true':>6}  {'baseline':>14}  {'words only':>14}  {'support':>14}")
    rows = {}
    for name in sorted(set(datasets)):
        here = datasets == name
        cells = [(roc_auc(labels[here], scores[here]), balanced_accuracy(labels[here], chosen[here])) for scores, chosen in results]
        enough = min(labels[here].sum(), (1 - labels[here]).sum()) >= FEWEST
        if enough:
            rows[str(name)] = cells
        print(
            f"{name:24}{here.sum():6}{labels[here].mean():6.2f}  "
            + "  ".join(f"{auc:6.3f} {accuracy:7.3f}" for auc, accuracy in cells)
            + ("" if enough else "  (too few for the mean)")
        )
    mean = np.mean(list(rows.values()), axis=0)
    collections = sorted({name.split("-")[0] for name in rows})
    by_collection = np.mean(
        [np.mean([cells for name, cells in rows.items() if name.startswith(collection)], axis=0) for collection in collections], axis=0
    )
    for title, cells in ((f"mean of {len(rows)} data sets", mean), (f"mean of {len(collections)} collections", by_collection)):
        print(f"{title:36}  " + "  ".join(f"{auc:6.3f} {accuracy:7.3f}" for auc, accuracy in cells))
    return float(mean[0][0]), float(mean[2][0])


def write_coefficients(pairs: Sequence[Pair], found: Sequence[dict[str, float]], digest: str) -> None:
    """Fits both models on all pairs and writes them for the product."""
    import numpy as np

    labels = np.array([float(pair["supported"]) for pair in pairs])
    models = {}
    for title, names in (("words_only", WORDS_ONLY), ("with_vectors", WITH_VECTORS)):
        model = fit(matrix(found, names), labels, PENALTY)
        models[title] = {
            "intercept": round(model.intercept, 5),
            "features": {
                name: {"mean": round(float(mean), 5), "scale": round(float(scale), 5), "weight": round(float(weight), 5)}
                for name, mean, scale, weight in zip(names, model.mean, model.scale, model.weights, strict=True)
            },
        }
    method = (
        f"logistic regression, L2 penalty {PENALTY:g} on standardised features, all {len(pairs)} pairs of faithfulness.jsonl.gz; "
        "python -m evals.faithfulness DATA --fit"
    )
    COEFFICIENTS.write_text(json.dumps({"method": method, "data_sha256": digest, "models": models}, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Prints the table, with `--fit` writes the coefficients; 1 when a target is missed."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if len(folders) != 1 or not (folders[0] / "faithfulness.jsonl.gz").is_file():
        print("usage: python -m evals.faithfulness DATA [--fit], where DATA holds faithfulness.jsonl.gz", file=sys.stderr)
        return 2
    pairs = read_pairs(folders[0])
    found = measure(pairs)
    baseline, ours = print_table(pairs, found)
    if "--fit" in arguments:
        write_coefficients(pairs, found, hashlib.sha256((folders[0] / "faithfulness.jsonl.gz").read_bytes()).hexdigest())
        print(f"wrote {COEFFICIENTS}")
    return 0 if ours >= 0.66 and ours >= baseline + 0.04 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
