"""Facts by rule: what was decided, by what vote, who is to do what, and what was taken in private. Each keeps its evidence."""

from __future__ import annotations

from ingest.datamodel import AgendaItem, Minutes
from ingest.facts.actions import actions_of, known_initials
from ingest.facts.decisions import decisions_of
from ingest.facts.exempt import exempt_items
from ingest.facts.kinds import kinds_of

__all__ = ["extract"]


def extract(minutes: Minutes) -> Minutes:
    """Return the minutes with each item's decisions, actions, exemption and kinds filled in; nothing else is changed.

    A transcript of spoken turns records no decisions in writing, so nothing is read out of it.
    """
    if minutes.source.format == "transcript":
        return minutes
    opening = "\n".join(paragraph.text for item in minutes.items[:1] for paragraph in item.paragraphs)
    initials = known_initials(opening)
    alone, page = len(minutes.items) == 1, minutes.source.format == "moderngov-item"
    items = tuple(
        _with_facts(item, exempt, initials, head=item.ordinal == 0 and not alone, named=item.ordinal > 0 or page)
        for item, exempt in zip(minutes.items, exempt_items(minutes.items), strict=True)
    )
    return minutes.model_copy(update={"items": items})


def _with_facts(item: AgendaItem, exempt: bool, initials: frozenset[str], *, head: bool, named: bool) -> AgendaItem:
    """The item with its facts.

    Args:
        head: it is what stands before the first item: lists of names and initials, and nothing that anybody is to do.
        named: its title is an item's own, not the document's.
    """
    decisions = decisions_of(item.paragraphs)
    actions = () if head else actions_of(item.paragraphs, initials)
    texts = [one.text for one in item.paragraphs if one.part != "agenda" and one.kind != "label"] if named else []
    kinds = kinds_of(item.title if named else "", texts, decisions, actions, exempt=exempt)
    return item.model_copy(update={"decisions": decisions, "actions": actions, "exempt": exempt, "kinds": kinds})
