"""One item of the minutes with a paragraph highlighted, the paragraphs round it, and where all that is from."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ingest.datamodel import AgendaItem, Filters, Paragraph, Passage
from ingest.library import Library
from page.markup import NOTHING, draft_badge, file_key, file_name, item_title, joined, language_badge, notice, web_link
from page.messages import tell
from page.quoting import marked
from page.wording import Words

AROUND = 3  # paragraphs shown open before and after
FOLDED = 150  # paragraphs shown on request before and after

_opened = itertools.count()  # the same paragraph opened twice is news to the browser: it scrolls there again


def opened(library: Library, wanted: Mapping[str, str], say: Words) -> Markup:
    """The reader for a button's `data-` attributes: (`passage`, or `file`), `first`, `last`, `quote`."""
    passage = _passage(library, wanted)
    place = library.lookup.places([passage.id]).get(passage.id) if passage else None
    if passage is None or place is None:
        return Markup('<article class="reader" data-opened="{}">{}</article>').format(
            next(_opened), notice(say("reader.gone"), say("reader.gone.hint"))
        )
    first, last = passage.source.paragraphs
    if str(wanted.get("first", "")).isdigit() and str(wanted.get("last", "")).isdigit():
        first, last = int(wanted["first"]), int(wanted["last"])
    item = next(one for one in library.lookup.items(place.document_id) if one.ordinal == place.item_ordinal)
    return _article(library, passage, item, (first, last), str(wanted.get("quote", "")), say)


def nothing_opened(told: str) -> Markup:
    """What stands where paragraphs open, until one does."""
    return Markup('<p class="aside opens-here">{}</p>').format(told)


def _passage(library: Library, wanted: Mapping[str, str]) -> Passage | None:
    """The passage named, or the one that holds the first paragraph named of the file named."""
    if wanted.get("passage"):
        return next(iter(library.lookup.passages([(str(wanted["passage"]), 1.0)])), None)
    document = next((one for one in library.lookup.documents() if file_key(one.path) == str(wanted.get("file", ""))), None)
    if document is None or not str(wanted.get("first", "")).isdigit():
        return None
    held = library.lookup.chunk_passages(document.id)
    first = int(wanted["first"])
    return next((one for one in held if one.source.paragraphs[0] <= first <= one.source.paragraphs[1]), None)


def _article(library: Library, passage: Passage, item: AgendaItem, place: tuple[int, int], quote: str, say: Words) -> Markup:
    first, last = place
    before = [one for one in item.paragraphs if one.index < first]
    cited = [one for one in item.paragraphs if first <= one.index <= last]
    after = [one for one in item.paragraphs if one.index > last]
    language = say.other(passage.language)
    return Markup(
        '<article class="reader" data-opened="{}"><p class="where">{}</p><header><h2 tabindex="-1"{}>{}</h2>{}{}</header>'
        '<div class="minutes"{}>{}{}<div class="cited" role="group" aria-label="{}">{}</div>{}{}</div>'
        '<footer>{}<button type="button" class="back" data-back="true">{}</button></footer></article>'
    ).format(
        next(_opened),
        _where(passage, say),
        language,
        item_title(item.number, item.title),
        Markup('<p class="aside">{}</p>').format(say("reader.exempt")) if item.exempt else NOTHING,
        _warnings(library, passage, say),
        language,
        _folded(before[:-AROUND], say, earlier=True),
        _plain(before[-AROUND:], say),
        say("reader.cited"),
        joined(paragraph(one, words, say) for one, words in zip(cited, marked(cited, quote), strict=True)),
        _plain(after[:AROUND], say),
        _folded(after[AROUND:], say, earlier=False),
        _source(passage, cited, place, say),
        say("reader.back"),
    )


def paragraph(one: Paragraph, words: Markup, say: Words) -> Markup:
    """A paragraph by its kind: labels and agenda text stand back, bullets hang."""
    kind = "agenda" if one.part == "agenda" else one.kind
    before = (
        Markup('<span class="tag" lang="{}">{}</span> ').format(say.language, say("reader.agenda")) if one.part == "agenda" else NOTHING
    )
    return Markup('<p class="{}">{}{}</p>').format(kind, before, words)


def _plain(some_paragraphs: Sequence[Paragraph], say: Words) -> Markup:
    return joined(paragraph(one, words, say) for one, words in zip(some_paragraphs, marked(some_paragraphs, ""), strict=True))


def _folded(hidden: Sequence[Paragraph], say: Words, *, earlier: bool) -> Markup:
    if not hidden:
        return NOTHING
    near = hidden[-FOLDED:] if earlier else hidden[:FOLDED]
    return Markup('<details><summary lang="{}">{} ({})</summary>{}</details>').format(
        say.language, say("reader.earlier" if earlier else "reader.later"), say("paragraphs", count=len(hidden)), _plain(near, say)
    )


def _where(passage: Passage, say: Words) -> Markup:
    other = say.other(passage.language)
    names = [Markup("<span{}>{}</span>").format(other, name) for name in (passage.body, passage.council) if name]
    names = names[:1] if passage.council == passage.body else names
    parts = [*names[:1], Markup("{}").format(say.day(passage.date)), *names[1:]]
    return Markup("{} {} {}").format(joined(parts, " · "), draft_badge(passage.status, say), language_badge(passage.language))


def _warnings(library: Library, passage: Passage, say: Words) -> Markup:
    narrowed = Filters(date_from=passage.date, date_to=passage.date) if passage.date else Filters()
    warnings = [warning for one in library.lookup.documents(narrowed) if one.path == passage.source.path for warning in one.warnings]
    return joined(Markup('<p class="aside warning">{}</p>').format(tell(warning, say)) for warning in warnings)


def _source(passage: Passage, cited: Sequence[Paragraph], place: tuple[int, int], say: Words) -> Markup:
    page = cited[0].page if cited else passage.source.page
    first, last = place
    paragraphs = say("place.paragraph", first=str(first)) if first == last else say("place.paragraphs", first=str(first), last=str(last))
    where = ", ".join(part for part in (say("place.page", page=str(page)) if page else "", paragraphs) if part)
    status = say(f"status.{passage.status.replace(' ', '.')}")
    facts = [("reader.file", file_name(passage.source.path)), ("reader.place", where), ("reader.status", status)]
    rows = joined(Markup("<dt>{}</dt><dd>{}</dd>").format(say(name), value) for name, value in facts)
    link = web_link(passage.source.url, say)
    return Markup("<dl>{}{}</dl>").format(rows, Markup("<dt>{}</dt><dd>{}</dd>").format(say("reader.source"), link) if link else NOTHING)
