"""The embedded model: unit vectors, the same for the same text, checked files, and clear errors."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import openai
import pytest
from langchain_core.embeddings import Embeddings

from ingest import embedding, weights
from ingest.embedding import ServedEmbedder, embedder
from ingest.errors import EmbeddingServiceError
from tests.conftest import ROOT

TEXTS = ["Foster carers.", "The pool at Rhosybryn would close.", "x", "", "😀 ŵŷ £4.1m", "a longer text " * 400]


def test_vectors_have_unit_length_and_the_order_of_the_texts() -> None:
    made = embedder().embed(TEXTS)
    assert (made.shape, made.dtype) == ((len(TEXTS), 384), np.dtype("float32"))
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-5)
    for text, vector in zip(TEXTS, made, strict=True):
        assert float(embedder().embed([text])[0] @ vector) == pytest.approx(1, abs=1e-4)


def test_the_same_text_gives_the_same_vector_in_any_company() -> None:
    forwards, backwards = embedder().embed(TEXTS), embedder().embed(TEXTS[::-1])[::-1]
    assert np.allclose(forwards, backwards, atol=1e-5)


def test_nearness_is_nearness_of_meaning() -> None:
    asked, near, far = embedder().embed(["children in care", "foster families looking after young people", "resurfacing of the A487"])
    assert asked @ near > asked @ far + 0.2


def test_nothing_embeds_to_nothing() -> None:
    assert embedder().embed([]).shape == (0, 384)


def test_half_of_a_surrogate_pair_does_no_harm() -> None:
    assert embedder().embed(["broken \ud83d text"]).shape == (1, 384)


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    embedder().embed(["words"] * 19, lambda done, total: told.append((done, total)))
    assert told[-1] == (19, 19)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_it_is_made_once() -> None:
    assert embedder() is embedder()


def test_a_damaged_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "TOKENIZER_SHA256", "0" * 64)
    with pytest.raises(EmbeddingServiceError, match=r"minilm-tokenizer\.json is damaged"):
        embedding.MiniLM()


def test_a_model_nobody_makes_is_named() -> None:
    with pytest.raises(EmbeddingServiceError, match="embedding model nonsense:model cannot be made"):
        ServedEmbedder("nonsense:model")


class Served:
    """A service that answers with vectors of any length, or fails."""

    def __init__(self, fails: bool = False) -> None:
        self.fails = fails

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Answers."""
        if self.fails:
            raise openai.OpenAIError("connection refused")
        return [[3.0, 4.0] if text else [0.0, 0.0] for text in texts]


def test_a_served_models_vectors_are_brought_to_unit_length() -> None:
    made = ServedEmbedder("openai:any", cast("Embeddings", Served())).embed(["text", ""])
    assert np.allclose(made, np.array([[0.6, 0.8], [0.0, 0.0]]))
    with pytest.raises(EmbeddingServiceError, match="openai:any failed: connection refused"):
        ServedEmbedder("openai:any", cast("Embeddings", Served(fails=True))).embed(["text"])


def test_importing_loads_nothing_heavy_and_the_model_needs_no_network(tmp_path: Path) -> None:
    program = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('the network was asked')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from ingest import embedding\n"
        "assert not {'onnxruntime', 'numpy', 'tokenizers', 'langchain'} & set(sys.modules)\n"
        "print(embedding.embedder().embed(['words']).shape)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env={"HOME": str(tmp_path)}, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("(1, 384)", "")
