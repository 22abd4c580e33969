"""Heads and feet that repeat from page to page: found by their place and wording, kept once, dropped after that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from ingest.readers.lines import Line

# How many lines at either edge of a page can be head or foot.
EDGE = 3
_DIGITS = re.compile(r"\d+")
_PAGE_WORD = re.compile(r"\b(?:page|tudalen)\b\W{0,3}\d|\d\W{0,3}p\s?a\s?g\s?e\b", re.IGNORECASE)


def drop_running(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without repeated heads and feet.

    A line is one of them when the same words (whatever figures they hold) stand at the same edge of more than half of the pages. The first
    of them stays, since it often is the title, unless it carries the page number.
    """
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    if len(pages) < 2:
        return list(lines)
    counts: Counter[tuple[str, str]] = Counter()
    for page in pages:
        counts.update({(edge, _wording(line)) for edge, line in _edges(page)})
    running = {key for key, count in counts.items() if count >= 2 and count > len(pages) / 2 and any(map(str.isalpha, key[1]))}
    kept: set[tuple[str, str]] = set()
    dropped: set[int] = set()
    for page in pages:
        for edge, line in _edges(page):
            key = (edge, _wording(line))
            if key in running and (key in kept or _PAGE_WORD.search(line.text)):
                dropped.add(id(line))
            kept.add(key)
    return _carry_gaps(lines, dropped)


def _edges(page: list[Line]) -> list[tuple[str, Line]]:
    """Return the lines at the top and bottom of a page; of a short page none is counted twice."""
    bottom = page[max(EDGE, len(page) - EDGE) :]
    return [("top", line) for line in page[:EDGE]] + [("bottom", line) for line in bottom]


def _wording(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _carry_gaps(lines: Sequence[Line], dropped: set[int]) -> list[Line]:
    """Drop lines, handing the gap and page break before them to the line after."""
    kept: list[Line] = []
    gap, new_page = 0, False
    for line in lines:
        if id(line) in dropped:
            gap, new_page = max(gap, line.gap), new_page or line.new_page
            continue
        line.gap, line.new_page = max(line.gap, gap) if new_page is False else line.gap, line.new_page or new_page
        gap, new_page = 0, False
        kept.append(line)
    return kept
