"""What repeats from page to page: page numbers, heads and feet. A head is kept once, since it often is the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from ingest.readers.lines import Line, is_page_mark, page_number

# How many lines at either edge of a page can be head or foot.
EDGE = 3
_PAGE_NUMBER = re.compile(r"\b(?:p\s?a\s?g\s?e|tudalen)\W{0,3}\d+|\d+\W{0,3}p\s?a\s?g\s?e\b")
_PAGE_WORD = re.compile(r"\b(?:p\s?a\s?g\s?e|tudalen)\b\W{0,3}\d|\d\W{0,3}p\s?a\s?g\s?e\b", re.IGNORECASE)


def drop_page_furniture(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without page numbers and without repeated heads and feet.

    'Page 3 of 7' is dropped wherever it stands. A bare number is dropped at the edge of a page, when it fits the count of pages; other
    numbers, those of votes and items above all, stay.
    """
    kept = _without(lines, {id(line) for line in lines if is_page_mark(line.text)})
    if not kept or kept[0].page is None or kept[-1].page == kept[0].page:
        return kept
    kept = _without(kept, _running(_pages(kept)))
    return _without(kept, _bare_numbers(_pages(kept)))


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    return [list(group) for _, group in groupby(lines, key=lambda line: line.page)]


def _bare_numbers(pages: list[list[Line]]) -> set[int]:
    """Return the identities of bare page numbers: first or last on their page, and as far from the count of pages as others."""
    candidates = [
        (line, number - (line.page or 0))
        for page in pages
        for line in {id(edge): edge for edge in (page[0], page[-1])}.values()
        if (number := page_number(line.text)) is not None
    ]
    offsets = Counter(offset for _, offset in candidates)
    return {id(line) for line, offset in candidates if abs(offset) <= 1 or offsets[offset] >= 3}


def _running(pages: list[list[Line]]) -> set[int]:
    """Return the identities of repeated heads and feet.

    A line is one when the same words stand at the same edge of more than half of the pages; only the page's own number may differ, since
    'Total: £20' and 'Total: £30' are no heads. The first one stays, unless it carries the page number.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for page in pages:
        counts.update({(edge, _wording(line)) for edge, line in _edges(page)})
    running = {key for key, count in counts.items() if count >= 2 and count > len(pages) / 2 and any(map(str.isalpha, key[1]))}
    seen: set[tuple[str, str]] = set()
    dropped: set[int] = set()
    for page in pages if running else ():
        for edge, line in _edges(page):
            key = (edge, _wording(line))
            if key in running and (key in seen or _PAGE_WORD.search(line.text)):
                dropped.add(id(line))
            seen.add(key)
    return dropped


def _edges(page: list[Line]) -> list[tuple[str, Line]]:
    """Return the lines at the top and bottom of a page; of a short page none is counted twice."""
    bottom = page[max(EDGE, len(page) - EDGE) :]
    return [("top", line) for line in page[:EDGE]] + [("bottom", line) for line in bottom]


def _wording(line: Line) -> str:
    """Return the words of a line with the number of its page left out."""
    text = _PAGE_NUMBER.sub("#", line.text.lower())
    return re.sub(rf"(?<![\w£€$.,/-]){line.page}(?![\w.,/-])", "#", text)


def _without(lines: Sequence[Line], dropped: set[int]) -> list[Line]:
    """Drop lines, handing the gap and the page break before them to the line after."""
    if not dropped:
        return list(lines)
    kept: list[Line] = []
    gap, new_page = 0, False
    for line in lines:
        if id(line) in dropped:
            gap, new_page = max(gap, line.gap), new_page or line.new_page
            continue
        line.gap, line.new_page = max(line.gap, gap), line.new_page or new_page
        gap, new_page = 0, False
        kept.append(line)
    return kept
