"""Files of models are what they were, or are refused with a reason."""

from __future__ import annotations

import pytest

from ingest import weights
from ingest.errors import EmbeddingServiceError


def test_the_files_are_those_of_the_digests() -> None:
    assert weights.minilm()
    assert weights.wordpieces().encode("pool").tokens == ["[CLS]", "pool", "[SEP]"]


def test_a_damaged_or_missing_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "TOKENIZER_SHA256", "0" * 64)
    with pytest.raises(EmbeddingServiceError, match=r"minilm-tokenizer\.json is damaged"):
        weights.wordpieces()
    with pytest.raises(EmbeddingServiceError, match=r"no_such_package/model\.onnx is missing"):
        weights.checked("no_such_package", "model.onnx", "0" * 64)
