"""Items that are one story: one topic over several meetings, a recommendation and the decision that it led to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.held import Held, Holdings, folded
from assistant.later.following import Follower, Matter
from assistant.newsletter.likeness import Likeness
from assistant.question.words import content_words, stem
from assistant.substance import can_be_told, is_catch_all
from ingest.chunking import spoken
from ingest.datamodel import AgendaItem, Filters, Language
from ingest.library import Library
from ingest.lookup import DocumentRow
from ingest.pairs import ItemKey

SAME_TITLE = 0.6  # share of the words of the shorter of two titles
NEAR = 0.23  # and least likeness of what is said under them (measured: other matters of one name reach .2)
NEAR_IN_PART = 0.3  # where one title has words that the other lacks
SAME_WORDS = 0.8  # share of words in common of two files' text of one item

_REFERENCE = re.compile(r"\b(?!(?:19|20)\d\d/\d\d\b)[A-Z]{0,3}\d{2,4}/\d{2,5}(?:/\w{1,6})?\b")  # of an application; no financial year
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?\b")
_GENERAL = frozenset(
    stem(word)
    for word in content_words(
        "report reports annual quarterly update progress review results proposal proposals draft final interim policy strategy plan "
        "programme application notice motion question appointment councillor council committee cabinet statutory director service services "
        "performance monitoring consultation adroddiad blynyddol drafft terfynol cynllun strategaeth rhaglen cais cynnig hysbysiad "
        "adolygiad cynnydd canlyniadau"
    )
)


class Told(NamedTuple):
    """An item of the period with what belongs to it."""

    held: Held
    document: DocumentRow
    item: AgendaItem
    text: str  # what its minutes say, the agenda's own text left out

    @property
    def key(self) -> ItemKey:
        """Document id and ordinal."""
        return self.document.id, self.item.ordinal

    @property
    def order(self) -> tuple[object, ...]:
        """Oldest first."""
        return self.held.day, self.held.key, self.item.ordinal, self.document.id


def items_of_period(library: Library, holdings: Holdings, filters: Filters, language: Language) -> list[Told]:
    """The items of one language that can be told, oldest first; superseded drafts and second copies left out."""
    found: dict[ItemKey, Told] = {}
    same: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    admitted = {row.id for row in library.lookup.documents(filters.model_copy(update={"language": language}))}
    documents = [document for held in holdings.meetings for document in held.documents if document.id in admitted]
    for document in sorted(documents, key=lambda row: (row.status == "draft", row.id)):
        if not document.date or holdings.superseded_by(document):
            continue
        for item in library.lookup.items(document.id):
            if not can_be_told(item) or (item.ordinal == 0 and document.format != "moderngov-item"):
                continue
            told = Told(holdings.of(document.id), document, item, minuted(item))
            copies = same[str(document.date), folded(item.title)]
            if not any(_same_text(told.text, other.text) for other in copies):
                copies.append(told)
                found[told.key] = told
    return sorted(found.values(), key=lambda one: one.order)


def minuted(item: AgendaItem) -> str:
    """What the minutes say under an item, paragraph by paragraph."""
    lines = [spoken(one) for one in item.paragraphs if one.part == "minutes" and one.kind not in ("label", "item", "heading")]
    return "\n".join(
        lines or [spoken(one) for one in item.paragraphs if one.part == "decision" and one.kind not in ("label", "item", "heading")]
    )


def stories(library: Library, holdings: Holdings, items: Sequence[Told]) -> list[tuple[Told, ...]]:
    """The items in groups, each of one topic and council, oldest first within it."""
    parent = list(range(len(items)))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    groups = {place: [told] for place, told in enumerate(items)}
    links = [*((1.0, one, other) for one, other in _followed(library, holdings, items)), *_alike(items)]
    for _, one, other in sorted(set(links), key=lambda link: (-link[0], *link[1:])):  # the surest first
        kept, joined = root(one), root(other)
        # Two items of one meeting are two matters, whatever a third has in common with each.
        if kept != joined and not {told.held.key for told in groups[kept]} & {told.held.key for told in groups[joined]}:
            parent[joined] = kept
            groups[kept] += groups.pop(joined)
    return [tuple(sorted(some, key=lambda one: one.order)) for some in groups.values()]


def _alike(items: Sequence[Told]) -> Iterator[tuple[float, int, int]]:
    """Pairs of items of different meetings that go by one name and speak of the same, each with how sure that is (0 to 1)."""
    words = [_title_words(told.item.title) for told in items]
    references = [set(_REFERENCE.findall(told.item.title)) for told in items]
    likeness = Likeness([told.text for told in items])
    for place, told in enumerate(items):
        for other in range(place):
            if items[other].held.body_key[0] != told.held.body_key[0] or items[other].held.key == told.held.key:
                continue
            if references[place] or references[other]:
                if references[place] & references[other]:
                    yield 1.0, other, place
                continue
            shared = words[place] & words[other]
            least, most = sorted((len(words[place]), len(words[other])))
            if shared and len(shared) >= SAME_TITLE * least:
                enough = NEAR if len(shared) == most else NEAR_IN_PART
                if (score := likeness.of(place, other)) >= enough:
                    yield score * len(shared) / most, other, place


def _title_words(title: str) -> frozenset[str]:
    """What tells the matter of a title, or of its head before a colon; none where it names no matter."""
    if is_catch_all(title):
        return frozenset()
    head = re.split(r":\s|\s[-–—]\s", _YEARS.sub(" ", title))[0]
    for text in (head, title):
        if found := frozenset(stem(word) for word in content_words(_YEARS.sub(" ", text)) if not word.isdigit()) - _GENERAL:
            return found
    return frozenset()


def _followed(library: Library, holdings: Holdings, items: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Pairs of an item that recommends and the later item of the period that took the recommendation up."""
    follower = Follower(library.lookup, holdings)
    place_of = {told.key: place for place, told in enumerate(items)}
    by_path = {told.document.path: told.document.id for told in items}
    for place, told in enumerate(items):
        for decision in told.item.decisions:
            if decision.kind != "recommended":
                continue
            for word in follower.follow(Matter(*told.key, told.item.title, decision.text, None, True)).words:
                later = by_path.get(word.source.path)
                for item in holdings.items(later).values() if later else ():
                    if any(one.index == word.source.paragraphs[0] for one in item.paragraphs) and (later, item.ordinal) in place_of:
                        yield place, place_of[later or "", item.ordinal]


def _same_text(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) >= SAME_WORDS * max(1, min(len(words), len(others)))
