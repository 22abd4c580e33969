"""Summaries of every sample meeting: faithfulness, exactness of figures and quotations, and the decisions told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evals.datamodel import Figure, Outcome
from evals.figures import Scored, figure, grouped, kept
from evals.gold.decisions import load
from evals.gold.sources import BEFORE_ITEMS, source_of
from evals.scorers.decision_recall import told as is_told
from evals.suites.of_sentences import Told, case_of, figures_of, scores_of, told_by
from ingest.errors import NothingFound

if TYPE_CHECKING:
    from assistant.datamodel import Draft, Sentence
    from evals.run import Run
    from ingest.lookup import DocumentRow


def measure(run: Run) -> Outcome:
    """Summarises every document, and scores item by item."""
    documents = run.system.library.lookup.documents()
    parts: list[Told] = []
    for number, document in enumerate(documents):
        run.watch("summaries", number, len(documents))
        parts += _summary(run, document)
    scored = [(one, scores_of(one, run)) for one in parts]
    said = {one.id: one.text for one in parts}
    decisions = load()
    told = {one.id: float(is_told(one.text, said.get(f"{one.source}/{one.item}", ""))) for one in decisions}
    by_item: defaultdict[str, list[str]] = defaultdict(list)
    for one in decisions:
        by_item[f"{one.source}/{one.item}"].append(one.id)

    def recall(kind: str) -> Figure | None:
        some = [one for one in decisions if kind in ("", one.kind)]
        ending, words = (f".{kind}", f", {kind}s") if kind else ("", "")
        return figure(f"summaries.decision_recall{ending}", f"decisions told{words}", [Scored(one.id, "dev", told[one.id]) for one in some])

    cases = []
    text_of = {one.id: one.text for one in decisions}
    for part, scores in scored:
        names = by_item.pop(part.id, [])
        share = {"decision_recall": sum(told[name] for name in names) / len(names)} if names else {}
        wanted = [f"{'told' if told[name] else 'not told'}: {text_of[name]}" for name in names]
        cases.append(case_of("summaries", part, {**scores, **share}, wanted))
    missing = [f"{item} has no summary, and {len(names)} decisions" for item, names in by_item.items()]
    return Outcome(
        suite="summaries",
        figures=kept([*figures_of("summaries", scored, "an item"), recall(""), *grouped((one.kind for one in decisions), recall)]),
        cases=tuple(cases),
        note="; ".join(missing) or None,
    )


def _summary(run: Run, document: DocumentRow) -> Iterator[Told]:
    """The summary of one document, item by item."""
    try:
        draft = run.system.summariser.summarise(document.path)
    except NothingFound:
        return  # a page of an exempt item, or of one without text
    source = source_of(Path(document.path).name)
    where = f"{document.body}, {document.date}"
    for item, sentences in _by_item(draft).items():
        title = f"{where}, item {item}" if item != BEFORE_ITEMS else f"{where}, before the first item"
        yield told_by(run, f"{source}/{item}", document.body or "", title, sentences, draft.citations)


def _by_item(draft: Draft) -> dict[str, list[Sentence]]:
    """Sentences by the number of the item: the headings' numbers, or that of the one item that there is."""
    only = next((one.passage.item_number for one in draft.citations), None) or BEFORE_ITEMS
    found: defaultdict[str, list[Sentence]] = defaultdict(list)
    for section in draft.sections:
        opening = re.match(r"(\S+?)\. ", section.heading)
        alone = section.heading in ("Decided", "Discussed", "Summary")
        found[only if alone else opening[1] if opening else BEFORE_ITEMS].extend(section.sentences)
    return dict(found)
