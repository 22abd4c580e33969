"""The clean copy: the edition as it is to be read, sources as notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.datamodel import Article, Edition
from assistant.export import template_text
from assistant.export.labels import label
from assistant.export.notes import NoteBook
from assistant.export.sheet import Beside, Block, Contents, Heading, Paragraph, Piece, Sheet, text
from ingest.datamodel import Language
from ingest.dates import in_words


def clean_copy(edition: Edition) -> Sheet:
    """Lays out an edition: notices, contents, articles under their themes, notes."""
    language = edition.language
    book = NoteBook(language)
    blocks: list[Block] = [*head(edition), *template_text.blocks(edition.introduction), Contents(level=3)]
    for theme, articles in by_theme(edition):
        blocks.append(Heading(text=theme, level=2, id=f"theme-{len(blocks)}"))
        for article in articles:
            blocks += _article(article, edition, book)
    blocks += template_text.blocks(edition.closing)
    if not (edition.introduction or edition.closing):
        blocks.append(text(label("about", language), "caption"))
    return sheet(edition, edition.title, blocks, book)


def sheet(edition: Edition, title: str, blocks: list[Block], book: NoteBook) -> Sheet:
    """The blocks as a sheet of the edition."""
    language = edition.language
    return Sheet(
        title=title,
        language=language,
        blocks=tuple(blocks),
        notes=book.notes(),
        notes_title=label("sources", language),
        draft=None if edition.signed_by else label("draft", language),
        day=edition.date_to,
    )


def head(edition: Edition) -> Iterator[Block]:
    """Whose it is, which period it is of, who signed it, and what must be said first."""
    language = edition.language
    period = label("period", language, start=in_words(edition.date_from, language), end=in_words(edition.date_to, language))
    yield text(f"{edition.council}, {period}" if edition.council else period, "standfirst")
    if not edition.signed_by:
        yield text(label("draft_notice", language), "draft")
    if edition.banner:
        yield text(edition.banner, "notice")
    if edition.signed_by:
        yield text(label("signed", language, name=edition.signed_by), "caption")


def by_theme(edition: Edition) -> list[tuple[str, list[Article]]]:
    """The articles under their themes, both in the order of the edition."""
    themes: dict[str, list[Article]] = {}
    for article in edition.articles:
        themes.setdefault(article.theme, []).append(article)
    return list(themes.items())


def own_language(article: Article, edition: Edition) -> Language:
    """The language that an article is written in: that of most of its sources, else the edition's."""
    told = [citation.passage.language for citation in article.citations]
    return max(sorted(set(told)), key=told.count) if told else edition.language


def _article(article: Article, edition: Edition, book: NoteBook) -> Iterator[Block]:
    own = own_language(article, edition)
    other: Language | None = own if own != edition.language else None
    yield Heading(text=article.headline, level=3, id=f"article-{article.id}", language=other)
    if article.status == "draft":
        yield text(label("draft_minutes", edition.language), "draft")
    told = tuple(_told(article, own, other, book))
    if edition.bilingual and article.counterpart:
        yield Beside(left=told, right=tuple(_counterpart(article, own, edition, book)))
    else:
        yield from told
    if article.meetings:
        yield text(f"{label('meetings', edition.language)} {'; '.join(article.meetings)}.", "caption")
    if edition.bilingual and not article.counterpart:
        yield text(label("untranslated" if own == "en" else "untranslated_en", edition.language), "notice")


_SHOUTED = re.compile(
    r"\b(?:UNANIMOUSLY )?(?:RESOLVED|RECOMMENDED|AGREED|APPROVED|NOTED|PENDERFYNWYD|ARGYMHELLWYD|CYTUNWYD)(?: UNANIMOUSLY)?"
    r"(?: TO (?:THE )?(?:CABINET|COUNCIL))?(?: THAT)?\b"
)


def _quiet(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Running text without the capitals that minutes shout their resolutions in; the notes have them as printed."""
    return tuple(
        piece.model_copy(update={"text": _SHOUTED.sub(_lowered, piece.text)}) if piece.kind == "text" else piece for piece in pieces
    )


def _lowered(found: re.Match[str]) -> str:
    before = found.string[: found.start()].rstrip()
    low = found[0].lower().replace("cabinet", "Cabinet").replace("council", "Council")
    return low if before and before[-1] not in '.!?:“"' else low[0].upper() + low[1:]


def _told(article: Article, own: Language, other: Language | None, book: NoteBook) -> Iterator[Heading | Paragraph]:
    """The story itself; `other` is its language where that is not the edition's."""
    if article.standfirst:
        yield Paragraph(pieces=_quiet(book.told([article.standfirst], article.citations)), manner="standfirst", language=other)
    if article.body:
        yield Paragraph(pieces=_quiet(book.told(article.body, article.citations)), language=other)
    if article.next_steps:
        yield Heading(text=label("next", own), level=4, language=other)
        yield Paragraph(pieces=_quiet(book.told(article.next_steps, article.citations)), language=other)
    for section in article.earlier:
        yield Heading(text=label("earlier", own, meeting=section.heading), level=4, language=other)
        yield Paragraph(pieces=_quiet(book.told(section.sentences, article.citations)), language=other)


def _counterpart(article: Article, own: Language, edition: Edition, book: NoteBook) -> Iterator[Heading | Paragraph]:
    """The paired text in its own language."""
    paired: Language = "en" if own == "cy" else "cy"
    told: Language | None = paired if paired != edition.language else None
    yield Heading(text=article.counterpart_title or label("other", own), level=4, language=told)
    first = 1 if article.standfirst else 0
    if first:
        yield Paragraph(pieces=_quiet(book.told(article.counterpart[:1], article.citations)), manner="standfirst", language=told)
    if article.counterpart[first:]:
        yield Paragraph(pieces=_quiet(book.told(article.counterpart[first:], article.citations)), language=told)
