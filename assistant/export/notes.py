"""Notes: for each citation its quotation and its place, numbered in the order first referred to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from assistant.datamodel import Citation, Passage, Sentence
from assistant.export.labels import label
from assistant.export.sheet import Note, Piece
from ingest.datamodel import Language


class NoteBook:
    """Collects the notes of one sheet. The same quotation from the same place is one note, however many articles cite it."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._notes: dict[str, Note] = {}

    def notes(self) -> tuple[Note, ...]:
        """All notes so far, in order."""
        return tuple(self._notes.values())

    def told(self, sentences: Iterable[Sentence], citations: Sequence[Citation]) -> tuple[Piece, ...]:
        """Sentences as running text, each with its notes behind it, and a mark where the minutes do not bear it out."""
        known = {citation.key: citation for citation in citations}
        pieces: list[Piece] = []
        for sentence in sentences:
            pieces.append(Piece(text=f" {sentence.text}" if pieces else sentence.text))
            if sentence.problems:
                pieces += [Piece(text=" "), Piece(text=f"[{label('unsupported', self._language)}]", kind="mark")]
            for place, citation in enumerate(known[key] for key in sentence.citations if key in known):
                pieces += [Piece(kind="between")] * (place > 0) + [Piece(kind="note", target=self._add(citation))]
        return tuple(pieces)

    def _add(self, citation: Citation) -> str:
        source = citation.passage.source
        key = "|".join(map(str, (source.path, *source.paragraphs, citation.quote)))
        self._notes.setdefault(key, Note(key=key, pieces=note_pieces(citation, self._language)))
        return key


def note_pieces(citation: Citation, language: Language) -> tuple[Piece, ...]:
    """'“Numbers remain low.” Cabinet, 22 October 2024, item 5. Fostering; cabinet.html, paragraph 41; democracy.gov.uk.'"""
    passage = citation.passage
    other = passage.language if passage.language != language else None
    draft = f" ({label('draft', language).lower()})" if passage.status == "draft" else ""
    pieces = [
        Piece(text=f"“{folded(citation.quote)}”", language=other),
        Piece(text=" "),
        Piece(text=f"{passage.heading()}{draft}; {place(passage, language)}"),
    ]
    if host := web_host(passage.source.url):
        pieces += [Piece(text="; "), Piece(kind="link", text=host, target=passage.source.url or "")]
    return (*pieces, Piece(text="."))


def place(passage: Passage, language: Language) -> str:
    """'minutes.pdf, page 3, paragraphs 41 to 43'"""
    source = passage.source
    first, last = source.paragraphs
    paragraphs = label("paragraph", language, first=first) if first == last else label("paragraphs", language, first=first, last=last)
    page = label("page", language, page=source.page) if source.page else ""
    return ", ".join(part for part in (source.path.rpartition("/")[2], page, paragraphs) if part)


def web_host(address: str | None) -> str:
    """The host that an address leads to, as a link's words; empty where it is not one that a reader may follow, http or https."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""


def folded(text: str) -> str:
    """On one line."""
    return " ".join(text.split())
