"""The retriever and the chain as LangChain composes them."""

from __future__ import annotations

from langchain_core.runnables import RunnableLambda

from assistant.answer import Answerer
from assistant.datamodel import Question
from assistant.engines.quote import QuoteEngine
from assistant.finding.retrieve import Retriever
from assistant.runnables import AnsweringChain, MinutesRetriever
from ingest.datamodel import Filters
from ingest.library import Library

ASKED = "What did the roofer quote for the bandstand?"


def chain(library: Library) -> AnsweringChain:
    return AnsweringChain(Answerer(library, QuoteEngine(library.embedder.embed)))


def test_the_retriever_gives_documents_with_the_fields_of_a_passage(tiny: Library) -> None:
    retriever = MinutesRetriever(retriever=Retriever(tiny), k=2)
    first, _ = retriever.invoke(ASKED)
    assert "£4,350" in first.page_content
    assert (first.metadata["body"], first.metadata["date"], first.metadata["item_title"]) == (
        "Amenities Committee",
        "2024-06-04",
        "BANDSTAND",
    )
    assert retriever.model_copy(update={"filters": Filters(body="Nobody")}).invoke(ASKED) == []


def test_the_chain_composes_and_answers(tiny: Library) -> None:
    told = (chain(tiny) | RunnableLambda(lambda answer: answer.text)).invoke(ASKED)
    assert "£4,350" in told


def test_streamed_answers_grow_sentence_by_sentence_to_the_whole(tiny: Library) -> None:
    *growing, whole = chain(tiny).stream(Question(text=ASKED))
    assert [len(answer.sentences) for answer in growing] == list(range(1, len(whole.sentences) + 1))
    assert growing[-1].sentences == whole.sentences and whole.citations
    assert whole.sentences == chain(tiny).invoke(ASKED).sentences


def test_a_batch_answers_in_order_and_can_carry_its_errors(tiny: Library) -> None:
    asked: list[str | Question] = [ASKED, "Who won the football?"]
    first, second = chain(tiny).batch(asked)
    assert (first.question, second.question) == tuple(asked)
    assert first.abstention is None and second.abstention is not None
    tiny.close()
    (failed,) = chain(tiny).batch([ASKED], return_exceptions=True)
    assert isinstance(failed, Exception)
