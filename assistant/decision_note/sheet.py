"""A decision note laid out for publication, in the language of the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.decision_note.note import Decided, DecisionNote, Line
from assistant.export import Block, Heading, Note, Paragraph, Piece, Sheet, text, web_host
from ingest.datamodel import Language, SourcePlace, Vote
from ingest.dates import in_words

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("Decision note", "Nodyn penderfyniadau"),
    "present": ("Members present", "Aelodau a oedd yn bresennol"),
    "apologies": ("Apologies for absence", "Ymddiheuriadau am absenoldeb"),
    "declarations": ("Declarations of interest", "Datganiadau o fuddiant"),
    "decisions": ("Decisions and votes", "Penderfyniadau a phleidleisiau"),
    "unrecorded": ("Not recorded in the minutes.", "Heb ei gofnodi yn y cofnodion."),
    "no_decisions": ("The minutes record no decision.", "Nid yw'r cofnodion yn cofnodi unrhyw benderfyniad."),
    "outcome": ("Outcome", "Canlyniad"),
    "vote": ("Vote", "Pleidlais"),
    "no_vote": ("not recorded", "heb ei chofnodi"),
    "for": ("for", "o blaid"),
    "against": ("against", "yn erbyn"),
    "abstained": ("abstained", "yn ymatal"),
    "unanimous": ("unanimous", "unfrydol"),
    "casting": ("casting vote", "pleidlais fwrw"),
    "amendment": ("Amendment", "Gwelliant"),
    "passed": ("passed", "derbyniwyd"),
    "lost": ("lost", "gwrthodwyd"),
    "deferred": ("deferred", "gohiriwyd"),
    "withdrawn": ("withdrawn", "tynnwyd yn ôl"),
    "not recorded": ("not recorded", "heb ei gofnodi"),
    "by": ("To be published by {day}.", "I'w gyhoeddi erbyn {day}."),
    "undated": (
        "The minutes state no date, so no day for publication can be told.",
        "Nid oes dyddiad yn y cofnodion, felly ni ellir rhoi diwrnod cyhoeddi.",
    ),
    "law": ("Set out as {law} asks.", "Wedi'i osod allan fel y mae {law} yn gofyn."),
    "private": ("Left out: {count} item(s) taken with the public excluded.", "Gadawyd allan: {count} eitem a ystyriwyd heb y cyhoedd."),
    "not_minutes": ("This note is not the minutes of the meeting.", "Nid cofnodion y cyfarfod yw'r nodyn hwn."),
    "draft": ("Taken from draft minutes.", "O gofnodion drafft."),
    "sources": ("Where the minutes say so", "Ble mae'r cofnodion yn dweud hyn"),
}


class _Book:
    """The places in the minutes, numbered as they come."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.notes: dict[str, Note] = {}

    def word(self, name: str, **values: object) -> str:
        return _WORDS[name][self.language == "cy"].format(**values)

    def note(self, place: SourcePlace) -> Piece:
        first, last = place.paragraphs
        paragraphs = f"{first}" if first == last else f"{first}-{last}"
        page = f"{'tudalen' if self.language == 'cy' else 'page'} {place.page}, " if place.page else ""
        text = f"{place.path.rpartition('/')[2]}, {page}{'paragraff' if self.language == 'cy' else 'paragraph'} {paragraphs}"
        host = web_host(place.url)
        link = (Piece(text="; "), Piece(kind="link", text=host, target=place.url or "")) if host else ()
        self.notes.setdefault(text, Note(key=text, pieces=(Piece(text=text), *link, Piece(text="."))))
        return Piece(kind="note", target=text)


def note_sheet(note: DecisionNote) -> Sheet:
    """Lays out a note: attendance, apologies, declarations, decisions with their votes, and by when it is to be published."""
    import datetime as dt

    book = _Book(note.language)
    when = in_words(note.date, note.language) if note.date else None
    title = ", ".join(part for part in (book.word("title"), note.body or note.council, when) if part)
    blocks: list[Block] = [*_opening(note, book)]
    for name, lines in (("present", note.present), ("apologies", note.apologies), ("declarations", note.declarations)):
        blocks += [Heading(text=book.word(name), level=2, id=name), *_lines(lines, book)]
    blocks.append(Heading(text=book.word("decisions"), level=2, id="decisions"))
    blocks += _decisions(note.decisions, book)
    if note.left_out:
        blocks.append(text(book.word("private", count=note.left_out)))
    blocks.append(text(f"{book.word('law', law=note.law)} {book.word('not_minutes')}", "caption"))
    return Sheet(
        title=title,
        language=note.language,
        blocks=tuple(blocks),
        notes=tuple(book.notes.values()),
        notes_title=book.word("sources"),
        day=note.date or dt.date(2000, 1, 1),
    )


def _opening(note: DecisionNote, book: _Book) -> Iterator[Block]:
    if note.council:
        yield text(note.council, "standfirst")
    if note.status == "draft":
        yield text(book.word("draft"), "draft")
    yield text(book.word("by", day=in_words(note.publish_by, note.language)) if note.publish_by else book.word("undated"), "notice")


def _lines(lines: Sequence[Line], book: _Book) -> Iterator[Block]:
    if not lines:
        yield text(book.word("unrecorded"))
    for line in lines:
        yield Paragraph(pieces=(Piece(text=" ".join(line.text.replace("|", " ").split())), book.note(line.source)))


def _decisions(decisions: Sequence[Decided], book: _Book) -> Iterator[Block]:
    if not decisions:
        yield text(book.word("no_decisions"))
    item = ""
    for one in decisions:
        if one.item != item:
            item = one.item
            yield Heading(text=item, level=3)
        head = f"{book.word('amendment')}: " if one.amendment else ""
        first, *others = one.text.split("\n")
        yield Paragraph(pieces=(Piece(text=f"{head}{first}"), *(() if others else (book.note(one.source),))))
        for place, part in enumerate(others, start=1):
            yield Paragraph(pieces=(Piece(text=part), *((book.note(one.source),) if place == len(others) else ())))
        told = f"{book.word('outcome')}: {book.word(one.outcome)}. {book.word('vote')}: {_vote(one.vote, book)}."
        yield text(told, "caption")


def _vote(vote: Vote | None, book: _Book) -> str:
    if vote is None:
        return book.word("no_vote")
    sides = (
        ("for", vote.votes_for, vote.names_for),
        ("against", vote.votes_against, vote.names_against),
        ("abstained", vote.abstained, vote.names_abstained),
    )
    parts = [_side(book.word(name), count, names) for name, count, names in sides if count is not None or names]
    if vote.unanimous:
        parts.insert(0, book.word("unanimous"))
    if vote.casting:
        parts.append(f"{book.word('casting')}: {vote.casting}")
    return "; ".join(parts) or book.word("no_vote")


def _side(name: str, count: int | None, names: Sequence[str]) -> str:
    told = f"{count} {name}" if count is not None else name
    return f"{told} ({', '.join(names)})" if names else told
