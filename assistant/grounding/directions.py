"""More or fewer, up, down or unchanged: a claim that something grows or shrinks needs evidence that says so, or figures that show it."""

from __future__ import annotations

import re

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.quantities import is_year, quantities
from assistant.grounding.wording import Token, stem

# What has not moved, said so that it claims something: a hall that 'remained open' is no such case.
_LEVEL = re.compile(r"\b(?:unchanged|(?:remain|stay)(?:s|ed|ing)? (?:the same|flat|stable|steady|constant|level|at [£\d]))", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:unchanged|same|remain|stay|still|continu|maintain|constant|stable|steady|froze|freez|flat|kept|held|no change|not (?:been )?ch)",
    re.IGNORECASE,
)
_DOWN = """
    fewer less fewest least fall decrease decline drop lower reduce reduction cut shrink loss lose down below under half halve worse dwindle
    stop close end
"""
_UP = """
    more most rise increase grow growth higher raise up gain above over extra additional add further exceed expand extend double improve
    better new
"""
# Words that claim a direction, and those that bear one out. The first are few: 'more' and 'over' say many other things.
_CLAIMS = {
    "down": frozenset(map(stem, ("fewer", "decline", "dwindle", "shrink", "decrease"))),
    "up": frozenset(map(stem, ("increase", "rise", "grow"))),
}
_BEARS = {"down": frozenset(map(stem, _DOWN.split())), "up": frozenset(map(stem, _UP.split()))}


def check_direction(alignment: Alignment) -> list[Problem]:
    """The problem of a sentence that tells of more, fewer or as many where what it stands beside tells of none."""
    places = alignment.window
    level = _LEVEL.search(" ".join(token.text for token in alignment.tokens))
    if level and places and not any(_HELD.search(unit.text) for unit in places):
        return [Problem(name="support", words=level[0], evidence=places[0].text)]
    for direction, claims in _CLAIMS.items() if places else ():
        word = next((token for token in alignment.tokens if _said(token) in claims), None)
        if word is None or any(_said(token) in _BEARS[direction] for unit in places for token in unit.tokens):
            continue
        if not any(_comparable_figures(unit) for unit in places):
            return [Problem(name="support", words=word.text, evidence=places[0].text)]
    return []


def _said(token: Token) -> str:
    return stem(token.lower)


def _comparable_figures(unit: Unit) -> bool:
    """Whether a reader could see a direction from figures: two of one kind and unit."""
    found = [(one.kind, one.unit) for one in quantities(unit.text) if not is_year(one)]
    return len(set(found)) < len(found)
