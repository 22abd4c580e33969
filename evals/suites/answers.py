"""Answers: the facts that they state, by kind of question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.datamodel import Outcome
from evals.figures import kept
from evals.scorers.facts import all_facts, fact_recall, fact_recall_answered
from evals.scorers.figure_exactness import figure_exactness
from evals.scorers.verdicts import opposite
from evals.suites.of_replies import Row, cases_of, figures_of

if TYPE_CHECKING:
    from evals.gold.replies import Reply
    from evals.run import Run


def _exact(reply: Reply) -> float | None:
    """Figures of the answer that stand in what it cites."""
    return None if reply.abstained else figure_exactness(reply.answer.text, " ".join(one.words for one in reply.cited))


def _words(reply: Reply) -> float | None:
    return None if reply.abstained else len(reply.answer.text.split())


def _withheld(reply: Reply) -> float:
    return len(reply.answer.withheld)


FACTS = Row("fact_recall", "fact recall", fact_recall)
ROWS = (
    FACTS,
    Row("all_facts", "all facts stated", all_facts),
    Row("fact_recall_answered", "fact recall where answered", fact_recall_answered),
    Row("figure_exactness", "figures that stand in what is cited", _exact),
    Row("opposite", "yes-or-no questions answered with the opposite", opposite, "low"),
    Row("words", "words an answer", _words, "neither"),
    Row("withheld", "sentences withheld", _withheld, "neither"),
)


def measure(run: Run) -> Outcome:
    """Scores what was said."""
    asked = [one for one in run.replies if one.answerable]
    figures = figures_of("answers", ROWS, asked)
    for kind in sorted({one.gold.kind for one in asked}):
        figures += figures_of("answers", (FACTS,), [one for one in asked if one.gold.kind == kind], kind)
    return Outcome(suite="answers", figures=kept(figures), cases=cases_of("answers", ROWS[:5], asked))
