"""What a person earns, pays or has is told of that person: 'The Chief Executive is paid £12' not beside 'The lowest pay is £12'."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.acts import CLASSES
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.mentions import TITLES, Mention, mentions
from assistant.grounding.quantities import Quantity, is_year, quantities
from assistant.grounding.wording import Token, words
from ingest.text import word_set

_OWNED = ("money", "number", "percent")
_SOMEBODY = word_set("he she they him her them his hers their who whom whose i my me we our us it its both each")


def check_belonging(claim: str, alignment: Alignment, known: frozenset[str]) -> list[Problem]:
    """The problem of a sentence that says a figure of a person or role, which the evidence gives where nobody is spoken of.

    Args:
        claim: the folded sentence.
        alignment: the sentence beside its evidence.
        known: names that are spelt small, as in mentions().
    """
    tokens = alignment.tokens
    owner = next(iter(mentions(tokens, known)), None)
    if owner is None or not _somebody(owner, tokens) or any(token.lower in CLASSES for token in tokens):
        return []  # what somebody reports, asks or moves may be of anything
    for quantity in quantities(claim):
        if quantity.kind not in _OWNED or is_year(quantity) or quantity.start < tokens[owner.last].end:
            continue
        holding = [unit for unit in alignment.units if any(_same(quantity, other) for other in quantities(unit.text))]
        if holding and not any(_speaks_of(unit, owner) for unit in holding):
            return [Problem(name="figure", words=quantity.text, evidence=holding[0].text)]
    return []


def _somebody(owner: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a naming is a sentence's subject and no place: a role, or a name with its title."""
    titled = any(token.lower in TITLES for token in tokens[owner.first : owner.last + 1])
    return owner.first <= 1 and (owner.kind == "role" or (owner.kind == "person" and titled))


def _same(quantity: Quantity, other: Quantity) -> bool:
    return (quantity.kind, quantity.value, quantity.unit) == (other.kind, other.value, other.unit)


def _speaks_of(unit: Unit, owner: Mention) -> bool:
    """Whether a sentence, with what leads up to it, names the person or may mean them by a pronoun."""
    told = [*words(unit.lead.text), *unit.tokens] if unit.lead else list(unit.tokens)
    return any(token.lower in _SOMEBODY or token.lower in owner.words for token in told)
