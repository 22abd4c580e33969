"""How likely it is that the evidence supports a claim: a logistic model of a few features, with coefficients fitted on labelled pairs.

`coefficients.json` is written by `python -m evals.faithfulness DATA --fit`, which says how.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from math import exp
from typing import TypedDict


class Weight(TypedDict):
    """One feature of the model: its mean and scale over the pairs it was fitted on, and its weight once standardised."""

    mean: float
    scale: float
    weight: float


class Model(TypedDict):
    """A fitted logistic model."""

    intercept: float
    features: dict[str, Weight]


ENOUGH = {"with_vectors": 0.2, "words_only": 0.23}
"""A claim with less is not supported though no single fault was found; chosen on honest rewordings (evals/data/planted_written.jsonl)."""

_PER_SHARED_WORD = 0.8
MOST = 0.99
"""Only a verbatim claim has support 1."""


@cache
def models() -> dict[str, Model]:
    """The committed models: `with_vectors`, and `words_only` for when there is no embedding."""
    text = resources.files("assistant.grounding").joinpath("coefficients.json").read_text(encoding="utf-8")
    found: dict[str, Model] = json.loads(text)["models"]
    return found


def which(found: dict[str, float]) -> str:
    """The model for these features."""
    return "with_vectors" if "together" in found else "words_only"


def support_of(found: dict[str, float]) -> float:
    """Probability of support, 0 to 0.99, to four digits.

    Args:
        found: the features of the claim.
    """
    model = models()[which(found)]
    score = model["intercept"] + sum(
        weight["weight"] * (found[name] - weight["mean"]) / weight["scale"] for name, weight in model["features"].items()
    )
    # The pairs that the weights come from hold no claims about other matters altogether: what few words of the evidence bear, bears little.
    borne = _PER_SHARED_WORD * (1 - found["novel"])
    return round(min(MOST, borne, 1 / (1 + exp(-max(-30.0, min(30.0, score))))), 4)
