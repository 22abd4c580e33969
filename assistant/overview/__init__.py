"""Answers about whole meetings: what each item of substance decided, or its most telling sentence, in the minutes' own words."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.citing import keyed
from assistant.datamodel import Evidence, Passage, Proposal
from assistant.overview.meetings import is_of_sort, items_of, meetings_of
from assistant.overview.telling import HOWS, How, as_asked, chosen, told_of
from assistant.planted import item_without_orders
from assistant.question.bodies import bodies_named, councils_named, short_name
from assistant.question.named import place_of
from assistant.question.overview import overview_asked, sort_asked
from assistant.question.words import asked_in
from ingest.datamodel import AgendaItem, Filters
from ingest.library import Library

MOST_MEETINGS = 12  # the newest of those that a question is about
_MEETING = re.compile(r"\b(?:meetings?|sessions?|minutes|[cg]h?yfarfod\w*|[cg]h?ofnodion)\b", re.I)


class Overview(NamedTuple):
    """What is told of meetings, and what of it there is."""

    proposals: tuple[Proposal, ...]  # in the order of the agenda, the latest meeting first
    evidence: tuple[Evidence, ...]  # what they stand on
    note: str | None  # of what is left out
    meetings: int  # that it is about


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
    sort = sort_asked(looked_for)
    if not asked or of_parts or not (sort or bodies or named or filters or _MEETING.search(question)):
        return None
    headings = {name: held[name] for name in library.lookup.documents_within(filters)}
    of_these = {name: one for name, one in headings.items() if (not bodies or one.body in bodies) and (not named or one.council in named)}
    held_then = meetings_of(of_these, asked_in(question))
    meetings = held_then[: MOST_MEETINGS if sort or filters.date_from or filters.date_to else 1]
    passages: list[Passage] = []
    items: list[tuple[AgendaItem, int, int]] = []  # with the passages from … to
    for documents in meetings:
        for document_id, item in items_of(library, documents):
            if sort and not is_of_sort(item, sort):
                continue
            own = item_without_orders(library.lookup, document_id, item.ordinal)
            items.append((item, len(passages), len(passages) + len(own)))
            passages += own
    if sort and not items:
        return None  # its minutes have no items of that sort: what is said of them stands elsewhere
    evidence = keyed(passages)
    read = [(item, evidence[first:last]) for item, first, last in items]
    hows: tuple[How, ...] = ("asked", "told") if sort == "question" else HOWS[asked]
    all_told = ([one for item, own in read if (one := told_of(item, own, how))] for how in hows)
    told = [one for one in (as_asked(one, looked_for) for one in next(filter(None, all_told), [])) if one.groups]
    if sort and not told and not (bodies or named or filters):
        return None  # of all that the library holds, it may be told under other items
    taken = chosen(told)
    keys = {key for proposal in taken for key in proposal.keys}
    left = sum(not any(text in taken for group in one.groups for text in group) for one in told)
    matters = "1 matter more is" if left == 1 else f"{left} matters more are"
    note = f"{matters} in the summary of {'the meeting' if len(meetings) == 1 else 'each meeting'}" if left else None
    if MOST_MEETINGS <= len(meetings) < len(held_then):
        only = f"only the {MOST_MEETINGS} latest meetings were looked through"
        note = f"{note}; {only}" if note else only
    return Overview(tuple(taken), tuple(one for one in evidence if one.key in keys), note, len(meetings))
