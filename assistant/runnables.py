"""The retriever and the answering chain as LangChain sees them, so that others can compose them.

retriever = MinutesRetriever(retriever=Retriever(library), k=5)
chain = AnsweringChain(Answerer(library, engine))
chain.invoke("What was said about the leisure centre?").text
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig
from pydantic import ConfigDict

from assistant.answer import Answerer, Restart
from assistant.datamodel import Answer, Question, Sentence
from assistant.finding.retrieve import Retriever
from ingest.datamodel import Filters


class MinutesRetriever(BaseRetriever):
    """Finds passages: each is a Document whose metadata are the fields of a Passage, dates as ISO text."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: Retriever
    filters: Filters = Filters()
    k: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        hits = self.retriever.search(query, self.filters, self.k)
        return [
            Document(id=passage.id, page_content=passage.text, metadata=passage.model_dump(mode="json", exclude={"id", "text"}))
            for passage in hits.passages
        ]


class AnsweringChain(Runnable[str | Question, Answer]):
    """Answers questions. `stream` yields the answer as it grows, sentence by checked sentence; the last one is whole."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    def invoke(self, input: str | Question, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:
        """Answers one question."""
        return self._call_with_config(lambda asked: self._answerer.answer(_question(asked)), input, config, run_type="chain", **kwargs)

    def stream(self, input: str | Question, config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[Answer]:
        """Answers one question; each answer yielded holds one sentence more than the last."""
        so_far: tuple[Sentence, ...] = ()
        for event in self._answerer.stream(_question(input)):
            if isinstance(event, Answer):
                yield event
            elif isinstance(event, Restart):
                so_far = ()
            elif isinstance(event, Sentence):
                so_far = (*so_far, event)
                yield self._answerer.unfinished(_question(input), so_far)

    def batch(
        self,
        inputs: list[str | Question],
        config: RunnableConfig | list[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        **kwargs: Any | None,
    ) -> list[Answer]:
        """Answers questions one after another: an engine keeps account of one call at a time."""
        configs: list[RunnableConfig | None] = list(config) if isinstance(config, list) else [config] * len(inputs)
        answers: list[Any] = []
        for asked, how in zip(inputs, configs, strict=True):
            try:
                answers.append(self.invoke(asked, how, **kwargs))
            except Exception as error:
                if not return_exceptions:
                    raise
                answers.append(error)
        return answers


def _question(asked: str | Question) -> Question:
    return Question(text=asked) if isinstance(asked, str) else asked
