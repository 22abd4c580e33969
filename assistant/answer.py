"""The answering chain: question → passages → engine → checks → answer. Nothing unchecked leaves it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import Field

from assistant.abstention import Gate
from assistant.checking import Checker
from assistant.citing import keyed
from assistant.datamodel import Abstention, Answer, Evidence, Passage, Provenance, Question, Sentence
from assistant.engines.asked import asks_decision
from assistant.engines.base import Engine
from assistant.named import naming, people_named
from assistant.nearness import nearness
from assistant.retrieve import Hits, Retriever
from ingest.datamodel import Noun
from ingest.errors import ChatServiceError
from ingest.library import Library

PASSAGES = 8  # given to the engine
ITEM_PASSAGES = 16  # of one item, where the whole item is wanted


class Restart(Noun):
    """The model failed: the sentences so far do not count, the answer begins again with another engine."""

    note: str = Field(description="what failed, and what is done instead")


Event = Hits | Sentence | Restart | Answer


class Written(NamedTuple):
    """What one engine made of the evidence."""

    shown: list[Sentence]
    withheld: list[Sentence]


class Answerer:
    """Answers questions from a library with one engine, and with `fallback` when the engine's model fails."""

    def __init__(self, library: Library, engine: Engine, fallback: Engine | None = None) -> None:
        self._library = library
        self._retriever = Retriever(library)
        self._gate = Gate(library, nearness(library.embedder.embed))
        self._engine = engine
        self._fallback = fallback

    def answer(self, question: Question) -> Answer:
        """The whole answer."""
        *_, last = self.stream(question)
        assert isinstance(last, Answer)
        return last

    def stream(self, question: Question) -> Iterator[Event]:
        """What was found, then each sentence as soon as it has passed its checks, last the whole answer.

        When the model fails there is a Restart, and what follows is the fallback engine's.
        """
        started = time.perf_counter()
        hits = self._retriever.search(question.text, question.filters, PASSAGES)
        yield hits
        abstention = self._gate.abstention(question, hits)
        if abstention:
            yield self._answer(question, started, abstention=abstention)
            return
        evidence = keyed(self._with_whole_item(question, self._of_people_named(question, hits.passages)))
        engine, note = self._engine, None
        checker = Checker(self._library, evidence)
        written = Written([], [])
        try:
            yield from _write(engine, question, evidence, checker, written)
        except ChatServiceError as error:
            if self._fallback is None:
                raise
            engine, note = self._fallback, f"{error.message}; the minutes' own sentences instead"
            checker, written = Checker(self._library, evidence), Written([], [])
            yield Restart(note=note)
            yield from _write(engine, question, evidence, checker, written)
        if not written.shown:
            abstention = self._gate.nothing_stood(question, hits, len(written.withheld))
        yield self._answer(question, started, written, checker, engine, evidence, abstention, note)

    def _of_people_named(self, question: Question, passages: Sequence[Passage]) -> Sequence[Passage]:
        """Where the question names people, the passages that name them all; as they are where no passage does."""
        kept = passages
        for name in people_named(question.text):
            kept = naming(kept, name)
        return kept or passages

    def _with_whole_item(self, question: Question, passages: Sequence[Passage]) -> Sequence[Passage]:
        """For a question about a decision, also the rest of the item found first: a vote told in part is a wrong tally."""
        if not asks_decision(question.text):
            return passages
        place = self._library.lookup.places([passages[0].id])[passages[0].id]
        item = self._library.lookup.chunk_passages(place.document_id, place.item_ordinal)[:ITEM_PASSAGES]
        held = {passage.id for passage in passages}
        return [*passages, *(passage.model_copy(update={"score": passages[-1].score}) for passage in item if passage.id not in held)]

    def unfinished(self, question: Question, sentences: tuple[Sentence, ...]) -> Answer:
        """The answer so far, for those who show it while it is written; its citations come with the whole answer."""
        made = Provenance(engine=self._engine.name, embedding=self._library.embedder.name)
        return Answer(question=question.text, sentences=sentences, provenance=made)

    def _answer(
        self,
        question: Question,
        started: float,
        written: Written | None = None,
        checker: Checker | None = None,
        engine: Engine | None = None,
        evidence: Sequence[Evidence] = (),
        abstention: Abstention | None = None,
        note: str | None = None,
    ) -> Answer:
        engine = engine or self._engine
        usage = engine.usage() if written else None
        return Answer(
            question=question.text,
            sentences=tuple(written.shown) if written else (),
            withheld=tuple(written.withheld) if written else (),
            citations=checker.citations() if checker else (),
            abstention=abstention,
            provenance=Provenance(
                engine=engine.name,
                embedding=self._library.embedder.name,
                passages=tuple(one.passage.id for one in evidence),
                seconds=round(time.perf_counter() - started, 3),
                note=note,
                **(usage.model_dump() if usage else {}),
            ),
        )


def _write(engine: Engine, question: Question, evidence: Sequence[Evidence], checker: Checker, written: Written) -> Iterator[Sentence]:
    for proposal in engine.answer(question, evidence):
        sentence = checker.checked(proposal)
        if sentence.problems:
            written.withheld.append(sentence)
        else:
            written.shown.append(sentence)
            yield sentence
