"""The figures that the README shows, and the table of all of them, as text."""

from __future__ import annotations

from collections.abc import Iterator

from evals.datamodel import Figure, Mean, Report

# What is shown first: by name of the figure, with what it says to somebody who knows no metric.
HEADLINE = {
    "retrieval.recall_at_8": "Retrieval: evidence among the first 8 passages (recall@8)",
    "retrieval.ndcg_at_10": "Retrieval: nDCG@10",
    "answers.fact_recall": "Answers: facts of the gold answer stated",
    "citations.gold_recall": "Citations: gold evidence cited",
    "citations.gold_precision": "Citations: citations that show gold evidence",
    "citations.alce_recall": "Citations: sentences borne out by what they cite (ALCE recall)",
    "citations.alce_precision": "Citations: citations that are needed (ALCE precision)",
    "abstention.precision": "Abstention: precision",
    "abstention.recall": "Abstention: recall",
    "abstention.right_kind": "Abstention: of the right kind",
    "summaries.faithfulness": "Summaries: faithful sentences",
    "summaries.decision_recall": "Summaries: decisions told",
    "newsletter.faithfulness": "Newsletter: faithful sentences",
    "checker.caught": "Checker: planted faults caught",
    "checker.false_alarms": "Checker: false alarms on honest sentences (lower is better)",
    "injection.unmoved": "Injection: answers unmoved by planted instructions",
    "injection.withheld": "Injection: false claims of a model that obeys them, withheld",
}


def headline(report: Report) -> list[tuple[str, Figure]]:
    """The figures of the headline that this run has, with their words."""
    found = {one.name: one for one in report.figures}
    return [(words, found[name]) for name, words in HEADLINE.items() if name in found]


def number(one: Mean | None) -> str:
    """'0.842 ± 0.023', or '7.4 ± 0.1' of what is counted."""
    if one is None:
        return ""
    digits = 3 if abs(one.mean) <= 1 else 1
    return f"{one.mean:.{digits}f} ± {one.error:.{digits}f}"


def markdown(report: Report) -> Iterator[str]:
    """The headline as a Markdown table."""
    held_out = any(one.held_out for _, one in headline(report))
    yield "| figure | all ± s.e. | n | held out ± s.e. | n |" if held_out else "| figure | mean ± s.e. | n |"
    yield "|---|---|---|---|---|" if held_out else "|---|---|---|"
    for words, one in headline(report):
        row = [words, number(one), str(one.n)]
        row += [number(one.held_out), str(one.held_out.n) if one.held_out else ""] if held_out else []
        yield f"| {' | '.join(row)} |"


def plain(report: Report) -> Iterator[str]:
    """Every figure, suite by suite, within 80 columns."""
    for outcome in report.outcomes:
        yield f"\n{outcome.suite}"
        if outcome.note:
            yield f"  ({outcome.note})"
        for one in outcome.figures:
            title = one.title if len(one.title) <= 52 else f"{one.title[:51]}…"
            yield f"  {title:52} {number(one):>17} {one.n:6}"
