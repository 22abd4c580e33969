"""Pieces of HTML. Everything that comes from minutes goes through `format`, which escapes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import PurePosixPath

from markupsafe import Markup

from ingest.datamodel import Language, Passage, Status

NOTHING = Markup()


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """The pieces, one after another."""
    return Markup(between).join(parts)


def day(date: dt.date | None) -> str:
    """'22 October 2024'"""
    return f"{date.day} {date:%B %Y}" if date else "date not stated"


def file_name(path: str) -> str:
    """The last part of a path, or of a place in a zip file."""
    return PurePosixPath(path.replace("!/", "/")).name


def some(count: int, one: str, many: str | None = None) -> str:
    """'1 sentence', '2 sentences'"""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def draft_badge(status: Status) -> Markup:
    """Says so where the minutes are not approved yet."""
    return Markup('<span class="badge draft">Draft minutes</span>') if status == "draft" else NOTHING


def language_badge(language: Language) -> Markup:
    """Says so where the minutes are in Welsh."""
    return Markup('<span class="badge" lang="cy">Cymraeg</span>') if language == "cy" else NOTHING


def lang(language: Language) -> Markup:
    """An attribute for text in a language other than the page's."""
    return Markup(' lang="cy"') if language == "cy" else NOTHING


def item_title(number: str | None, title: str) -> Markup:
    """'5. Leisure centre'; a title printed in capitals is set as small capitals, so that it does not shout."""
    style = Markup(' class="capitals"') if title.isupper() else NOTHING
    return Markup("{}<span{}>{}</span>").format(f"{number}. " if number else "", style, title)


def meeting_line(passage: Passage) -> Markup:
    """'Cabinet, 22 October 2024' with its badges."""
    where = ", ".join(part for part in (passage.body or passage.council, day(passage.date)) if part)
    return Markup("{} {} {}").format(where, draft_badge(passage.status), language_badge(passage.language))


def web_link(url: str | None, words: str = "The council’s own page") -> Markup:
    """A link to the council's page; only for web addresses, whatever a file claims its address to be."""
    if not url or not url.lower().startswith(("https://", "http://")):
        return NOTHING
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}<span class="unseen"> (opens in a new tab)</span></a>').format(
        url, words
    )


def notice(message: str, hint: str = "") -> Markup:
    """Something went wrong: what, and what to do."""
    return Markup('<div class="notice" role="alert"><p>{}</p>{}</div>').format(
        _sentence(message), Markup("<p>{}</p>").format(_sentence(hint)) if hint else NOTHING
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".") if text else ""
