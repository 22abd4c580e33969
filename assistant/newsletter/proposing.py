"""What a period's newsletter may tell: stories with their scores, the best first."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from assistant.held import Holdings
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.stories import Told, items_of_period, stories
from assistant.newsletter.themes import theme_of
from assistant.newsletter.titles import Spelling, calm
from assistant.newsletter.worth import worth
from ingest.datamodel import Filters, Language
from ingest.dates import in_words
from ingest.library import Library

LONGEST_TITLE = 110  # characters


def propose(
    library: Library, filters: Filters = Filters(), *, language: Language | None = None, top: int | None = None, per_body: int | None = None
) -> tuple[Candidate, ...]:
    """The stories that the minutes within the filters have, best first, and of equals the newest: nothing exempt, nothing procedural, each
    topic once.

    Args:
        library: where the minutes are.
        filters: council, body and the period's first and last day.
        language: of the minutes to tell from; by default that of the filters, else English where there is any.
        top: at most so many stories.
        per_body: at most so many of one committee; the rest give way to other bodies' and fill up what is left of `top`.
    """
    holdings = Holdings(library.lookup)
    chosen = language or filters.language or language_of(library, filters)
    items = items_of_period(library, holdings, filters, chosen)
    spelling = Spelling("\n".join(told.text for told in items))
    told = sorted(stories(library, holdings, items), key=lambda some: some[-1].held.day, reverse=True)
    found = sorted((_candidate(library, some, spelling) for some in told), key=lambda one: -one.score)
    return _capped(found, top, per_body)


def meeting_name(told: Told) -> str:
    """'Cabinet, 17 June 2025'."""
    when = in_words(told.document.date, told.document.language) if told.document.date else None
    return ", ".join(part for part in (told.document.body or told.document.council, when) if part)


def language_of(library: Library, filters: Filters) -> Language:
    """The language to tell a period in: English where there are any English minutes."""
    counts = Counter(document.language for document in library.lookup.documents(filters))
    return "cy" if counts and not counts["en"] else "en"


def _candidate(library: Library, some: Sequence[Told], spelling: Spelling) -> Candidate:
    latest = some[-1]
    text = "\n".join(told.text for told in some)
    theme = theme_of(latest.item.title, text, library.embedder.embed)
    reasons = worth([told.item for told in some], [told.text for told in some], theme)
    title = calm(latest.item.title, spelling, latest.document.language)
    return Candidate(
        id=hashlib.sha256("|".join(f"{document}-{ordinal}" for document, ordinal in (told.key for told in some)).encode()).hexdigest()[:12],
        title=title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …",
        theme=theme.called(latest.document.language),
        council=latest.document.council,
        body=latest.document.body,
        meetings=tuple(dict.fromkeys(map(meeting_name, some))),
        items=tuple(told.key for told in some),
        documents=tuple(told.document.path for told in some),
        language=latest.document.language,
        status="draft" if any(told.document.status == "draft" for told in some) else latest.document.status,
        score=round(sum(reason.points for reason in reasons), 2),
        scored=reasons,
    )


def _capped(found: Sequence[Candidate], top: int | None, per_body: int | None) -> tuple[Candidate, ...]:
    """The best, no body with more than its share while others still have stories."""
    limit = len(found) if top is None else top
    if per_body is None:
        return tuple(found[:limit])
    counts: Counter[tuple[str | None, str | None]] = Counter()
    within: list[Candidate] = []
    beyond: list[Candidate] = []
    for one in found:
        counts[one.council, one.body] += 1
        (within if counts[one.council, one.body] <= per_body else beyond).append(one)
    kept = {one.id for one in [*within, *beyond][:limit]}
    return tuple(one for one in found if one.id in kept)
