"""The nouns of answering, in the order they are made: Question + Passages → Answer (Sentence, Citation, Abstention, Provenance); Draft.

`as_json` methods give the promised outside form: stable names that others build on.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.datamodel import Filters as Filters
from ingest.datamodel import Noun, Status
from ingest.datamodel import Passage as Passage

EngineName = Literal["quote", "llm"]
AbstentionKind = Literal["no_match", "out_of_coverage", "not_recorded", "exempt"]
Style = Literal["brief", "full", "plain"]


class Turn(Noun):
    """One earlier exchange of a conversation."""

    question: str
    answer: str


class Question(Noun):
    """What is asked."""

    text: str
    filters: Filters = Filters()
    history: tuple[Turn, ...] = ()


class Citation(Noun):
    """A place that a sentence stands on."""

    key: str = Field(description="opaque key by which sentences name it, e.g. 'k7f'")
    quote: str = Field(description="verbatim words of the passage")
    passage: Passage


class Evidence(Noun):
    """A passage under the key by which an engine may cite it."""

    key: str
    passage: Passage


class Proposal(Noun):
    """One sentence as an engine proposes it, before any check."""

    text: str
    keys: tuple[str, ...] = Field(default=(), description="as the engine wrote them: they may be missing or wrong")
    quotes: tuple[str, ...] = Field(default=(), description="for each key the exact words meant, where the engine knows them")
    decided: bool = Field(default=False, description="tells what was decided: set by engines that know it")


class Problem(Noun):
    """One thing wrong with a sentence, and what it was held against."""

    name: Literal["key", "figure", "quotation", "attribution", "modality", "negation", "decision", "name", "support"]
    words: str = Field(description="the offending words of the sentence")
    evidence: str = Field(default="", description="the cited words that it was held against")


class Sentence(Noun):
    """One sentence of an answer or a draft."""

    text: str
    citations: tuple[str, ...] = Field(description="keys, in the order cited")
    support: float = Field(ge=0, le=1, description="calibrated support by the cited passages; 1 = verbatim")
    problems: tuple[Problem, ...] = ()


class Abstention(Noun):
    """Why there is no answer, and what there is instead."""

    kind: AbstentionKind
    message: str = Field(description="one or two sentences for the user: what was searched, why nothing is said")
    searched: int = Field(description="number of passages that the search was over")
    nearest: tuple[str, ...] = Field(default=(), description="headings of the nearest items")


class Provenance(Noun):
    """How an answer was made."""

    engine: EngineName
    prompt: str | None = Field(default=None, description="'answer@1+a3364311': name, version, digest")
    model: str | None = None
    embedding: str
    passages: tuple[str, ...] = Field(default=(), description="ids of the passages given to the engine")
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = Field(default=None, description="US dollars by the configured price; None where unknown")
    seconds: float = 0.0
    note: str | None = Field(default=None, description="e.g. that the llm engine failed and quote answered")


class Answer(Noun):
    """An answer, or the statement that the minutes do not say."""

    question: str
    sentences: tuple[Sentence, ...] = ()
    withheld: tuple[Sentence, ...] = Field(default=(), description="sentences that failed a check")
    citations: tuple[Citation, ...] = ()
    abstention: Abstention | None = None
    provenance: Provenance

    @property
    def text(self) -> str:
        """The answer as running text, or the abstention's message."""
        return self.abstention.message if self.abstention else " ".join(sentence.text for sentence in self.sentences)

    def as_json(self) -> dict[str, object]:
        """The stable form of `minutewise ask --json`."""
        return {
            "question": self.question,
            "answer": self.text,
            "abstained": self.abstention is not None,
            "abstention": self.abstention.model_dump(mode="json") if self.abstention else None,
            "sentences": [sentence.model_dump(mode="json") for sentence in self.sentences],
            "withheld": [sentence.model_dump(mode="json") for sentence in self.withheld],
            "citations": citations_json(self.citations),
            "engine": self.provenance.engine,
            "provenance": self.provenance.model_dump(mode="json"),
        }


class Section(Noun):
    """A headed run of sentences."""

    heading: str
    sentences: tuple[Sentence, ...]


class Draft(Noun):
    """A summary: sections of checked sentences."""

    title: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...] = ()
    status: Status = "not stated"
    provenance: Provenance

    def as_json(self) -> dict[str, object]:
        """The stable form of `minutewise summarise --json`."""
        return {
            "title": self.title,
            "status": self.status,
            "sections": [section.model_dump(mode="json") for section in self.sections],
            "citations": citations_json(self.citations),
            "engine": self.provenance.engine,
            "provenance": self.provenance.model_dump(mode="json"),
        }


def citations_json(citations: tuple[Citation, ...]) -> list[dict[str, object]]:
    """Each citation as its key and quote with the fields of its passage beside them."""
    return [{"key": c.key, "quote": c.quote, **c.passage.model_dump(mode="json")} for c in citations]
