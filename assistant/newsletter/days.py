"""Days in words, in the language of the newsletter."""

from __future__ import annotations

import datetime as dt

from ingest.datamodel import Language

_WELSH_MONTHS = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)


def day(date: dt.date, language: Language, *, with_year: bool = True) -> str:
    """'1 April 2025', or in Welsh."""
    month = _WELSH_MONTHS[date.month - 1] if language == "cy" else f"{date:%B}"
    return f"{date.day} {month} {date.year}" if with_year else f"{date.day} {month}"
