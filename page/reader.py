"""One item of the minutes with a paragraph highlighted, the paragraphs round it, and where all that is from."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ingest.datamodel import AgendaItem, Filters, Paragraph, Passage
from ingest.library import Library
from page.markup import NOTHING, day, draft_badge, file_name, item_title, joined, lang, language_badge, notice, some, web_link
from page.quoting import marked

AROUND = 3  # paragraphs shown open before and after
FOLDED = 150  # paragraphs shown on request before and after

_opened = itertools.count()  # the same paragraph opened twice is news to the browser: it scrolls there again


def opened(library: Library, wanted: Mapping[str, str]) -> Markup:
    """The reader for a button's `data-` attributes (`passage`, `first`, `last`, `quote`)."""
    name = str(wanted.get("passage", ""))
    found = library.lookup.passages([(name, 1.0)])
    place = library.lookup.places([name]).get(name)
    if not found or place is None:
        return Markup('<article class="reader" data-opened="{}">{}</article>').format(
            next(_opened), notice("This passage is no longer in the library", "its file was changed or removed; ask again")
        )
    passage = found[0]
    first, last = passage.source.paragraphs
    if str(wanted.get("first", "")).isdigit() and str(wanted.get("last", "")).isdigit():
        first, last = int(wanted["first"]), int(wanted["last"])
    item = next(one for one in library.lookup.items(place.document_id) if one.ordinal == place.item_ordinal)
    return _article(library, passage, item, first, last, str(wanted.get("quote", "")))


def _article(library: Library, passage: Passage, item: AgendaItem, first: int, last: int, quote: str) -> Markup:
    before = [one for one in item.paragraphs if one.index < first]
    cited = [one for one in item.paragraphs if first <= one.index <= last]
    after = [one for one in item.paragraphs if one.index > last]
    language = lang(passage.language)
    return Markup(
        '<article class="reader" data-opened="{}"><p class="where">{}</p><header><h2 tabindex="-1">{}</h2>{}{}</header>'
        '<div class="minutes"{}>{}{}<div class="cited" role="group" aria-label="The paragraph cited">{}</div>{}{}</div>'
        '<footer>{}<button type="button" class="back" data-back="true">Back to the answer</button></footer></article>'
    ).format(
        next(_opened),
        _where(passage),
        item_title(item.number, item.title),
        _exempt(item),
        _warnings(library, passage),
        language,
        _folded(before[:-AROUND], "Earlier in this item"),
        _plain(before[-AROUND:]),
        joined(paragraph(one, words) for one, words in zip(cited, marked(cited, quote), strict=True)),
        _plain(after[:AROUND]),
        _folded(after[AROUND:], "Later in this item"),
        _source(passage, cited, first, last),
    )


def paragraph(one: Paragraph, words: Markup) -> Markup:
    """A paragraph by its kind: labels and agenda text stand back, bullets hang."""
    kind = "agenda" if one.part == "agenda" else one.kind
    before = Markup('<span class="tag">Agenda</span> ') if one.part == "agenda" else NOTHING
    return Markup('<p class="{}">{}{}</p>').format(kind, before, words)


def _plain(some_paragraphs: Sequence[Paragraph]) -> Markup:
    return joined(paragraph(one, words) for one, words in zip(some_paragraphs, marked(some_paragraphs, ""), strict=True))


def _folded(hidden: Sequence[Paragraph], title: str) -> Markup:
    if not hidden:
        return NOTHING
    near = hidden[-FOLDED:] if title.startswith("Earlier") else hidden[:FOLDED]
    return Markup("<details><summary>{} ({})</summary>{}</details>").format(title, some(len(hidden), "paragraph"), _plain(near))


def _where(passage: Passage) -> Markup:
    parts = [part for part in (passage.body, day(passage.date), passage.council if passage.council != passage.body else None) if part]
    return Markup("{} {} {}").format(" · ".join(parts), draft_badge(passage.status), language_badge(passage.language))


def _exempt(item: AgendaItem) -> Markup:
    return (
        Markup('<p class="aside">Taken with the public excluded: only what the public minutes say is here.</p>') if item.exempt else NOTHING
    )


def _warnings(library: Library, passage: Passage) -> Markup:
    narrowed = Filters(date_from=passage.date, date_to=passage.date) if passage.date else Filters()
    warnings = [warning for one in library.lookup.documents(narrowed) if one.path == passage.source.path for warning in one.warnings]
    return joined(Markup('<p class="aside warning">{}</p>').format(warning) for warning in warnings)


def _source(passage: Passage, cited: Sequence[Paragraph], first: int, last: int) -> Markup:
    page = cited[0].page if cited else passage.source.page
    paragraphs = f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"
    status = {
        "approved": "Approved minutes",
        "draft": "Draft minutes, not yet approved",
        "not stated": "The file does not say whether the minutes are approved",
    }
    facts = [
        ("File", file_name(passage.source.path)),
        ("Place", ", ".join(part for part in (f"page {page}" if page else "", paragraphs) if part)),
        ("Status", status[passage.status]),
    ]
    rows = joined(Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in facts)
    link = web_link(passage.source.url)
    return Markup("<dl>{}{}</dl>").format(rows, Markup("<dt>Source</dt><dd>{}</dd>").format(link) if link else NOTHING)
