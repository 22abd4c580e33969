"""A draft held against a library, sentence by sentence: the passages that each is most likely drawn from, and what the checks say."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from assistant.check.drafts import DraftSentence
from assistant.check.judge import Judge, Judgment
from assistant.check.vectors import Remembered
from assistant.citing import Citer, best_quote, keyed
from assistant.datamodel import Evidence, Passage, Problem, Proposal
from assistant.finding.retrieve import Retriever
from assistant.grounding import Verdict
from assistant.grounding.strays import verdict_on
from assistant.planted import without_orders
from assistant.question.dates import read as read_dates
from assistant.question.words import content_words, stem, stems
from assistant.units import plain
from ingest.chunking import BULLET
from ingest.datamodel import Filters, Noun
from ingest.errors import InputError, UnreadableFile
from ingest.library import Library
from ingest.pipeline import Failure, ingest
from ingest.settings import Settings

# Chosen on the rewordings of evals/data/planted_written.jsonl, each against the whole samples: taking whatever passage bears a sentence out
# lets 37 % of the wrong ones pass; only passages that hold nearly as many of its words as the best does, 20 %, and 95 % of the honest.
CANDIDATES = 6  # passages
MARGIN = 0.1  # share of the sentence's content words
ITEM_PASSAGES = 16  # of one item, where no single passage bears a sentence out
FEW_WORDS = 5  # content words; a sentence with fewer is looked for together with the one before it


class Standing(Noun):
    """The words of the minutes that a sentence was held against, and where they are."""

    quote: str
    passage: Passage

    def as_json(self) -> dict[str, object]:
        """The quotation with the fields of its passage beside it."""
        return {"quote": self.quote, **self.passage.model_dump(mode="json")}


class CheckedSentence(Noun):
    """One sentence of a draft with what the checks say of it."""

    text: str
    kind: str = Field(description="'claim', or why it is none")
    supported: bool | None = Field(description="None: not a claim")
    score: float | None = Field(default=None, ge=0, le=1, description="calibrated support, 1 = verbatim; None: not a claim")
    problems: tuple[Problem, ...] = ()
    evidence: Standing | None = Field(default=None, description="what it was held against; None: not a claim, or nothing is near it")
    judge: Judgment | None = None

    def as_json(self, *, judged: bool = False) -> dict[str, object]:
        """The stable form of `minutewise check --json`."""
        return {
            "text": self.text,
            "supported": self.supported,
            "score": self.score,
            "problems": [problem.model_dump(mode="json") for problem in self.problems],
            "evidence": self.evidence.as_json() if self.evidence else None,
        } | ({"judge": self.judge.model_dump(mode="json") if self.judge else None} if judged else {})


class _Held(NamedTuple):
    """A claim held against some passages."""

    passages: Sequence[Passage]
    share: float  # of the claim's content words that the passages hold
    verdict: Verdict

    @property
    def worth(self) -> tuple[bool, float, float]:
        return self.verdict.supported, self.share - 0.05 * len(self.verdict.problems), self.verdict.support


class DraftChecker:
    """Checks drafts against one library. `judge` adds a chat model's verdict beside the checks' own."""

    def __init__(self, library: Library, filters: Filters = Filters(), judge: Judge | None = None) -> None:
        self._library = library
        self._filters = filters
        self._retriever = Retriever(library)
        self._judge = judge

    def checked(self, sentences: Sequence[DraftSentence]) -> Iterator[CheckedSentence]:
        """Each sentence as it is done, in order; all are embedded together first."""
        embed = Remembered(self._library.embedder.embed)
        embed.prepare([one.held for one in sentences if one.is_claim])
        before = ""
        for one in sentences:
            if one.is_claim:
                yield self._claim(one, before, embed)
                before = one.held
            else:
                yield CheckedSentence(text=one.text, kind=one.kind, supported=None)
                before = "" if one.kind == "heading" else before

    def _claim(self, one: DraftSentence, before: str, embed: Remembered) -> CheckedSentence:
        alone = len(content_words(one.held)) >= FEW_WORDS
        held = self._held(one.held, one.held if alone else f"{before or one.heading} {one.held}", embed)
        around = f"{one.heading} {before}".strip()
        if around and not (held and held.verdict.supported):
            again = self._held(one.held, f"{around} {one.held}", embed)
            held = max((each for each in (held, again) if each), key=lambda each: each.worth, default=None)
        if one.lead and not (held and held.verdict.supported):
            held = self._point(one, embed) or held
        if held is None:
            nothing = Problem(name="support", words=one.held, evidence="nothing in the minutes searched is near it")
            return CheckedSentence(text=one.text, kind=one.kind, supported=False, score=0.0, problems=(nothing,))
        evidence = keyed(held.passages)
        judgment = self._judge.judged(one.held, [each.passage for each in evidence]) if self._judge else None
        return CheckedSentence(
            text=one.text,
            kind=one.kind,
            supported=held.verdict.supported,
            score=held.verdict.support,
            problems=held.verdict.problems,
            evidence=self._standing(one.held, evidence),
            judge=judgment,
        )

    def _held(self, claim: str, query: str, embed: Remembered) -> _Held | None:
        """The claim beside the passage, or the item, that most likely tells of it; None where the search finds none."""
        passages = self._found(query)
        if not passages:
            return None
        wanted = stems(claim)
        single = [_Held([passage], _share(wanted, [passage]), _verdict(claim, [passage], embed)) for passage in passages]
        nearest = max(one.share for one in single)
        best = max((one for one in single if one.share >= nearest - MARGIN), key=lambda one: one.worth)
        if best.verdict.supported:
            return best
        whole = self._item(best.passages[0])
        share = _share(wanted, whole)
        if share > best.share:  # what it says stands in several passages of one item
            joint = _Held(whole, share, _verdict(claim, whole, embed))
            best = joint if joint.verdict.supported else best
        return best

    def _point(self, one: DraftSentence, embed: Remembered) -> _Held | None:
        """A point that stands in the minutes word for word, under words that bear out its lead-in; None where it does not."""
        alone = self._held(one.text, one.held, embed)
        if alone is None or alone.verdict.support < 1.0:
            return None
        return alone if _verdict(one.lead, self._item(alone.passages[0]), embed).supported else None

    def _found(self, query: str) -> Sequence[Passage]:
        hits = self._retriever.search(query, self._filters, CANDIDATES)
        found = list(hits.passages)
        if hits.filters != self._filters:  # a date in it was taken for the period to search; it may as well be the date of something told
            rest = read_dates(query, dt.date.today(), list).rest
            wider = self._retriever.search(rest, self._filters, CANDIDATES).passages
            found += [passage for passage in wider if passage.id not in {one.id for one in found}]
        return without_orders(found)[0]

    def _item(self, passage: Passage) -> Sequence[Passage]:
        place = self._library.lookup.places([passage.id])[passage.id]
        return without_orders(self._library.lookup.chunk_passages(place.document_id, place.item_ordinal)[:ITEM_PASSAGES])[0]

    def _standing(self, claim: str, evidence: Sequence[Evidence]) -> Standing:
        wanted = stems(claim)
        quotes = [(best_quote(claim, one), one) for one in evidence]
        quote, one = max(quotes, key=lambda each: len(wanted & stems(each[0])))
        citer = Citer(self._library.lookup, [one])
        citer.cite(Proposal(text=claim, keys=(one.key,), quotes=(quote,)))
        (citation,) = citer.citations()
        return Standing(quote=citation.quote, passage=citation.passage)


@contextmanager
def library_of(paths: Sequence[Path], settings: Settings, failed: Callable[[Failure], None] = lambda failure: None) -> Iterator[Library]:
    """A library of these files alone, in a temporary folder. A file that cannot be read is told to `failed`, and left out.

    Raises:
        UnreadableFile: none of them can be read.
        InputError: there is no file of minutes among them.
    """
    # Never on a Chroma server: what is kept there outlives the folder.
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(settings.model_copy(update={"library": Path(folder), "chroma_url": None}), create=True) as alone,
    ):
        report = ingest(alone, paths)
        if not alone.lookup.documents():
            if report.failed:
                raise UnreadableFile(report.failed[0].error, report.failed[0].hint)
            raise InputError(
                f"there is nothing to check against in {', '.join(map(str, paths))}", "name files of minutes, or folders of them"
            )
        for failure in report.failed:
            failed(failure)
        yield alone


def _share(wanted: set[str], passages: Sequence[Passage]) -> float:
    held = {stem(word) for passage in passages for word in content_words(f"{passage.text} {passage.heading()}")}
    return len(wanted & held) / max(1, len(wanted))


def _verdict(claim: str, passages: Sequence[Passage], embed: Remembered) -> Verdict:
    texts = [passage.text.replace(BULLET, "") for passage in passages]
    context = list(dict.fromkeys(passage.heading() for passage in passages))
    return verdict_on(plain(claim), texts, context=context, embed=embed)
