"""Editions, conversations and notes as files: Markdown, HTML, Word, and a table of claims. Citations survive every format."""

from assistant.export.conversation import export_conversation
from assistant.export.edition import Copy, export
from assistant.export.files import Format, as_bytes, write
from assistant.export.notes import web_host
from assistant.export.sheet import Block, Bullets, Claim, Contents, Evidence, Heading, Note, Paragraph, Piece, Sheet, Table, text

__all__ = [
    "Block", "Bullets", "Claim", "Contents", "Copy", "Evidence", "Format", "Heading", "Note", "Paragraph", "Piece", "Sheet", "Table",
    "as_bytes", "export", "export_conversation", "text", "web_host", "write",
]  # fmt: skip
