"""Filters as visitors state them: a committee chosen, dates typed, a person named."""

from __future__ import annotations

import datetime as dt

from ingest.datamodel import Filters, Language
from ingest.errors import InputError
from page.wording import Words

ALL = ""  # the choice that limits nothing
_LANGUAGES: dict[str, Language] = {"en": "en", "cy": "cy"}


def filters(
    say: Words,
    body: str | None = None,
    day_from: str | None = None,
    day_to: str | None = None,
    language: str | None = None,
    speaker: str | None = None,
) -> Filters:
    """The filters that the controls state.

    Raises:
        InputError: a date is none, or the first is after the last; told in the page's language.
    """
    first, last = date(day_from, say("filter.from.short"), say), date(day_to, say("filter.to.short"), say)
    if first and last and first > last:
        raise InputError(say("filter.order", first=say.day(first), last=say.day(last)), say("filter.order.hint"))
    return Filters(
        body=body or None,
        date_from=first,
        date_to=last,
        speaker=" ".join((speaker or "").split()) or None,
        language=_LANGUAGES.get(language or ""),
    )


def date(text: str | None, name: str, say: Words) -> dt.date | None:
    """A day typed as year-month-day; None where nothing is typed.

    Raises:
        InputError: it is no date.
    """
    if not text or not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError as error:
        raise InputError(say("filter.no.date", text=text, name=name), say("filter.no.date.hint")) from error
