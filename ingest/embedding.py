"""Texts into unit vectors: all-MiniLM-L6-v2 on this machine by default, any LangChain embedding model by setting."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from ingest.errors import EmbeddingServiceError
from ingest.gloss import in_english
from ingest.settings import EMBEDDED_MODEL
from ingest.weights import minilm, session, wordpieces

if TYPE_CHECKING:
    import numpy as np
    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

MAX_WORDPIECES = 256  # what the model was trained to read at most; the rest of a longer text is not seen
BATCH_SIZE = 4  # texts of like length; more at once are no faster on CPU

Progress = Callable[[int, int], None]  # texts done, texts in all


class Embedder(Protocol):
    """Turns texts into vectors of unit length; the same text always gives the same vector."""

    name: str

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Returns float32, shape (len(texts), dimensions), rows of length 1."""
        ...


class MiniLM:
    """all-MiniLM-L6-v2 (int8 ONNX, 384 dimensions) by onnxruntime on CPU: no network, no key."""

    name = "all-MiniLM-L6-v2/int8"

    def __init__(self, threads: int = 0) -> None:
        self._session = session(minilm(), threads)
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._tokenizer = wordpieces()
        self._tokenizer.enable_truncation(MAX_WORDPIECES)

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Mean-pools the last layer over the attention mask and normalises; batches of like length waste no padding.

        The model knows no Welsh: it reads the English gloss of a Welsh text.
        """
        import numpy as np

        # The tokenizer takes no half of a surrogate pair.
        readable = [in_english(text.encode("utf-8", errors="replace").decode("utf-8")) for text in texts]
        encoded = self._tokenizer.encode_batch_fast(readable)
        order = sorted(range(len(texts)), key=lambda position: len(encoded[position].ids))
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for start in range(0, len(order), BATCH_SIZE):
            rows = order[start : start + BATCH_SIZE]
            width = len(encoded[rows[-1]].ids)
            ids = np.zeros((len(rows), width), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, position in enumerate(rows):
                wordpieces = encoded[position].ids
                ids[row, : len(wordpieces)] = wordpieces
                mask[row, : len(wordpieces)] = 1
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            hidden = self._session.run(None, {name: feed[name] for name in self._inputs})[0]
            pooled = (hidden * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
            vectors[rows] = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
            if progress:
                progress(min(start + BATCH_SIZE, len(order)), len(order))
        return vectors


class ServedEmbedder:
    """An embedding model that LangChain's `init_embeddings` can name, e.g. 'openai:text-embedding-3-small'."""

    def __init__(self, name: str, embeddings: Embeddings | None = None) -> None:
        self.name = name
        self._embeddings = embeddings or _init_embeddings(name)

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Asks the service; its errors come out as EmbeddingServiceError."""
        import numpy as np
        import openai

        try:
            vectors = np.asarray(self._embeddings.embed_documents(list(texts)), dtype=np.float32)
        except openai.OpenAIError as error:
            raise EmbeddingServiceError(
                f"the embedding model {self.name} failed: {error}",
                "check the address and key of the service, or unset MINUTEWISE_EMBEDDING",
            ) from error
        if progress:
            progress(len(texts), len(texts))
        normalised: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
        return normalised


@functools.cache
def embedder(name: str = EMBEDDED_MODEL) -> Embedder:
    """The embedder of that name, made once in a process.

    Raises:
        EmbeddingServiceError: the embedded model is missing or damaged, or the named one cannot be made.
    """
    return MiniLM() if name == EMBEDDED_MODEL else ServedEmbedder(name)


def _init_embeddings(name: str) -> Embeddings:
    from langchain.embeddings import init_embeddings

    try:
        # Servers other than OpenAI's take text, not token numbers.
        extra: dict[str, Any] = {"check_embedding_ctx_length": False} if name.startswith("openai:") else {}
        made: Embeddings = init_embeddings(name, **extra)
    except Exception as error:  # each vendor's package raises its own kind here
        raise EmbeddingServiceError(
            f"the embedding model {name} cannot be made: {error}", "see docs/models.md for how to name one"
        ) from error
    return made
