"""Which committees a question names."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lookup import has_words


def bodies_named(question: str, bodies: Sequence[str]) -> tuple[str, ...]:
    """Those of the bodies whose name stands in the question as words; of 'Cabinet' and 'Cabinet Committee' the longer one it names."""
    named = [body for body in bodies if has_words(question, body)]
    return tuple(body for body in named if not any(body != longer and has_words(longer, body) for longer in named))
