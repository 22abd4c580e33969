"""Libraries of any size for measuring speed, made by varying the passages of a real one: no text is embedded anew.

Each passage is a real one with its sentences in another order and a third of its words exchanged for others of the library, its vector
turned by as much as a paraphrase would turn it. Documents have 100 passages in 20 items, eight bodies meet in turn.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ingest.catalogue import digest
from ingest.datamodel import AgendaItem, Chunk, Meeting, Minutes, Paragraph, Source
from ingest.library import Library
from ingest.settings import Settings
from ingest.text import sentences

if TYPE_CHECKING:
    from ingest.embedding import Vectors

IN_DOCUMENT, IN_ITEM = 100, 5
EXCHANGED = 0.33  # share of the words
TURN = 0.6  # length of the random vector that is added to each vector of length 1
BODIES = ("Cabinet", "Council", "Planning", "Scrutiny", "Audit", "Licensing", "Standards", "Education")


class Real(NamedTuple):
    """Passages of a real library with their vectors."""

    texts: list[str]
    speakers: list[str | None]
    vectors: Vectors


def passages_of(library: Library) -> Real:
    """All passages of a library."""
    rows = library.catalogue.connection.execute("SELECT id, text, speaker FROM chunks ORDER BY document_id, position").fetchall()
    vectors = library.stored_vectors([row["id"] for row in rows])
    return Real([row["text"] for row in rows], [row["speaker"] for row in rows], vectors)


def enlarge(real: Real, folder: Path, size: int, seed: int = 7) -> None:
    """Makes a library of `size` passages in the folder; one that is there and has that size is kept."""
    with Library(Settings(library=folder), create=True) as library:
        if library.lookup.chunk_count() == size:
            return
        chance = random.Random(seed)
        vocabulary = [word for text in real.texts for word in text.split()]
        for number, start in enumerate(range(0, size, IN_DOCUMENT)):
            count = min(IN_DOCUMENT, size - start)
            minutes, chunks, vectors = _document(real, number, count, chance, vocabulary)
            library.put(chunks[0].document_id, f"/varied/{number:06}.txt", minutes, chunks, vectors)
        library.settle()


def _document(
    real: Real, number: int, count: int, chance: random.Random, vocabulary: list[str]
) -> tuple[Minutes, list[Chunk], dict[bytes, bytes]]:
    import numpy as np

    noise = np.random.default_rng(number)
    name = f"{number:012x}"
    body = BODIES[number % len(BODIES)]
    date = dt.date(2010, 1, 1) + dt.timedelta(days=number % 5000)
    first = chance.randrange(len(real.texts))
    chunks: list[Chunk] = []
    vectors: dict[bytes, bytes] = {}
    for position in range(count):
        source = (first + position) % len(real.texts)
        text = _varied(real.texts[source], chance, vocabulary)
        chunk = Chunk(
            id=f"{name}-{position:04d}",
            document_id=name,
            item_ordinal=position // IN_ITEM,
            position=position,
            text=text,
            context=f"Varied Council, {body}, {date.day} {date:%B %Y}: {position // IN_ITEM}. Matter {position // IN_ITEM}",
            paragraphs=(position + 1, position + 1),
            speaker=real.speakers[source],
            tokens=len(text) // 4,
        )
        turned = noise.standard_normal(size=(real.vectors.shape[1],), dtype=np.float32)
        vector: Vectors = real.vectors[source] + TURN * turned / np.linalg.norm(turned)
        unit = np.asarray(vector / np.linalg.norm(vector), dtype=np.float16)
        vectors[digest(chunk.indexed_text)] = unit.tobytes()
        chunks.append(chunk)
    meeting = Meeting(council="Varied Council", body=body, date=date)
    source_file = Source(path=f"{name}.txt", sha256=name, format="text")
    return Minutes(meeting=meeting, title=name, items=tuple(_items(chunks)), source=source_file), chunks, vectors


def _items(chunks: list[Chunk]) -> Iterator[AgendaItem]:
    for ordinal in range(chunks[-1].item_ordinal + 1):
        own = [chunk for chunk in chunks if chunk.item_ordinal == ordinal]
        paragraphs = tuple(Paragraph(index=chunk.position + 1, text=chunk.text) for chunk in own)
        yield AgendaItem(ordinal=ordinal, number=str(ordinal), title=f"Matter {ordinal}", paragraphs=paragraphs)


def _varied(text: str, chance: random.Random, vocabulary: list[str]) -> str:
    parts = sentences(text)
    chance.shuffle(parts)
    words = " ".join(parts).split()
    return " ".join(chance.choice(vocabulary) if chance.random() < EXCHANGED else word for word in words)
