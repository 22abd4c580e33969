"""Loads Gradio in half the time: without what only its developers need at import."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def load(*, mcp: bool) -> None:
    """Imports Gradio. Its MCP server is loaded only where it is wanted: what an import cannot find, Gradio does without."""
    if not mcp and "mcp" not in sys.modules:
        sys.modules["mcp"] = None  # type: ignore[assignment]
    with _no_stubs():
        import gradio  # noqa: F401


@contextmanager
def _no_stubs() -> Iterator[None]:
    """While it is held, Gradio does not compare each component's source with a stub file for editors (1.5 of 3.5 seconds).

    It leaves out components whose source file cannot be found (gradio/component_meta.py, create_or_modify_pyi).
    """
    getfile = inspect.getfile

    def found(thing: Any) -> str:
        if getattr(thing, "__module__", "").startswith("gradio."):
            raise OSError("not looked for")
        return getfile(thing)

    inspect.getfile = found  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getfile = getfile
