"""Of whole meetings: what each item of substance decided, or its most telling sentence, in the minutes' own words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Proposal
from assistant.overview.made import Overview
from assistant.overview.meetings import is_of_sort, items_of
from assistant.overview.reading import Own, Reading
from assistant.overview.scope import Scope
from assistant.overview.telling import HOWS, How, Told, as_asked, chosen, told_of
from assistant.overview.undone import Undone
from assistant.question.overview import Asked, Sort, overview_asked, sort_asked
from assistant.question.votes import Goes, votes_asked
from ingest.datamodel import AgendaItem
from ingest.library import Library

MOST_MEETINGS = 12  # the newest of those that a question is about
CALLED: dict[Sort, list[str]] = {"application": ["application", "cais "], "petition": ["petition", "deiseb"]}  # wherever they are told
MOST_VOTED = 100  # where it is asked how votes went, which takes no reading


def whole_meetings(library: Library, looked_for: str, scope: Scope) -> Overview | None:
    """An answer about whole meetings, empty where they tell nothing of substance; None where a question is about a matter.

    Args:
        looked_for: the question without the period that it names.
        scope: the meetings that it is about.
    """
    asked, sort = overview_asked(looked_for, scope.names()), sort_asked(looked_for)
    undone = asked == "undone"
    everywhere = sort is not None or undone
    if not asked or not (everywhere or scope.of_meetings):
        return None
    most = MOST_VOTED if sort == "vote" else MOST_MEETINGS
    meetings = scope.meetings[: most if everywhere or scope.of_period else 1]
    items = {(name, item.ordinal): item for name, item in _items(library, meetings, looked_for, sort, undone=undone)}
    if sort and sort != "vote" and not items:
        # Its minutes have no items of that sort: what is said of them stands elsewhere, if anything is.
        if sort not in CALLED or not (scope.chosen and meetings):
            return None
        named = library.lookup.items_holding(CALLED[sort], [name for documents in meetings for name in documents])
        return None if named else Overview((), (), None, len(meetings))
    hows = _hows(asked, sort)

    def tell(own: Own) -> tuple[list[Proposal], list[Told]]:
        each = ([one for key, item in items.items() if (one := told_of(item, own[key], how))] for how in hows)
        told = next(filter(None, each), [])
        if sort == "vote":
            return chosen([one._replace(weight=0) for one in told]), told  # the latest
        told = [one for one in (as_asked(one, looked_for) for one in told) if one.groups]
        return chosen(told), told

    reading = Reading(library.lookup, list(items))
    taken, evidence, told = reading.told(tell)
    if sort and sort != "vote" and not told and not scope.chosen:
        return None  # of all that the library holds, it may be told under other items
    notes = [f"no later minutes tell that {'it is' if len(taken) == 1 else 'these are'} done"] * (undone and bool(taken))
    place = "list of decisions" if sort == "vote" else "list of actions" if undone else "summary of the meeting"
    notes += _left(taken, told, place if len(meetings) == 1 or place.startswith("list") else "summary of each meeting")
    notes += [f"only the {most} latest meetings were looked through"] * (most <= len(meetings) < len(scope.meetings))
    return Overview(tuple(taken), evidence, "; ".join(notes) or None, len(meetings), reading.orders)


def _left(taken: Sequence[Proposal], told: Sequence[Told], where: str) -> list[str]:
    """How much more there is, and where it is told."""
    left = sum(not any(text in taken for group in one.groups for text in group) for one in told)
    return [f"1 matter more is in the {where}" if left == 1 else f"{left} matters more are in the {where}"] * bool(left)


def _items(
    library: Library, meetings: list[list[str]], looked_for: str, sort: Sort | None, *, undone: bool
) -> list[tuple[str, AgendaItem]]:
    """The items that a question asks about, of votes and actions only with those that it asks about."""
    found = [one for documents in meetings for one in items_of(library, documents)]
    if undone:
        left = Undone(library.lookup)
        found = [(name, item.model_copy(update={"actions": left.of(name, item)})) for name, item in found]
        return [one for one in found if one[1].actions]
    goes = votes_asked(looked_for)
    if sort != "vote" or goes is None:
        return [one for one in found if not sort or is_of_sort(one[1], sort)]
    found = [(name, _narrowed(item, goes)) for name, item in found]
    return [one for one in found if one[1].decisions]


def _narrowed(item: AgendaItem, goes: Goes) -> AgendaItem:
    return item.model_copy(update={"decisions": tuple(one for one in item.decisions if goes(item, one))})


def _hows(asked: Asked, sort: Sort | None) -> tuple[How, ...]:
    """How items are told: the first way in which any is."""
    if sort == "question":
        return ("asked", "told")
    if sort == "application":
        return ("listed",)
    return ("voted",) if sort == "vote" else HOWS[asked]
