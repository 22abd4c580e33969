"""Answers about whole meetings: what each item of substance decided, or its most telling sentence, in the minutes' own words."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from assistant.citing import keyed
from assistant.datamodel import Evidence, Passage, Proposal
from assistant.engines.choosing import MOST_SENTENCES
from assistant.engines.extract import decided_first, telling
from assistant.engines.standing import can_stand
from assistant.held import folded
from assistant.planted import item_without_orders
from assistant.question.bodies import bodies_named, councils_named, short_name
from assistant.question.named import place_of
from assistant.question.overview import Asked, overview_asked
from assistant.question.words import asked_in
from assistant.substance import of_matters, of_substance
from assistant.units import Unit, plain, units
from ingest.datamodel import AgendaItem, Filters, Language
from ingest.library import Library
from ingest.lookup import Heading

MOST_MEETINGS = 12  # the newest of those that a question is about
FEW_WORDS = 25  # in which a report is merely noted
_MONEY = re.compile(r"[£€$]\s?\d")
_Sort = Literal["decided", "actions", "undertaken", "told"]
_SORTS: dict[Asked, tuple[_Sort, ...]] = {  # the first of which there is any
    "decided": ("decided",),
    "actions": ("actions", "undertaken", "decided"),
    "told": ("told",),
}
_AGREED = re.compile(r"\bagreed\b(?! (?:with|as a true)\b)", re.I)
_TO_DO = re.compile(
    r"\b(?:agreed|undertook|is|are|will|would|asked|offered) to (?!be\b)[a-z]+|\b[A-Z]{2,3}[a-z]? to [a-z]+"
    r"|\b(?:would|will) (?:write|contact|speak|ask|look into|report back|follow|raise|check|arrange|chase|circulate|send|prepare|invite)\b"
)
_LETTER = re.compile(r"(?:I|We|My|Our|You|Your)\b")  # what somebody wrote, told as it was written
_MERELY = re.compile(r"\b(?:noted|received|nodwyd|nodi)\b", re.I)
_MEETING = re.compile(r"\b(?:meetings?|sessions?|minutes|[cg]h?yfarfod\w*|[cg]h?ofnodion)\b", re.I)


class Overview(NamedTuple):
    """What is told of meetings, and what of it there is."""

    proposals: tuple[Proposal, ...]  # in the order of the agenda, the latest meeting first
    evidence: tuple[Evidence, ...]  # what they stand on
    note: str | None  # of what is left out
    meetings: int  # that it is about


class _Told(NamedTuple):
    """What one item has to tell."""

    groups: tuple[tuple[Proposal, ...], ...]  # a decision with its vote is told whole or not at all; what was merely noted last
    weight: float


def overview(library: Library, question: str, looked_for: str, filters: Filters) -> Overview | None:
    """An answer to a question about whole meetings, empty where they tell nothing of substance; None where it is about a matter.

    Args:
        looked_for: the question without the period that it names.
        filters: what the search is limited to, the period that the question names with it.
    """
    held = library.memory.headings
    bodies = bodies_named(question, sorted({one.body for one in held.values() if one.body}))
    councils = sorted({one.council for one in held.values() if one.council})
    named = councils_named(question, councils)
    asked = overview_asked(looked_for, (*bodies, short_name(question, bodies)[0], *councils, *map(place_of, (*bodies, *councils))))
    of_parts = filters.speaker or filters.kind  # what somebody said, or motions alone: of that all that is found tells
    if not asked or of_parts or not (bodies or named or filters or _MEETING.search(question)):
        return None
    headings = {name: held[name] for name in library.lookup.documents_within(filters)}
    of_these = {name: one for name, one in headings.items() if (not bodies or one.body in bodies) and (not named or one.council in named)}
    meetings = _meetings(of_these, asked_in(question))[: MOST_MEETINGS if filters.date_from or filters.date_to else 1]
    passages: list[Passage] = []
    items: list[tuple[AgendaItem, int, int]] = []  # with the passages from … to
    for documents in meetings:
        for document_id, item in _items(library, documents):
            own = item_without_orders(library.lookup, document_id, item.ordinal)
            items.append((item, len(passages), len(passages) + len(own)))
            passages += own
    evidence = keyed(passages)
    read = [(item, evidence[first:last]) for item, first, last in items]
    all_told = ([one for item, own in read if (one := _told(item, own, sort))] for sort in _SORTS[asked])
    told = next(filter(None, all_told), [])
    chosen = _chosen(told)
    keys = {key for proposal in chosen for key in proposal.keys}
    left = sum(not any(text in chosen for group in one.groups for text in group) for one in told)
    matters = "1 matter more is" if left == 1 else f"{left} matters more are"
    note = f"{matters} in the summary of {'the meeting' if len(meetings) == 1 else 'each meeting'}" if left else None
    return Overview(tuple(chosen), tuple(one for one in evidence if one.key in keys), note, len(meetings))


def _meetings(headings: Mapping[str, Heading], language: Language) -> list[list[str]]:
    """The documents of each meeting, the latest meeting first; of a day with minutes in two languages those in the question's."""
    spoken: defaultdict[dt.date, set[Language]] = defaultdict(set)
    for one in headings.values():
        spoken[one.date or dt.date.min].add(one.language)
    meetings: defaultdict[tuple[dt.date, str, str], list[str]] = defaultdict(list)
    for name, one in sorted(headings.items()):
        day = one.date or dt.date.min
        if one.language == language or language not in spoken[day]:
            meetings[day, folded(one.council or ""), folded(one.body or "")].append(name)
    return [meetings[key] for key in sorted(meetings, reverse=True)]


def _items(library: Library, documents: Iterable[str]) -> list[tuple[str, AgendaItem]]:
    """The items of substance in the order of the agenda, each once, however many files have it."""
    found: dict[str, tuple[str, AgendaItem]] = {}
    for document_id in documents:
        for item in library.lookup.items(document_id):
            if of_matters(item):
                found.setdefault(folded(item.title), (document_id, item))
    return sorted(found.values(), key=lambda one: ([int(digits) for digits in re.findall(r"\d+", one[1].number or "")], one[1].ordinal))


def _told(item: AgendaItem, evidence: Sequence[Evidence], sort: _Sort) -> _Told | None:
    """What an item has to tell of that sort; None where it has nothing."""
    decisions = of_substance(item)
    wanted = () if sort == "undertaken" else decisions
    groups: list[tuple[Proposal, ...]] = []
    if sort == "actions":
        wanted = tuple(one for one in decisions if any(plain(action.text) in plain(one.text) for action in item.actions))
        held = " ".join(plain(one.text) for one in wanted)
        alone = (plain(action.text) for action in item.actions if plain(action.text) not in held)
        groups = [(found,) for text in alone if can_stand(text, asking=True) and (found := _verbatim(text, evidence))]
    in_order = sorted(wanted, key=lambda one: one.outcome != "passed")
    groups += [some for one in in_order if (some := tuple(decided_first(item.model_copy(update={"decisions": (one,)}), evidence)))]
    standing = [unit for one in evidence for unit in units(one) if can_stand(unit.text) and not _LETTER.match(unit.text)]
    if sort == "decided" and not groups:  # 'Members agreed to …', in minutes that resolve nothing
        groups = [(_quoted(unit),) for unit in standing if unit.decision or _AGREED.search(unit.text)]
    if sort == "undertaken":
        groups = [(_quoted(unit),) for unit in standing if _TO_DO.search(unit.text)]
    if sort == "told" and not groups:
        groups = [(_quoted(unit),) for unit in telling(standing, 1)]
    if not groups:
        return None
    voted = any(one.vote and one.vote.votes_for is not None for one in decisions)
    money = any(_MONEY.search(one.text) for some in groups for one in some)
    length = math.log10(1 + sum(len(one.text.split()) for one in item.paragraphs))
    return _Told(tuple(sorted(groups, key=_merely)), 2.0 * bool(decisions) + 1.5 * voted + 0.5 * money + 0.5 * length)


def _merely(group: Sequence[Proposal]) -> bool:
    """Whether a report was noted, and no more."""
    whole = " ".join(one.text for one in group)
    return len(whole.split()) < FEW_WORDS and bool(_MERELY.search(whole))


def _quoted(unit: Unit) -> Proposal:
    return Proposal(text=unit.text, keys=(unit.key,), quotes=(unit.text,))


def _verbatim(text: str, evidence: Sequence[Evidence]) -> Proposal | None:
    key = next((one.key for one in evidence if text in plain(one.passage.text)), None)
    return Proposal(text=text, keys=(key,), quotes=(text,)) if key else None


def _chosen(told: Sequence[_Told]) -> list[Proposal]:
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
