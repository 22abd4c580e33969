"""Minutes into chunks: runs of whole paragraphs within one agenda item, under a token budget."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterator, Sequence

from ingest.datamodel import AgendaItem, Chunk, Minutes, Paragraph
from ingest.text import sentences
from ingest.tokens import count

STRETCH = 1.4  # a paragraph or list up to this many times the budget stays whole: half an answer is worse than a long passage
LONG = 400  # paragraphs or lists of an item from which on some of them are anchors
ANCHORS = 16  # one in so many: it may begin a chunk before the one before it is full,
ANCHORED = 0.4  # once that has this share of the budget
TITLE_WORDS = 15  # of an item's title in the context line: a whole speech as a title would drown the chunk's own words
BULLET = "• "  # how a bullet begins in a chunk, whatever mark the source had

_PART = re.compile(rf"{BULLET}|[\"“‘']|[Tt]hat\b|[Bb]od\b|\(?(?:[a-z]|\d{{1,2}}|[ivx]{{1,4}})[.)]\s")

Piece = tuple[str, Paragraph]  # words of a paragraph: all of them, or some sentences of a long one


def chunks(minutes: Minutes, document_id: str, budget: int) -> list[Chunk]:
    """Cuts minutes into chunks of about `budget` cl100k_base tokens of text, at most STRETCH times that (one sentence alone may be longer).

    A chunk never crosses an agenda item. Agenda text is left out: it says what was proposed, not what happened.
    """
    made: list[Chunk] = []
    for item in minutes.items:
        context = context_line(minutes, item)
        overhead = count(context)
        for run in _runs(item, budget):
            text = "\n".join(words for words, _ in run)
            speakers = {paragraph.speaker for _, paragraph in run}
            made.append(
                Chunk(
                    id=f"{document_id}-{len(made):04d}",
                    document_id=document_id,
                    item_ordinal=item.ordinal,
                    position=len(made),
                    text=text,
                    context=context,
                    paragraphs=(run[0][1].index, run[-1][1].index),
                    page=run[0][1].page,
                    speaker=speakers.pop() if len(speakers) == 1 else None,
                    tokens=overhead + count(text),
                )
            )
    return made


def context_line(minutes: Minutes, item: AgendaItem) -> str:
    """Council, body, date, item number and title in one line: 'Cabinet, 22 October 2024: 5. Leisure centre'."""
    meeting = minutes.meeting
    when = f"{meeting.date.day} {meeting.date:%B %Y}" if meeting.date else None
    where = ", ".join(part for part in (meeting.council, meeting.body if meeting.body != meeting.council else None, when) if part)
    short = " ".join(item.title.split()[:TITLE_WORDS])
    title = f"{item.number}. {short}" if item.number else short
    return ": ".join(part for part in (where, title) if part)


def leads_in(text: str) -> bool:
    """Whether parts follow: 'RESOLVED that:'."""
    return text.rstrip().endswith((":", ":-", ":–"))


def is_part(text: str) -> bool:
    """Whether it can be a part of what a lead-in announces: a bullet, a lettered part, a quoted motion, 'That …'."""
    return bool(_PART.match(text))


def spoken(paragraph: Paragraph) -> str:
    """The paragraph as it stands in the source: a transcript's turn begins with its speaker, a bullet with its mark."""
    if paragraph.speaker:
        return f"{paragraph.speaker}: {paragraph.text}"
    return f"{BULLET}{paragraph.text}" if paragraph.kind == "bullet" else paragraph.text


def _runs(item: AgendaItem, budget: int) -> Iterator[list[Piece]]:
    run: list[Piece] = []
    used = 0
    groups = list(_groups(_pieces(item.paragraphs, budget)))
    long = len(groups) > LONG
    for group in groups:
        size = sum(count(words) + 1 for words, _ in group)
        if run and (used + size > budget or (long and used > ANCHORED * budget and _anchor(group))):
            yield run
            run, used = [], 0
        run.extend(group)
        used += size
        while used > budget * STRETCH:  # a list too long for one chunk
            yield run[: (cut := _fitting(run, budget))]
            run = run[cut:]
            used = sum(count(words) + 1 for words, _ in run)
    if run:
        yield run


def _anchor(group: list[Piece]) -> bool:
    """Whether a chunk of a long item may end early before these words, told by a checksum of them.

    Without such places a paragraph that grows can move the borders behind it for a hundred chunks, and all of them are embedded anew.
    """
    return zlib.crc32(group[0][0].encode("utf-8")) % ANCHORS == 0


def _groups(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """What belongs together: a lead-in ('RESOLVED that:') with the bullets under it."""
    group: list[Piece] = []
    for piece in pieces:
        belongs = group and is_part(piece[0]) and (len(group) > 1 or leads_in(group[-1][0]))
        if group and not belongs:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _fitting(run: list[Piece], budget: int) -> int:
    used = 0
    for position, (words, _) in enumerate(run):
        used += count(words) + 1
        if used > budget:
            return max(1, position)
    return len(run)


def _pieces(paragraphs: Sequence[Paragraph], budget: int) -> Iterator[Piece]:
    for paragraph in paragraphs:
        if paragraph.part == "agenda" or paragraph.kind == "label":
            continue
        text = spoken(paragraph)
        tokens = count(text)
        if tokens <= budget * STRETCH:
            yield text, paragraph
            continue
        even = tokens / math.ceil(tokens / budget)  # parts of like length rather than a full one and a scrap
        start = end = used = 0
        for sentence in sentences(text):
            size = count(sentence)
            if used and used + size / 2 > even:
                yield text[start:end], paragraph
                start, used = text.index(sentence, end), 0
            end = text.index(sentence, end) + len(sentence)
            used += size
        yield text[start:end], paragraph
