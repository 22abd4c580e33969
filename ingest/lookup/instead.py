"""What is there where filters admit nothing: which of them to leave out, and what would be found then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.datamodel import Filters
from ingest.lookup import DocumentRow, Lookup

NAMED = 8  # bodies, councils or kinds that a sentence names at most


def instead(lookup: Lookup, filters: Filters) -> str:
    """In words: for each filter that alone stands in the way, what the library holds without it; else what it holds. Two dates are one."""
    everything = lookup.documents()
    if not everything:
        return "The library is empty: take minutes in first."
    found = []
    for field in Filters.model_fields:
        fields = ("date_from", "date_to") if field == "date_from" else () if field == "date_to" else (field,)
        values = {name: value for name in fields if (value := getattr(filters, name)) is not None}
        rows = lookup.documents(filters.model_copy(update=dict.fromkeys(values))) if values else []
        if rows:
            count = "1 document matches" if len(rows) == 1 else f"{len(rows)} documents match"
            there = "" if field == "speaker" else f": {_told(lookup, field, rows)}"
            found.append(f"Without {Filters.model_validate(values).described()} {count}{there}.")
    return " ".join(found) or f"The library holds {len(everything)} documents: {_told(lookup, 'body', everything)}, {_span(everything)}."


def _told(lookup: Lookup, field: str, rows: Sequence[DocumentRow]) -> str:
    """What those documents have in the place of one filter."""
    if field == "date_from":
        return _span(rows)
    if field == "kind":
        return "items of kind " + _counted(kind for kind, number in lookup.kinds([row.id for row in rows]).items() for _ in range(number))
    return f"{field} {_counted(getattr(row, field) for row in rows)}"


def _span(rows: Sequence[DocumentRow]) -> str:
    days = [row.date for row in rows if row.date]
    first, last = (f"{day.day} {day:%B %Y}" for day in (min(days), max(days))) if days else ("", "")
    return f"dated {first} to {last}" if days else "without a date"


def _counted(values: Iterable[str | None]) -> str:
    counts = Counter(value or "not stated" for value in values).most_common()
    rest = len(counts) - NAMED
    return ", ".join(f"{value} ({number})" for value, number in counts[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
