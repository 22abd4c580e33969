"""What stands between quotation marks stands so in the evidence, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.wording import contains

_DOUBLE = re.compile(r'"([^"]+)(?:"|$)')
_SINGLE = re.compile(r"(?<![\w'])'(?=\w)((?:[^']|(?<=\w)'(?=\w))+?)'(?!\w)")
_GAP = re.compile(r"\s*(?:\.\.\.|\u2026|\[[^\]]*\])\s*")
_FEWEST_WORDS = 3


def quotations(folded: str) -> list[str]:
    """The quoted words of a folded text, three words or more; single quotation marks are told from apostrophes by where they stand."""
    found = [match[1] for match in _DOUBLE.finditer(folded)]
    found += [match[1] for match in _SINGLE.finditer(_DOUBLE.sub(" ", folded))]
    return [quoted.strip() for quoted in found if len(quoted.split()) >= _FEWEST_WORDS]


def check_quotations(claim: str, passages: Sequence[str], context: Sequence[str]) -> list[Problem]:
    """Problems with the quotations of a claim. Pieces either side of an ellipsis or of a [bracket] are sought one by one.

    Args:
        claim: the folded claim.
        passages: the folded passages; a quotation stands within one of them.
        context: folded lines, for titles of items.
    """
    problems = []
    for quoted in quotations(claim):
        pieces = [piece for piece in (piece.strip(" .,;:") for piece in _GAP.split(quoted)) if piece]
        if not any(all(contains(plain(text), plain(piece)) for piece in pieces) for text in (*passages, *context)):
            problems.append(Problem(name="quotation", words=quoted, evidence=_closest(quoted, passages)))
    return problems


def plain(text: str) -> str:
    """Without quotation marks, since quotations within quotations change theirs; apostrophes stay."""
    return re.sub(r"\"|(?<!\w)'|'(?!\w)", "", text)


def _closest(quoted: str, passages: Sequence[str]) -> str:
    """The line of the passages that shares most words with the quotation."""
    wanted = set(quoted.casefold().split())
    lines = [line for text in passages for line in text.split("\n")]
    return max(lines, key=lambda line: len(wanted & set(line.casefold().split())), default="")
