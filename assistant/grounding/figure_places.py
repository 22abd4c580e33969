"""Where a figure stands: the words beside it, in a claim and in the evidence.

The right number beside the wrong words is a fault as much as a wrong number: '2 against' is not '2 abstained'.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.quantities import Quantity, quantities
from assistant.grounding.surroundings import beside, comparable, counted, deed, is_part, is_whole, nearness, surroundings
from assistant.grounding.wording import Token, words

_CLEAR = 1.0
_RATIO = 0.25
_CROSSED = 1.5
_ADJACENT = 0.5
_BOTH = 0.4  # nearness of each of two exchanged figures, where neither has a word of its own place
_NOW = frozenset(["now", "currently", "presently", "today", "bellach", "nawr"])
_DATED = re.compile(rf"\b(?:(?:{'|'.join(calendar.month_name[1:])}) )?(?:19|20)\d\d\b")
_FROM_TO = re.compile(r"\bfrom \S*\d[^;,]{0,30} to \S*\d", re.IGNORECASE)
_COMPARED = re.compile(r" (?:fewer|more|less|lower|higher|extra|down|up)\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:about |some |just )?$", re.IGNORECASE)
_OF_WHOM = re.compile(r"\bof (?:whom|which|these|those|them) (?:only )?$", re.IGNORECASE)
_NEW_AFTER = re.compile(r"^ (?:\w+ )?(?:new|additional|extra|further)\b", re.IGNORECASE)
_NEW_BEFORE = re.compile(r"\bnumber of (?:\w+ )?(?:new|additional|extra|further)\b[^,;:]*$", re.IGNORECASE)
_IS_NEW = re.compile(
    r"\b(?:new|addit|extra|further|more|another|added|adding|join|recruit|creat|gain|since|grow|grew|ris|rose|increas|newydd|ychwaneg)",
    re.IGNORECASE,
)
_WHEN = frozenset(["before", "after", "since", "until", "during", "following", "cyn", "ers"])


def misplaced(
    quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]], stated: Sequence[tuple[Quantity, Unit]], alignment: Alignment
) -> bool:
    """Whether the evidence puts another figure of the kind beside the claim's words, and this figure beside other words."""
    held = quantities(claim)
    if any(_falls_by(quantity, claim, other, unit) or _is_same_part(quantity, claim, other, unit) for other, unit in same):
        return False
    right = max(nearness(quantity, claim, other, unit) for other, unit in same)
    window = set(alignment.window)
    score = dict(zip(alignment.units, alignment.scores, strict=True))

    def closer(unit: Unit) -> bool:
        return score[unit] >= max(score[place] for _, place in same)

    for other, unit in stated:
        if unit not in window or not comparable(other, quantity) or other.value == quantity.value:
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


def _falls_by(quantity: Quantity, claim: str, other: Quantity, unit: Unit) -> bool:
    """Whether 'two fewer' in the claim is 'fallen by two' in the evidence."""
    return bool(_COMPARED.match(claim[quantity.end :]) and _BY.search(unit.text[: other.start]))


def _is_same_part(quantity: Quantity, claim: str, other: Quantity, unit: Unit) -> bool:
    """Whether '17 of the 22' in the claim is '22 …, of whom 17' or '17 of 22' in one sentence of the evidence."""
    whole = next((one for one in quantities(claim) if one.start > quantity.end and comparable(one, quantity)), None)
    if whole is None or not re.match(r" of (?:the |its |his |her |their )?$", claim[quantity.end : whole.start]):
        return False
    there = [one for one in quantities(unit.text) if comparable(one, other) and one.value == whole.value]
    return any(_OF_WHOM.search(unit.text[one.end : other.start]) for one in there if one.end <= other.start)


def of_another_day(claim: str, same: Sequence[tuple[Quantity, Unit]], context: Sequence[str]) -> bool:
    """Whether the evidence gives a figure as of the meeting's day ('137 people now came') and the claim dates it otherwise."""
    if not same or not all(_NOW & {token.lower for token in unit.tokens} for _, unit in same):
        return False
    days = _DATED.findall(claim)
    here = "\n".join([*(unit.text for _, unit in same), *context])
    return bool(days) and not any(day in here for day in days)


def of_new_ones(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether the claim counts only the new ones and the evidence all of them: '83 new homes' beside 'the number of homes stood at 83'."""
    told = _NEW_AFTER.match(claim[quantity.end :]) or _NEW_BEFORE.search(claim[: quantity.start])
    return bool(told and same) and quantity.kind == "number" and not any(_IS_NEW.search(unit.text) for _, unit in same)


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
        and comparable(other, quantity)
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
    return set(beside(quantity, [token for token in words(text) if token.end <= quantity.start][::-1], quantities(text)))


def takes_over(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether the claim says of a figure what the evidence says of another in the same sentence, which the claim leaves out.

    'The cost of £1,042 is paid to the carer' beside 'Of the cost of £1,042, £612 was paid to the carer'.
    """
    told = _after(quantity, claim)
    claimed = {(one.kind, one.value) for one in quantities(claim)}
    for own, unit in same:
        for rival in quantities(unit.text):
            if rival.start < own.start or not comparable(rival, own) or (rival.kind, rival.value) in claimed:
                continue
            taken = _after(rival, unit.text)
            if len(taken) > 1 and taken <= told and not taken & _after(own, unit.text):
                return True
    return False


def has_anothers_deed(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether the claim says of one count what the evidence says of another in that sentence, in some of its words, and nothing of its own.

    '19 families did not want the move' beside '19 of the 31 families had replied, and 16 of the 19 had been opposed to the move'. What
    follows '16 of the 19' is said of the 16; of the 19 there, nothing.
    """
    held = quantities(claim)
    told = deed(quantity, words(claim), held)
    if quantity.kind != "number" or any(one.value != quantity.value and comparable(one, quantity) for one in held):
        return False
    own: set[str] = set()
    rivals: set[str] = set()
    for other, unit in same:
        figures = quantities(unit.text)
        said = set() if is_whole(other, unit) else deed(other, unit.tokens, figures)
        if not said and not is_whole(other, unit):
            return False  # at the end of its clause: who knows what is said of it
        own |= said
        for rival in figures:
            if comparable(rival, other) and rival.value != other.value and not is_whole(rival, unit):
                rivals |= deed(rival, unit.tokens, figures)
    return bool(told & rivals - own) and not told & own


def crossed(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]], twin: Quantity, rival: Quantity, unit: Unit) -> bool:
    """Whether two figures of the claim fit the evidence clearly better with their places exchanged."""
    straight = max((nearness(quantity, claim, other, place) for other, place in same), default=0.0) + nearness(twin, claim, rival, unit)
    there, here = max((nearness(twin, claim, other, place) for other, place in same), default=0.0), nearness(quantity, claim, rival, unit)
    if there + here >= _CROSSED * max(straight, _CLEAR):
        return True
    return straight == 0 and min(there, here) >= _BOTH and not _FROM_TO.search(claim)  # 'from 9.2 % to 9.7 %' has its words before both


def _counts_another(quantity: Quantity, claim: str, rival: Quantity, unit: Unit, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether the noun right after a count of the claim stands right after another count in the evidence, and nowhere near this one."""
    noun = counted(quantity, words(claim))
    if quantity.kind != "number" or not noun or counted(rival, unit.tokens) != noun or any(is_part(other, place) for other, place in same):
        return False
    return not any(surroundings(other, place.tokens, quantities(place.text)).get(noun, 0.0) >= _ADJACENT for other, place in same)


def _after(quantity: Quantity, text: str) -> set[str]:
    return set(beside(quantity, [token for token in words(text) if token.start >= quantity.end], quantities(text)))


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
