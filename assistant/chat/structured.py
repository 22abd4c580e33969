"""Replies as JSON, where the server can be held to a schema: then no key can be written that was not given.

The reply still streams: each sentence is passed on, as the plain line that replies.py reads, as soon as its object is whole. A server that
takes no notice of the schema writes plain lines, and those pass through as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

NOT_IN_THE_MINUTES = "NOT IN THE MINUTES\n"


def response_format(keys: Sequence[str]) -> dict[str, object]:
    """The schema of a reply that may cite these keys, as OpenAI's and compatible servers take it."""
    sentence = {
        "type": "object",
        "properties": {
            "text": {"type": "string", "description": "one sentence, without its key"},
            "keys": {
                "type": "array",
                "items": {"type": "string", "enum": list(keys)},
                "description": "keys of the lines that it comes from",
            },
        },
        "required": ["text", "keys"],
        "additionalProperties": False,
    }
    schema = {
        "type": "object",
        "properties": {
            "sentences": {"type": "array", "items": sentence, "description": "the sentences in order; empty where the minutes do not say"}
        },
        "required": ["sentences"],
        "additionalProperties": False,
    }
    return {"type": "json_schema", "json_schema": {"name": "cited_sentences", "strict": True, "schema": schema}}


class AsLines:
    """Turns the pieces of a streamed JSON reply into the lines of a plain one."""

    def __init__(self) -> None:
        self._waiting = ""
        self._plain: bool | None = None  # not known before the first character
        self._opened = False
        self._said = False

    def feed(self, piece: str) -> Iterator[str]:
        """Takes the next piece of the reply; yields the lines that it completes."""
        self._waiting += piece
        if self._plain is None and (start := self._waiting.lstrip()):
            self._plain = not start.removeprefix("```json").lstrip().startswith("{") and not "```json".startswith(start[:7])
            if not self._plain and not start.removeprefix("```json").lstrip():
                self._plain = None  # a code fence, and nothing in it yet
                return
        if self._plain:
            yield self._waiting
            self._waiting = ""
        elif self._plain is False:
            yield from self._objects()

    def close(self) -> Iterator[str]:
        """Yields what the end of the reply means: of an empty list, that the minutes do not say."""
        if self._plain is False and self._opened and not self._said and self._waiting.startswith("]"):
            yield NOT_IN_THE_MINUTES  # the list was closed with nothing in it; of a reply that was cut nothing is known
        elif self._plain is None:
            yield self._waiting

    def _objects(self) -> Iterator[str]:
        """The sentences whose objects are whole."""
        if not self._opened:
            opening = self._waiting.find("[")
            if opening < 0:
                return
            self._opened, self._waiting = True, self._waiting[opening + 1 :]
        decoder = json.JSONDecoder()
        while True:
            rest = self._waiting.lstrip(" \t\r\n,")
            if not rest.startswith("{"):
                self._waiting = rest
                return
            try:
                found, end = decoder.raw_decode(rest)
            except ValueError:
                self._waiting = rest
                return
            self._waiting = rest[end:]
            if line := _line(found):
                self._said = True
                yield line


def _line(found: object) -> str:
    if not isinstance(found, dict) or not isinstance(found.get("text"), str) or not found["text"].strip():
        return ""
    keys = found.get("keys")
    cited = "".join(f"[{key}]" for key in keys if isinstance(key, str)) if isinstance(keys, list) else ""
    return f"{' '.join(found['text'].split())} {cited}\n"
