"""The nouns of answering, in the order they are made: Question + Passages → Answer (Sentence, Citation, Abstention, Provenance); Draft.

`as_json` methods give the promised outside form: stable names that others build on.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from ingest.datamodel import Filters as Filters
from ingest.datamodel import Language, Noun, SourcePlace, Status
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
    rewritten: str | None = Field(default=None, description="a follow-up question as it was put to stand alone and searched for")


class Correction(Noun):
    """A correction of earlier minutes by a later meeting."""

    date: dt.date | None = Field(description="day of the meeting that corrects")
    body: str | None
    item: str = Field(description="item of that meeting")
    text: str = Field(description="verbatim")
    source: SourcePlace


class PutRight(Noun):
    """Words of an answer that a later meeting put right in the minutes that it quotes."""

    words: str
    keys: tuple[str, ...] = Field(description="citations of the sentence that holds them")
    correction: Correction


class Answer(Noun):
    """An answer, or the statement that the minutes do not say."""

    question: str
    sentences: tuple[Sentence, ...] = ()
    withheld: tuple[Sentence, ...] = Field(default=(), description="sentences that failed a check")
    citations: tuple[Citation, ...] = ()
    put_right: tuple[PutRight, ...] = Field(default=(), description="what later minutes correct in what is quoted")
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
            "provenance": {**self.provenance.model_dump(mode="json"), "put_right": [one.model_dump(mode="json") for one in self.put_right]},
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


class Finding(Noun):
    """What a check before publication found in one sentence."""

    check: Literal["grounding", "publicity", "pre-election", "personal data", "readability", "length", "links"]
    rule: str = Field(description="the rule and its source, e.g. 'evaluative word (England 2011, paragraph 15)'")
    severity: Literal["stop", "warn"] = Field(description="stop: not to be published as it stands; warn: for a human to judge")
    sentence: str = Field(description="the whole sentence")
    words: str = Field(description="the offending words of it")
    advice: str = Field(description="one sentence that says what to do")


class Article(Noun):
    """One story of a newsletter: an agenda item, or one topic over several meetings."""

    id: str = Field(description="deterministic: the same story of the same minutes has the same id on any machine")
    theme: str
    headline: str
    standfirst: Sentence | None = None
    body: tuple[Sentence, ...] = ()
    next_steps: tuple[Sentence, ...] = Field(default=(), description="only what the minutes say comes next")
    earlier: tuple[Section, ...] = Field(
        default=(), description="earlier steps of the story, latest first, each under 'Cabinet, 21 January 2025'; empty: one meeting"
    )
    citations: tuple[Citation, ...] = ()
    counterpart: tuple[Sentence, ...] = Field(default=(), description="the paired text in the other language, verbatim; empty: none exists")
    counterpart_title: str | None = None
    meetings: tuple[str, ...] = Field(default=(), description="'Cabinet, 17 June 2025', oldest first")
    status: Status = Field(default="not stated", description="draft where any of its minutes is a draft")
    score: float = Field(default=0.0, description="how much it is worth telling; compares within one edition")
    reasons: tuple[str, ...] = Field(default=(), description="what the score is made of, e.g. 'a decision', '£1.2 million'")
    findings: tuple[Finding, ...] = ()
    provenance: Provenance

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Standfirst, body, next steps and earlier steps, in the order read."""
        before = tuple(sentence for section in self.earlier for sentence in section.sentences)
        return (*((self.standfirst,) if self.standfirst else ()), *self.body, *self.next_steps, *before)

    @property
    def words(self) -> int:
        """Words of the story, its headline aside."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)


class Edition(Noun):
    """One issue of a newsletter, bulletin or press note."""

    title: str
    template: str = Field(description="'residents@1+a3364311': name, version, digest")
    language: Language
    date_from: dt.date
    date_to: dt.date
    council: str | None = None
    banner: str | None = Field(default=None, description="e.g. the pre-election notice")
    signed_by: str | None = Field(default=None, description="who signed it off; None: a draft")
    bilingual: bool = Field(default=False, description="lay the paired text beside each story; 'needs translation' where there is none")
    introduction: str = Field(default="", description="the template's words before the stories; Markdown")
    closing: str = Field(default="", description="the template's words after them, e.g. notes to editors; Markdown")
    articles: tuple[Article, ...] = ()
    findings: tuple[Finding, ...] = Field(default=(), description="what shows only over the whole edition; the articles have their own")


def citations_json(citations: tuple[Citation, ...]) -> list[dict[str, object]]:
    """Each citation as its key and quote with the fields of its passage beside them."""
    return [{"key": c.key, "quote": c.quote, **c.passage.model_dump(mode="json")} for c in citations]
