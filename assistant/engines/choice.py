"""Which engine writes: the configured chat model if there is one, else the embedded engine."""

from __future__ import annotations

from typing import Literal

from assistant.engines.base import Engine
from assistant.engines.quote import QuoteEngine
from assistant.engines.unavailable import UnavailableEngine
from assistant.models import chat_model, configured
from ingest.errors import ChatServiceError
from ingest.library import Library

Wanted = Literal["auto", "quote", "llm"]


def choose(library: Library, wanted: Wanted = "auto") -> tuple[Engine, Engine | None]:
    """The engine, and the one to fall back on when its model fails.

    Raises:
        ChatServiceError: `llm` is wanted and no model is configured, or its server does not say which it serves.
    """
    quote = QuoteEngine(library.embedder.embed)
    try:
        settings = configured() if wanted != "quote" else None
        if settings is not None:
            from assistant.engines.llm import LlmEngine

            return LlmEngine(chat_model(settings), settings), quote if wanted == "auto" else None
    except ChatServiceError as error:
        if wanted == "llm":
            raise
        return UnavailableEngine(error), quote
    if wanted == "llm":
        raise ChatServiceError(
            "no chat model is configured", "set MINUTEWISE_MODEL, or OPENAI_BASE_URL (see docs/models.md)", reason="no_model"
        )
    return quote, None
