"""Small words that turn a sentence: modals, negatives, decisions; each with the words that it governs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.grounding.wording import Token
from ingest.text import word_set

Modality = Literal["will", "may", "expect", "hoped", "must", "should", "can"]
_MODALS: dict[str, tuple[Modality, ...]] = {}
for _classes, _words in (
    (("will",), "will shall would 'll bydd byddai fydd"),
    (("may",), "may might perhaps possibly possible possibility potentially maybe gall efallai"),
    (("may", "can"), "could gallai"),
    (
        ("expect",),
        "expected expects anticipated anticipates likely hoped hopes intended intends planned plans aims aimed forecast "
        "probably due envisaged disgwylir",
    ),
    (("must",), "must required requires compulsory mandatory obliged rhaid"),
    (("should",), "should ought encouraged urged dylai dylid"),
    (("can",), "can able gallu"),
):
    for _word in _words.split():
        _MODALS[_word] = _classes  # type: ignore[assignment]
NEGATIVES = word_set(
    "not no never none nobody nothing neither nor without cannot unable failed fails failing fail declined refused refuses lack "
    "lacked lacks lacking absence unlikely hardly ni nid nad na ddim heb dim"
)
_SURE_TO = word_set("is are was were going sure certain guaranteed")
HOPING = word_set(
    "hoped hopes hope hoping expected expects anticipated anticipates wished wishes envisaged aimed aims gobeithio gobeithiai"
)
_CHANCE = word_set("possibility possible chance")
_ON_THEIR_WAY = frozenset(
    (*itertools.product(("on",), ("course", "track")), *itertools.product(("is", "are", "was", "were"), ("set", "bound")))
)
_OF_A_CAUSE = word_set("the a an this that these those his her its their our such other many much more poor bad ill high low lack")
_CLAUSE_END = frozenset(".;:")
_CONJUNCTIONS = word_set("and but or nor because although while whereas which who that if when whether ond ac neu")
_SCOPE = 3


class Marker(NamedTuple):
    """One such word. `scope`: stems of the words governed; `before`: stems of the content words just before; both nearest first."""

    word: str
    classes: tuple[str, ...]
    scope: tuple[str, ...]
    before: tuple[str, ...]
    place: int


@lru_cache(maxsize=8192)
def modals(tokens: tuple[Token, ...]) -> tuple[Marker, ...]:
    """The modals of a sentence. 'May' the month and 'can' the noun are known by their capital or article."""
    found = []
    for index, _token in enumerate(tokens):
        classes = _classes_of(tokens, index)
        if classes:
            found.append(_marker(tokens, index, classes))
    return tuple(found)


def _classes_of(tokens: Sequence[Token], index: int) -> tuple[str, ...]:
    lower = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if following == "to":
        if lower in _SURE_TO or _on_its_way(tokens, index):
            return ("will",)
        if lower in ("have", "has", "had", "need", "needs", "needed"):
            return ("must",)
    if lower == "may" and ((tokens[index].text[0].isupper() and index > 0) or following[:1].isdigit()):
        return ()
    if lower == "due" and following == "to" and index + 2 < len(tokens) and tokens[index + 2].lower in _OF_A_CAUSE:
        return ()  # 'due to the poor weather'
    if lower in ("plans", "forecast", "requires", "due", "able") and following != "to":
        return ()
    if lower in ("would", "will", "could"):
        if _within(HOPING, tokens, index):
            return ("hoped",)
        if _within(_CHANCE, tokens, index):
            return ("may",)
    return _MODALS.get(lower, ())


def _within(holding: frozenset[str], tokens: Sequence[Token], index: int) -> bool:
    """Whether 'would' stands in what was hoped, or held possible: 'hoped that this would bring the wait down'."""
    near = [token.lower for token in tokens[max(0, index - 6) : index]]
    place = next((at for at in reversed(range(len(near))) if near[at] in holding), None)
    return place is not None and not _CLAUSE_END & set(near[place:]) and ("that" in near[place:] or len(near) - place <= 3)


def _on_its_way(tokens: Sequence[Token], index: int) -> bool:
    """'Is set to reopen', 'on track to be ready', before a verb: a track to the farm is none, nor a sum 'was set to £50'."""
    verb = tokens[index + 2].lower if index + 2 < len(tokens) else ""
    return index > 0 and (tokens[index - 1].lower, tokens[index].lower) in _ON_THEIR_WAY and verb.isalpha() and verb not in _OF_A_CAUSE


@lru_cache(maxsize=8192)
def negatives(tokens: tuple[Token, ...]) -> tuple[Marker, ...]:
    """The negatives of a sentence."""
    found = []
    for index, token in enumerate(tokens):
        if token.lower not in NEGATIVES:
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.lower in ("no", "ni", "na") and following is not None and (following.text == "." or following.text[0].isdigit()):
            continue  # 'No. 4'
        if token.lower == "no" and following is not None and following.lower in ("later", "doubt", "sooner"):
            continue
        if token.lower == "not" and following is not None and following.lower in ("only", "least"):
            continue
        if token.lower in ("ni", "na", "dim") and token.text.isupper():
            continue
        if token.lower == "declined" and following is not None and following.lower != "to":
            continue
        found.append(_marker(tokens, index, ("not",)))
    return tuple(found)


def _marker(tokens: Sequence[Token], index: int, classes: tuple[str, ...]) -> Marker:
    scope: list[str] = []
    for token in tokens[index + 1 : index + 10]:
        if token.text in _CLAUSE_END or (scope and (token.lower in _CONJUNCTIONS or token.text == ",")) or len(scope) == _SCOPE:
            break
        if token.content and not (token.lower.endswith("ly") or token.lower in _MODALS):
            scope.append(token.stem)
    return Marker(tokens[index].lower, classes, tuple(scope), before(tokens, index), index)


def before(tokens: Sequence[Token], index: int, most: int = 2) -> tuple[str, ...]:
    """Stems of the content words just before a place, nearest first, within the clause."""
    found: list[str] = []
    for token in reversed(tokens[max(0, index - 8) : index]):
        if token.text in _CLAUSE_END or len(found) == most:
            break
        if token.content:
            found.append(token.stem)
    return tuple(found)


def beside(tokens: Sequence[Token], stem: str, reach: int = 2) -> set[str]:
    """Stems of the content words within `reach` content words of any place of `stem`."""
    stems = [token.stem for token in tokens if token.content]
    near: set[str] = set()
    for place, found in enumerate(stems):
        if found == stem:
            near.update(stems[max(0, place - reach) : place] + stems[place + 1 : place + 1 + reach])
    return near
