"""Quotation exactness: whether a quotation stands word for word in the meeting's written source, which the product never saw.

What was lost or changed in reading the PDF, Word or HTML file shows here as well.
"""

from __future__ import annotations

import re

_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def quotation_exactness(quote: str, source: str) -> float:
    """1 where the quotation stands in the source, white space and the shape of quotation marks and dashes aside."""
    return float(_flat(quote) in _flat(source))


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text.translate(_MARKS))
