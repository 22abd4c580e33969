"""The cited passages as sentences, each with the line that it hangs on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.grounding.wording import Token, fold, sentences, words


@dataclass(frozen=True, eq=False)  # told apart by identity: they are made once for a passage and compared often
class Unit:
    """One sentence of the evidence.

    Attributes:
        text: the folded sentence.
        tokens: its words and marks.
        lead: the line ending in a colon that it stands under, such as 'RESOLVED that:'.
        passage: which cited passage it stands in, counted from 0.
        position: its place within the passage, counted from 0.
    """

    text: str
    tokens: tuple[Token, ...]
    lead: Unit | None
    passage: int
    position: int

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(token.stem for token in self.tokens if token.content)

    @cached_property
    def bigrams(self) -> frozenset[tuple[str, str]]:
        stems = [token.stem for token in self.tokens if token.content]
        return frozenset(itertools.pairwise(stems))

    @cached_property
    def tokens_with_lead(self) -> tuple[Token, ...]:
        return (*self.lead.tokens, *self.tokens) if self.lead else self.tokens


_HEADING = 60  # characters; a longer line in capitals is no heading


@lru_cache(maxsize=512)
def units_of(text: str, passage: int = 0) -> tuple[Unit, ...]:
    """The sentences of one passage. A sentence that ends in a colon leads those after it up to the next one that does."""
    found: list[Unit] = []
    lead: Unit | None = None
    for line in fold(text).split("\n"):
        if lead is not None and not _is_point(line):
            lead = None
        for sentence in sentences(line):
            unit = Unit(sentence, words(sentence), lead, passage, len(found))
            found.append(unit)
            if sentence.endswith((":", ": -", ":-")) or (sentence.isupper() and len(sentence) < _HEADING):
                lead = unit
    return tuple(found)


def _is_point(line: str) -> bool:
    """Whether a line can be one of the points under a colon: it begins with a bullet, a small letter, 'That', or ends in a semicolon."""
    start = line.lstrip("-*\u2022\u00b7\uf0b7 (")
    return line[:1] in "-*\u2022\u00b7\uf0b7(" or start[:1].islower() or start.startswith(("That ", "To ")) or line.endswith(";")


@lru_cache(maxsize=256)
def read_evidence(texts: tuple[str, ...]) -> tuple[Unit, ...]:
    """All sentences of all passages, in order."""
    return tuple(unit for number, text in enumerate(texts) for unit in units_of(text, number))


def neighbours(units: Sequence[Unit], unit: Unit, before: int = 1, after: int = 1) -> list[Unit]:
    """The sentences next to one, within its passage, and its lead."""
    near = [
        other
        for other in units
        if other.passage == unit.passage and -before <= other.position - unit.position <= after and other is not unit
    ]
    return near if unit.lead is None or unit.lead in near else [unit.lead, *near]
