"""Abstention: precision and recall, by the kind that is right and by how a question misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.datamodel import Outcome
from evals.figures import kept
from evals.gold.records import Unanswerable
from evals.scorers.abstained import precision, recall, right_kind, wrongly, wrongly_though_found
from evals.suites.of_replies import Row, cases_of, figures_of

if TYPE_CHECKING:
    from evals.run import Run

ROWS = (
    Row("precision", "abstention precision", precision),
    Row("recall", "abstention recall", recall),
    Row("right_kind", "abstention of the right kind", right_kind),
    Row("wrongly", "answerable questions not answered", wrongly, "low"),
    Row("wrongly_though_found", "the same, the evidence being among the passages", wrongly_though_found, "low"),
)


def measure(run: Run) -> Outcome:
    """Scores what was left unsaid."""
    figures = figures_of("abstention", ROWS, run.replies)
    unanswerable = [(one, one.gold) for one in run.replies if isinstance(one.gold, Unanswerable)]
    for kind in sorted({gold.expected for _, gold in unanswerable}):
        figures += figures_of("abstention", ROWS[1:3], [one for one, gold in unanswerable if gold.expected == kind], kind)
    for how in sorted({gold.kind for _, gold in unanswerable}):
        figures += figures_of("abstention", ROWS[1:2], [one for one, gold in unanswerable if gold.kind == how], how)
    told = [one for one in run.replies if isinstance(one.gold, Unanswerable) or one.abstained]
    return Outcome(suite="abstention", figures=kept(figures), cases=cases_of("abstention", ROWS[1:4], told))
