"""Every number, date, sum, percentage, vote and time of a claim occurs in the evidence, with its unit and beside the same words."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from math import floor, log10

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.differences import Comparison
from assistant.grounding.evidence import Unit
from assistant.grounding.figure_places import crossed, has_anothers_deed, misnamed, misplaced, of_another_day, of_new_ones, takes_over
from assistant.grounding.quantities import Quantity, is_year, quantities
from assistant.grounding.sums import has_another_fate
from assistant.grounding.surroundings import counted, nearness
from assistant.grounding.tallies import tallies
from assistant.grounding.wording import contains, words

_ABOUT = re.compile(
    r"\b(?:about|around|some|approximately|roughly|nearly|almost|just under|under|less than|over|more than|just over|at least|tua|bron"
    r"|dros)\s+$",
    re.IGNORECASE,
)
_SMALL = {
    0.0: "no none nobody nil zero nor neither dim neb",
    1.0: "one single once sole a an un",
    2.0: "both twice pair couple second double dau dwy",
}
_DAY = re.compile(r"\b(" + "|".join(calendar.day_name) + r")\b")
_LONGEST = 8
_CLOSE = 0.85


def check_figures(claim: str, alignment: Alignment, comparison: Comparison | None, context: Sequence[str]) -> list[Problem]:
    """Problems with the figures of one sentence of a claim.

    Args:
        claim: the folded sentence.
        alignment: the sentence beside its evidence.
        comparison: the sentence word by word beside the one that it follows, if it follows one.
        context: folded lines that the claim may also take dates and numbers from.
    """
    stated = [(quantity, unit) for unit in alignment.units for quantity in quantities(unit.text)]
    around = [quantity for line in context for quantity in quantities(line)]
    years = {year for quantity in around for year in _years(quantity)} or {year for quantity, _ in stated for year in _years(quantity)}
    voted = {tally.quantity for tally in tallies(claim)}  # these have a check of their own
    problems = []
    for quantity in quantities(claim):
        same = [(other, unit) for other, unit in stated if _equal(quantity, other, years)]
        if not same and not any(_equal(quantity, other, years) for other in around):
            if not _excused(quantity, claim, stated, alignment):
                problems.append(_problem(quantity.text, alignment))
        elif (
            (
                quantity.text.lower() != "one"
                and quantity not in voted
                and (comparison and _replaced(quantity, claim, comparison, same, years))
            )
            or (same and _turned(quantity, claim, same))
            or (same and not comparison and quantity not in voted and misplaced(quantity, claim, same, stated, alignment))
            or (same and quantity not in voted and misnamed(quantity, claim, same, stated, alignment))
            or (not is_year(quantity) and quantity.kind not in ("date", "years") and of_another_day(claim, same, context))
            or takes_over(quantity, claim, same)
            or of_new_ones(quantity, claim, same)
            or has_anothers_deed(quantity, claim, same)
            or has_another_fate(quantity, claim, same)
        ):
            problems.append(_problem(quantity.text, alignment))
    problems += [
        _problem(text, alignment) for text in _wrong_votes(claim, alignment) if text not in {problem.words for problem in problems}
    ]
    return problems + [_problem(day, alignment) for day in _wrong_days(claim, alignment, context)]


def _problem(words_: str, alignment: Alignment) -> Problem:
    return Problem(name="figure", words=words_, evidence=alignment.text)


def _years(quantity: Quantity) -> list[int]:
    if quantity.kind == "date" and isinstance(quantity.value, tuple) and quantity.value[0]:
        return [quantity.value[0]]
    if quantity.kind == "years":
        return [int(str(quantity.value)[:4]), int(str(quantity.value)[:4]) + 1]
    return [int(quantity.value)] if is_year(quantity) else []  # type: ignore[arg-type]


def _equal(claimed: Quantity, stated: Quantity, years: set[int]) -> bool:
    """Whether the evidence's figure carries the claimed one: same value, same unit; a claim may leave out the day or the year of a date."""
    a, b = claimed.value, stated.value
    if claimed.kind == "date" and stated.kind == "date" and isinstance(a, tuple) and isinstance(b, tuple):
        return all(x is None or x == y or (y is None and place == 0 and x in years) for place, (x, y) in enumerate(zip(a, b, strict=True)))
    if claimed.kind == stated.kind and a == b and claimed.unit == stated.unit:
        return True
    if is_year(claimed):
        return stated.kind in ("date", "years") and int(a) == _years(stated)[0] if _years(stated) else False  # type: ignore[arg-type]
    pair = {claimed.kind, stated.kind}
    if pair == {"percent", "fraction"}:
        return round(_per_cent(claimed)) == round(_per_cent(stated))
    if pair == {"money"} and {claimed.unit, stated.unit} == {"£", "p"}:
        return float(a) * (100 if claimed.unit == "£" else 1) == float(b) * (100 if stated.unit == "£" else 1)  # type: ignore[arg-type]
    if pair == {"time"} and "o'clock" in (claimed.unit, stated.unit):
        return float(a) % 12 == float(b) % 12  # type: ignore[arg-type]
    if pair == {"time", "number"} or pair == {"ordinal", "number"}:
        return a == b and not (claimed.kind == "number" and stated.kind == "ordinal")
    if claimed.kind == "ordinal" and isinstance(b, tuple):
        return a == b[2]  # 'the 31st' of '31st March'
    if "code" in pair and pair <= {"code", "number"}:
        return re.sub(r"\W", "", claimed.text.lower()) == re.sub(r"\W", "", stated.text.lower()) or (
            pair == {"code", "number"}
            and re.findall(r"\d+", claimed.text)[-1:] == re.findall(r"\d+", stated.text)[-1:]
            and "/" not in claimed.text
        )
    return False


def _per_cent(quantity: Quantity) -> float:
    return float(quantity.value) * (100 if quantity.kind == "fraction" else 1)  # type: ignore[arg-type]


def _excused(quantity: Quantity, claim: str, stated: Sequence[tuple[Quantity, Unit]], alignment: Alignment) -> bool:
    """Whether a figure that is not printed in the evidence follows from it: '0' from 'none', '2' from 'both', 'about 1,700' from 1,684."""
    if quantity.kind == "code" and any(contains(unit.text, quantity.text) for unit in alignment.units):
        return True
    if quantity.kind == "ordinal" and quantity.start == 0 and claim[quantity.end : quantity.end + 1] == ",":
        return True
    if not isinstance(quantity.value, float):
        return False
    if quantity.text.lower() == "one":
        return True  # as often 'a' or a turn of speech as a count; where it is a count in the wrong place, that is found elsewhere
    if quantity.kind == "number" and quantity.value in _SMALL:
        small = set(_SMALL[quantity.value].split())
        noun = counted(quantity, words(claim))
        otherwise = any(noun and counted(other, unit.tokens) == noun for other, unit in stated if unit in alignment.best)
        if not otherwise and any(token.lower in small for unit in alignment.window for token in unit.tokens):
            return True
    if not _ABOUT.search(claim[: quantity.start]):
        return False
    return any(
        other.kind == quantity.kind
        and other.unit == quantity.unit
        and isinstance(other.value, float)
        and _rounds(other.value, quantity.value)
        for other, _ in stated
    )


def _rounds(exact: float, rounded: float) -> bool:
    """Whether `rounded` is `exact` to fewer significant digits."""
    if not exact or not rounded:
        return False
    digits = len(f"{rounded:.4f}".rstrip("0").rstrip(".").replace(".", "").strip("0")) or 1
    if digits >= len(f"{exact:.4f}".rstrip("0").rstrip(".").replace(".", "").strip("0")):
        return False
    unit = 10.0 ** (floor(log10(abs(exact))) + 1 - digits)
    return min(abs(rounded - floor(exact / unit) * unit), abs(rounded - (floor(exact / unit) + 1) * unit)) < unit * 1e-6


def _replaced(quantity: Quantity, claim: str, comparison: Comparison, same: Sequence[tuple[Quantity, Unit]], years: set[int]) -> bool:
    """Whether the figure stands where the sentence that the claim follows has another one, and nowhere with words more like these."""
    right = max((nearness(quantity, claim, other, unit) for other, unit in same), default=0.0)
    for difference in comparison.differences:
        if not difference.claimed or not difference.stated or len(difference.claimed) > _LONGEST or len(difference.stated) > _LONGEST:
            continue
        if not any(token.start < quantity.end and token.end > quantity.start for token in difference.claimed):
            continue
        start, end = difference.stated[0].start, difference.stated[-1].end
        stated = [other for other in quantities(comparison.unit.text) if other.start < end and other.end > start]
        if not stated or any(_equal(quantity, other, years) for other in stated):
            continue
        twins = [(twin, other) for twin in quantities(claim) for other in stated if _equal(twin, other, years)]
        if twins and comparison.likeness <= _CLOSE:  # the claim has both figures: exchanged, or told in another order?
            return any(crossed(quantity, claim, same, twin, other, comparison.unit) for twin, other in twins)
        if right <= max(nearness(quantity, claim, other, comparison.unit) for other in stated) or comparison.likeness > _CLOSE:
            return True
    return False


def _turned(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether 'from' and 'to' have changed places: 'from 8.8% to 10.4%' is not 'from 10.4% to 8.8%'."""
    role = _role(quantity, claim)
    roles = {_role(other, unit.text) for other, unit in same}
    return role is not None and None not in roles and role not in roles


def _role(quantity: Quantity, text: str) -> str | None:
    found = re.search(r"\b(from|to|o|i)\s+(?:(?:about|around|just|over|the|a|an|some)\s)*$", text[: quantity.start].lower())
    return {"o": "from", "i": "to"}.get(found[1], found[1]) if found else None


def _wrong_votes(claim: str, alignment: Alignment) -> list[str]:
    stated = [tally for unit in alignment.units for tally in tallies(unit.text)]
    wrong = []
    for tally in tallies(claim):
        counts = {other.votes for other in stated if other.side == tally.side}
        if (counts or tally.votes in {other.votes for other in stated}) and tally.votes not in counts:
            wrong.append(tally.quantity.text)
    return wrong


def _wrong_days(claim: str, alignment: Alignment, context: Sequence[str]) -> list[str]:
    """Days of the week that are neither printed nor those of the date beside them."""
    wrong = []
    for match in _DAY.finditer(claim):
        if any(match[1] in text for text in (*(unit.text for unit in alignment.units), *context)):
            continue
        dates = [q.value for q in quantities(claim) if q.kind == "date" and isinstance(q.value, tuple) and None not in q.value]
        if not any(_day_of(date) == match[1] for date in dates):
            wrong.append(match[1])
    return wrong


def _day_of(date: tuple[int | None, int | None, int | None]) -> str | None:
    try:
        return calendar.day_name[calendar.weekday(*date)]  # type: ignore[arg-type]
    except ValueError:
        return None
