"""How far something goes: 'every household' is not made of '31 households', nor 'at least three weeks' of 'up to three weeks'."""

from __future__ import annotations

import re

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.quantities import Quantity, quantities

_RELATED = 0.25
_ALL = re.compile(
    r"\b(?:every(?!day)(?! (?:year|quarter|month|week|fortnight|day|time)\b)(?:one|body)?"
    r"|all (?!but\b|in favour|in all|the same\b|along\b|right\b)|entire(?:ly)?|the whole)\b(?! other\b)",
    re.IGNORECASE,
)
_SET_PHRASE = re.compile(r"\b(?:in|at|after|above|first of|best of|as) $", re.IGNORECASE)
_TOLD_OF_ALL = re.compile(
    r"\b(?:every\w*|all|each|entire\w*|whole|wholly|throughout|both|any|unanimous\w*|without exception|fully|overall"
    r"|complete\w*|never|always|(?:county|nation|council|town|district)-?wide|pob|holl|pawb|cyfan|i gyd)\b",
    re.IGNORECASE,
)
_BOUNDS = {
    "least": re.compile(
        r"\b(?:at least|no (?:fewer|less) than|a minimum of|minimum|(?<!no )(?<!not )more than|upwards of|in excess of|(?<!not )exceeding"
        r"|o leiaf)\W*$",
        re.IGNORECASE,
    ),
    "most": re.compile(
        r"\b(?:up to|at most|(?:no|not) (?:more|longer|later) than|a maximum of|maximum|(?<!no )(?:less|fewer) than|not exceeding"
        r"|as many as|hyd at)\W*$",
        re.IGNORECASE,
    ),
}


def check_reach(claim: str, alignment: Alignment) -> list[Problem]:
    """Problems with how far one sentence of a claim goes.

    Args:
        claim: the folded sentence.
        alignment: the sentence beside its evidence.
    """
    if alignment.score < _RELATED or not alignment.best:
        return []
    return [*_of_all(claim, alignment), *_bounded(claim, alignment)][:1]


def _of_all(claim: str, alignment: Alignment) -> list[Problem]:
    """'Every', 'all' or 'the whole' where nothing near speaks of all of anything."""
    found = next((match for match in _ALL.finditer(claim) if not _SET_PHRASE.search(claim[: match.start()])), None)
    near = [unit.lead.text if unit.lead else "" for unit in alignment.window] + [unit.text for unit in alignment.window]
    if found is None or any(map(_TOLD_OF_ALL.search, near)):
        return []
    words = " ".join(claim[found.start() :].split()[:3])
    return [Problem(name="support", words=words, evidence=alignment.best[0].text)]


def _bounded(claim: str, alignment: Alignment) -> list[Problem]:
    """A figure told as the least that the evidence tells as the most, or the other way round."""
    problems = []
    for quantity in quantities(claim):
        bound = _bound(quantity, claim)
        theirs = {_bound(other, unit.text) for unit in alignment.units for other in quantities(unit.text) if _same(quantity, other)}
        if bound and theirs and theirs <= {"least", "most"} and bound not in theirs:
            problems.append(Problem(name="figure", words=quantity.text, evidence=alignment.best[0].text))
    return problems


def _bound(quantity: Quantity, text: str) -> str:
    return next((name for name, pattern in _BOUNDS.items() if pattern.search(text[: quantity.start])), "")


def _same(quantity: Quantity, other: Quantity) -> bool:
    return (quantity.kind, quantity.value, quantity.unit) == (other.kind, other.value, other.unit)
