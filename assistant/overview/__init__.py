"""Answers from the record itself, where no sentence is like the question, in the minutes' own words: meetings, matters, people."""

from __future__ import annotations

from assistant.finding.retrieve import Retriever
from assistant.overview.made import Overview
from assistant.overview.matter import matter_over_time
from assistant.overview.person import words_of
from assistant.overview.scope import Scope
from assistant.overview.whole import whole_meetings
from assistant.overview.whose import person_asked
from assistant.question.over_time import over_time_asked
from ingest.datamodel import Filters
from ingest.library import Library

__all__ = ["Overview", "overview"]


def overview(library: Library, retriever: Retriever, question: str, looked_for: str, filters: Filters) -> Overview | None:
    """An answer from the record itself, empty where whole meetings tell nothing of substance; None where a search has to answer.

    Args:
        looked_for: the question without the period that it names.
        filters: what the search is limited to, the period that the question names with it.
    """
    if filters.speaker or filters.kind:
        return None  # what somebody said, or motions alone: of that all that is found tells
    scope = Scope(library, question, filters)
    over_time = over_time_asked(looked_for)
    if over_time and (told := matter_over_time(library, retriever, over_time, scope, filters)):
        return told
    person = person_asked(looked_for, scope.names())
    if person and (told := words_of(library, question, person, scope)):
        return told
    return whole_meetings(library, looked_for, scope)
