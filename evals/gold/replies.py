"""One pass over the gold questions: what was found, said and cited, for all suites to score."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from evals.gold.records import Answerable, GoldEvidence, Record
from evals.gold.sources import BEFORE_ITEMS, source_of
from ingest.text import fold_space

if TYPE_CHECKING:
    from assistant.datamodel import Answer, Citation, Passage
    from evals.system import System, Watch
    from ingest.library import Library

RANKED = 20  # passages looked at by what measures the ranking


class Cited(NamedTuple):
    """A citation, and what stands at the place that it names."""

    citation: Citation
    source: str
    item: str
    words: str
    """All words of the paragraphs that it names, read anew from the library."""
    quote: str

    def holds(self, place: GoldEvidence) -> bool:
        """Whether it shows the evidence: in the paragraphs that it names, or in what it quotes."""
        text = fold_space(place.text)
        return self.source == place.source and (text in self.words or text in self.quote)


class Reply(NamedTuple):
    """What became of one question."""

    gold: Record
    answer: Answer
    passages: Sequence[Passage]
    """Those that the answer was looked for in."""
    ranked: Sequence[Passage]
    """The first twenty of the ranking."""
    cited: Sequence[Cited]
    seconds: float

    @property
    def answerable(self) -> Answerable | None:
        """The record, of a question that the minutes answer."""
        return self.gold if isinstance(self.gold, Answerable) else None

    @property
    def abstained(self) -> str | None:
        """The kind of abstention; None where there is an answer."""
        return self.answer.abstention.kind if self.answer.abstention else None


def ask(system: System, gold: Record) -> Reply:
    """Asks one gold question."""
    from assistant.datamodel import Answer, Question
    from assistant.finding.retrieve import Hits

    filters = gold.filters.filters()
    ranked = system.search(gold.question, filters, RANKED).passages
    started = time.perf_counter()
    passages: Sequence[Passage] = ()
    answer: Answer | None = None
    for event in system.answerer.stream(Question(text=gold.question, filters=filters)):
        if isinstance(event, Hits):
            passages = event.passages
        elif isinstance(event, Answer):
            answer = event
    assert answer is not None
    seconds = time.perf_counter() - started
    return Reply(gold, answer, passages, ranked, [cited_place(one, system.library) for one in answer.citations], seconds)


def ask_all(system: System, questions: Sequence[Record], watch: Watch | None = None) -> Iterator[Reply]:
    """Asks them in order."""
    for number, gold in enumerate(questions):
        if watch:
            watch("gold questions", number, len(questions))
        yield ask(system, gold)


def cited_place(citation: Citation, library: Library) -> Cited:
    """What stands at the place that a citation names."""
    from assistant.units import plain

    place = citation.passage.source
    paragraphs = library.lookup.paragraphs(citation.passage.id.rpartition("-")[0], *place.paragraphs)
    item = citation.passage.item_number or BEFORE_ITEMS
    return Cited(citation, source_of(place.path), item, plain(" ".join(one.text for one in paragraphs)), plain(citation.quote))
