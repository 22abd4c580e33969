"""Where a figure stands: the words beside it, in a claim and in the evidence.

The right number beside the wrong words is a fault as much as a wrong number: '2 against' is not '2 abstained'.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.quantities import Quantity, is_year, quantities
from assistant.grounding.wording import Token, words

_REACH = 5
_CLEAR = 1.0
_RATIO = 0.25
_CROSSED = 1.5
_ADJACENT = 0.5
_WHEN = frozenset(["before", "after", "since", "until", "during", "following", "cyn", "ers"])


def misplaced(
    quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]], stated: Sequence[tuple[Quantity, Unit]], alignment: Alignment
) -> bool:
    """Whether the evidence puts another figure of the kind beside the claim's words, and this figure beside other words."""
    held = quantities(claim)
    right = max(nearness(quantity, claim, other, unit) for other, unit in same)
    window = set(alignment.window)
    score = dict(zip(alignment.units, alignment.scores, strict=True))

    def closer(unit: Unit) -> bool:
        return score[unit] >= max(score[place] for _, place in same)

    for other, unit in stated:
        if unit not in window or not _comparable(other, quantity) or other.value == quantity.value:
            continue
        wrong = nearness(quantity, claim, other, unit)
        twins = [twin for twin in held if twin.value == other.value and twin.kind == other.kind]
        if not twins and (
            (wrong >= _CLEAR and right <= _RATIO * wrong)
            or (closer(unit) and _counts_another(quantity, claim, other, unit, same))
            or _of_another_time(claim, unit, [place for _, place in same])
        ):
            return True
        # A figure that the claim states as well has a place of its own there: then only an exchange of the two is a fault.
        if any(crossed(quantity, claim, same, twin, other, unit) for twin in twins):
            return True
    return False


def misnamed(
    quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]], stated: Sequence[tuple[Quantity, Unit]], alignment: Alignment
) -> bool:
    """Whether the evidence tells two figures in one form and the claim gives this one the other's name.

    'The Project Account stood at £519' beside 'the Project Account stood at £1,430; the Treasurer's Account stood at £519'.
    """
    window = set(alignment.window)
    told = {(one.kind, one.value) for one in quantities(claim)}
    return any(
        unit in window
        and _comparable(other, quantity)
        and (other.kind, other.value) not in told
        and _has_name_of(quantity, claim, same, other, unit)
        for other, unit in stated
    )


def _has_name_of(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]], rival: Quantity, unit: Unit) -> bool:
    said = {token.stem for token in words(claim)}
    mine = _before(quantity, claim) | _after(quantity, claim)
    return any(
        all(_other_name(mine, side(other, place.text), side(rival, unit.text), said) for other, place in same) for side in (_before, _after)
    )


def _other_name(mine: set[str], own: set[str], theirs: set[str], said: set[str]) -> bool:
    """Whether of two names that have words in common the claim has the rival's, and none of what is only in the figure's own."""
    return bool(mine & own & theirs and (mine & theirs) - own and own - theirs) and not (own - theirs) & said


def _before(quantity: Quantity, text: str) -> set[str]:
    return set(_beside(quantity, [token for token in words(text) if token.end <= quantity.start][::-1], quantities(text)))


def takes_over(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether the claim says of a figure what the evidence says of another in the same sentence, which the claim leaves out.

    'The cost of £1,042 is paid to the carer' beside 'Of the cost of £1,042, £612 was paid to the carer'.
    """
    told = _after(quantity, claim)
    claimed = {(one.kind, one.value) for one in quantities(claim)}
    for own, unit in same:
        for rival in quantities(unit.text):
            if rival.start < own.start or not _comparable(rival, own) or (rival.kind, rival.value) in claimed:
                continue
            taken = _after(rival, unit.text)
            if len(taken) > 1 and taken <= told and not taken & _after(own, unit.text):
                return True
    return False


def crossed(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]], twin: Quantity, rival: Quantity, unit: Unit) -> bool:
    """Whether two figures of the claim fit the evidence clearly better with their places exchanged."""
    straight = max((nearness(quantity, claim, other, place) for other, place in same), default=0.0) + nearness(twin, claim, rival, unit)
    exchanged = max((nearness(twin, claim, other, place) for other, place in same), default=0.0) + nearness(quantity, claim, rival, unit)
    return exchanged >= _CROSSED * max(straight, _CLEAR)


def nearness(quantity: Quantity, claim: str, other: Quantity, unit: Unit) -> float:
    """How alike the surroundings of a figure in the claim and of one in the evidence are."""
    return _likeness(_surroundings(quantity, words(claim), quantities(claim)), _surroundings(other, unit.tokens, quantities(unit.text)))


def _surroundings(quantity: Quantity, tokens: Sequence[Token], others: Sequence[Quantity]) -> dict[str, float]:
    """Stems next to a figure with weights 1, 1/2, 1/3 … on either side, as far as the next figure of its kind or a semicolon."""
    before = [token for token in tokens if token.end <= quantity.start][::-1]
    after = [token for token in tokens if token.start >= quantity.end]
    if after[:1] and after[0].lower == "of":  # '14 of his 18 hours': the 14 are hours too
        whole = next((one for one in others if one.start in {token.start for token in after[1:3]} and _comparable(one, quantity)), None)
        after = [token for token in after if whole is None or token.start >= whole.end]
    near = _beside(quantity, before, others)
    for stem, weight in _beside(quantity, after, others).items():
        near[stem] = max(near.get(stem, 0.0), weight)
    return near


def _beside(quantity: Quantity, side: Sequence[Token], others: Sequence[Quantity]) -> dict[str, float]:
    """The same on one side, given from the figure outwards."""
    near: dict[str, float] = {}
    distance = 0
    stops = {other.start for other in others if _comparable(other, quantity) and other.start != quantity.start}
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


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether one figure could be mistaken for the other: of one kind and unit, and both years or neither."""
    return one.kind == other.kind and one.unit == other.unit and is_year(one) == is_year(other)


def _counts_another(quantity: Quantity, claim: str, rival: Quantity, unit: Unit, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether the noun right after a count of the claim stands right after another count in the evidence, and nowhere near this one."""
    noun = counted(quantity, words(claim))
    if quantity.kind != "number" or not noun or counted(rival, unit.tokens) != noun:
        return False
    return not any(_surroundings(other, place.tokens, quantities(place.text)).get(noun, 0.0) >= _ADJACENT for other, place in same)


def _after(quantity: Quantity, text: str) -> set[str]:
    return set(_beside(quantity, [token for token in words(text) if token.start >= quantity.end], quantities(text)))


def _of_another_time(claim: str, rival: Unit, own: Sequence[Unit]) -> bool:
    """Whether the claim dates its figure by an event ('before the pandemic') that the evidence names beside the rival figure alone."""
    mine = _events(words(claim))
    return bool(mine & _events(rival.tokens)) and not any(
        event[1] in {token.stem for token in unit.tokens} for event in mine for unit in own
    )


def _events(tokens: Sequence[Token]) -> set[tuple[str, str]]:
    """The events that a sentence dates something by: 'before' and the like, with the stem of the first content word in the next three."""
    found: set[tuple[str, str]] = set()
    for place, token in enumerate(tokens):
        noun = next((one for one in tokens[place + 1 : place + 4] if one.content), None) if token.lower in _WHEN else None
        if noun is not None and not noun.text[0].isdigit():
            found.add((token.lower, noun.stem))
    return found


def counted(quantity: Quantity, tokens: Sequence[Token]) -> str:
    """The stem of the noun right after a count; '' where another kind of word follows."""
    following = next((token for token in tokens if token.start >= quantity.end), None)
    return following.stem if following is not None and following.content and following.text[0].islower() else ""
