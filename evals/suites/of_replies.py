"""Figures and cases of suites that score the replies to the gold questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from evals.datamodel import Better, Case, Figure, Shown
from evals.figures import Scored, figure
from evals.gold.records import Answerable

if TYPE_CHECKING:
    from evals.gold.replies import Reply
    from ingest.datamodel import Passage

Scorer = Callable[["Reply"], float | None]


class Row(NamedTuple):
    """One scorer, as it is published."""

    name: str
    title: str
    scorer: Scorer
    better: Better = "high"


def figures_of(suite: str, rows: Sequence[Row], replies: Sequence[Reply], group: str = "") -> list[Figure | None]:
    """A figure for each scorer; `group` names the part of the questions that the replies are of."""
    ending, words = (f".{group}", f", {group.replace('_', ' ')}") if group else ("", "")
    return [
        figure(
            f"{suite}.{row.name}{ending}",
            f"{row.title}{words}",
            (Scored(one.gold.id, one.gold.split, row.scorer(one)) for one in replies),
            row.better,
        )
        for row in rows
    ]


def cases_of(suite: str, rows: Sequence[Row], replies: Iterable[Reply], *, found: bool = False) -> tuple[Case, ...]:
    """The dev replies with their scores. Held-out ones are left out: nobody is to tune to them.

    Args:
        found: show the passages found instead of the citations.
    """
    return tuple(
        Case(
            id=one.gold.id,
            suite=suite,
            kind=one.gold.kind,
            split=one.gold.split,
            asked=f"{one.gold.question} {_filters(one)}".strip(),
            said=f"[{one.abstained}] {one.answer.text}" if one.abstained else one.answer.text,
            evidence=tuple(shown(passage) for passage in one.ranked[:5]) if found else _cited(one),
            wanted=tuple(_wanted(one)),
            scores={row.name: round(value, 6) for row in rows if (value := row.scorer(one)) is not None},
        )
        for one in replies
        if one.gold.split == "dev"
    )


def _filters(reply: Reply) -> str:
    limits = reply.gold.filters.filters().described()
    return f"({limits})" if limits else ""


def _cited(reply: Reply) -> tuple[Shown, ...]:
    return tuple(shown(one.citation.passage, one.citation.quote) for one in reply.cited)


def shown(passage: Passage, quote: str | None = None) -> Shown:
    """A passage, or the words quoted from it."""
    first, last = passage.source.paragraphs
    paragraphs = f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"
    name = passage.source.path.rpartition("/")[2]
    return Shown(where=f"{passage.heading()}, {paragraphs}", text=quote or passage.text, path=f"samples/minutes/{name}")


def _wanted(reply: Reply) -> Iterable[str]:
    gold = reply.gold
    if isinstance(gold, Answerable):
        yield f"facts: {'; '.join(gold.facts)}"
        yield from (f"{place.group}. {place.source}, item {place.item}: {place.text}" for place in gold.evidence)
    else:
        yield f"abstain: {' or '.join((gold.expected, *gold.also_right))}. {gold.why}"
