"""The words beside a figure: on either side of it, and what is said of it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from assistant.grounding.evidence import Unit
from assistant.grounding.quantities import Quantity, is_year, quantities
from assistant.grounding.wording import Token, words

_REACH = 5  # content words


def nearness(quantity: Quantity, claim: str, other: Quantity, unit: Unit) -> float:
    """How alike the surroundings of a figure in the claim and of one in the evidence are."""
    return _likeness(surroundings(quantity, words(claim), quantities(claim)), surroundings(other, unit.tokens, quantities(unit.text)))


def surroundings(quantity: Quantity, tokens: Sequence[Token], others: Sequence[Quantity]) -> dict[str, float]:
    """Stems next to a figure with weights 1, 1/2, 1/3 … on either side, as far as the next figure of its kind or a semicolon."""
    before = [token for token in tokens if token.end <= quantity.start][::-1]
    after = following(quantity, tokens, others)
    near = beside(quantity, before, others)
    for stem, weight in beside(quantity, after, others).items():
        near[stem] = max(near.get(stem, 0.0), weight)
    return near


def following(quantity: Quantity, tokens: Sequence[Token], others: Sequence[Quantity]) -> list[Token]:
    """The tokens after a figure; after '14 of his 18' those that follow the 18: the 14 are hours too."""
    after = [token for token in tokens if token.start >= quantity.end]
    if after[:1] and after[0].lower == "of":
        whole = next((one for one in others if one.start in {token.start for token in after[1:3]} and comparable(one, quantity)), None)
        after = [token for token in after if whole is None or token.start >= whole.end]
    return after


def beside(quantity: Quantity, side: Sequence[Token], others: Sequence[Quantity]) -> dict[str, float]:
    """The same on one side, given from the figure outwards."""
    near: dict[str, float] = {}
    distance = 0
    stops = {other.start for other in others if comparable(other, quantity) and other.start != quantity.start}
    for token in side:
        if token.start in stops or token.text in ";," or token.lower in ("and", "or", "but") or distance == _REACH:
            break
        if token.content:
            distance += 1
            near[token.stem] = max(near.get(token.stem, 0.0), 1 / distance)
    return near


def _likeness(a: dict[str, float], b: dict[str, float]) -> float:
    shared = [min(weight, b[stem]) for stem, weight in a.items() if stem in b]
    return sum(shared) if len(shared) > 1 else 0.5 * sum(shared)


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether one figure could be mistaken for the other: of one kind and unit, and both years or neither."""
    return one.kind == other.kind and one.unit == other.unit and is_year(one) == is_year(other)


def deed(quantity: Quantity, tokens: Sequence[Token], others: Sequence[Quantity]) -> set[str]:
    """The stems after a figure but for what it counts."""
    after = following(quantity, tokens, others)
    noun = next((token.stem for token in after if token.content), "")
    return set(beside(quantity, after, others)) - {noun}


def is_part(quantity: Quantity, unit: Unit) -> bool:
    """Whether it is the 16 of '16 of the 19'."""
    return following(quantity, unit.tokens, quantities(unit.text)) != [token for token in unit.tokens if token.start >= quantity.end]


def is_whole(quantity: Quantity, unit: Unit) -> bool:
    """Whether it is the 19 of '16 of the 19'."""
    before = [token for token in unit.tokens if token.end <= quantity.start][-3:]
    ends = {one.end for one in quantities(unit.text) if comparable(one, quantity) and one.value != quantity.value}
    return any(token.lower == "of" and first.end in ends for first, token in itertools.pairwise(before))


def counted(quantity: Quantity, tokens: Sequence[Token]) -> str:
    """The stem of the noun right after a count; '' where another kind of word follows."""
    after = next((token for token in tokens if token.start >= quantity.end), None)
    return after.stem if after is not None and after.content and after.text[0].islower() else ""
