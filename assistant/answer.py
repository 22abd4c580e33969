"""The answering chain: question → passages → engine → checks → answer. Nothing unchecked leaves it."""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator, Sequence

from assistant.abstention import Gate
from assistant.answers_log import log_configured
from assistant.checking import Checker
from assistant.citing import keyed
from assistant.datamodel import Abstention, Answer, Evidence, Passage, Provenance, Question, Sentence
from assistant.engines.base import Engine, Usage
from assistant.events import Estimate, Estimates, Event, Restart, Rewrites, Rewritten
from assistant.finding.formalities import tells
from assistant.finding.found import found, of_the_newest
from assistant.finding.nearness import nearness
from assistant.finding.reranking import Reranker
from assistant.finding.retrieve import Hits, Retriever
from assistant.later.putting_right import put_right_later
from assistant.overview import Overview, overview
from assistant.planted import without_orders
from assistant.question.asked import asks_outcome
from assistant.question.conversation import keeps, standalone
from assistant.question.named import names_in, naming
from assistant.request import Request
from ingest.errors import ChatServiceError
from ingest.library import Library

__all__ = ["Answerer", "Estimate", "Event", "Restart", "Rewritten"]

PASSAGES = 20  # found, and looked at sentence by sentence
READ_BY_MODEL = 8  # given to a chat model: the best; an engine that only looks is given all
ITEM_PASSAGES = 16  # of one item, where the whole item is wanted
_UNFOUND = {True: "the model did not find what is on record", False: "the model found no answer, though one is likely to be there"}
LOOKED_AT = 600  # characters of an earlier answer, to find what it came from


class Answerer:
    """Answers questions from a library with one engine, and with `fallback` when the engine's model fails."""

    def __init__(self, library: Library, engine: Engine, fallback: Engine | None = None) -> None:
        self._library = library
        self._retriever = Retriever(library)
        near = nearness(library.embedder.embed)
        self._gate = Gate(library, near)
        self._reranker = Reranker(near)
        self._engine = engine
        self._fallback = fallback
        self._log = log_configured(library.folder)

    def answer(self, question: Question) -> Answer:
        """The whole answer."""
        *_, last = self.stream(question)
        assert isinstance(last, Answer)
        return last

    def stream(self, question: Question) -> Iterator[Event]:
        """What was found, how a follow-up was understood, then each sentence once it has passed its checks, last the whole answer.

        When the model fails there is a Restart, and what follows is the fallback engine's.
        """
        request = Request(question, copy.copy(self._engine), time.perf_counter())
        failed = self._put_alone(request)
        asked = request.asked
        hits = found(self._library, self._retriever, asked, PASSAGES)
        yield hits
        if request.rewritten:
            yield Rewritten(text=request.rewritten)
        if failed:
            yield self._restart(request, failed)
        request.overview, abstention = self._gated(asked, hits)
        if abstention:
            yield self._done(request, abstention)
            return
        request.evidence, request.note = self._evidence_for(request, hits)
        try:
            yield from self._write(request)
        except ChatServiceError as error:
            yield self._restart(request, error)
            yield from self._write_anew(request, hits)
        if not request.shown and self._fallback and request.engine.name != self._fallback.name and self._has_more(request, hits):
            withheld = list(request.withheld)
            why = "what the model wrote did not pass the checks" if withheld else _UNFOUND[self._on_record(request, hits)]
            yield self._gone_over(request, self._fallback, why)
            yield from self._write_anew(request, hits)
            request.withheld[:0] = withheld
        if not request.shown:
            abstention = self._gate.nothing_stood(hits, len(request.withheld), by_model=request.engine.name == "llm")
        yield self._done(request, abstention)

    def _has_more(self, request: Request, hits: Hits) -> bool:
        """Whether the minutes' own sentences may tell what a model did not: it wrote what is not so, or did not find what is there."""
        return bool(request.withheld) or self._on_record(request, hits) or self._gate.likely(request.asked, hits)

    def _on_record(self, request: Request, hits: Hits) -> bool:
        return bool(request.overview) or any(tells(request.asked.text, one) for one in hits.passages)

    def estimate(self, question: Question) -> Estimate:
        """What answering would cost; no model is asked."""
        hits = found(self._library, self._retriever, question, PASSAGES)
        number = len(hits.passages)
        if not isinstance(self._engine, Estimates):
            return Estimate(passages=number, usage=None, reason="the minutes' own sentences are quoted")
        whole, abstention = self._gated(question, hits)
        if abstention:
            return Estimate(passages=number, usage=None, reason=f"the answer is that the minutes do not say ({abstention.kind})")
        evidence = whole.evidence[:READ_BY_MODEL] if whole else self._evidence(self._engine, question, hits.passages, None)[0]
        return Estimate(passages=len(evidence), usage=self._engine.estimate(question, evidence))

    def _gated(self, asked: Question, hits: Hits) -> tuple[Overview | None, Abstention | None]:
        """What whole meetings have to tell, where they are asked about; and why the minutes do not say, or None."""
        whole = overview(self._library, self._retriever, asked.text, hits.looked_for, hits.filters)
        if whole and whole.proposals:
            return whole, None
        return None, self._gate.of_meetings(asked, hits, whole.meetings) if whole else self._gate.abstention(asked, hits)

    def _put_alone(self, request: Request) -> ChatServiceError | None:
        """Rewrites a follow-up question: by the model where there is one, by rule where it fails or leaves the question as it is."""
        question, failed = request.question, None
        if not question.history:
            return None
        rewritten = question.text
        if isinstance(request.engine, Rewrites):
            try:
                rewritten = request.engine.standalone(question)
            except ChatServiceError as error:
                failed = error
            request.spent.append(request.engine.usage())
        if rewritten == question.text or not keeps(question.text, rewritten):
            rewritten = standalone(question, lambda answer: self._source(answer, question))
        request.rewritten = rewritten if rewritten != question.text else None
        return failed

    def _source(self, answer: str, question: Question) -> Passage | None:
        """The passage that an earlier answer most likely comes from."""
        found = self._retriever.search(answer[:LOOKED_AT], question.filters, 1).passages
        return found[0] if found else None

    def _restart(self, request: Request, error: ChatServiceError) -> Restart:
        """Goes over to the fallback engine.

        Raises:
            ChatServiceError: there is none.
        """
        if self._fallback is None:
            raise error
        return self._gone_over(request, self._fallback, error.message.rstrip("."))

    def _gone_over(self, request: Request, engine: Engine, why: str) -> Restart:
        failure = f"{why}; the minutes' own sentences instead"
        request.engine, request.note = copy.copy(engine), f"{failure}; {request.note}" if request.note else failure
        request.shown.clear()
        request.withheld.clear()
        return Restart(note=failure)

    def _write_anew(self, request: Request, hits: Hits) -> Iterator[Sentence]:
        """What the fallback engine writes, from what is evidence for it."""
        request.evidence, _ = self._evidence_for(request, hits)
        yield from self._write(request)

    def _write(self, request: Request) -> Iterator[Sentence]:
        request.checker = checker = Checker(self._library, request.evidence)
        try:
            quoted = request.overview.proposals if request.overview and request.engine.name == "quote" else None
            for proposal in quoted if quoted is not None else request.engine.answer(request.asked, request.evidence):
                sentence = checker.checked(proposal)
                if sentence.problems:
                    request.withheld.append(sentence)
                else:
                    request.shown.append(sentence)
                    yield sentence
        finally:
            request.spent.append(request.engine.usage())

    def _evidence_for(self, request: Request, hits: Hits) -> tuple[Sequence[Evidence], str | None]:
        """What the request's engine is given, and the note to the answer."""
        whole = request.overview
        if whole is None:
            return self._evidence(request.engine, request.asked, hits.passages, request.note)
        note = _joined(request.note, whole.note, _left_out(whole.orders))
        return (whole.evidence if request.engine.name == "quote" else whole.evidence[:READ_BY_MODEL]), note

    def _evidence(
        self, engine: Engine, question: Question, passages: Sequence[Passage], note: str | None
    ) -> tuple[tuple[Evidence, ...], str | None]:
        """What the engine is given, and the note to the answer, longer where something planted was left out."""
        best = self._reranker.best_first(
            question.text, of_the_newest(self._library, question.text, self._of_those_named(question, passages))
        )
        read = best if engine.name == "quote" else best[:READ_BY_MODEL]
        kept, planted = without_orders(self._with_whole_item(question, read))
        return keyed(kept), _joined(note, _left_out(planted))

    def _of_those_named(self, question: Question, passages: Sequence[Passage]) -> Sequence[Passage]:
        """Where the question names people or places, the passages of items that name them all (later 'she'); else all."""
        kept = passages
        for name in names_in(question.text):
            places = self._library.lookup.places([passage.id for passage in kept])
            items = {place.document_id: set[int]() for place in places.values()}
            for passage in naming(kept, name):
                items[places[passage.id].document_id].add(places[passage.id].item_ordinal)
            kept = [one for one in kept if places[one.id].item_ordinal in items[places[one.id].document_id]]
        return kept or passages

    def _with_whole_item(self, question: Question, passages: Sequence[Passage]) -> Sequence[Passage]:
        """For a question about an outcome, also the rest of the item found first: a vote told in part is a wrong tally."""
        if not passages or not asks_outcome(question.text):
            return passages
        place = self._library.lookup.places([passages[0].id])[passages[0].id]
        item = self._library.lookup.chunk_passages(place.document_id, place.item_ordinal)[:ITEM_PASSAGES]
        held = {passage.id for passage in passages}
        return [*passages, *(passage.model_copy(update={"score": passages[-1].score}) for passage in item if passage.id not in held)]

    def unfinished(self, question: Question, sentences: tuple[Sentence, ...]) -> Answer:
        """The answer so far, for those who show it while it is written; its citations come with the whole answer."""
        made = Provenance(engine=self._engine.name, embedding=self._library.embedder.name)
        return Answer(question=question.text, sentences=sentences, provenance=made)

    def _done(self, request: Request, abstention: Abstention | None) -> Answer:
        writer = request.spent[-1] if request.checker else Usage()  # the last to write; before that nobody wrote
        costs = [one.cost for one in request.spent if one.cost is not None]
        citations = request.checker.citations() if request.checker else ()
        answer = Answer(
            question=request.question.text,
            sentences=tuple(request.shown),
            withheld=tuple(request.withheld),
            citations=citations,
            put_right=put_right_later(self._library, request.shown, citations) if request.shown else (),
            abstention=abstention,
            provenance=Provenance(
                engine=request.engine.name,
                prompt=writer.prompt,
                model=writer.model,
                embedding=self._library.embedder.name,
                passages=tuple(one.passage.id for one in request.evidence),
                tokens_in=sum(one.tokens_in for one in request.spent),
                tokens_out=sum(one.tokens_out for one in request.spent),
                cost=sum(costs) if costs else None,
                seconds=round(time.perf_counter() - request.started, 3),
                note=request.note,
                rewritten=request.rewritten,
            ),
        )
        return self._log.added(answer) if self._log else answer


def _left_out(orders: int) -> str | None:
    parts = "1 part" if orders == 1 else f"{orders} parts"
    return f"left out as evidence: {parts} of the minutes with orders to software in it" if orders else None


def _joined(*notes: str | None) -> str | None:
    return "; ".join(filter(None, notes)) or None
