"""Passages without what is planted in them: from the first sentence that gives an order to the end of its paragraph."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from assistant.datamodel import Passage
from assistant.planted.phrases import is_order
from assistant.planted.steering import first_steering, may_steer
from ingest.lookup import Lookup
from ingest.text import sentences


def orders(text: str) -> list[str]:
    """The parts of a text that give orders to software, each from the sentence that begins it to the end of its paragraph."""
    return [tail for line in text.split("\n") if (tail := _ordered(line))]


def without_orders(passages: Sequence[Passage]) -> tuple[list[Passage], int]:
    """The passages without such parts, those left empty dropped, and how many parts there were."""
    kept: list[Passage] = []
    found = 0
    for passage in passages:
        tails = orders(passage.text)
        found += len(tails)
        lines = (line.removesuffix(_ordered(line)).rstrip() for line in passage.text.split("\n")) if tails else ()
        text = "\n".join(line for line in lines if line) if tails else passage.text
        if text:
            kept.append(passage.model_copy(update={"text": text}) if tails else passage)
    return kept, found


def item_without_orders(lookup: Lookup, document_id: str, ordinal: int) -> list[Passage]:
    """The passages of an agenda item without such parts: what may be evidence."""
    return without_orders(lookup.chunk_passages(document_id, ordinal))[0]


@functools.lru_cache(maxsize=8192)  # the same passages are found again and again
def _ordered(line: str) -> str:
    """The end of a paragraph from the first sentence in it that gives an order; empty where none does."""
    phrased = is_order(line)
    if not phrased and not may_steer(line):
        return ""
    told = sentences(line)
    by_phrase = next((number for number, sentence in enumerate(told) if is_order(sentence)), 0) if phrased else None
    steering = first_steering(told[:by_phrase])  # all of them where no phrase gives one away
    first = by_phrase if steering is None else steering
    if first is None:
        return ""
    start = 0
    for sentence in told[: first + 1]:
        start = line.index(sentence, start)
        place, start = start, start + len(sentence)
    return line[place:] if first else line
