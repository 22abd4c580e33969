"""Decision recall: whether a summary tells what was decided. As ROUGE-1 recall (Lin 2004) with a bar, and no figure may be missing."""

from __future__ import annotations

from assistant.question.words import stems
from evals.scorers.figure_exactness import numbers

ENOUGH = 0.7  # share of a decision's content words


def told(decision: str, summary: str) -> bool:
    """Whether a summary has seven in ten of a decision's content words, by stem, and all its figures."""
    wanted = stems(decision)
    held = stems(summary)
    return set(numbers(decision)) <= set(numbers(summary)) and len(wanted & held) >= ENOUGH * len(wanted)
