"""The meetings that a question is about, and their agenda items."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from assistant.held import folded
from assistant.question.overview import Sort
from assistant.substance import of_matters
from ingest.datamodel import AgendaItem, Language
from ingest.library import Library
from ingest.lookup import Heading

_PETITION = re.compile(r"\b(?:petition\w*|[dn]h?eiseb\w*)\b", re.I)
# A parish council's item that lists all applications, one a line; of a department's report it says nothing.
_LIST = re.compile(
    r"^\W*(?:[\d.]+\s*)?planning(?: (?:applications?|matters))?\b"
    r"(?!.*\b(?:directorate|department|environment\w*|services?|polic\w+|scheme)\b)",
    re.I,
)
_APPLICATION = re.compile(r"\bapplication\b|\b(?:[A-Z]{1,3}/)?\d\d/\d{3,}", re.I)


def meetings_of(headings: Mapping[str, Heading], language: Language) -> list[list[str]]:
    """The documents of each meeting, the latest meeting first; of a day with minutes in two languages those in the question's."""
    spoken: defaultdict[dt.date, set[Language]] = defaultdict(set)
    for one in headings.values():
        spoken[one.date or dt.date.min].add(one.language)
    meetings: defaultdict[tuple[dt.date, str, str], list[str]] = defaultdict(list)
    for name, one in sorted(headings.items()):
        day = one.date or dt.date.min
        if one.language == language or language not in spoken[day]:
            meetings[day, folded(one.council or ""), folded(one.body or "")].append(name)
    return [meetings[key] for key in sorted(meetings, reverse=True)]


def items_of(library: Library, documents: Iterable[str]) -> list[tuple[str, AgendaItem]]:
    """The items of substance in the order of the agenda, each once, however many files have it."""
    found: dict[str, tuple[str, AgendaItem]] = {}
    for document_id in documents:
        for item in library.lookup.items(document_id):
            if of_matters(item):
                found.setdefault(folded(item.title), (document_id, item))
    return sorted(found.values(), key=lambda one: ([int(digits) for digits in re.findall(r"\d+", one[1].number or "")], one[1].ordinal))


def is_of_sort(item: AgendaItem, sort: Sort) -> bool:
    """Whether an item is a question, a petition or a planning application."""
    if sort == "application":
        return bool(_APPLICATION.search(item.title)) or lists_applications(item)
    # A deputation is received like a petition, and is none.
    return sort in item.kinds and (sort != "petition" or any(map(_PETITION.search, (item.title, *(one.text for one in item.paragraphs)))))


def lists_applications(item: AgendaItem) -> bool:
    """Whether an item may list several planning applications, a line each."""
    return bool(_LIST.search(item.title)) and not re.search(r"\d{2}/\d{3}", item.title)
