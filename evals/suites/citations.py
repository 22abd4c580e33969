"""Citations: recall and precision by the gold set's labels and after ALCE, and whether quotations are exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.datamodel import Outcome
from evals.figures import kept
from evals.scorers import alce
from evals.scorers.citation_precision import by_item, by_paragraph, other_language
from evals.scorers.gold_cited import all_cited, any_cited, groups_cited
from evals.suites.of_replies import Row, cases_of, figures_of
from evals.suites.of_sentences import exact_quote

if TYPE_CHECKING:
    from evals.gold.replies import Reply
    from evals.run import Run


def rows(run: Run) -> tuple[Row, ...]:
    """The scorers; ALCE's need the checks, the others do not."""
    return (
        Row("gold_recall", "evidence groups cited", groups_cited),
        Row("gold_any", "some evidence cited", any_cited),
        Row("gold_all", "all evidence cited", all_cited),
        Row("gold_precision", "citations that show gold evidence", by_paragraph),
        Row("item_precision", "citations in an item of the evidence", by_item),
        Row("alce_recall", "ALCE citation recall", lambda reply: alce.recall(reply, run.entails)),
        Row("alce_precision", "ALCE citation precision", lambda reply: alce.precision(reply, run.entails)),
        Row("quotation_exactness", "quotations that stand in the written source", _exact),
        Row("other_language", "citations in the other language", other_language, "low"),
        Row("each", "citations an answer", lambda reply: len(reply.cited) if reply.cited else None, "neither"),
    )


def _exact(reply: Reply) -> float | None:
    held = [share for share in map(exact_quote, reply.cited) if share is not None]
    return sum(held) / len(held) if held else None


def measure(run: Run) -> Outcome:
    """Scores the citations of all answers; by label only where there are labels."""
    scorers = rows(run)
    answerable = [one for one in run.replies if one.answerable]
    return Outcome(
        suite="citations",
        figures=kept(figures_of("citations", scorers, run.replies)),
        cases=cases_of("citations", scorers[:9], (one for one in answerable if one.cited)),
    )
