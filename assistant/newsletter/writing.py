"""Writes one story: headline, standfirst, body, what happens next, earlier steps; every sentence checked and cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from assistant.checking import Checker
from assistant.citing import keyed
from assistant.corrections import Later
from assistant.datamodel import Article, Citation, Correction, Evidence, Proposal, Provenance, Section, Sentence, Style
from assistant.engines.base import Engine
from assistant.held import Holdings
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.corrected import marked
from assistant.newsletter.deciding import decisions_told, in_order, only_notes, without_movers
from assistant.newsletter.eligible import of_substance
from assistant.newsletter.headlines import headline
from assistant.newsletter.proposing import meeting_name
from assistant.newsletter.quoted import telling
from assistant.newsletter.stories import Told, minuted
from assistant.newsletter.titles import Spelling, calm
from assistant.newsletter.turns import Turns
from assistant.newsletter.upcoming import next_units
from assistant.planted import item_without_orders
from assistant.putting_right import put_right
from assistant.query import stems
from assistant.units import Unit, units
from ingest.library import Library

MOST_EARLIER = 2  # earlier steps of a story that are told
COMFORTABLE: dict[Style, int] = {"plain": 25, "brief": 30, "full": 40}  # words of a sentence

_RECOUNTS = re.compile(
    r"\bhad (?:already |then )?(?:resolved|agreed|approved|recommended|accepted|decided|adopted|asked for)\b|\breminded\b", re.IGNORECASE
)


class Written(NamedTuple):
    """The sentences of one story, in their places."""

    standfirst: Sentence | None
    body: tuple[Sentence, ...]
    next_steps: tuple[Sentence, ...]
    earlier: tuple[Section, ...]


MOSTLY = 0.6
SAME = 0.8  # of a sentence's words, which the first sentence has already
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_MOVERS = re.compile(r"\b(?:moved|seconded|proposed) by\b", re.IGNORECASE)  # for members, not for residents
# What cannot come first: it hangs on a sentence before it.
_HANGS = re.compile(r"(?:This|That|These|Those|It|They|He|She|Such)\b(?! (?:was|is) (?:resolved|agreed|decided|recommended))")


class Writer:
    """Writes stories of one library with one engine; each thread has a writer of its own, and `turns` says when it may work."""

    def __init__(
        self,
        library: Library,
        holdings: Holdings,
        engine: Engine,
        *,
        style: Style = "plain",
        sentences: int = 3,
        turns: Turns | None = None,
        later: Later | None = None,
    ) -> None:
        self._library = library
        self._holdings = holdings
        self._engine = engine
        self._style: Style = style
        self._sentences = sentences
        self._turns = turns
        self._later = later

    def article(self, candidate: Candidate, *, bilingual: bool = False, note: str | None = None) -> Article:
        """The story of a candidate.

        Raises:
            ChatServiceError: the engine's model fails.
        """
        some = [self._told(*key) for key in candidate.items]
        passages = [item_without_orders(self._library.lookup, *told.key) for told in some]
        given = iter(keyed([passage for part in passages for passage in part]))
        evidence = [tuple(next(given) for _ in part) for part in passages]
        checker = Checker(self._library, [one for part in evidence for one in part])
        written, usage = self._written(some, evidence, checker), self._engine.usage()
        counterpart, title = self._counterpart(some[-1]) if bilingual else ((), None)
        latest = some[-1]
        return Article(
            id=candidate.id,
            theme=candidate.theme,
            headline=headline(candidate.title, in_order(of_substance(latest.item)), candidate.language),
            standfirst=written.standfirst,
            body=written.body,
            next_steps=written.next_steps,
            earlier=written.earlier,
            citations=self._cited(checker, written),
            counterpart=counterpart,
            counterpart_title=title,
            meetings=candidate.meetings,
            status=candidate.status,
            score=candidate.score,
            reasons=candidate.reasons,
            provenance=Provenance(
                engine=self._engine.name,
                prompt=usage.prompt,
                model=usage.model,
                embedding=self._library.embedder.name,
                passages=tuple(passage.id for part in reversed(passages) for passage in part),
                tokens_in=usage.tokens_in,
                tokens_out=usage.tokens_out,
                cost=usage.cost,
                note=note,
            ),
        )

    def _told(self, document_id: str, ordinal: int) -> Told:
        item = self._library.lookup.items(document_id, ordinal)[0]
        return Told(self._holdings.of(document_id), self._holdings.documents[document_id], item, minuted(item))

    def proposals(self, candidate: Candidate) -> list[Proposal]:
        """What the engine proposes for a candidate, unchecked: for counting what a model would be sent."""
        latest = self._told(*candidate.items[-1])
        evidence = keyed(item_without_orders(self._library.lookup, *latest.key))
        return self._proposed(latest, evidence, recounted=len(candidate.items) > 1)

    def _written(self, some: Sequence[Told], evidence: Sequence[tuple[Evidence, ...]], checker: Checker) -> Written:
        latest, newest = some[-1], evidence[-1]
        proposals = self._proposed(latest, newest, recounted=len(some) > 1)
        checked = [self._checked(checker, one, latest) for one in proposals]
        lead = self._lead(latest, newest, list(zip(proposals, checked, strict=True)), checker)
        body = tuple(one for one in checked if one is not lead and not (self._engine.name == "llm" and lead and _repeats(one, lead)))
        body += self._noting(latest, newest, [lead, *body], checker)
        said = [sentence.text for sentence in (lead, *body) if sentence]
        coming = next_units(self._right(latest, newest), latest.item.actions, said)
        said += [unit.text for unit in coming]
        steps = list(zip(some, evidence, strict=True))[-2::-1][:MOST_EARLIER]
        earlier = tuple(section for told, part in steps if (section := self._earlier(told, part, said, checker)))
        return Written(lead, body, tuple(self._checked(checker, _proposal(unit), latest) for unit in coming), earlier)

    def _proposed(self, latest: Told, evidence: tuple[Evidence, ...], *, recounted: bool) -> list[Proposal]:
        if self._engine.name == "llm":
            with self._turns.away() if self._turns else nullcontext():
                return list(self._engine.summarise(latest.document.meeting(), latest.item, evidence, self._style))
        return self._quoted(latest, evidence, recounted=recounted)

    def _lead(
        self, latest: Told, evidence: Sequence[Evidence], written: Sequence[tuple[Proposal, Sentence]], checker: Checker
    ) -> Sentence | None:
        """The sentence that tells what was decided; where a model has none that stands, the minutes' own."""
        whole = [(proposal, sentence) for proposal, sentence in written if not sentence.problems]
        own = without_movers(decisions_told(latest.item, evidence, self._style), self._style)
        if self._engine.name == "llm":  # a model may call a side matter what was decided
            decided = [stems(one.text) for one in own]
            whole = [
                (one, told)
                for one, told in whole
                if not _HANGS.match(told.text)
                and not (self._style != "full" and _MOVERS.search(told.text))
                and (not one.decided or any(_of_one(stems(told.text), words) for words in decided))
            ]
        told = next((sentence for proposal, sentence in whole if proposal.decided and not only_notes(proposal.text)), None)
        if told is None and self._engine.name == "llm":
            deciding = [one for one in own if not only_notes(one.text)]
            told = self._checked(checker, deciding[0], latest) if deciding else None
            whole = [(one, sentence) for one, sentence in whole if not only_notes(one.text)] or whole
        return told or next((sentence for _, sentence in whole), None)

    def _noting(self, told: Told, evidence: Sequence[Evidence], said: Sequence[Sentence | None], checker: Checker) -> tuple[Sentence, ...]:
        """A resolution that only takes note, at the end of a model's story that does not tell it."""
        if self._engine.name != "llm":
            return ()
        passed = [stems(one.text) for one in said if one and not one.problems]
        own = [one for one in without_movers(decisions_told(told.item, evidence, self._style), self._style) if only_notes(one.text)]
        return tuple(self._checked(checker, one, told) for one in own if not any(_of_one(stems(one.text), words) for words in passed))

    def _quoted(self, told: Told, evidence: Sequence[Evidence], *, recounted: bool) -> list[Proposal]:
        """What was decided, then the sentences that tell most; a decision that only takes note comes after them.

        Args:
            told: the item.
            evidence: its passages.
            recounted: earlier steps are told by themselves, so that sentences that recount them are not wanted.
        """
        decided = without_movers(decisions_told(told.item, evidence, self._style), self._style)
        about = f"{told.item.title} {' '.join(one.text for one in decided)}"
        fresh = [unit for unit in self._right(told, evidence) if not (recounted and _RECOUNTS.search(unit.text))]
        found = list(map(_proposal, telling(fresh, about, [one.text for one in decided], self._sentences, COMFORTABLE[self._style])))
        noting = [one for one in decided if only_notes(one.text)]
        return [*(one for one in decided if one not in noting), *found, *noting]

    def _earlier(self, told: Told, evidence: Sequence[Evidence], said: list[str], checker: Checker) -> Section | None:
        """What an earlier meeting decided, or else the sentence that tells most of it."""
        decided = [one for one in without_movers(decisions_told(told.item, evidence, "plain"), "plain") if one.text not in said][:1]
        proposals = decided or [_proposal(unit) for unit in telling(self._right(told, evidence), told.item.title, said, 1)]
        said += [one.text for one in proposals]
        return (
            Section(heading=meeting_name(told), sentences=tuple(self._checked(checker, one, told) for one in proposals))
            if proposals
            else None
        )

    def _corrections(self, told: Told) -> tuple[Correction, ...]:
        """What later minutes put right in an item."""
        return self._later.of(told.held).of_items.get(told.item.ordinal, ()) if self._later else ()

    def _right(self, told: Told, evidence: Sequence[Evidence]) -> list[Unit]:
        """The units of an item without those that later minutes put right."""
        corrections = self._corrections(told)
        return [unit for unit in _units(evidence) if not put_right(unit.text, corrections)]

    def _checked(self, checker: Checker, proposal: Proposal, told: Told) -> Sentence:
        return marked(checker.checked(proposal), self._corrections(told))

    def _cited(self, checker: Checker, written: Written) -> tuple[Citation, ...]:
        """The citations in the order read."""
        by_key = {citation.key: citation for citation in checker.citations()}
        sentences = [
            *((written.standfirst,) if written.standfirst else ()),
            *written.body,
            *written.next_steps,
            *(sentence for section in written.earlier for sentence in section.sentences),
        ]
        return tuple(by_key[key] for key in dict.fromkeys(key for sentence in sentences for key in sentence.citations))

    def _counterpart(self, told: Told) -> tuple[tuple[Sentence, ...], str | None]:
        """What the paired minutes in the other language decided and say, verbatim; nothing where there are none."""
        twin = self._holdings.pairs.get(told.key)
        if twin is None:
            return (), None
        other = self._told(*twin)
        evidence = keyed(self._library.lookup.chunk_passages(*twin))
        decided = decisions_told(other.item, evidence, self._style)
        said = [one.text for one in decided]
        found = telling(_units(evidence), f"{other.item.title} {' '.join(said)}", said, self._sentences)
        texts = [*said, *(unit.text for unit in found)]
        return tuple(Sentence(text=text, citations=(), support=1.0) for text in texts), calm(
            other.item.title, Spelling(other.text), other.document.language
        )


def _of_one(words: frozenset[str] | set[str], decided: frozenset[str] | set[str]) -> bool:
    """Whether a sentence tells a decision: most of its words are the decision's."""
    return len(words & decided) >= MOSTLY * len(words)


def _repeats(one: Sentence, lead: Sentence) -> bool:
    """Whether a sentence that passed its checks says again, in a model's words, what the first sentence says."""
    words = stems(one.text)
    figures = set(_FIGURE.findall(one.text)) <= set(_FIGURE.findall(lead.text))
    return not one.problems and figures and len(words & stems(lead.text)) >= SAME * len(words)


def _units(evidence: Sequence[Evidence]) -> list[Unit]:
    return [unit for one in evidence for unit in units(one)]


def _proposal(unit: Unit) -> Proposal:
    return Proposal(text=unit.text, keys=(unit.key,), quotes=(unit.text,))
