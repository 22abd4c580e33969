"""Texts as they are read."""

from __future__ import annotations

from ingest.readers.plain import PlainText, read_text


def read(text: str, *, markdown: bool = False) -> PlainText:
    return read_text(text, markdown=markdown)


def texts(text: str, *, markdown: bool = False) -> list[str]:
    return [block.text for block in read(text, markdown=markdown).blocks]


def kinds(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text, markdown=markdown).blocks]
