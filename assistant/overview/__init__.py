"""Answers from the record itself, where no sentence is like the question: whole meetings, in the minutes' own words."""

from __future__ import annotations

from assistant.overview.made import Overview
from assistant.overview.scope import scope_of
from assistant.overview.whole import whole_meetings
from ingest.datamodel import Filters
from ingest.library import Library

__all__ = ["Overview", "overview"]


def overview(library: Library, question: str, looked_for: str, filters: Filters) -> Overview | None:
    """An answer to a question about whole meetings, empty where they tell nothing of substance; None where it is about a matter.

    Args:
        looked_for: the question without the period that it names.
        filters: what the search is limited to, the period that the question names with it.
    """
    if filters.speaker or filters.kind:
        return None  # what somebody said, or motions alone: of that all that is found tells
    return whole_meetings(library, looked_for, scope_of(library, question, filters))
