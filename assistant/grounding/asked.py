"""What was only asked is not so: 'He asked whether the pool would open in spring' bears out no opening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit, neighbours
from assistant.grounding.wording import Token
from ingest.text import word_set

_FEWEST = 3  # words of the claim in the question, from which on it is what the claim goes by
_ELSEWHERE = 0.6  # share of these that another sentence must state, to be what the claim stands on as well
_ASKING = word_set("asked asks ask asking wondered queried enquired inquired questioned wished wanted doubted question questions gofynnodd")
_TELLS_OF_ASKING = _ASKING | word_set("whether if uncertain unclear unknown might may could ?")
_ANSWERED_SO = re.compile(
    r"\b(?:confirm\w*|yes|agreed|indeed|assur\w*|cadarnha\w*"
    r"|(?:it|they|this|that|these|there) (?:would|was|were|is|are|will|did|had|has|could|should))\b",
    re.IGNORECASE,
)


def check_asked(alignment: Alignment) -> list[Problem]:
    """The problem of a claim that goes by a question which nobody answered so.

    Args:
        alignment: one sentence of the claim beside its evidence.
    """
    if not alignment.best or any(token.lower in _TELLS_OF_ASKING for token in alignment.tokens):
        return []
    unit = alignment.best[0]
    claimed = _common(alignment.tokens)
    within, without = _parts(unit)
    shared = claimed & (within | without)
    if len(shared) < _FEWEST or not shared <= within:
        return []
    for other in alignment.units:
        stated = without if other is unit else _parts(other)[1]
        if len(shared & stated) >= _ELSEWHERE * len(shared):
            return []
    if any(_ANSWERED_SO.search(near.text) for near in neighbours(alignment.units, unit, before=0, after=2)):
        return []
    return [Problem(name="modality", words=" ".join(token.text for token in alignment.tokens if token.stem in shared), evidence=unit.text)]


def _parts(unit: Unit) -> tuple[set[str], set[str]]:
    """The stems of what a sentence says was asked, and of the rest."""
    lower = [token.lower for token in unit.tokens]
    for place, word in enumerate(lower):
        asking = _ASKING & set(lower[max(0, place - 4) if word == "if" else 0 : place])
        if asking and word in ("whether", "if"):
            return _common(unit.tokens[place:]), _common(unit.tokens[:place])
    return set(), _common(unit.tokens)


def _common(tokens: Sequence[Token]) -> set[str]:
    """Stems of what is no name."""
    return {token.stem for token in tokens if token.content and not token.text[0].isupper()}
