"""Phrase lists as data: which words count, and the words round them that make them harmless. One file a subject, both languages."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Literal, NamedTuple

Severity = Literal["stop", "warn"]


class Phrase(NamedTuple):
    """One entry of a list."""

    pattern: re.Pattern[str]
    but: tuple[re.Pattern[str], ...]  # harmless where one of these covers the match
    severity: Severity
    advice: str


class Match(NamedTuple):
    """Where a phrase stands in a text."""

    words: str
    start: int
    end: int
    severity: Severity
    advice: str


@functools.cache
def phrases(subject: str, group: str) -> tuple[Phrase, ...]:
    """The entries of a group in `lists/SUBJECT.toml`.

    An entry has `any` (alternatives, each a regular expression of whole words), and may have `but` (contexts in which the words are
    harmless, as expressions that cover them), `case` (true: as printed), `welsh` (true: its words are met mutated too), `severity` and
    `advice`.
    """
    text = resources.files(__package__).joinpath("lists", f"{subject}.toml").read_text(encoding="utf-8")
    return tuple(_phrase(entry) for entry in tomllib.loads(text)[group])


def _phrase(entry: dict[str, object]) -> Phrase:
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    some, but = (entry.get(name, []) for name in ("any", "but"))
    assert isinstance(some, list) and isinstance(but, list)
    if entry.get("welsh"):
        some, but = [mutable(one) for one in some], [mutable(one) for one in but]
    return Phrase(
        _words("|".join(some), flags),
        tuple(_words(one, flags) for one in but),
        "warn" if entry.get("severity") == "warn" else "stop",
        str(entry.get("advice", "")),
    )


# Initial mutations of Welsh: radical, soft, nasal, aspirate (Thorne, A Comprehensive Welsh Grammar, chapter 3).
_MUTATED = {
    "p": "(?:ph?|b|mh)", "t": "(?:th?|d|nh)", "c": "(?:ch?|g|ngh)", "b": "[bfm]", "d": "(?:dd?|n)", "g": "(?:g|ng)?", "m": "[mf]",
    "ll": "ll?", "rh": "rh?",
}  # fmt: skip
_RADICAL = re.compile(r"(^|\||\(\?:| )(ll|rh|[ptcbgm](?!h)|d(?!d))(?=[^\W\d_]|['’(])")


def mutable(pattern: str) -> str:
    """A pattern of Welsh words whose first letters may be mutated."""
    return _RADICAL.sub(lambda found: found[1] + _MUTATED[found[2]], pattern)


def _words(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", flags)


# A road, a house or an inn with a promising name: "Proud Cross", "Green Party Walk", "the Labour in Vain car park".
_PLACE = re.compile(
    r"\b[A-Z][\w'-]*(?: (?:in|of|and|the|on|y|yr|[A-Z][\w'-]*)){0,4}? (?:(?:Road|Street|Lane|Walk|Hill|Cross|House|Way|Court"
    r"|Square|Park|Close|Avenue|Terrace|Bridge|Drive|Place|Gardens?|Fields?|Farm|Ward|Inn|Arms|Hall|Wood|Green|Row|Parade|Crescent|Wharf"
    r"|Quay|car park|inn|pub)\b)"
)


def matches(text: str, subject: str, group: str) -> Iterator[Match]:
    """What of a group stands in a text, harmless contexts left out."""
    plain = text.replace("’", "'")
    for phrase in phrases(subject, group):
        for found in phrase.pattern.finditer(plain):
            if not any(_covers(context, plain, found) for context in (*phrase.but, _PLACE)):
                yield Match(text[found.start() : found.end()], found.start(), found.end(), phrase.severity, phrase.advice)


def _covers(context: re.Pattern[str], text: str, found: re.Match[str]) -> bool:
    return any(one.start() <= found.start() and found.end() <= one.end() for one in context.finditer(text))


@functools.cache
def words_of(name: str) -> frozenset[str]:
    """The words of `lists/NAME.txt`; lines that open with # are notes."""
    text = resources.files(__package__).joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
