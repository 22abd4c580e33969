"""Writes one story: headline, standfirst, body, what happens next, earlier steps; every sentence checked and cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.checking import Checker
from assistant.citing import keyed
from assistant.datamodel import Article, Citation, Correction, Evidence, Proposal, Provenance, Section, Sentence, Style
from assistant.engines.base import Engine
from assistant.held import Holdings
from assistant.later.corrections import Later
from assistant.later.putting_right import put_right
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.corrected import marked
from assistant.newsletter.deciding import decisions_told, in_order, without_movers
from assistant.newsletter.headlines import headline
from assistant.newsletter.proposing import meeting_name
from assistant.newsletter.quoted import telling
from assistant.newsletter.stories import Told, minuted
from assistant.newsletter.titles import Spelling, calm
from assistant.newsletter.turns import Turns
from assistant.newsletter.upcoming import next_units
from assistant.newsletter.voices import Material, ModelWords, OwnWords, Voice
from assistant.planted import item_without_orders
from assistant.substance import of_substance
from assistant.units import Unit, quoted, units
from ingest.library import Library

MOST_EARLIER = 2  # earlier steps of a story that are told


class Written(NamedTuple):
    """The sentences of one story, in their places."""

    standfirst: Sentence | None
    body: tuple[Sentence, ...]
    next_steps: tuple[Sentence, ...]
    earlier: tuple[Section, ...]


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
        self._voice: Voice = ModelWords(engine, style, turns) if engine.name == "llm" else OwnWords(style, sentences)
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
        return self._voice.proposed(self._material(latest, evidence, recounted=len(candidate.items) > 1))

    def _material(self, told: Told, evidence: tuple[Evidence, ...], *, recounted: bool) -> Material:
        return Material(told, evidence, self._right(told, evidence), recounted)

    def _written(self, some: Sequence[Told], evidence: Sequence[tuple[Evidence, ...]], checker: Checker) -> Written:
        latest = some[-1]
        material = self._material(latest, evidence[-1], recounted=len(some) > 1)
        proposals = self._voice.proposed(material)
        lead, body = self._voice.arranged(material, proposals, lambda one: self._checked(checker, one, latest))
        said = [sentence.text for sentence in (lead, *body) if sentence]
        coming = next_units(material.standing, latest.item.actions, said)
        said += [unit.text for unit in coming]
        steps = list(zip(some, evidence, strict=True))[-2::-1][:MOST_EARLIER]
        earlier = tuple(section for told, part in steps if (section := self._earlier(told, part, said, checker)))
        return Written(lead, body, tuple(self._checked(checker, quoted(unit), latest) for unit in coming), earlier)

    def _earlier(self, told: Told, evidence: Sequence[Evidence], said: list[str], checker: Checker) -> Section | None:
        """What an earlier meeting decided, or else the sentence that tells most of it."""
        decided = [one for one in without_movers(decisions_told(told.item, evidence, "plain"), "plain") if one.text not in said][:1]
        proposals = decided or [quoted(unit) for unit in telling(self._right(told, evidence), told.item.title, said, 1)]
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


def _units(evidence: Sequence[Evidence]) -> list[Unit]:
    return [unit for one in evidence for unit in units(one)]
