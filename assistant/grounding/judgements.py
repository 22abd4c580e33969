"""Praise and blame: a claim that judges needs evidence that judges the same way. Minutes hardly ever praise, so writers add it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.wording import stem

# Words that do nothing but judge. 'Outstanding', 'best' and 'poor' say other things too: 'outstanding debts', 'best value'.
_PRAISES = """
    admirable admirably amazing brilliant brilliantly excellent excellently exemplary fabulous fantastic finest glorious heroic
    incredible incredibly inspirational inspiring magnificent marvellous masterly remarkable remarkably spectacular splendid stunning superb
    superbly terrific tireless tirelessly tremendous triumph triumphant visionary wisely wonderful wonderfully unrivalled unparalleled
"""
_BLAMES = """
    abysmal appalling atrocious callous cynical cynically deplorable disgrace disgraceful disastrous dreadful foolish foolishly
    hopeless horrific idiotic incompetent lamentable ludicrous outrage outrageous pathetic reckless recklessly ridiculous scandalous
    shambles shambolic shameful shamefully shameless shocking woeful
"""
# What bears them out besides: milder words of the same side.
_GOOD = (
    "good well great commend congratulate praise thank pleased proud success successful impress applaud compliment tribute wise grateful"
)
_BAD = (
    "bad poor fail failure unacceptable acceptable condemn criticise criticism weak worst disappoint angry anger dismay deplore blame fault"
)


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


_SIDES = tuple((frozenset(judging.split()), _stems(judging) | _stems(bearing)) for judging, bearing in ((_PRAISES, _GOOD), (_BLAMES, _BAD)))


def check_judgement(alignment: Alignment, units: Sequence[Unit]) -> list[Problem]:
    """The problem of a sentence that praises or blames where nothing in its evidence does."""
    for judging, bearing in _SIDES:
        word = next((token for token in alignment.tokens if token.lower in judging), None)
        if word is not None and not any(stem(token.lower) in bearing for unit in units for token in unit.tokens):
            nearest = alignment.best[0].text if alignment.best else ""
            return [Problem(name="support", words=word.text, evidence=nearest)]
    return []
