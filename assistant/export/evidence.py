"""The evidence copy: each sentence beside the words that it stands on, and what the checks found, in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.datamodel import Article, Edition, Finding, Sentence
from assistant.export.clean import by_theme, head, own_language, sheet
from assistant.export.labels import label
from assistant.export.notes import NoteBook, note_pieces
from assistant.export.sheet import Block, Claim, Contents, Evidence, Heading, Paragraph, Piece, Sheet, text
from ingest.datamodel import Language


def evidence_copy(edition: Edition) -> Sheet:
    """Lays out an edition for whoever checks it."""
    language = edition.language
    blocks: list[Block] = [*head(edition), text(label("evidence_notice", language), "notice")]
    blocks += _findings(edition.findings, language)
    blocks.append(Contents(level=3))
    for theme, articles in by_theme(edition):
        blocks.append(Heading(text=theme, level=2, id=f"theme-{len(blocks)}"))
        for article in articles:
            blocks += _article(article, edition)
    return sheet(edition, f"{edition.title}: {label('evidence_title', language)}", blocks, NoteBook(language))


def _article(article: Article, edition: Edition) -> Iterator[Block]:
    language = edition.language
    own = own_language(article, edition)
    other: Language | None = own if own != language else None
    yield Heading(text=article.headline, level=3, id=f"article-{article.id}", language=other)
    if article.status == "draft":
        yield text(label("draft_minutes", language), "draft")
    yield from _findings([one for one in article.findings if one.sentence == article.headline], language)
    claims = (_claim(sentence, article, language, own) for sentence in (*article.sentences, *article.counterpart))
    yield Evidence(claims=tuple(claims))
    told = {article.headline, *(sentence.text for sentence in (*article.sentences, *article.counterpart))}
    yield from _findings([one for one in article.findings if one.sentence not in told], language)
    yield text(_made(article, language), "caption")


def _claim(sentence: Sentence, article: Article, language: Language, own: Language) -> Claim:
    found = [one for one in article.findings if one.sentence == sentence.text]
    quotations = [note_pieces(citation, language) for citation in article.citations if citation.key in sentence.citations]
    held = [(Piece(text=f"“{problem.evidence}”"),) for problem in sentence.problems if problem.evidence]
    if sentence in article.counterpart and not (sentence.citations or sentence.problems):
        held = [(Piece(text=label("paired", language)),)]
    return Claim(
        sentence=marked(sentence.text, [one.words for one in found] or [one.words for one in sentence.problems]),
        quotations=(*quotations, *held),
        findings=(*_findings(found, language), *(() if _grounded(found) else _problems(sentence, language))),
        language=_told_in(sentence, article, language, own),
    )


def _told_in(sentence: Sentence, article: Article, language: Language, own: Language) -> Language | None:
    """The language of a sentence where it is not the edition's: the paired text is in the other than the article's."""
    paired: Language = "en" if own == "cy" else "cy"
    told = paired if sentence in article.counterpart else own
    return told if told != language else None


def marked(sentence: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """A sentence with the offending words marked where they stand; a whole sentence that offends is not marked word for word."""
    spans = sorted((start, start + len(some)) for some in set(words) if some and some != sentence and (start := sentence.find(some)) >= 0)
    pieces: list[Piece] = []
    reached = 0
    for start, end in spans:
        if start < reached:
            continue
        pieces += [Piece(text=sentence[reached:start]), Piece(text=sentence[start:end], kind="mark")]
        reached = end
    return tuple(piece for piece in (*pieces, Piece(text=sentence[reached:])) if piece.text)


def _findings(found: Sequence[Finding], language: Language) -> Iterator[Paragraph]:
    for one in found:
        yield Paragraph(
            pieces=(
                Piece(text=f"{label(one.severity, language)}: ", kind="strong"),
                Piece(text=f"{one.check}: {one.rule}. "),
                Piece(text=f"“{one.words}”. " if one.words and one.words != one.sentence else ""),
                Piece(text=one.advice),
            ),
            manner="finding" if one.severity == "stop" else "warning",
        )


def _grounded(found: Sequence[Finding]) -> bool:
    """Whether the findings tell the sentence's problems already."""
    return any(one.check == "grounding" for one in found)


def _problems(sentence: Sentence, language: Language) -> Iterator[Paragraph]:
    for problem in sentence.problems:
        pieces = (Piece(text=f"{label('stop', language)}: ", kind="strong"), Piece(text=f"{problem.name}: “{problem.words}”"))
        yield Paragraph(pieces=pieces, manner="finding")


def _made(article: Article, language: Language) -> str:
    made = article.provenance
    by = f"{label('made_by', language)} {made.engine}"
    parts = [
        by,
        made.prompt or "",
        (made.model or "").rpartition("/")[2],
        f"{label('score', language)}: {', '.join(article.reasons)}" if article.reasons else "",
    ]
    return "; ".join(part for part in parts if part) + "."
