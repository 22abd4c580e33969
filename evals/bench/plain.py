"""What a user would otherwise write: LangChain's recursive splitter, Chroma, similarity search. The measure of `minutewise bench`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ingest.embedding import Embedder

if TYPE_CHECKING:
    from langchain_chroma import Chroma

SIZE, OVERLAP = 1000, 100  # characters


class PlainPipeline:
    """Transcripts of one paragraph a turn, cut and searched the plain way, with the same embedding model."""

    def __init__(self, meetings: Path, folder: Path, embedder: Embedder) -> None:
        """Cuts and embeds the meetings, unless the folder holds them already."""
        from langchain_chroma import Chroma
        from langchain_core.embeddings import Embeddings
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        class Embedded(Embeddings):
            def embed_documents(self, texts: list[str]) -> list[list[float]]:
                made: list[list[float]] = embedder.embed(texts).tolist()
                return made

            def embed_query(self, text: str) -> list[float]:
                return self.embed_documents([text])[0]

        splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True)
        self.turns: dict[str, set[str]] = {}  # of each piece, by its id
        self.by_meeting: dict[str, list[set[str]]] = {}
        self._store: Chroma = Chroma("plain", Embedded(), persist_directory=str(folder))
        held = set(self._store.get(include=[])["ids"])
        for path in sorted(meetings.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            pieces = splitter.create_documents([text])
            names = [f"{path.stem}-{number}" for number in range(len(pieces))]
            for name, piece in zip(names, pieces, strict=True):
                start = piece.metadata["start_index"]
                self.turns[name] = _turns(path.stem, text, start, start + len(piece.page_content))
                self.by_meeting.setdefault(path.stem, []).append(self.turns[name])
            if not held.issuperset(names):
                self._store.add_documents(
                    [piece.model_copy(update={"id": name}) for name, piece in zip(names, pieces, strict=True)], ids=names
                )

    def search(self, question: str, k: int) -> list[set[str]]:
        """The turns that each of the `k` nearest pieces holds."""
        return [self.turns[str(found.id)] for found in self._store.similarity_search(question, k=k)]


def _turns(meeting: str, text: str, start: int, end: int) -> set[str]:
    """Turns are separated by empty lines and counted from 1."""
    first = text[:start].rstrip("\n").count("\n\n") + (1 if start == 0 else 2 if text[start - 1] == "\n" else 1)
    return {f"{meeting}:{turn}" for turn in range(first, first + text[start:end].strip("\n").count("\n\n") + 1)}
