"""What became of an action or a recommendation: told by later minutes of the same council, or unknown. Nothing is inferred from silence."""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from assistant.held import Held, Holdings, folded
from assistant.later.outcomes import Said, says
from assistant.question.words import any_of, content_words, stem, stems
from ingest.datamodel import AgendaItem, Filters, Noun, Paragraph, SourcePlace
from ingest.lookup import Lookup
from ingest.text import sentences

Progress = Literal["open", "updated", "closed", "unknown"]

POOL = 60  # passages that the words of one matter bring up
MOST_EVIDENCE = 6  # later items told for one matter
MOST_DAYS = 730  # what is said later than this is of something else
IN_PARAGRAPH = 0.65  # share of the matter's words, weighed by rarity, that a paragraph must hold to be about it
REFERRING = 0.5  # and where the paragraph refers back ("had asked", "that action")
IN_KIN = 0.38  # and where the item's own title is about the same
FEWEST = 2  # words that a matter must have to be told from others
KIN = 0.6  # share of the words of the shorter of two titles that make them about the same

_GENERAL = """
bring report provide submit present prepare write circulate arrange ask contact send next further action meeting committee council cabinet
member members councillor head director officer chief executive clerk chair statutory service services board january february march april
may june july august september october november december new number available recommend recommended resolved agreed having considered
approved adopted noted regard update item year years group date time first made make end proposed seconded moved motion unanimously cllr
cllrs councillors matters arising minutes correspondence business forum open public other competent planning applications application
highways police finance financial accounts appendix department information details work ongoing
notice submitted receive relevant directorate senior engineer administrator
"""
_BACK = re.compile(
    r"\b(?:matters?\s+arising|arising\s+from|in\s+regard\s+to\s+minute|as\s+to\s+minute|had\s+(?:first\s+)?(?:been\s+)?"
    r"(?:asked|requested|recommended|undertaken|promised|agreed)"
    r"|requested\s+by|as\s+(?:the\s+)?\w+\s+had\s+asked|action|recommendation\s+of|argymhelliad|cam\s+gweithredu|yn\s+codi)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\bminutes\b|\b[cg]ofnodion\b", re.IGNORECASE)


class Word(Noun):
    """What one later meeting says of the matter."""

    date: dt.date | None
    body: str | None
    item: str
    says: Said
    text: str = Field(description="verbatim")
    source: SourcePlace


class Followed(NamedTuple):
    """What became of a matter, with the later words that tell it, oldest first."""

    progress: Progress
    words: tuple[Word, ...]


class Matter(NamedTuple):
    """An action, or a recommendation to another body."""

    document_id: str
    ordinal: int
    title: str
    text: str
    owner: str | None
    recommendation: bool


class Follower:
    """Looks for what became of matters; `total` passages of the library weigh how rare a word is."""

    def __init__(self, lookup: Lookup, holdings: Holdings) -> None:
        self._lookup = lookup
        self._holdings = holdings
        self._total = lookup.chunk_count()
        self._rarity: dict[str, float] = {}

    def follow(self, matter: Matter) -> Followed:
        """What later meetings say of a matter."""
        held = self._holdings.of(matter.document_id)
        words = {stem(word): word for word in content_words(matter.text) if _tells(word, matter.owner)}
        if not held.first.date or len(words) < FEWEST:
            return Followed("unknown", ())
        weights = {key: self._weight(word) for key, word in words.items()}
        told: list[Word] = []
        for later, document_id, item in self._candidates(held, matter, words, weights):
            found = self._word(later, document_id, item, matter, weights)
            if found is not None:
                told.append(found)
                if found.says == "closed" or len(told) == MOST_EVIDENCE:
                    break
        return Followed(told[-1].says if told else "unknown", tuple(told))

    def _weight(self, word: str) -> float:
        if word not in self._rarity:
            self._rarity[word] = math.log(1 + (self._total + 0.5) / (self._lookup.frequency(word) + 0.5))
        return self._rarity[word]

    def _candidates(
        self, held: Held, matter: Matter, words: dict[str, str], weights: dict[str, float]
    ) -> Iterator[tuple[Held, str, AgendaItem]]:
        """Later items that share the matter's rarest words, oldest first, of the bodies that the matter is before."""
        rarest = sorted(words, key=lambda key: -weights[key])[:8]
        after = Filters(date_from=(held.first.date or dt.date.max) + dt.timedelta(days=1), language=held.language)
        after = after.model_copy(update={"date_to": (held.first.date or dt.date.min) + dt.timedelta(days=MOST_DAYS)})
        hits = self._lookup.matching(any_of([words[key] for key in rarest]), POOL, after)
        places = {(place.document_id, place.item_ordinal) for place in self._lookup.places([name for name, _ in hits]).values()}
        bodies = self._bodies(held, matter)
        held_then = self._holdings.documents  # without what came in this moment
        later = [(self._holdings.of(document_id), document_id, ordinal) for document_id, ordinal in places if document_id in held_then]
        for one, document_id, ordinal in sorted(later, key=lambda row: (row[0].day, row[0].key, row[2])):
            if one.body_key in bodies:
                yield one, document_id, self._holdings.items(document_id)[ordinal]

    def _bodies(self, held: Held, matter: Matter) -> set[tuple[str, str]]:
        """The bodies of the same council that may take a matter up: its own and those named; any, where a recommendation names none."""
        council, own = held.body_key
        same = {one.body_key for one in self._holdings.meetings if one.body_key[0] == council}
        text = folded(matter.text)
        named = {key for key in same if key[1] and key[1] != own and _names(text, key[1], council)}
        if matter.recommendation:
            return named or same - {held.body_key}
        return named | {held.body_key}

    def _word(self, later: Held, document_id: str, item: AgendaItem, matter: Matter, weights: dict[str, float]) -> Word | None:
        minuted = [one for one in item.paragraphs if one.part == "minutes" and one.kind != "label"]
        minuted = minuted or [one for one in item.paragraphs if one.part == "decision" and one.kind != "label"]
        if item.exempt or not minuted:
            return None
        kin = _shared_title(matter.title, item.title) >= KIN
        best = max(minuted, key=lambda one: _share(weights, f"{one.text}"))
        share = _share(weights, best.text)
        enough = IN_KIN if kin else REFERRING if _BACK.search(best.text) else IN_PARAGRAPH
        whole = _share(weights, " ".join([item.title, *(one.text for one in minuted)]))
        if matter.recommendation:
            decided = [one for one in item.decisions if one.kind != "noted" and not one.amendment]
            if not (decided and whole >= IN_PARAGRAPH and (kin or share >= IN_PARAGRAPH)):
                return None
            answer = max(decided, key=lambda one: _share(weights, one.text))
            says_now: Said = "updated" if answer.kind in ("deferred", "recommended") else "closed"
            return self._made(later, document_id, item, says_now, answer.text, answer.evidence)
        if share < enough or not _tell_apart(weights, best.text, kin=kin) or folded(matter.text) in folded(best.text):
            return None  # the same words again are a form of words, not news
        told = self._of_action(later, document_id, item, matter, best, [best, *(one for one in minuted if one is not best)])
        # Where earlier minutes are confirmed or corrected, words of the matter are only about how it was minuted.
        return None if _MINUTES.search(item.title) and told.says != "closed" else told

    def _of_action(
        self, later: Held, document_id: str, item: AgendaItem, matter: Matter, best: Paragraph, minuted: Sequence[Paragraph]
    ) -> Word:
        found = says(matter.text, matter.owner, best.text, [one.text for one in minuted])
        told = [best, *(one for one in minuted if one is not best and found.closing and found.closing in one.text)]
        told.sort(key=lambda one: one.index)
        text = "\n".join(_telling(one.text, found.closing) for one in told)
        return self._made(later, document_id, item, found.says, text, (told[0].index, told[-1].index))

    def _made(self, later: Held, document_id: str, item: AgendaItem, says_now: Said, text: str, place: tuple[int, int]) -> Word:
        title = f"{item.number}. {item.title}" if item.number else item.title
        source = self._holdings.place(document_id, place)
        return Word(date=later.first.date, body=later.first.body, item=title, says=says_now, text=text, source=source)


@functools.cache
def _general() -> frozenset[str]:
    """Stems of the words in which any action is put."""
    return frozenset(map(stem, _GENERAL.split()))


def _tells(word: str, owner: str | None) -> bool:
    """Whether a word is of the matter rather than of who does it or how such things are put."""
    return stem(word) not in _general() and not word.isdigit() and stem(word) not in {stem(one) for one in content_words(owner or "")}


def _share(weights: dict[str, float], text: str) -> float:
    """Share of the matter's words, weighed by rarity, that a text holds in some form."""
    held = stems(text)
    return sum(weight for key, weight in weights.items() if key in held) / (sum(weights.values()) or 1.0)


def _tell_apart(weights: dict[str, float], text: str, *, kin: bool) -> bool:
    """Whether a text has enough of the matter's words to be of no other: three, or two under the same title or side by side."""
    words = [stem(word) for word in content_words(text)]
    held = set(weights) & set(words)
    if len(held) >= 3 or (kin and len(held) == 2):
        return True
    places = [place for place, word in enumerate(words) if word in held]
    return len(held) == len(weights) == 2 and abs(places[0] - places[1]) == 1 and _BACK.search(text) is not None


def _shared_title(one: str, other: str) -> float:
    words, others = (stems(title) - _general() for title in (one, other))
    return len(words & others) / min(len(words), len(others)) if words and others else 0.0


def _names(text: str, body: str, council: str) -> bool:
    """Whether a text names a body; the whole council is named 'Council'."""
    short = "council" if body == council or body in ("county council", "full council") else body
    return re.search(rf"\b(?:to|i r|i|for) (?:the |y )?{re.escape(short)}\b(?! member)", text) is not None


def _telling(text: str, closing: str) -> str:
    """A paragraph of fair length whole; of a long one the sentences from the first to the one that closes the matter."""
    if len(text.split()) <= 90:
        return text
    told = sentences(text)
    last = next((place for place, sentence in enumerate(told) if closing and closing in sentence), 0)
    return text[: text.index(told[last]) + len(told[last])] if last else " ".join(told[:2])
