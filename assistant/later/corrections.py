"""What later minutes say of earlier ones: confirmed, or corrected, and in which item."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pydantic import Field

from assistant.datamodel import Correction
from assistant.held import BodyKey, Held, Holdings
from assistant.later.wording import words_quoted
from ingest.datamodel import AgendaItem, Language, Noun, Paragraph
from ingest.dates import find_dates
from ingest.lookup import Lookup
from ingest.text import sentences

LAST_MEETING_DAYS = 70  # "the last meeting" is the one before in the library only where it is no further back than this

_MINUTES = re.compile(r"\bminutes?\b|\b[cg]h?ofnodion\b", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|approved|adopted|signed|agreed|accepted|taken\s+as\s+read|correct\s+record|true\s+record|accurate\s+record)\b"
    r"|\b(?:cadarnh|chadarnh|cymeradwy|chymeradwy|llofnod|[cg]ywir|dderbyn|derbyn)\w*",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\bshould\s+(?:have\s+)?(?:read|say|state|been|be\s+(?:recorded|amended|changed|corrected))\b"
    r"|(?<!\bno )(?<!\bwithout )(?<!\bany )\bcorrections?\b|\bput\s+right\b"
    r"|\b(?:be|was|were|been)\s+(?:amended|corrected|deleted|replaced|removed|inserted|substituted|omitted|incorrectly|wrongly)\b"
    r"|\bsubject\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:amendment|addition|change|alteration|deletion|inclusion)s?\b|\berrors?\s+in\s+(?:the\s+|those\s+)?(?:minute|record)|\bto\s+read\b"
    r"|(?:[”\"]|’(?!\w)|\b(?:words?|names?|sentence|paragraph|phrase|figures?|following|apolog(?:y|ies)))[^.;]{0,80}\bbe\s+(?:\w+\s+)?(?:added|included)\b"
    r"|\b(?:add|adding|addition\s+of|insert|inserting|delet(?:e|ing|ion\s+of))\s+(?:the\s+)?(?:words?|names?|sentence|following|[“\"‘])"
    r"|\b[cg]h?ywir(?:iad|o)\w*|\bdylai\s+ddarllen\b|\b[gn]?g?wall(?:au)?\b|\byn\s+amodol\s+ar\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:last|previous|diwethaf|blaenorol)\b", re.IGNORECASE)
_HELD_ON = re.compile(r"\b(?:held|meeting|minutes|dated|gynhaliwyd|cyfarfod|cofnodion)\b", re.IGNORECASE)
_ITEM = re.compile(r"\b(?:minute|item|eitem|[cg]h?ofnod)(?:\s+(?:no\.?|number|rhif))?\s+(?P<number>\d+(?:[./]\d+)*)", re.IGNORECASE)


class Standing(Noun):
    """What later minutes say of one meeting's."""

    confirmed: dt.date | None = Field(default=None, description="day of the later meeting that confirmed the minutes")
    of_items: dict[int, tuple[Correction, ...]] = Field(default={}, description="corrections by ordinal of the item that they are of")
    of_meeting: tuple[Correction, ...] = Field(default=(), description="corrections of no one item that can be told")


class Later:
    """Looks up what later meetings say of the minutes of each."""

    def __init__(self, lookup: Lookup, holdings: Holdings) -> None:
        self._holdings = holdings
        self._confirmed: dict[str, dt.date] = {}
        self._by_body: defaultdict[tuple[BodyKey, Language], list[Held]] = defaultdict(list)
        for one in holdings.meetings:
            self._by_body[one.body_key, one.language].append(one)
        self._found: defaultdict[str, list[tuple[int | None, Correction]]] = defaultdict(list)
        for document_id, ordinal in sorted(lookup.items_holding(["minute", "ofnod"], list(holdings.documents))):
            held, item = holdings.of(document_id), lookup.items(document_id, ordinal)[0]
            if not item.exempt and (target := self._target(held, item)) is not None:
                self._read(document_id, held, item, target)

    def of(self, held: Held) -> Standing:
        """What is said of a meeting's minutes."""
        some = sorted(self._found.get(held.key, []), key=lambda pair: str(pair[1].date))
        by_item: defaultdict[int, list[Correction]] = defaultdict(list)
        for ordinal, correction in some:
            if ordinal is not None:
                by_item[ordinal].append(correction)
        return Standing(
            confirmed=self._confirmed.get(held.key),
            of_items={ordinal: tuple(corrections) for ordinal, corrections in by_item.items()},
            of_meeting=tuple(correction for ordinal, correction in some if ordinal is None),
        )

    def _target(self, held: Held, item: AgendaItem) -> Held | None:
        """The earlier meeting whose minutes an item is about, or None."""
        about = [item.title, *(one.text for one in item.paragraphs if _MINUTES.search(one.text))]
        if not _MINUTES.search(item.title) and not any(_MINUTES.search(text) and _CORRECTS.search(text) for text in about[1:]):
            return None
        before = [one for one in self._by_body[held.body_key, held.language] if "" < one.day < held.day]
        days = {str(date) for text in about for date in minutes_days(text)}
        named = [one for one in before if one.day in days]
        if named:
            return named[-1]
        if days or not before or not any(_LAST.search(text) for text in about):
            return None
        gap = (held.first.date or dt.date.max) - (before[-1].first.date or dt.date.min)
        return before[-1] if gap.days <= LAST_MEETING_DAYS else None

    def _read(self, document_id: str, held: Held, item: AgendaItem, target: Held) -> None:
        minuted = [one for one in item.paragraphs if one.part != "agenda" and one.kind != "label"]
        if held.first.date and any(_CONFIRMED.search(one.text) for one in minuted) and _MINUTES.search(item.title):
            self._confirmed.setdefault(target.key, held.first.date)
        for run in _correcting(minuted):
            text = "\n".join(one.text for one in run)
            document, ordinal = self._place(target, text)
            number = f"{item.number}. {item.title}" if item.number else item.title
            place = self._holdings.place(document_id, (run[0].index, run[-1].index), run[0].page)
            correction = Correction(date=held.first.date, body=held.first.body, item=number, text=text, source=place)
            self._found[document or target.key].append((ordinal, correction))

    def _place(self, target: Held, text: str) -> tuple[str | None, int | None]:
        """The item of the earlier minutes that a correction is of: by its number, else by the words that are put right."""
        numbers = {found["number"] for found in _ITEM.finditer(text)}
        quoted = [words for words in words_quoted(text) if len(words) > 3]
        for test in ("number", "words"):
            for document in target.documents:
                for item in self._holdings.items(document.id).values():
                    words = " ".join(one.text for one in item.paragraphs)
                    by_words = any(quote in words or quote in item.title for quote in quoted)
                    if (item.number in numbers) if test == "number" else by_words:
                        return target.key, item.ordinal
        return None, None


def minutes_days(text: str) -> Iterator[dt.date]:
    """The days of meetings whose minutes a text speaks of."""
    for found in find_dates(text):
        if _HELD_ON.search(text[max(0, found.start - 60) : found.start]):
            yield found.date


def _correcting(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Runs of paragraphs that correct, each with the parts that a colon announces."""
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        announced = bool(run) and (run[-1].text.rstrip().endswith((":", ";", "; and")) or (paragraph.kind == "bullet" and len(run) > 1))
        if announced or any(_CORRECTS.search(sentence) for sentence in sentences(paragraph.text)):
            run.append(paragraph)
        elif run:
            yield run
            run = []
    if run:
        yield run
