"""What was only asked is not so: 'He asked whether the pool would open in spring' bears out no opening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit, neighbours
from assistant.grounding.markers import negatives
from assistant.grounding.wording import Token
from ingest.text import word_set

_FEWEST = 3  # words of the claim in the question, from which on it is what the claim goes by
_ELSEWHERE = 0.6  # share of these that another sentence must state, to be what the claim stands on as well
_ASKING = word_set("asked asks ask asking wondered queried enquired inquired questioned wished wanted doubted question questions gofynnodd")
_TELLS_OF_ASKING = _ASKING | word_set("whether if uncertain unclear unknown might may could ?")
_ASKED_OF = 0.6  # share of what was asked that a claim holds, to be an answer to it
_DENIED = re.compile(
    r"(?:^|\b(?:that|said|replied|answered|and|but) )(?:it|they|this|that|there|he|she|none)"
    r" (?:did|would|was|were|had|has|is|are|could|will|can|do|does|should)(?: not|n't)\b(?=\W*(?:$|[;.,]|and\b))|^no[,;.]",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    r"\b(?:replied|answered|said|confirmed|stated|advised|explained|responded)\b[^.;]*\b(?:it|this|that|so|them)\W*$", re.IGNORECASE
)
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
    if denied := _denied(alignment):
        return denied
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
    after = neighbours(alignment.units, unit, before=0, after=2)
    if any(_ANSWERED_SO.search(near.text) or (_REFERRED.search(near.text) and not negatives(near.tokens)) for near in after):
        return []
    return [Problem(name="modality", words=" ".join(token.text for token in alignment.tokens if token.stem in shared), evidence=unit.text)]


def was_denied(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a sentence asks what the next one denies in a word: 'It was not'."""
    return bool(_parts(unit)[0]) and any(_DENIED.search(near.text) for near in neighbours(units, unit, before=0, after=1))


def _denied(alignment: Alignment) -> list[Problem]:
    """The problem of a claim that affirms what was asked and denied: 'Was the hall included? It was not.'"""
    claimed = _common(alignment.tokens)
    if negatives(alignment.tokens):
        return []
    for unit in (*alignment.best, *alignment.covering):
        within, _ = _parts(unit)
        if len(within) < _FEWEST - 1 or len(claimed & within) < _ASKED_OF * len(within):
            continue
        if was_denied(unit, alignment.units):
            words = " ".join(token.text for token in alignment.tokens if token.stem in within)
            return [Problem(name="negation", words=words, evidence=unit.text)]
    return []


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
