"""Which items of the minutes belong to one topic: found by search, then by the name that the topic goes by in titles."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from assistant.finding.retrieve import Retriever
from assistant.held import Held, Holdings
from assistant.question.words import content_words, stem
from ingest.datamodel import AgendaItem, Filters, Language
from ingest.lookup import Lookup
from ingest.pairs import ItemKey
from ingest.text import sentences

POOL = 60  # passages that a search brings up
STRONG = 0.6  # score, relative to the best, from which a title need hold only one of the topic's words
WORTH = 0.2  # score below which nothing is looked at
MOST_KIN = 12  # words that the topic's items share
SHARED = 0.6  # share of the topic's items that a word must stand in
RARE = 0.12  # and share of all passages that it may stand in at most

_ROUTINE = re.compile(
    r"^\W*(?:apolog|declaration|disclosure|minutes\b|confirmation of minutes|to confirm|date of|next meeting|forward work|work programme"
    r"|attendance|exclusion of|welcome|ymddiheur|datganiad|cofnodion|cadarnhau|dyddiad|presennol|blaenraglen|croeso)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s*(?::|\s[-–—]\s).*$", re.DOTALL)

Phrase = tuple[str, ...]  # stems in the order of the words


class TopicItem(NamedTuple):
    """An item that speaks of the topic."""

    held: Held
    document_id: str
    item: AgendaItem
    core: bool  # about the topic as a whole; otherwise only where its sentences name it


class Topic(NamedTuple):
    """A topic as the minutes speak of it."""

    items: tuple[TopicItem, ...]  # oldest first
    phrases: frozenset[Phrase]  # the names that it goes by
    kin: frozenset[str]  # stems of words that its items share
    called: frozenset[str]  # stems of the other words that its items' titles call it by: a place, a scheme

    def names(self, text: str) -> bool:
        """Whether a text names the topic."""
        words = _stems(text)
        return any(_holds(words, phrase) for phrase in self.phrases)


class TopicFinder:
    """Finds the items of a topic in one library."""

    def __init__(self, lookup: Lookup, holdings: Holdings, retriever: Retriever) -> None:
        self._lookup = lookup
        self._holdings = holdings
        self._retriever = retriever

    def find(self, topic: str, filters: Filters = Filters()) -> Topic:
        """The items that speak of a topic, oldest first; none where the minutes do not."""
        words = [stem(word) for word in content_words(topic)]
        scores, language = self._search(topic, filters)
        if not words or not scores:
            return Topic((), frozenset(), frozenset(), frozenset())
        phrases = {tuple(words)}
        core = {key for key, score in scores.items() if self._is_core(key, score, words)}
        heads = Counter(tuple(_stems(head_of(self._item(key).title))) for key in core)
        phrases |= {head for head, count in heads.items() if head and (count > 1 or set(words) <= set(head)) and len(head) < 6}
        kin = self._kin(core)
        if core:
            again, _ = self._search(" ".join([topic, *(self._item(key).title for key in sorted(core)[:6])]), filters)
            scores |= {key: score for key, score in again.items() if key not in scores}
        called = {word for head in heads for word in head if sum(heads[other] for other in heads if word in other) > 1}
        found = Topic((), frozenset(phrases), frozenset({*kin, *words}), frozenset(called - set(words)))
        chosen = [(key, key in core or self._is_kin(key, found)) for key in scores if key in core or self._belongs(key, found)]
        return found._replace(items=tuple(self._ordered(chosen, language if filters.language is None else filters.language)))

    def _search(self, text: str, filters: Filters) -> tuple[dict[ItemKey, float], Language]:
        hits = self._retriever.search(text, filters, POOL)
        scores: dict[ItemKey, float] = {}
        places = self._lookup.places([passage.id for passage in hits.passages])
        for passage in hits.passages:
            place = places[passage.id]
            key = (place.document_id, place.item_ordinal)
            document = self._holdings.documents.get(place.document_id)  # none, where it came in this moment
            if document and passage.score >= WORTH and not self._holdings.superseded_by(document) and not self._item(key).exempt:
                scores[key] = max(passage.score, scores.get(key, 0.0))
        return scores, hits.passages[0].language if hits.passages else "en"

    def _item(self, key: ItemKey) -> AgendaItem:
        return self._holdings.items(key[0])[key[1]]

    def _is_core(self, key: ItemKey, score: float, words: Sequence[str]) -> bool:
        title = self._item(key).title
        if _ROUTINE.match(title):
            return False
        held = set(words) & set(_stems(title))
        text = _stems(" ".join(one.text for one in self._item(key).paragraphs if one.part != "agenda"))
        return bool(held) and (len(held) == len(set(words)) or (score >= STRONG and set(words) <= {*held, *text}))

    def _kin(self, core: set[ItemKey]) -> set[str]:
        """Words that most of the topic's items share, use often, and few other passages have."""
        if len(core) < 2:
            return set()
        total = self._lookup.chunk_count() or 1
        words = [Counter(word for word in _words(_whole(self._item(key)).lower()) if len(word) > 3 and word.isalpha()) for key in core]
        own = sum(len(self._lookup.chunk_passages(document_id, ordinal)) for document_id, ordinal in core)
        weights: dict[str, float] = {}
        for word in {word for some in words for word in some}:
            share = sum(word in some for some in words) / len(core)
            if share < SHARED:
                continue
            elsewhere = max(0, self._lookup.frequency(word) - own) / total
            if elsewhere <= RARE:
                often = math.log1p(sum(some[word] for some in words))
                weights[stem(word)] = share * often * -math.log(elsewhere + 1 / total)
        return set(sorted(weights, key=lambda word: (-weights[word], word))[:MOST_KIN])

    def _is_kin(self, key: ItemKey, topic: Topic) -> bool:
        """Whether a title, or a part of it, calls the topic by its other name: 'Petition: Arwel pool' beside 'Arwel leisure centre'."""
        for part in re.split(r":\s|\s[-–—]\s", self._item(key).title):
            words = {word for word in _stems(part) if not word.isdigit()}
            if words & topic.called and (words & topic.kin) - topic.called and len(words & (topic.called | topic.kin)) >= 0.5 * len(words):
                return True
        return False

    def _belongs(self, key: ItemKey, topic: Topic) -> bool:
        item = self._item(key)
        if _ROUTINE.match(item.title):
            return False
        minuted = [one.text for one in item.paragraphs if one.part != "agenda" and one.kind != "label"]
        return self._is_kin(key, topic) or any(topic.names(sentence) for text in minuted for sentence in sentences(text))

    def _ordered(self, chosen: Sequence[tuple[ItemKey, bool]], language: Language) -> list[TopicItem]:
        """Oldest first; of translations and of copies of one item the one in the language of the question."""
        keys = {key for key, _ in chosen}
        kept: dict[tuple[str, str], TopicItem] = {}
        for key, core in sorted(chosen):
            held = self._holdings.of(key[0])
            twin = self._holdings.pairs.get(key)
            if twin in keys and held.language != language:
                continue
            item = self._item(key)
            kept.setdefault((held.key, item.title.casefold()), TopicItem(held, key[0], item, core))
        return sorted(kept.values(), key=lambda one: (one.held.day == "", one.held.day, one.held.key, one.item.ordinal, one.document_id))


def head_of(title: str) -> str:
    """A title without what stands behind a colon or a dash: 'Arwel pool' of 'Arwel pool: condition survey'."""
    return _HEAD.sub("", title)


def _whole(item: AgendaItem) -> str:
    return " ".join([item.title, *(one.text for one in item.paragraphs if one.part != "agenda")])


@functools.lru_cache(maxsize=4096)
def _stems(text: str) -> list[str]:
    return [stem(word) for word in _words(text)]


def _words(text: str) -> list[str]:
    """Content words in order, repeated ones too."""
    found: list[str] = []
    for piece in re.findall(r"\S+", text):
        found += content_words(piece)
    return found


def _holds(words: Sequence[str], phrase: Phrase) -> bool:
    """Whether the words of a phrase follow one another in a text, with at most one other between two of them."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        at[word].append(place)
    ends = at.get(phrase[0], [])
    for word in phrase[1:]:
        ends = [place for place in at.get(word, []) if any(0 < place - end <= 2 for end in ends)]
    return bool(ends)
