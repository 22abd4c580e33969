"""What becomes of a sum: '£260 was spent' is not made of '£260 is remaining', nor the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.grounding.evidence import Unit
from assistant.grounding.quantities import Quantity

_FATES = {
    "spent": re.compile(r"\b(?:spen[dt]|spending|paid|pays?|costs?|costing|cost)\b", re.IGNORECASE),
    "left": re.compile(r"\b(?:remain(?:s|ed|ing|der)?|left(?: over)?|unspent|leaving|balance)\b", re.IGNORECASE),
}
_CLAUSE_END = re.compile(r"[;:]|, |\.(?!\d)|\b(?:and|but|while|which|so|leaving|after)\b", re.IGNORECASE)


def has_another_fate(quantity: Quantity, claim: str, same: Sequence[tuple[Quantity, Unit]]) -> bool:
    """Whether the claim tells a sum as spent that every sentence which has it tells as left, or the other way round.

    Args:
        quantity: a sum of the claim.
        claim: the folded sentence.
        same: the same sum in the evidence, with the sentences that it stands in.
    """
    mine = _fates(quantity, claim) if quantity.kind == "money" else set()
    theirs = [_fates(other, unit.text) for other, unit in same]
    return len(mine) == 1 and bool(theirs) and all(len(fates) == 1 and fates != mine for fates in theirs)


def _fates(quantity: Quantity, text: str) -> set[str]:
    """What the clause of a sum says became of it."""
    begin = max((match.start() for match in _CLAUSE_END.finditer(text, 0, quantity.start)), default=0)
    end = _CLAUSE_END.search(text, quantity.end)
    clause = text[begin : end.start() if end else len(text)]
    return {fate for fate, pattern in _FATES.items() if pattern.search(clause)}
