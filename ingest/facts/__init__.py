"""Facts by rule: what was decided, by what vote, who is to do what, and what was taken in private. Each keeps its evidence."""

from __future__ import annotations

from ingest.datamodel import Minutes
from ingest.facts.actions import actions_of, known_initials
from ingest.facts.decisions import decisions_of
from ingest.facts.exempt import exempt_items

__all__ = ["extract"]


def extract(minutes: Minutes) -> Minutes:
    """Return the minutes with each item's decisions, actions and exemption filled in; nothing else is changed.

    A transcript of spoken turns records no decisions in writing, so nothing is read out of it.
    """
    if minutes.source.format == "transcript":
        return minutes
    opening = "\n".join(paragraph.text for item in minutes.items[:1] for paragraph in item.paragraphs)
    initials = known_initials(opening)
    items = tuple(
        item.model_copy(
            update={
                "decisions": decisions_of(item.paragraphs),
                # before the first item stand lists of names and initials, and nothing that anybody is to do
                "actions": () if item.ordinal == 0 and len(minutes.items) > 1 else actions_of(item.paragraphs, initials),
                "exempt": exempt,
            }
        )
        for item, exempt in zip(minutes.items, exempt_items(minutes.items), strict=True)
    )
    return minutes.model_copy(update={"items": items})
