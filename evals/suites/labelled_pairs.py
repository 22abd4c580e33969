"""The checker on (source, claim) pairs labelled by people, in the form of faithfulness.jsonl.gz, beside a plain baseline.

The product's own verdicts are measured as they are. The baseline, cosine and word overlap in a logistic regression, is cross-validated by
document on the same pairs. Where the pairs are those that the product's coefficients were fitted on, the title says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evals.datamodel import Figure, Mean
from evals.faithfulness import BASELINE, COEFFICIENTS, FEWEST, WITH_VECTORS, cross_validate, matrix, read_pairs, source_groups
from evals.faithfulness import measure as features_of
from evals.figures import area, balanced

if TYPE_CHECKING:
    from evals.faithfulness import Pair
    from evals.run import Run


class Judged(NamedTuple):
    """One pair under one judge."""

    dataset: str
    label: bool
    score: float
    chosen: bool


def figures_of_pairs(run: Run, data: Path) -> list[Figure]:
    """AUC and balanced accuracy of the product, of the same features cross-validated, and of the baseline; means over data sets."""
    path = data / "faithfulness.jsonl.gz"
    if not path.exists():
        return []
    import numpy as np

    pairs = read_pairs(data)
    seen = hashlib.sha256(path.read_bytes()).hexdigest() == json.loads(COEFFICIENTS.read_text(encoding="utf-8"))["data_sha256"]
    judged = {"pairs": list(_as_shipped(run, pairs))}
    run.watch("labelled pairs", len(pairs), len(pairs))
    found = features_of(pairs)
    labels, groups = np.array([float(pair["supported"]) for pair in pairs]), source_groups(pairs)
    for name, columns in (("pairs_cross_validated", WITH_VECTORS), ("pairs_baseline", BASELINE)):
        scores, chosen = cross_validate(matrix(found, columns), labels, groups)
        judged[name] = [
            Judged(pair["dataset"], pair["supported"], float(score), bool(choice))
            for pair, score, choice in zip(pairs, scores, chosen, strict=True)
        ]
    titles = {
        "pairs": "labelled pairs, as shipped" + (" (fitted on these very pairs)" if seen else ""),
        "pairs_cross_validated": "labelled pairs, cross-validated",
        "pairs_baseline": "labelled pairs, baseline of cosine and overlap",
    }
    figures: list[Figure] = []
    for name, some in judged.items():
        figures += _means(f"checker.{name}", titles[name], some)
    return figures


def _as_shipped(run: Run, pairs: Sequence[Pair]) -> list[Judged]:
    judged = []
    embed = run.system.library.embedder.embed
    for number, pair in enumerate(pairs):
        if number % 50 == 0:
            run.watch("labelled pairs", number, len(pairs))
        verdict = run.system.check(pair["claim"], [pair["source"]], embed=embed)
        judged.append(Judged(pair["dataset"], pair["supported"], verdict.support, verdict.supported))
    return judged


def _means(name: str, title: str, judged: Sequence[Judged]) -> list[Figure]:
    """Means over the data sets that have ten pairs of either label; errors as of a mean of independent figures."""
    areas: list[Mean] = []
    shares: list[Mean] = []
    for dataset in sorted({one.dataset for one in judged}):
        yes = [one for one in judged if one.dataset == dataset and one.label]
        no = [one for one in judged if one.dataset == dataset and not one.label]
        if min(len(yes), len(no)) >= FEWEST:
            areas.append(area([one.score for one in yes], [one.score for one in no]))
            shares.append(balanced([one.chosen for one in yes], [not one.chosen for one in no]))
    return [
        Figure(
            name=f"{name}_{what}",
            title=f"{words}, {title}, mean of {len(some)} data sets",
            better="neither" if "baseline" in name else "high",
            external=True,
            mean=round(sum(one.mean for one in some) / len(some), 6),
            error=round(sum(one.error**2 for one in some) ** 0.5 / len(some), 6),
            n=sum(one.n for one in some),
        )
        for what, words, some in (("auc", "ROC AUC", areas), ("balanced_accuracy", "balanced accuracy", shares))
        if some
    ]
