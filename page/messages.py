"""What the rooms behind the page say in English (why there is no answer, what is wrong with a file, advice), told in Welsh.

words/messages.cy.json has our own fixed messages, each with its Welsh, and places for what varies. A place may name what its words are:
`told` (a message of its own), `filters`, `list`, `day`, `theme`. A message that is not there stays English, and is marked as English.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import json
import re
from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from page.markup import notice, sentence
from page.wording import Words, words

LONGEST = 1000  # characters; more is no message of ours
_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_BOTH = re.compile(r"(?:(?<=\. )|^)([^.]+\.) / ([^.]+\.)")
_SHAPES = {"count": r"\d[\d,]*", "where": r"\S+"}  # of some places, by name
_FILTERS = {
    "council": "council", "body": "body", "dates from": "date_from", "dates up to": "date_to", "dates": "dates", "date": "date",
    "speaker": "speaker", "language": "language", "of or about": "place",
}  # fmt: skip
_FILTER = re.compile(rf"(?:(?<=, )|^)({'|'.join(_FILTERS)}) (.+?)(?=, (?:{'|'.join(_FILTERS)}) |$)")


class Message(NamedTuple):
    """A message of ours, with its Welsh."""

    english: re.Pattern[str]
    kinds: dict[str, str]  # of its places
    welsh: str


def tell(text: str, say: Words) -> Markup:
    """A message in the language of the page; where there is no Welsh for it, in English and marked so."""
    english, welsh = _halves(text)
    if say.language == "en":
        return Markup("{}").format(english)
    found = in_welsh(english) or welsh
    return Markup("{}").format(found) if found else say.english(english)


def fault(message: str, hint: str, say: Words) -> Markup:
    """A fault of the rooms behind the page."""
    return notice(_in_full(message, say), _in_full(hint, say))


def _in_full(text: str, say: Words) -> Markup:
    welsh = in_welsh(text) if say.language == "cy" else None
    return Markup("{}").format(sentence(welsh)) if welsh else tell(str(sentence(text)), say)


@functools.lru_cache(maxsize=2000)
def in_welsh(text: str) -> str | None:
    """A message in Welsh, with a capital and a stop where it has them; None where there is no Welsh for it."""
    message = text.strip()
    if not message or len(message) > LONGEST:
        return None
    bare = message.removesuffix(".")
    found = _in_parts(bare) or _whole(bare)
    if found is None:
        return None
    capital = bare[0].isupper() and (message.endswith(".") or not bare.split()[0].isupper())
    return (found[0].upper() if capital else found[0]) + found[1:] + ("." if message.endswith(".") and not found.endswith(".") else "")


def _whole(bare: str) -> str | None:
    for message in _messages():
        if (match := message.english.fullmatch(bare)) is None:
            continue
        values = {name: _value(value, message.kinds[name]) for name, value in match.groupdict().items()}
        if None not in values.values():
            return message.welsh.format(**values)
    return None


def _in_parts(bare: str) -> str | None:
    """Several messages in one, with a semicolon or a stop between them."""
    for found in re.finditer(r"[;.] ", bare):
        first = in_welsh(bare[: found.start()])
        if first and (rest := in_welsh(bare[found.end() :])):
            return f"{first}{found[0]}{rest}"
    return None


def _value(text: str, kind: str) -> str | None:
    return _KINDS[kind](text) if kind else text


def _filters(text: str) -> str:
    """'body Cabinet, dates from 1 May 2024'"""
    return _FILTER.sub(lambda one: _filter(_FILTERS[one[1]], one[2]), text)


def _filter(name: str, value: str) -> str:
    say = words("cy")
    if name == "dates":
        first, _, last = value.partition(" to ")
        return say("filter.dates", first=_day(first), last=_day(last))
    told = say(f"language.{value}") if name == "language" else _day(value) if name.startswith("date") else value
    return say(f"filter.{name}", value=told)


def _list(text: str) -> str:
    """'Cabinet (3), not stated (1) and 2 more'"""
    return re.sub(r" and (\d+) more$", r" a \1 arall", text.replace("not stated (", "heb ei nodi ("))


def _day(text: str) -> str:
    """'22 October 2024', '2024-10-22'; what is no day is left as it is."""
    for form in ("%d %B %Y", "%Y-%m-%d"):
        try:
            return words("cy").day(dt.datetime.strptime(text, form).date())
        except ValueError:
            continue
    return text


def _theme(text: str) -> str:
    from assistant.newsletter.themes import themes

    return next((one.welsh for one in themes() if one.name == text), text)


_KINDS: dict[str, Callable[[str], str | None]] = {"told": in_welsh, "filters": _filters, "list": _list, "day": _day, "theme": _theme}


def _halves(text: str) -> tuple[str, str | None]:
    """The English of advice given in both languages ('Dywedwch beth a wnaed. / Say what was done.'), and the Welsh where it is whole."""
    english = _BOTH.sub(lambda both: both[2], text)
    whole = _BOTH.fullmatch(text)
    return english, whole[1] if whole else None


@functools.cache
def _messages() -> tuple[Message, ...]:
    read = json.loads(importlib.resources.files("page").joinpath("words", "messages.cy.json").read_text("utf-8"))
    pairs = [pair for part in read.values() for pair in part.items()]
    pairs.sort(key=lambda pair: -len(_PLACE.sub("", pair[0])))  # the more of a message is fixed, the surer it is meant
    return tuple(_message(english, welsh) for english, welsh in pairs)


def _message(english: str, welsh: str) -> Message:
    pieces, kinds, end = [], {}, 0
    for place in _PLACE.finditer(english):
        pieces += [re.escape(english[end : place.start()]), f"(?P<{place[1]}>{_SHAPES.get(place[1], '.+?')})"]
        kinds[place[1]] = place[2] or ""
        end = place.end()
    pattern = "".join([*pieces, re.escape(english[end:])])
    first = re.escape(english[0])
    if english[0].isalpha():
        pattern = f"(?i:{first}){pattern.removeprefix(first)}"
    return Message(re.compile(pattern, re.DOTALL), kinds, welsh)
