"""What one agenda item has to tell of what is asked of a whole meeting, and how much of it one answer holds."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from assistant.datamodel import Evidence, Proposal
from assistant.engines.choosing import MOST_SENTENCES
from assistant.engines.extract import decision_told, telling
from assistant.engines.standing import can_stand
from assistant.overview.meetings import lists_applications
from assistant.question.overview import Asked, is_as_asked
from assistant.signs import MONEY
from assistant.substance import of_substance
from assistant.units import plain, quoted, units
from ingest.datamodel import AgendaItem

FEWEST_OF_A_LINE = 4  # words
LONGEST_LINE = 3  # sentences of a line
_NOTHING = re.compile(r"^\W*(?:[\d.]+\W*)?(?:(?:applications?|decisions?)\W*)*(?:none|nil|there were no\w*)\b", re.I)
FEW_WORDS = 25  # in which a report is merely noted
How = Literal["decided", "listed", "voted", "actions", "undertaken", "asked", "told"]
HOWS: dict[Asked, tuple[How, ...]] = {  # the first of which there is any
    "decided": ("decided",),
    "actions": ("actions", "undertaken", "decided"),
    "undone": ("actions",),
    "told": ("told",),
}
_AGREED = re.compile(r"\bagreed\b(?! (?:with|as a true)\b)", re.I)
_TO_DO = re.compile(
    r"\b(?:agreed|undertook|is|are|will|would|asked|offered) to (?!be\b)[a-z]+|\b[A-Z]{2,3}[a-z]? to [a-z]+"
    r"|\b(?:would|will) (?:write|contact|speak|ask|look into|report back|follow|raise|check|arrange|chase|circulate|send|prepare|invite)\b"
)
_QUESTION = re.compile(r"^(?:Question\b|Q\d)|\bwill ask\b|\basked\b(?! (?:to|for)\b)|\bholodd\b|\bofynnodd\b|\?[\"”]?$")
_LETTER = re.compile(r"(?:I|We|My|Our|You|Your)\b")  # what somebody wrote, told as it was written
_MERELY = re.compile(r"\b(?:noted|received|nodwyd|nodi)\b", re.I)


class Told(NamedTuple):
    """What one item has to tell."""

    groups: tuple[tuple[Proposal, ...], ...]  # a decision with its vote is told whole or not at all; what was merely noted last
    weight: float


def told_of(item: AgendaItem, evidence: Sequence[Evidence], how: How) -> Told | None:
    """What an item has to tell in that way; None where it has nothing."""
    decisions = of_substance(item)
    wanted = () if how in ("undertaken", "asked") else decisions
    groups: list[tuple[Proposal, ...]] = []
    if how == "actions":
        wanted = tuple(one for one in decisions if any(plain(action.text) in plain(one.text) for action in item.actions))
        held = " ".join(plain(one.text) for one in wanted)
        alone = (plain(action.text) for action in item.actions if plain(action.text) not in held)
        groups = [(found,) for text in alone if can_stand(text, asking=True) and (found := _verbatim(text, evidence))]
    in_order = sorted(wanted, key=lambda one: one.outcome != "passed")
    groups += [some for one in in_order if (some := tuple(decision_told(one, item, evidence)))]
    standing = [unit for one in evidence for unit in units(one) if can_stand(unit.text) and not _LETTER.match(unit.text)]
    if how == "decided" and not groups:  # 'Members agreed to …', in minutes that resolve nothing
        groups = [(quoted(unit),) for unit in standing if unit.decision or _AGREED.search(unit.text)]
    if how == "listed" and lists_applications(item):
        groups = list(_lines(evidence))
    if how == "undertaken":
        groups = [(quoted(unit),) for unit in standing if _TO_DO.search(unit.text)]
    if how == "asked":  # each question with what follows it
        every = [unit for one in evidence for unit in units(one)]
        groups = [tuple(map(quoted, every[place : place + 2])) for place, unit in enumerate(every) if _QUESTION.search(unit.text)]
    if how in ("told", "listed") and not groups and not lists_applications(item):
        groups = [(quoted(unit),) for unit in telling(standing, 1)]
    if not groups:
        return None
    voted = any(one.vote and one.vote.votes_for is not None for one in decisions)
    money = any(MONEY.search(one.text) for some in groups for one in some)
    length = math.log10(1 + sum(len(one.text.split()) for one in item.paragraphs))
    return Told(tuple(sorted(groups, key=_merely)), 2.0 * bool(decisions) + 1.5 * voted + 0.5 * money + 0.5 * length)


def _lines(evidence: Sequence[Evidence]) -> Iterator[tuple[Proposal, ...]]:
    """Each line with a matter of its own, as much of it as tells the matter and what was said of it."""
    for one in evidence:
        for _, some in itertools.groupby(units(one), key=lambda unit: unit.line):
            told = [unit for unit in some if not _NOTHING.match(unit.text)]
            if sum(len(unit.text.split()) for unit in told) >= FEWEST_OF_A_LINE:
                yield tuple(map(quoted, told[:LONGEST_LINE]))


def _merely(group: Sequence[Proposal]) -> bool:
    """Whether a report was noted, and no more."""
    whole = " ".join(one.text for one in group)
    return len(whole.split()) < FEW_WORDS and bool(_MERELY.search(whole))


def _verbatim(text: str, evidence: Sequence[Evidence]) -> Proposal | None:
    key = next((one.key for one in evidence if text in plain(one.passage.text)), None)
    return Proposal(text=text, keys=(key,), quotes=(text,)) if key else None


def as_asked(told: Told, question: str) -> Told:
    """What is of the outcome that a question asks for."""
    return told._replace(groups=tuple(group for group in told.groups if is_as_asked(question, " ".join(one.text for one in group))))


def chosen(told: Sequence[Told]) -> list[Proposal]:
    """As much as one answer holds: one thing of each of the weightiest items, then more of them; where there is room, what was noted."""
    taken: list[Proposal] = []
    by_weight = sorted(told, key=lambda one: -one.weight)
    depths = range(max((len(one.groups) for one in told), default=0))
    of_all = [one.groups[depth] for depth in depths for one in by_weight if depth < len(one.groups)]
    for group in sorted(of_all, key=_merely):
        new = [one for one in group if one.text not in {other.text for other in taken}]
        if new and len(taken) + len(new) <= MOST_SENTENCES:
            taken += new
    return list(dict.fromkeys(one for some in told for group in some.groups for one in group if one in taken))
