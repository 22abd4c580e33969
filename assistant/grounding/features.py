"""What is measured of a claim beside its evidence, for the support: a few plain numbers, named as in the committed coefficients."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from math import log
from typing import TYPE_CHECKING

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.wording import Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]

_JOINED_UNITS = 3
_COUNTED = ("figure", "name", "negation")


def features(
    alignments: Sequence[Alignment], units: Sequence[Unit], vocabulary: frozenset[str], problems: Sequence[Problem], embed: Embed | None
) -> dict[str, float]:
    """The features of one claim.

    Args:
        alignments: its sentences beside their evidence.
        units: sentences of the evidence.
        vocabulary: all words and stems of evidence and context.
        problems: what the other checks found.
        embed: gives unit vectors; without it `together` is left out.

    Returns:
        words: log(1 + content words); novel: share of them that stand nowhere in evidence or context; best: how much of a sentence its best
        sentence of evidence holds, averaged; bigrams, trigrams: share of runs of two and three words that stand so in the evidence;
        problems: log(1 + problems); problem_*: of that name, at most 2; together: cosine of a sentence with
        the sentences it stands beside, averaged.
    """
    content = [token for alignment in alignments for token in alignment.tokens if token.content]
    grams = _grams(units)
    found = {
        "words": log(1 + len(content)),
        "novel": sum(token.stem not in vocabulary and token.lower not in vocabulary for token in content) / (len(content) or 1),
        "best": sum(alignment.score for alignment in alignments) / len(alignments),
        "bigrams": _shared(alignments, grams, 2),
        "trigrams": _shared(alignments, grams, 3),
        "problems": log(1 + len(problems)),
    }
    for name in _COUNTED:
        found[f"problem_{name}"] = float(min(2, sum(problem.name == name for problem in problems)))
    if embed is not None:
        found["together"] = _together(alignments, embed)
    return found


def _plain(tokens: Sequence[Token]) -> list[str]:
    return [token.stem for token in tokens if token.lower[0].isalnum()]


def _grams(units: Sequence[Unit]) -> set[tuple[str, ...]]:
    """All runs of two and three words of the evidence, within sentences."""
    found: set[tuple[str, ...]] = set()
    for unit in units:
        plain = _plain(unit.tokens)
        found.update(itertools.pairwise(plain))
        found.update(zip(plain, plain[1:], plain[2:], strict=False))
    return found


def _shared(alignments: Sequence[Alignment], grams: set[tuple[str, ...]], size: int) -> float:
    plain = _plain([token for alignment in alignments for token in alignment.tokens])
    mine = list(zip(*(plain[offset:] for offset in range(size)), strict=False))
    return sum(gram in grams for gram in mine) / len(mine) if mine else 0.0


def _together(alignments: Sequence[Alignment], embed: Embed) -> float:
    claims = [" ".join(token.text for token in alignment.tokens) for alignment in alignments]
    joined = [" ".join(unit.text for unit in (alignment.covering or alignment.best)[:_JOINED_UNITS]) or "-" for alignment in alignments]
    vectors = embed([*claims, *joined])
    return float((vectors[: len(claims)] * vectors[len(claims) :]).sum(axis=1).mean())
