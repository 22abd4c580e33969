"""Reads a question and a passage together and says of each sentence how likely it answers: an extractive reader, by onnxruntime on CPU.

MiniLM's six layers, tuned to name the answering sentence among those of several passages, or none (shared normalisation, Clark and
Gardner 2018), where every question was met as often without its answer as with it. How it was made and what it gains is in
docs/decisions/0009. The word embeddings are those of the embedded model, read out of its file. It knows English; of Welsh it reads the
gloss.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ingest.gloss import in_english
from ingest.weights import checked, minilm, session, wordpieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "data/reader.onnx"
SHA256 = "dcd3c503ed9482a2d9214844000339c15531fc3c29767659b343ef8d8393f820"
WORDPIECES, DIMENSIONS = 30_522, 384
AT_VECTORS, AT_SCALES = 161_538, 11_882_049  # bytes from the start of the embedded model's file, whose digest is checked
QUESTION, TITLE, SENTENCE, WINDOW, WHOLE = 40, 20, 100, 190, 256  # wordpieces read at most
CLS, SEP, FULL_STOP = 101, 102, 1012
BATCH = 1
REMEMBERED = 5_000  # windows


class Told(NamedTuple):
    """A passage as it is read."""

    title: str
    sentences: tuple[str, ...]


class _Window(NamedTuple):
    """As much of a passage as is read at once."""

    ids: list[int]
    spans: list[tuple[int, int]]  # of each sentence, first position and the one after its last; the same where none of it was read


class Reader:
    """Reads passages, and remembers what it made of them: the gate and the engine ask the same."""

    def __init__(self, threads: int = 0) -> None:
        import numpy as np

        words = minilm()
        vectors = np.frombuffer(words, dtype=np.int8, count=WORDPIECES * DIMENSIONS, offset=AT_VECTORS)
        self._vectors = vectors.reshape(WORDPIECES, DIMENSIONS)
        self._scales = np.frombuffer(words, dtype=np.float32, count=WORDPIECES, offset=AT_SCALES)[:, None]
        self._session = session(checked("assistant", FILE, SHA256), threads)
        self._tokenizer = wordpieces()
        self._known: dict[tuple[str, Told], list[float]] = {}

    def logits(self, question: str, passages: Sequence[Told]) -> list[list[float]]:
        """For each sentence of each passage how likely it answers the question, against 0 for none: more is likelier."""
        parts = [list(self._parts(passage)) for passage in passages]
        wanted = dict.fromkeys(part for several in parts for part in several)
        known = {part: values for part in wanted if (values := self._known.get((question, part))) is not None}  # another thread may clear
        missing = [part for part in wanted if part not in known]
        if len(self._known) + len(missing) > REMEMBERED:
            self._known.clear()
        for part, values in zip(missing, self._read(question, missing), strict=True):
            known[part] = self._known[question, part] = values
        return [[value for part in several for value in known[part]] for several in parts]

    def _parts(self, passage: Told) -> Iterator[Told]:
        """A passage in parts that can be read at once."""
        part: list[str] = []
        length = 0
        for sentence in passage.sentences:
            pieces = min(len(self._ids(sentence)), SENTENCE)
            if part and length + pieces > WINDOW:
                yield Told(passage.title, tuple(part))
                part, length = [], 0
            part.append(sentence)
            length += pieces
        if part:
            yield Told(passage.title, tuple(part))

    def _read(self, question: str, parts: Sequence[Told]) -> list[list[float]]:
        import numpy as np

        asked = [CLS, *self._ids(question)[:QUESTION], SEP]
        windows = [self._window(asked, part) for part in parts]
        order = sorted(range(len(parts)), key=lambda place: len(windows[place].ids))
        values: list[list[float]] = [[] for _ in parts]
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            ids = np.zeros((len(rows), len(windows[rows[-1]].ids)), dtype=np.int64)
            mask = np.zeros(ids.shape, dtype=np.float32)
            segments = np.zeros_like(ids)
            for row, place in enumerate(rows):
                end = len(windows[place].ids)
                ids[row, :end], mask[row, :end], segments[row, len(asked) : end] = windows[place].ids, 1, 1
            words = self._vectors[ids] * self._scales[ids]
            hidden, head = self._session.run(None, {"words": words, "segments": segments, "mask": mask})
            for row, place in enumerate(rows):
                values[place] = [_value(hidden[row, first:end], head) for first, end in windows[place].spans]
        return values

    def _window(self, asked: Sequence[int], part: Told) -> _Window:
        ids = [*asked, *([*self._ids(part.title)[:TITLE], FULL_STOP] if part.title else ())]
        spans = []
        for sentence in part.sentences:
            first = min(len(ids), WHOLE - 2)
            ids += self._ids(sentence)[:SENTENCE]
            spans.append((first, max(first + 1, min(len(ids), WHOLE - 1))))
        return _Window([*ids[: WHOLE - 1], SEP], spans)

    def _ids(self, text: str) -> list[int]:
        return _wordpieces(self._tokenizer, in_english(text))


@functools.lru_cache(maxsize=20_000)
def _wordpieces(tokenizer: object, text: str) -> list[int]:
    # The tokenizer takes no half of a surrogate pair.
    readable = text.encode("utf-8", errors="replace").decode("utf-8")
    ids: list[int] = tokenizer.encode(readable, add_special_tokens=False).ids  # type: ignore[attr-defined]
    return ids


def _value(hidden: NDArray[np.float32], head: NDArray[np.float32]) -> float:
    """A linear function of a sentence's mean and highest values, shape (wordpieces, dimensions)."""
    return float(hidden.mean(axis=0) @ head[:DIMENSIONS] + hidden.max(axis=0) @ head[DIMENSIONS:-1] + head[-1])


@functools.cache
def reader() -> Reader:
    """The one of this process.

    Raises:
        EmbeddingServiceError: a file of the model is missing or damaged.
    """
    return Reader()
