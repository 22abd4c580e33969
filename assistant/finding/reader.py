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
    from tokenizers import Tokenizer

FILE = "data/reader.onnx"
SHA256 = "7543b0d603a29a6249136b3063abafda7124e417e9acf311645eaf17052e6bb6"
WORDPIECES, DIMENSIONS = 30_522, 384
AT_VECTORS, AT_SCALES = 161_538, 11_882_049  # bytes from the start of the embedded model's file, whose digest is checked
QUESTION, HEADING, SENTENCE, WINDOW, WHOLE = 40, 40, 100, 190, 256  # wordpieces read at most
CLS, SEP, FULL_STOP = 101, 102, 1012
REMEMBERED = 5_000  # windows


class Told(NamedTuple):
    """A passage as it is read."""

    heading: str  # 'Cabinet, 22 October 2024, item 10. LEASE'
    sentences: tuple[str, ...]


class Reader:
    """Reads passages, and remembers what it made of them: the gate and the engine ask the same."""

    def __init__(self, threads: int = 0) -> None:
        import numpy as np

        words = minilm()
        vectors = np.frombuffer(words, dtype=np.int8, count=WORDPIECES * DIMENSIONS, offset=AT_VECTORS)
        self._vectors = vectors.reshape(WORDPIECES, DIMENSIONS)
        self._scales = np.frombuffer(words, dtype=np.float32, count=WORDPIECES, offset=AT_SCALES)[:, None]
        self._session = session(checked("assistant.finding", FILE, SHA256), threads)
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
        for part in missing:
            known[part] = self._known[question, part] = self._read(question, part)
        return [[value for part in several for value in known[part]] for several in parts]

    def _parts(self, passage: Told) -> Iterator[Told]:
        """A passage in parts that can be read at once."""
        part: list[str] = []
        length = 0
        for sentence in passage.sentences:
            pieces = min(len(self._ids(sentence)), SENTENCE)
            if part and length + pieces > WINDOW:
                yield Told(passage.heading, tuple(part))
                part, length = [], 0
            part.append(sentence)
            length += pieces
        if part:
            yield Told(passage.heading, tuple(part))

    def _read(self, question: str, part: Told) -> list[float]:
        import numpy as np

        asked = [CLS, *self._ids(question)[:QUESTION], SEP]
        read = [*asked, *([*self._ids(part.heading)[:HEADING], FULL_STOP] if part.heading else ())]
        spans = []
        for sentence in part.sentences:
            first = min(len(read), WHOLE - 2)
            read += self._ids(sentence)[:SENTENCE]
            spans.append((first, max(first + 1, min(len(read), WHOLE - 1))))
        ids = np.array([[*read[: WHOLE - 1], SEP]], dtype=np.int64)
        segments = np.zeros_like(ids)
        segments[:, len(asked) :] = 1
        words = self._vectors[ids] * self._scales[ids]
        mask = np.ones(ids.shape, dtype=np.float32)
        # One at a time: int8 takes its scale from all that is read together, and a window should be worth the same in any company.
        (hidden,), head = self._session.run(None, {"words": words, "segments": segments, "mask": mask})
        return [_value(hidden[first:end], head) for first, end in spans]

    def _ids(self, text: str) -> list[int]:
        return _wordpieces(self._tokenizer, text)


@functools.lru_cache(maxsize=20_000)
def _wordpieces(tokenizer: Tokenizer, text: str) -> list[int]:
    # The tokenizer takes no half of a surrogate pair.
    readable = in_english(text.encode("utf-8", errors="replace").decode("utf-8"))
    ids: list[int] = tokenizer.encode(readable, add_special_tokens=False).ids
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
