"""The page's words in English and Welsh, from words/en.json and words/cy.json; what minutes say keeps its own language.

A word is a text with named places ('{count}'), a text by number ('1', '2', 'other'), or a list (the months).
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import json
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from ingest.datamodel import Language

if TYPE_CHECKING:
    import gradio as gr

LANGUAGES: Final[tuple[Language, ...]] = ("en", "cy")


class Words:
    """What the page says, in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        text = importlib.resources.files("page").joinpath("words", f"{language}.json").read_text("utf-8")
        self.words: dict[str, str | dict[str, str] | list[str]] = json.loads(text)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with the values in their places; a `count` chooses between forms by number.

        Raises:
            KeyError: no such text: a fault of ours.
        """
        return self._text(key, values).format(**self._told(values))

    def html(self, key: str, **values: object) -> Markup:
        """The same for a text that holds tags of its own; the values are escaped."""
        return Markup(self._text(key, values)).format(**self._told(values))

    def day(self, date: dt.date | None) -> str:
        """'22 October 2024', '22 Hydref 2024'"""
        return f"{date.day} {self.month(date)} {date.year}" if date else self("day.none")

    def month(self, date: dt.date) -> str:
        """'October', 'Hydref'"""
        return self.words["months"][date.month - 1]  # type: ignore[index]

    def other(self, language: Language) -> Markup:
        """An attribute for text in a language other than the page's."""
        return Markup() if language == self.language else Markup(f' lang="{language}"')

    def english(self, text: str) -> Markup:
        """A text that is to be had in English alone, marked as such on a Welsh page."""
        return Markup("<span{}>{}</span>").format(self.other("en"), text) if self.language != "en" else Markup("{}").format(text)

    def _text(self, key: str, values: dict[str, object]) -> str:
        found = self.words[key]
        if isinstance(found, dict):
            return found.get(str(values["count"]), found["other"])
        assert isinstance(found, str), key
        return found

    def _told(self, values: dict[str, object]) -> dict[str, object]:
        return {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}


@functools.cache
def words(language: Language) -> Words:
    """The words of a language, read once."""
    return Words(language)


def asked_for(request: gr.Request) -> Words:
    """The words of the page that an event comes from: its address names Welsh, or it is English."""
    return words("cy" if request.query_params.get("lang") == "cy" else "en")
