"""What a form of question is, and how texts are looked at for what it asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

NAME = r"[A-ZÀ-Þ][a-zà-þ’'-]+"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


class Form(NamedTuple):
    """How something is asked for, and what a text must have to tell it."""

    asked: re.Pattern[str]
    told: Callable[[str, str], bool]  # of the question and a text
    reason: str
    apart: bool = False  # may stand lines away from the matter: all of the likeliest passages are looked at
    always: bool = False  # looked for even where the reader is sure of an answer


def telling(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    """Whether a text holds a pattern, whatever the question's words."""
    return lambda _, text: bool(pattern.search(text))


def unasked(question: str, text: str) -> str:
    """A text without the names that the question itself gives: they are not what it asks for."""
    for name in set(re.findall(rf"{NAME}(?: {NAME})*", question)):
        text = re.sub(rf"\b{re.escape(name)}\b", "it", text)
    return text
