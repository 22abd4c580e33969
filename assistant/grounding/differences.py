"""Word-by-word differences between a claim and the sentence that it nearly repeats.

Faults in minutes are small: a 'not' gone, one figure for another, 'noted' for 'approved'. Where a claim follows a sentence closely,
each place where the two part is looked at by itself.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.wording import Token

_FOLLOWS = 0.6
_SIDE = 6


class Difference(NamedTuple):
    """A place where the two part: words of the claim instead of words of the evidence; either may be empty. `at`: token of the claim."""

    claimed: tuple[Token, ...]
    stated: tuple[Token, ...]
    at: int
    stated_at: int

    @property
    def small(self) -> bool:
        return len(self.claimed) <= _SIDE and len(self.stated) <= _SIDE

    @property
    def words(self) -> str:
        return " ".join(token.text for token in self.claimed)


class Comparison(NamedTuple):
    """A claim beside the one sentence that it follows. `likeness`: share of the claim's words that stand there in the same order."""

    unit: Unit
    tokens: tuple[Token, ...]
    likeness: float
    differences: tuple[Difference, ...]


def compare(alignment: Alignment) -> Comparison | None:
    """The sentence among the best ones that the claim follows most closely, with the differences; None where it follows none closely."""
    compared = [found for unit in alignment.best if (found := _compared(alignment.tokens, unit))]
    closest = max(compared, key=lambda found: found.likeness, default=None)
    return closest if closest and closest.likeness >= _FOLLOWS else None


@lru_cache(maxsize=4096)
def _compared(tokens: tuple[Token, ...], unit: Unit) -> Comparison | None:
    stated = unit.tokens
    matcher = SequenceMatcher(None, [_key(token) for token in stated], [_key(token) for token in tokens], autojunk=False)
    kept = 0
    found = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            kept += j2 - j1
        else:
            found.append(Difference(tokens[j1:j2], stated[i1:i2], j1, i1))
    return Comparison(unit, tokens, kept / (len(tokens) or 1), tuple(found))


def _key(token: Token) -> str:
    """Function words by themselves, content words by stem: a change of ending is no difference."""
    return token.stem if token.content else {"a": "the", "an": "the"}.get(token.lower, token.lower)
