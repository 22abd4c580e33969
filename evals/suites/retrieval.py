"""Retrieval: recall at k, MRR and nDCG over the evidence of the answerable gold questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from evals.datamodel import Outcome
from evals.figures import grouped, kept
from evals.scorers.ranking import ndcg, reciprocal_rank
from evals.scorers.retrieved import given, recall_at
from evals.suites.of_replies import Row, cases_of, figures_of

if TYPE_CHECKING:
    from evals.run import Run

ROWS = (
    Row("recall_at_1", "recall@1", partial(recall_at, k=1)),
    Row("recall_at_3", "recall@3", partial(recall_at, k=3)),
    Row("recall_at_5", "recall@5", partial(recall_at, k=5)),
    Row("recall_at_8", "recall@8", partial(recall_at, k=8)),
    Row("recall_at_20", "recall@20", partial(recall_at, k=20)),
    Row("mrr", "MRR (mean reciprocal rank of the first evidence)", reciprocal_rank),
    Row("ndcg_at_10", "nDCG@10", ndcg),
    Row("given", "evidence among the passages that the answer is made of", given),
)


def measure(run: Run) -> Outcome:
    """Scores the rankings."""
    asked = [one for one in run.replies if one.answerable]
    by_kind = grouped(
        (one.gold.kind for one in asked),
        lambda kind: figures_of("retrieval", ROWS[3:4], [one for one in asked if one.gold.kind == kind], kind)[0],
    )
    cases = cases_of("retrieval", ROWS, (one for one in asked if (given(one) or 0) < 1), found=True)
    return Outcome(suite="retrieval", figures=kept([*figures_of("retrieval", ROWS, asked), *by_kind]), cases=cases)
