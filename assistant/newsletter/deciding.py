"""What an item's decisions come to in a story: which are told, from where in their sentence, and which only take note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.datamodel import Evidence, Proposal, Style
from assistant.engines.extract import decision_told
from assistant.substance import of_substance
from ingest.datamodel import AgendaItem, Decision

MOST_DECIDED = 3  # decisions of one item, results of votes among them

_MOVED = re.compile(
    r"^(?:(?:it was\s+)?(?:on the )?(?:moved|proposed|proposal|motion|proposition)\b|councillors?\b)"
    r".{3,120}?\bseconded\b.{3,80}?(?=\b(?-i:(?:UNANIMOUSLY )?(?:RESOLVED|AGREED))\b)"
    r"|^cynigiwyd\b.{3,120}?\beiliwyd\b.{3,80}?(?=\b(?-i:PH?ENDERFYNWYD)\b)",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\b(?:RESOLVED|AGREED|[Rr]esolved|[Aa]greed|PH?ENDERFYNWYD|[Pp]h?enderfynwyd|CYTUNWYD|[Cc]ytunwyd)\b")
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_NOTING = "noted|received|accepted|thanked|submitted|circulated|brought"
_NOTING_WELSH = "nodi|dderbyn|derbyn|gyflwyno|chyflwyno"
_ONLY_NOTES = re.compile(rf"\b(?:be|was|were)\s+(?:{_NOTING})\b|\b(?:yn cael ei|ei|eu)\s+(?:{_NOTING_WELSH})\b|\bnodi\b", re.IGNORECASE)
_DECIDES = re.compile(rf"\b(?:be|was|were|to)\s+(?!{_NOTING}|be\b|the\b)\w+|\byn cael ei[’']?\w*\s+(?!{_NOTING_WELSH})\w+", re.IGNORECASE)
_AND_THAT = re.compile(r";|\band that\b|\ba bod\b")


def decisions_told(item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> list[Proposal]:
    """What was decided, each decision with how its vote went, which is never left out of what was lost.

    For residents what was moved and lost is told only where nothing else was decided.
    """
    found: list[Proposal] = []
    lost: list[Proposal] = []
    for decision in in_order(of_substance(item)):
        told = [one for one in decision_told(decision, item, evidence) if one.text not in {other.text for other in found}]
        against = decision.outcome in ("lost", "withdrawn")
        if style != "full" and not against and told and _DECIDED.search(told[0].text):
            # The vote that the decision tells itself is not told again.
            figures = set(_FIGURE.findall(told[0].text))
            told = [told[0], *(one for one in told[1:] if not set(_FIGURE.findall(one.text)) <= figures)]
        if not against and len(found) < MOST_DECIDED:
            found += told
        elif against:
            lost += told
    return [*found, *lost] if style == "full" else found or lost


def only_notes(decision: str) -> bool:
    """Whether a resolution only takes note, thanks, or asks for more."""
    return bool(_ONLY_NOTES.search(decision)) and not any(
        _DECIDES.search(part) for part in _AND_THAT.split(decision) if not _ONLY_NOTES.search(part)
    )


def without_movers(decided: Sequence[Proposal], style: Style) -> list[Proposal]:
    """Decisions from where they begin to decide: who moved them is for members, not for residents."""
    if style == "full":
        return list(decided)
    found = [(one, _MOVED.match(one.text)) for one in decided]
    return [
        one.model_copy(update={"text": one.text[lead.end() :], "quotes": (one.text[lead.end() :],)}) if lead else one for one, lead in found
    ]


def in_order(decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions that passed first, amendments last."""
    return sorted(decisions, key=lambda one: (one.outcome != "passed", one.amendment))
