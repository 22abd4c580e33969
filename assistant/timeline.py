"""One topic over meetings and years as one story: raised, recommended, decided, changed, where it stands. Verbatim, all of it cited."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from assistant.citing import Citer, keyed
from assistant.datamodel import Citation, Correction, Evidence, Proposal, Sentence, citations_json
from assistant.engines.extract import decision_told
from assistant.finding.retrieve import Retriever
from assistant.held import Holdings
from assistant.later.corrections import Later
from assistant.question.words import stems
from assistant.signs import FIGURE
from assistant.topic import Topic, TopicFinder, TopicItem
from assistant.units import Unit, plain, quoted, units
from ingest.datamodel import Decision, Filters, Language, Noun, Status
from ingest.library import Library

Kind = Literal[
    "raised", "recommended", "decided", "changed", "deferred", "refused", "not carried", "noted", "discussed", "mentioned", "latest"
]

# What a part of a resolution does, by its first operative verb: these only take note, or ask for more.
_DOES = re.compile(
    r"\b(?:be|was|were|is)\s+(?P<did>\w+)|\b(?:head|director|officers?|manager|executive|clerk|member)\b[^;,]{0,60}?\b(?P<asks>bring|report|present|prepare|submit|write)\b|\b(?P<welsh>nodi|dderbyn)\b",
    re.IGNORECASE,
)
_NOTES = frozenset(
    [
        "noted",
        "received",
        "thanked",
        "brought",
        "circulated",
        "submitted",
        "informed",
        "asked",
        "requested",
        "closed",
        "presented",
        "referred",
    ]
)
_PUTS_OFF = re.compile(r"\b(?:decision|application|matter|item|report|motion)\b[^.;\n]{0,60}\bbe\s+deferred\b|\bohirio\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:revis\w+|varied|amended|replac\w+|revers\w+|rescind\w+|instead|in\s+place\s+of|re-?open\w*|no\s+longer|withdrawn|supersed\w+|extended"
    r"|diwygi\w+|ddiwygi\w+|newid|ailagor)\b",
    re.IGNORECASE,
)
_SETS_OUT = re.compile(r"\b(?:presented|submitted|introduced|thanked|welcomed|outlined|cyflwynodd|diolchodd)\b", re.IGNORECASE)
_SPEECH = re.compile(r"\bwould\s+(?:be\s+)?vot(?:e|ing)\b|\b(?:said|dywedodd)\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:asked|wondered|wished\s+to\s+know|enquired|queried|gofynnodd)\b", re.IGNORECASE)


class Event(Noun):
    """One step of the story."""

    date: dt.date | None
    council: str | None
    body: str | None
    item: str = Field(description="number and title")
    kind: Kind
    latest: bool = Field(description="the last that the minutes tell of the topic itself: its latest position")
    sentences: tuple[Sentence, ...] = Field(description="verbatim")
    citations: tuple[Citation, ...]
    language: Language
    minutes_status: Status
    corrections: tuple[Correction, ...] = Field(default=(), description="later corrections of this item's minutes")

    def as_json(self) -> dict[str, object]:
        """The stable form of one event of `minutewise timeline --json`."""
        return {**self.model_dump(mode="json"), "citations": citations_json(self.citations)}


class Story(Noun):
    """A topic with its events, oldest first."""

    topic: str
    events: tuple[Event, ...]
    searched: int = Field(description="passages that the search was over")

    def as_json(self) -> dict[str, object]:
        """The stable form of `minutewise timeline --json`."""
        return {"topic": self.topic, "events": [event.as_json() for event in self.events]}


class Timeline:
    """Tells topics of one library as stories."""

    def __init__(self, library: Library) -> None:
        self._lookup = library.lookup
        self._holdings = Holdings(library.lookup)
        self._later = Later(library.lookup, self._holdings)
        self._finder = TopicFinder(library.lookup, self._holdings, Retriever(library))

    def tell(self, topic: str, filters: Filters = Filters()) -> Story:
        """The story of a topic: an event an item, and one before the first decision for how the topic was raised.

        An item that is only about the topic in passing tells no more than the sentences that name it.
        """
        found = self._finder.find(topic, filters)
        events: list[Event] = []
        about = [one for one in found.items if one.core] or list(found.items)
        for one in found.items:
            events += self._events(found, one, first=one == about[0], last=one == about[-1] and len(about) > 1, before=events)
        return Story(topic=topic, events=tuple(events), searched=self._lookup.chunk_count(filters))

    def _events(self, topic: Topic, one: TopicItem, *, first: bool, last: bool, before: Sequence[Event]) -> list[Event]:
        evidence = keyed(self._lookup.chunk_passages(one.document_id, one.item.ordinal))
        decisions = [decision for decision in one.item.decisions if one.core or topic.names(decision.text)]
        decisions.sort(key=lambda decision: not decision.amendment)  # the motion comes to its end after its amendments
        decided = [
            proposal
            for decision in decisions
            for proposal in decision_told(decision, one.item, evidence)
            if proposal.text in plain(decision.text) or not _SPEECH.search(proposal.text)
        ]
        decided = [one for place, one in enumerate(decided) if not any(one.text in other.text for other in decided[:place])]
        kind: Kind = self._kind(one, decisions, before) if decided else "discussed" if one.core else "mentioned"
        said = " ".join(proposal.text for proposal in decided)
        most = 3 if first or (last and kind in ("noted", "discussed")) else 2 if not decided else 1
        told = [quoted(unit) for unit in self._telling(topic, one, evidence, said, most)]
        if first:
            steps: list[tuple[Kind, list[Proposal]]] = [("raised", told), (kind, decided)]
        else:
            steps = [("latest" if last and kind in ("noted", "discussed") else kind, [*told, *decided])]
        return [self._event(one, evidence, step, some, latest=last) for step, some in steps if some]

    def _kind(self, one: TopicItem, decisions: Sequence[Decision], before: Sequence[Event]) -> Kind:
        """What the main decision of an item does to the topic: the last one that is no amendment."""
        main = next((decision for decision in reversed(decisions) if not decision.amendment), decisions[-1])
        if main.outcome == "lost":
            return "not carried"
        if main.kind in ("recommended", "refused", "deferred"):
            return main.kind
        if _PUTS_OFF.search(main.text):
            return "deferred"
        if main.kind == "noted" or _only_notes(main.text):
            return "noted"
        again = any(event.kind in ("decided", "changed") and event.body == one.held.first.body for event in before)
        return "changed" if again and _CHANGES.search(main.text) else "decided"

    def _telling(self, topic: Topic, one: TopicItem, evidence: Sequence[Evidence], said: str, most: int) -> list[Unit]:
        """The sentences of an item, beside those already said, that say most about the topic, in reading order."""
        minuted = {one.part for one in one.item.paragraphs} >= {"minutes", "decision"}
        repeated = plain(" ".join(one.text for one in one.item.paragraphs if minuted and one.part == "decision"))
        found = [
            unit
            for passage in evidence
            for unit in units(passage)
            if unit.text not in said and unit.text not in repeated and not unit.decision and not unit.text.endswith(";")
        ]
        if not one.core:
            found = [unit for unit in found if topic.names(unit.text)]
        words = [stems(unit.text) for unit in found]
        often = Counter(word for some in words for word in some)
        weights = {
            place: 1.5 * topic.names(unit.text)
            + 0.4 * len(topic.kin & words[place])
            + 1.2 * sum(often[word] for word in words[place]) / (3 + len(words[place])) / (1 + 0.1 * len(found))
            + 0.9 * bool(FIGURE.search(unit.text))
            + 0.5 * ("£" in unit.text or "%" in unit.text)
            - 1.0 * bool(_ASKS.search(unit.text))
            - 0.9 * bool(_SETS_OUT.search(unit.text))
            - 1.0 * unit.hanging
            - 0.06 * place
            for place, unit in enumerate(found)
        }
        best = sorted(weights, key=lambda place: -weights[place])[:most]
        return [found[place] for place in sorted(best)]

    def _event(self, one: TopicItem, evidence: Sequence[Evidence], kind: Kind, proposals: Sequence[Proposal], *, latest: bool) -> Event:
        citer = Citer(self._lookup, evidence)
        said = tuple(Sentence(text=one.text, citations=citer.cite(one), support=1.0) for one in proposals)
        document = self._holdings.documents[one.document_id]
        return Event(
            date=document.date,
            council=document.council,
            body=document.body,
            item=f"{one.item.number}. {one.item.title}" if one.item.number else one.item.title,
            kind=kind,
            latest=latest,
            sentences=said,
            citations=citer.citations(),
            language=document.language,
            minutes_status=document.status,
            corrections=self._later.of(one.held).of_items.get(one.item.ordinal, ()),
        )


def _only_notes(text: str) -> bool:
    """Whether every part of a resolution only takes note of something or asks for more."""
    parts = [part for part in text.split("\n") if not part.rstrip().endswith(":")]
    done = [_DOES.search(part) for part in parts]
    return bool(done) and all(found and (found["asks"] or found["welsh"] or found["did"].lower() in _NOTES) for found in done)
