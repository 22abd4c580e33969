"""Questions about a meeting itself, and the lines of minutes that tell: who was there, who declared an interest, when it began and ended.

Such lines are like no question (most are lists of names, or a time), so they are known by rule.
"""

from __future__ import annotations

import functools

from assistant.question.formalities.part import Part
from assistant.question.formalities.present import APOLOGIES, CHAIR, CHAIR_NOW, CLERK, INTERESTS, OF_ATTENDANCE, PRESENT, is_list_of_names
from assistant.question.formalities.sitting import BEGAN, ENDED, LASTED, NEXT, PLACE

WORTH = 2.5  # beside similarity, which knows nothing of lists of names
_PARTS = (APOLOGIES, CHAIR_NOW, CHAIR, CLERK, INTERESTS, NEXT, LASTED, ENDED, BEGAN, PLACE, PRESENT)


def asks_formality(question: str) -> bool:
    """Whether it asks of a meeting itself: who was there, what they declared, when and where it was, when the next is."""
    return _part(question) is not None


def asks_newest(question: str) -> bool:
    """Whether it asks what the newest minutes tell: when the next meeting is."""
    part = _part(question)
    return part is not None and part.newest


def why_untold(question: str) -> str | None:
    """What to say where no line of minutes tells what is asked of a meeting; None where something else may, or it is not asked."""
    part = _part(question)
    return part.untold if part else None


def tells_formality(question: str, text: str, item: str) -> bool:
    """Whether a line of minutes is of those that tell what such a question asks.

    Args:
        item: the heading of the agenda item that it stands in: lists of names in others are of something else.
    """
    part = _part(question)
    return part is not None and _tells(part, text, item)


def told_beside(question: str, text: str, item: str) -> bool:
    """Whether a line is told with those: when a meeting began, where it is asked how long it was."""
    part = _part(question)
    return part is not None and part.beside is not None and _tells(part.beside, text, item)


def _tells(part: Part, text: str, item: str) -> bool:
    listed = part.names and bool(OF_ATTENDANCE.search(item)) and is_list_of_names(text)
    within = part.of is not None and part.within is not None and bool(part.of.search(item) and part.within.search(text))
    return listed or within or bool(part.told.search(text))


@functools.lru_cache(maxsize=64)
def _part(question: str) -> Part | None:
    return next((part for part in _PARTS if part.asked.search(question)), None)
