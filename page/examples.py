"""Questions to begin with, made from the library's own items, so that each of them can be answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from assistant.abstention import Gate
from assistant.datamodel import Question
from assistant.finding.nearness import nearness
from assistant.finding.retrieve import Retriever
from assistant.overview.scope import Scope
from assistant.overview.whole import whole_meetings
from ingest.datamodel import AgendaItem, Filters, Language
from ingest.library import Library
from ingest.lookup import DocumentRow
from page.markup import NOTHING, joined
from page.sharing import at_rest
from page.wording import Words, words

SHOWN = 4
RECENT = 60  # documents looked at, latest first
LONGEST_TITLE = 70  # characters
# Words that stay small within a title.
SMALL_WORDS = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
SMALL_IN_WELSH = re.compile(r"(?:a[cg]?|â|a[mrt]|dan|dros|drwy|er|gan|gyda|i|mewn|neu|o|wrth|y[mnr]?|yng)(?:['’]r)?")


class Example(NamedTuple):
    """A question that the library can answer, in the language of the item that it was made from."""

    text: str
    language: Language


def questions(library: Library, preferred: Language) -> list[Example]:
    """Up to four questions: what the last meeting decided, and about the latest items that are more than routine, of different committees
    where there are several.

    In the preferred language where minutes in it can answer one; else in English.
    """
    return _questions(library, preferred) or (_questions(library, "en") if preferred != "en" else [])


def _questions(library: Library, language: Language) -> list[Example]:
    found = [Example(text, language) for text in _of_last_meeting(library, language)]
    retriever, gate = Retriever(library), Gate(library, nearness(library.embedder.embed))
    for _, question in _candidates(library, language):
        with at_rest(library):
            hits = retriever.search(question, k=3)
        if question not in [one.text for one in found] and not gate.abstention(Question(text=question), hits):
            found.append(Example(question, language))
        if len(found) == SHOWN:
            break
    return found


def buttons(asked: list[Example], say: Words) -> Markup:
    """The questions as buttons."""
    if not asked:
        return NOTHING
    rows = (
        Markup('<li><button type="button" class="example"{} data-ask="{}">{}</button></li>').format(
            say.other(one.language), one.text, one.text
        )
        for one in asked
    )
    return Markup('<p class="aside" id="examples-say">{}</p><ul class="examples" aria-labelledby="examples-say">{}</ul>').format(
        say("examples"), joined(rows)
    )


def _candidates(library: Library, language: Language) -> Iterator[tuple[int, str]]:
    """(length of the discussion, question), the longest-discussed item of each committee first, then the second of each, and so on."""
    documents = [one for one in reversed(library.lookup.documents()) if one.date][:RECENT] or library.lookup.documents()[:RECENT]
    items = [
        (document, item) for document in documents for item in library.lookup.items(document.id) if item.ordinal or len(documents) == 1
    ]
    held = Counter(item.title.casefold() for _, item in items)
    by_body: dict[str, list[tuple[int, str]]] = {}
    for document, item in items:
        if held[item.title.casefold()] == 1 and _worth_asking(document, item, language):
            by_body.setdefault(document.body or "", []).append((len(_said(item)), _question(item, language)))
    ranked = [sorted(some, key=lambda one: -one[0]) for some in by_body.values()]
    for place in range(max(map(len, ranked), default=0)):
        yield from (some[place] for some in ranked if place < len(some))


def _of_last_meeting(library: Library, language: Language) -> Iterator[str]:
    """What was decided at the last meeting of a body with minutes in that language, where anything was."""
    latest = next((one for one in reversed(library.lookup.documents()) if one.date and one.body and one.language == language), None)
    if latest is None or latest.body is None:
        return
    question = words(language)("example.meeting", body=re.sub(r"^Y(?= |r )", "y", latest.body))
    meeting = Scope(library, question, Filters(body=latest.body, date_from=latest.date, date_to=latest.date))
    told = whole_meetings(library, question, meeting)
    if told and told.proposals:
        yield question


def _worth_asking(document: DocumentRow, item: AgendaItem, language: Language) -> bool:
    """Discussed at some length, under a title that can stand in a question; items that every meeting has are short."""
    return document.language == language and not item.exempt and len(_said(item)) > 300 and 8 <= len(item.title) <= LONGEST_TITLE


def _said(item: AgendaItem) -> str:
    return " ".join(one.text for one in item.paragraphs if one.part == "minutes" and one.kind not in ("label", "heading"))


def _question(item: AgendaItem, language: Language) -> str:
    decided = any(one.kind not in ("noted", "recommended") for one in item.decisions)
    return words(language)("example.decided" if decided else "example.said", title=_in_a_question(item.title, language))


def _in_a_question(title: str, language: Language) -> str:
    """A title printed in capitals, in capitals and small letters (abbreviations with figures or slashes as they are); else as printed."""
    title = title.rstrip(" .:")
    if not title.isupper():
        return title
    words = title.split()
    small = SMALL_IN_WELSH.fullmatch if language == "cy" else SMALL_WORDS.__contains__
    return " ".join(
        word if any(one.isdigit() or one == "/" for one in word) else word.lower() if small(word.lower()) and place else word.capitalize()
        for place, word in enumerate(words)
    )
