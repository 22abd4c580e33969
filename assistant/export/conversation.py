"""A conversation as a file: questions, answers, and for every sentence its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from assistant.datamodel import Answer
from assistant.export.files import write
from assistant.export.labels import label
from assistant.export.notes import NoteBook
from assistant.export.sheet import Block, Bullets, Heading, Paragraph, Piece, Sheet
from ingest.datamodel import Language
from ingest.dates import in_words

UNDATED = date(2000, 1, 1)


def export_conversation(
    answers: Sequence[Answer], path: Path, form: str = "md", *, title: str | None = None, language: Language = "en"
) -> Path:
    """Writes a conversation to `path`, replacing the file. Withheld sentences are not in it: the minutes do not bear them out.

    Raises:
        InputError: no such format, or the file cannot be written.
    """
    return write(conversation(answers, title=title, language=language), path, form)


def conversation(answers: Sequence[Answer], *, title: str | None = None, language: Language = "en") -> Sheet:
    """Lays out a conversation: each question as a heading, its answer with notes, an abstention with what lies nearest."""
    book = NoteBook(language)
    blocks: list[Block] = []
    for place, answer in enumerate(answers, start=1):
        blocks.append(Heading(text=answer.question, level=2, id=f"question-{place}"))
        blocks += _told(answer, book, language)
    blocks.append(Paragraph(pieces=(Piece(text=label("about", language)),), manner="caption"))
    days = [citation.passage.date for answer in answers for citation in answer.citations if citation.passage.date]
    return Sheet(
        title=title or label("conversation", language),
        language=language,
        blocks=tuple(blocks),
        notes=book.notes(),
        notes_title=label("sources", language),
        day=max(days, default=UNDATED),
    )


def _told(answer: Answer, book: NoteBook, language: Language) -> Iterator[Block]:
    if answer.abstention:
        yield Paragraph(pieces=(Piece(text=answer.abstention.message),), manner="notice")
        if answer.abstention.nearest:
            yield Paragraph(pieces=(Piece(text=f"{label('nearest', language)}:"),))
            yield Bullets(lines=tuple((Piece(text=heading),) for heading in answer.abstention.nearest))
        return
    told = {citation.passage.language for citation in answer.citations}
    other = next(iter(told)) if len(told) == 1 and told != {language} else None
    yield Paragraph(pieces=book.told(answer.sentences, answer.citations), language=other)
    for right in answer.put_right:
        day = in_words(right.correction.date, language) if right.correction.date else "–"
        told_right = label("put_right", language, words=right.words, day=day, text=right.correction.text)
        yield Paragraph(pieces=(Piece(text=told_right),), manner="notice")
    if any(citation.passage.status == "draft" for citation in answer.citations):
        yield Paragraph(pieces=(Piece(text=label("draft_minutes", language)),), manner="draft")
