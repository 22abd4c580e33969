"""Pieces of HTML. Everything that comes from minutes goes through `format`, which escapes it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from markupsafe import Markup

from ingest.datamodel import Language, Passage, Status
from page.wording import Words

NOTHING = Markup()


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """The pieces, one after another."""
    return Markup(between).join(parts)


def put_right(lead: str, told: str, other: Markup) -> Markup:
    """What a later meeting corrects: `told` are its words, `other` marks their language where it is not the page's."""
    return Markup('<p class="aside warning">{} <span{}>{}</span></p>').format(lead, other, told)


def file_name(path: str) -> str:
    """The last part of a path, or of a place in a zip file."""
    return PurePosixPath(path.replace("!/", "/")).name


def file_key(path: str) -> str:
    """Stands for a file on the page, which does not tell where it lies on the server."""
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def draft_badge(status: Status, say: Words) -> Markup:
    """Says so where the minutes are not approved yet."""
    return Markup('<span class="badge draft">{}</span>').format(say("minutes.draft")) if status == "draft" else NOTHING


def language_badge(language: Language) -> Markup:
    """Says so where the minutes are in Welsh."""
    return Markup('<span class="badge" lang="cy">Cymraeg</span>') if language == "cy" else NOTHING


def item_title(number: str | None, title: str) -> Markup:
    """'5. Leisure centre'; a title printed in capitals is set as small capitals, so that it does not shout."""
    style = Markup(' class="capitals"') if title.isupper() else NOTHING
    return Markup("{}<span{}>{}</span>").format(f"{number}. " if number else "", style, title)


def meeting_line(passage: Passage, say: Words) -> Markup:
    """'Cabinet, 22 October 2024' with its badges."""
    name = passage.body or passage.council
    who = Markup("<span{}>{}</span>, ").format(say.other(passage.language), name) if name else NOTHING
    return Markup("{}{} {} {}").format(who, say.day(passage.date), draft_badge(passage.status, say), language_badge(passage.language))


def heading(passage: Passage, say: Words) -> str:
    """'Cabinet, 22 October 2024, item 5. Leisure centre': where it was said, in one line."""
    item = f"{say('item')} {passage.item_number}. {passage.item_title}" if passage.item_number else passage.item_title
    return ", ".join(part for part in (passage.body or passage.council, say.day(passage.date) if passage.date else None, item) if part)


def web_link(url: str | None, say: Words) -> Markup:
    """A link to the council's page; only for web addresses, whatever a file claims its address to be."""
    if not url or not url.lower().startswith(("https://", "http://")):
        return NOTHING
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}<span class="unseen"> ({})</span></a>').format(
        url, say("council.page"), say("new.tab")
    )


def notice(message: str | Markup, hint: str | Markup = "") -> Markup:
    """Something went wrong: what, and what to do."""
    return Markup('<div class="notice" role="alert"><p>{}</p>{}</div>').format(
        sentence(message), Markup("<p>{}</p>").format(sentence(hint)) if hint else NOTHING
    )


def sentence(text: str | Markup) -> str | Markup:
    """With a capital at its beginning and a stop at its end; what has tags is left as it is."""
    if isinstance(text, Markup):
        return text
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".") if text else ""
