"""The registers: what was decided and what was to be done, row by row, each with its evidence and what later minutes say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, TypeVar

from pydantic import Field

from assistant.datamodel import Correction
from assistant.held import Held, Holdings
from assistant.later.corrections import Later
from assistant.later.following import Follower, Matter, Progress, Word
from ingest.datamodel import Action, AgendaItem, Decision, Filters, Language, Noun, Outcome, SourcePlace, Status, Vote
from ingest.lookup import Lookup, has_part, has_words
from ingest.pairs import ItemKey

StandingNow = Literal["stands", "draft", "confirmed", "corrected", "superseded"]


class Row(Noun):
    """What all rows say: the promised columns first, in their order."""

    council: str | None
    body: str | None
    date: dt.date | None
    item: str = Field(description="number and title: '5. Leisure centre'")
    text: str = Field(description="verbatim; parts on lines of their own")
    kind: str = Field(description="of a decision its kind; 'action'")
    mover: str | None = Field(default=None, description="as printed; None where not recorded")
    seconder: str | None = None
    outcome: Outcome | None = None
    vote: Vote | None = None
    unanimous: bool | None = Field(
        default=None, description="True where the minutes say so; False where they count votes against; None: not recorded"
    )
    evidence: str = Field(description="the paragraphs that it stands on, verbatim, one a line")
    source: SourcePlace
    item_number: str | None
    item_title: str
    language: Language
    minutes_status: Status
    standing: StandingNow = Field(description="what later minutes and versions make of it")
    superseded_by: str | None = Field(default=None, description="path of the published version of these draft minutes")
    confirmed: dt.date | None = Field(default=None, description="day on which a later meeting confirmed the minutes")
    corrections: tuple[Correction, ...] = Field(default=(), description="later corrections of this item's minutes")
    translation: SourcePlace | None = Field(default=None, description="the same item in the other language")


class DecisionRow(Row):
    """One decision."""

    amendment: bool
    progress: Progress | None = Field(default=None, description="of a recommendation: what became of it; None for other decisions")
    followed: tuple[Word, ...] = Field(default=(), description="the later words that tell it, oldest first")


class ActionRow(Row):
    """One action."""

    kind: Literal["action"] = "action"
    owner: str | None = None
    due: str | None = Field(default=None, description="as printed")
    progress: Progress = "unknown"
    followed: tuple[Word, ...] = ()


AnyRow = TypeVar("AnyRow", bound=Row)


class Registers:
    """Reads the registers of one library."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._holdings = Holdings(lookup)
        self._later = Later(lookup, self._holdings)
        self._follower = Follower(lookup, self._holdings)

    def decisions(self, filters: Filters = Filters()) -> list[DecisionRow]:
        """The decisions that the filters admit, by date, body and item.

        A Welsh translation of minutes that the library has in English is left out unless the filters ask for Welsh. `speaker` admits
        what that person moved or seconded, or is named in.
        """
        return _once(
            [row for key, item in self._items(filters) for one in item.decisions if (row := self._decision(key, item, one, filters))]
        )

    def actions(self, filters: Filters = Filters()) -> list[ActionRow]:
        """The actions that the filters admit, by date, body and item, each followed through later minutes; `speaker` admits owners."""
        return _once([row for key, item in self._items(filters) for one in item.actions if (row := self._action(key, item, one, filters))])

    def _items(self, filters: Filters) -> Iterator[tuple[ItemKey, AgendaItem]]:
        order = {document.id: place for place, document in enumerate(one for held in self._holdings.meetings for one in held.documents)}
        held = (record for record in self._lookup.records() if record[0] in order)  # without what came in this moment
        records = sorted(held, key=lambda record: (order[record[0]], record[1].ordinal))
        for document_id, item in records:
            key = (document_id, item.ordinal)
            if self._admits(key, filters) and (filters.kind is None or filters.kind in item.kinds):
                yield key, item

    def _admits(self, key: ItemKey, filters: Filters) -> bool:
        document = self._holdings.documents[key[0]]
        if filters.language is None and self._holdings.repeated(key):
            return False
        day = document.date
        return (
            (not filters.council or has_part(document.council, filters.council))
            and (not filters.body or has_part(document.body, filters.body))
            and (not filters.date_from or (day is not None and day >= filters.date_from))
            and (not filters.date_to or (day is not None and day <= filters.date_to))
            and (not filters.language or document.language == filters.language)
            and (not filters.status or document.status == filters.status)
        )

    def _decision(self, key: ItemKey, item: AgendaItem, decision: Decision, filters: Filters) -> DecisionRow | None:
        if filters.speaker and not _named(filters.speaker, [decision.mover, decision.seconder, decision.text]):
            return None
        matter = Matter(*key, item.title, decision.text, None, True)
        followed = self._follower.follow(matter) if decision.kind == "recommended" else None
        return DecisionRow.model_validate(
            {
                **self._shared(key, item, decision.evidence),
                "text": decision.text,
                "kind": decision.kind,
                "mover": decision.mover,
                "seconder": decision.seconder,
                "outcome": decision.outcome,
                "vote": decision.vote,
                "unanimous": _unanimous(decision.vote),
                "amendment": decision.amendment,
                "progress": followed.progress if followed else None,
                "followed": followed.words if followed else (),
            }
        )

    def _action(self, key: ItemKey, item: AgendaItem, action: Action, filters: Filters) -> ActionRow | None:
        if filters.speaker and not _named(filters.speaker, [action.owner, action.text]):
            return None
        followed = self._follower.follow(Matter(*key, item.title, action.text, action.owner, False))
        return ActionRow.model_validate(
            {
                **self._shared(key, item, action.evidence),
                "text": action.text,
                "owner": action.owner,
                "due": action.due,
                "progress": followed.progress,
                "followed": followed.words,
            }
        )

    def _shared(self, key: ItemKey, item: AgendaItem, evidence: tuple[int, int]) -> dict[str, object]:
        document = self._holdings.documents[key[0]]
        held = self._holdings.of(document.id)
        published = self._holdings.superseded_by(document)
        said = self._later.of(held)
        corrections = said.of_items.get(item.ordinal, ())
        twin = self._holdings.pairs.get(key)
        standing: StandingNow = (
            "superseded"
            if published
            else "corrected"
            if corrections
            else "stands"
            if document.status != "draft"
            else "confirmed"
            if said.confirmed
            else "draft"
        )
        return {
            "council": document.council,
            "body": document.body,
            "date": document.date,
            "item": f"{item.number}. {item.title}" if item.number else item.title,
            "evidence": self._holdings.words(document.id, evidence),
            "source": self._holdings.place(document.id, evidence),
            "item_number": item.number,
            "item_title": item.title,
            "language": document.language,
            "minutes_status": document.status,
            "standing": standing,
            "superseded_by": published.path if published else None,
            "confirmed": said.confirmed,
            "corrections": corrections,
            "translation": self._translation(held, twin) if twin else None,
        }

    def _translation(self, held: Held, twin: ItemKey) -> SourcePlace | None:
        paragraphs = self._holdings.items(twin[0])[twin[1]].paragraphs
        return self._holdings.place(twin[0], (paragraphs[0].index, paragraphs[-1].index)) if paragraphs else None


def _named(person: str, places: Sequence[str | None]) -> bool:
    return any(has_words(place, person) for place in places if place)


def _unanimous(vote: Vote | None) -> bool | None:
    if vote is None or vote.unanimous:
        return True if vote else None
    return False if vote.votes_against or vote.names_against or vote.abstained else None


def _once(rows: Sequence[AnyRow]) -> list[AnyRow]:
    """Each row once: the same words under the same title on the same day are one decision, in however many files they stand.

    Of a draft and its published version the latter stays.
    """
    found: dict[tuple[object, ...], AnyRow] = {}
    for row in sorted(rows, key=lambda row: row.standing == "superseded"):
        words = "".join(sign for sign in row.text.casefold() if sign.isalnum())
        found.setdefault((row.council, row.body, row.date or row.source.path, row.language, row.item_title.casefold(), words), row)
    kept = set(map(id, found.values()))
    return [row for row in rows if id(row) in kept]
