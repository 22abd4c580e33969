"""Figures and cases of suites that score drafted texts: the sentences of summaries and of newsletter stories, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from evals.datamodel import Better, Case, Figure, Shown
from evals.figures import Scored, figure
from evals.gold.replies import Cited, cited_place
from evals.gold.sources import BEFORE_ITEMS, read_sources
from evals.scorers.figure_exactness import figure_exactness
from evals.scorers.quotation_exactness import quotation_exactness
from evals.suites.of_replies import shown

if TYPE_CHECKING:
    from assistant.datamodel import Citation, Sentence
    from evals.run import Run

TITLES: dict[str, tuple[str, Better]] = {
    "faithfulness": ("sentences that the cited paragraphs bear out", "high"),
    "cited": ("sentences that cite something", "high"),
    "marked": ("sentences shown with a mark, as they failed a check", "low"),
    "figure_exactness": ("figures that stand in what is cited", "high"),
    "quotation_exactness": ("quotations that stand in the written source", "high"),
    "words": ("words", "neither"),
}


class Told(NamedTuple):
    """One part of a draft: the summary of one item, one story."""

    id: str
    kind: str
    title: str
    sentences: Sequence[Sentence]
    cited: Sequence[Cited]

    @property
    def text(self) -> str:
        """Its sentences in a row."""
        return " ".join(one.text for one in self.sentences)


def told_by(run: Run, name: str, kind: str, title: str, sentences: Sequence[Sentence], citations: Iterable[Citation]) -> Told:
    """A part of a draft, with what stands at the places that it cites."""
    keys = {key for sentence in sentences for key in sentence.citations}
    return Told(name, kind, title, sentences, [cited_place(one, run.system.library) for one in citations if one.key in keys])


def scores_of(told: Told, run: Run) -> dict[str, float | None]:
    """All scores of one part; each is a share of its sentences, figures or quotations."""
    if not told.sentences:
        return {}
    pairs = [(one, [cited for cited in told.cited if cited.citation.key in one.citations]) for one in told.sentences]
    count = len(pairs)
    exact = [figure_exactness(one.text, " ".join(cited.words for cited in some)) for one, some in pairs if some]
    known = [share for share in exact if share is not None]
    quoted = [share for share in map(exact_quote, told.cited) if share is not None]
    return {
        "faithfulness": sum(not one.problems and run.entails(one.text, some) for one, some in pairs) / count,
        "cited": sum(bool(some) for _, some in pairs) / count,
        "marked": sum(bool(one.problems) for one, _ in pairs) / count,
        "figure_exactness": sum(known) / len(known) if known else None,
        "quotation_exactness": sum(quoted) / len(quoted) if quoted else None,
        "words": float(len(told.text.split())),
    }


def figures_of(suite: str, scored: Sequence[tuple[Told, dict[str, float | None]]], unit: str) -> list[Figure | None]:
    """A figure for each score, over the parts.

    Args:
        unit: what a part is, for the titles: 'an item'.
    """
    return [
        figure(
            f"{suite}.{name}",
            f"{title} {unit}" if name == "words" else title,
            (Scored(told.id, "dev", scores.get(name)) for told, scores in scored),
            better,
        )
        for name, (title, better) in TITLES.items()
    ]


def case_of(suite: str, told: Told, scores: dict[str, float | None], wanted: Sequence[str] = ()) -> Case:
    """One part, as the report shows it."""
    marked = "; ".join(f"{problem.name}: {problem.words}" for one in told.sentences for problem in one.problems)
    evidence: tuple[Shown, ...] = tuple(shown(one.citation.passage, one.citation.quote) for one in told.cited)
    return Case(
        id=told.id,
        suite=suite,
        kind=told.kind,
        asked=told.title,
        said=told.text + (f" [marked: {marked}]" if marked else ""),
        evidence=evidence,
        wanted=tuple(wanted),
        scores={name: round(value, 6) for name, value in scores.items() if value is not None and name != "words"},
    )


def exact_quote(cited: Cited) -> float | None:
    """Whether what a citation quotes stands in the written source; None before the first item, where a format's own head stands."""
    words = _sources().get(cited.source)
    return quotation_exactness(cited.quote, words) if words and cited.item != BEFORE_ITEMS else None


@cache
def _sources() -> dict[str, str]:
    """All words of each written source."""
    return {stem: " ".join(text for item in one.items.values() for text in item) for stem, one in read_sources().items()}
