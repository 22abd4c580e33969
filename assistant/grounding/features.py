"""What is measured of a claim beside its evidence, for the support.

Every feature is a plain number; the names are those of the committed coefficients.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log
from typing import TYPE_CHECKING

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.differences import compare
from assistant.grounding.evidence import Unit
from assistant.grounding.wording import Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]

_EMBEDDED_UNITS = 5
_PROBLEMS = ("figure", "quotation", "name", "attribution", "modality", "decision", "negation")


def features(alignments: Sequence[Alignment], units: Sequence[Unit], vocabulary: frozenset[str], problems: Sequence[Problem], embed: Embed | None) -> dict[str, float]:
    """The features of one claim.

    Args:
        alignments: its sentences beside their evidence.
        units: sentences of the evidence.
        vocabulary: all words and stems of evidence and context.
        problems: what the other checks found.
        embed: gives unit vectors; without it the features that need them are left out.
    """
    tokens = [token for alignment in alignments for token in alignment.tokens]
    content = [token for token in tokens if token.content]
    novel = [token for token in content if token.stem not in vocabulary and token.lower not in vocabulary]
    grams = _grams(units)
    found = {
        "words": log(1 + len(content)),
        "novel": len(novel) / (len(content) or 1),
        "novel_words": log(1 + len(novel)),
        "novel_names": log(1 + sum(token.text[0].isupper() for token in novel)),
        "best": sum(alignment.score for alignment in alignments) / len(alignments),
        "worst": min(alignment.score for alignment in alignments),
        "covered": min(_covered(alignment) for alignment in alignments),
        "bigrams": _shared(tokens, grams, 2),
        "trigrams": _shared(tokens, grams, 3),
        "fourgrams": _shared(tokens, grams, 4),
        "breaks": log(1 + _breaks(tokens, grams)),
        "run": _longest(tokens, grams),
        "follows": sum(_follows(alignment) for alignment in alignments) / len(alignments),
        "problems": log(1 + len(problems)),
    }
    for name in _PROBLEMS:
        found[f"problem_{name}"] = float(min(2, sum(problem.name == name for problem in problems)))
    if embed is not None:
        found |= _semantic(alignments, novel, embed)
    return found


def _plain(tokens: Sequence[Token]) -> list[str]:
    return [token.stem for token in tokens if token.lower[0].isalnum()]


def _grams(units: Sequence[Unit]) -> set[tuple[str, ...]]:
    """All runs of two, three and four words of the evidence."""
    found: set[tuple[str, ...]] = set()
    for unit in units:
        plain = _plain(unit.tokens)
        for size in (2, 3, 4):
            found.update(zip(*(plain[offset:] for offset in range(size)), strict=False))
    return found


def _shared(tokens: Sequence[Token], grams: set[tuple[str, ...]], size: int) -> float:
    plain = _plain(tokens)
    mine = list(zip(*(plain[offset:] for offset in range(size)), strict=False))
    return sum(gram in grams for gram in mine) / len(mine) if mine else 0.0


def _breaks(tokens: Sequence[Token], grams: set[tuple[str, ...]]) -> int:
    plain = _plain(tokens)
    return sum(pair not in grams for pair in zip(plain, plain[1:], strict=False))


def _longest(tokens: Sequence[Token], grams: set[tuple[str, ...]]) -> float:
    """Share of the claim in its longest run of words that stand so in the evidence (by overlapping pairs)."""
    plain = _plain(tokens)
    best = run = 0
    for pair in zip(plain, plain[1:], strict=False):
        run = run + 1 if pair in grams else 0
        best = max(best, run)
    return best / max(1, len(plain) - 1)


def _covered(alignment: Alignment) -> float:
    wanted = {token.stem for token in alignment.tokens if token.content}
    held = wanted & frozenset().union(*(unit.stems for unit in alignment.covering))
    return len(held) / (len(wanted) or 1)


def _follows(alignment: Alignment) -> float:
    comparison = compare(alignment)
    return comparison.likeness if comparison else 0.0


def _semantic(alignments: Sequence[Alignment], novel: Sequence[Token], embed: Embed) -> dict[str, float]:
    """Cosines of the claim's sentences with those that they stand beside, singly and together; of new words with the evidence's words."""
    claims = [" ".join(token.text for token in alignment.tokens) for alignment in alignments]
    singles: list[str] = []
    joined: list[str] = []
    for alignment in alignments:
        order = sorted(range(len(alignment.units)), key=lambda index: -alignment.scores[index])[:_EMBEDDED_UNITS]
        singles += [alignment.units[index].text for index in order]
        joined.append(" ".join(unit.text for unit in (alignment.covering or alignment.best)[:3]) or "-")
    singles = list(dict.fromkeys(singles))
    vectors = embed([*claims, *joined, *singles])
    count = len(claims)
    mine, together, single = vectors[:count], vectors[count : 2 * count], vectors[2 * count :]
    nearest = (mine @ single.T).max(axis=1)
    whole = (mine * together).sum(axis=1)
    return {"nearest": float(nearest.mean()), "nearest_worst": float(nearest.min()), "together": float(whole.mean()), "together_worst": float(whole.min())}
