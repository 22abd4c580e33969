"""What filters mean in the catalogue: a condition in SQL, and the comparisons of names that it uses."""

from __future__ import annotations

import functools
import re

from ingest.datamodel import Filters

OF_KIND = (  # a kind stands in quotation marks in the JSON list
    "EXISTS (SELECT 1 FROM items k WHERE k.document_id = c.document_id AND k.ordinal = c.item_ordinal"
    " AND instr(k.kinds, '\"' || ? || '\"') > 0)"
)


def has_part(text: str | None, part: str) -> bool:
    """Whether a text holds a part of a name, without regard to case: LIKE folds a to z only, and takes % and _ for more."""
    return text is not None and part.casefold() in text.casefold()


def has_words(text: str, words: str) -> bool:
    """Whether a text holds those words as words, without regard to case: 'Ann' is not in 'planning'."""
    return part_of_words(words).search(text) is not None


@functools.lru_cache(maxsize=64)
def part_of_words(words: str) -> re.Pattern[str]:
    """The pattern of `has_words`."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def where(filters: Filters) -> tuple[str, list[object]]:
    """A condition on documents `d` (and chunks `c` for speaker and kind) with its values; 'TRUE' where there is no filter."""
    tests = {
        "has_part(d.council, ?)": filters.council,
        "has_part(d.body, ?)": filters.body,
        "d.date >= ?": filters.date_from and int(f"{filters.date_from:%Y%m%d}"),
        "d.date <= ?": filters.date_to and int(f"{filters.date_to:%Y%m%d}"),
        "d.language = ?": filters.language,
        "d.status = ?": filters.status,
        "(has_part(c.speaker, ?) OR has_words(c.text, ?))": filters.speaker,
        OF_KIND: filters.kind,
    }
    used = {test: value for test, value in tests.items() if value}
    return " AND ".join(used) or "TRUE", [value for test, value in used.items() for _ in range(test.count("?"))]


def of_documents(filters: Filters) -> Filters:
    """Those of the filters that admit documents whole, whoever speaks in them and whatever their items are."""
    return filters.model_copy(update={"speaker": None, "kind": None})


def of_chunks(filters: Filters) -> Filters:
    """Those of the filters that admit some chunks of a document and not others."""
    return Filters(speaker=filters.speaker, kind=filters.kind)
