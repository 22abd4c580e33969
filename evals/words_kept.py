"""How much of a file's text stands in its minutes: every word that is not running head, page number or boilerplate, once, in order.

What counts as such is told by rule, the same for every file, and listed for whoever wants to judge:

- `front matter`: a block of `name: value` lines between two `---` at the very beginning
- `scanner's note`: what stands in `<small>` in a text, put there by whoever scanned it
- `page number`: 'Page 3 of 7' on a line of its own, a bare number at the edge of a page
- `running head`: lines that more than half of the pages begin or end with (up to four), figures in them aside; the first counts
- `numbering`: the word 'Item' or 'Agenda item' before an item's number at the beginning of a line; the number counts
- `page frame` (HTML): header, footer, nav, aside, form and what ARIA calls banner, navigation, complementary, contentinfo and search, and
  links to places on the same page

Pages are parted by form feeds, by 'Page 3 of 7', or by a rule with the number below it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ingest.datamodel import Minutes
from ingest.load import Found

EDGE = 4  # lines at either edge of a page that can be head or foot

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NOTE = re.compile(r"\*?<small>.*?</small>\*?")
_TAG = re.compile(r"</?\w+>")
_RULED = re.compile(r"\n---\n+\**(\d+)\**(?=\n)")
_PAGE = re.compile(r"^[^\S\n]*page[^\S\n]*\|?[^\S\n]*\d+(?:[^\S\n]*of[^\S\n]*\d+)?[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
_NUMBERING = re.compile(r"^(\W*)((?:agenda\s+)?item(?:\s+no\.?)?)(?=\s+\d)", re.IGNORECASE | re.MULTILINE)
_HYPHEN = re.compile(r"(?<=\w)[-\u2013\ufffe\u00ad]\s*(?=[^\W\d_A-Z])")
_LANDMARKS = "header, footer, nav, aside, form, [role=banner], [role=navigation], [role=complementary], [role=contentinfo], [role=search]"


class Original(NamedTuple):
    """A file's text by the plainest way to it."""

    text: str  # pages parted by form feeds
    excluded: tuple[str, ...] = ()  # what its format says is no part of the document


class Kept(NamedTuple):
    """How much of a text is kept, as shares of its words; a word counts as often as it stands."""

    raw: float  # of all words
    ruled: float  # of those that the rules leave
    paired: float  # of the pairs of words side by side, ruled: how much of the order is kept
    twice: float  # words of the paragraphs that stand there more often than in the text, against the text's
    excluded: tuple[str, ...]  # what the rules leave out, 'rule: words'
    lost: tuple[str, ...]  # words that are not kept, ruled


def kept(original: Original, minutes: Minutes) -> Kept:
    """Compares a file's text with the titles and paragraphs read from it."""
    items = [
        (f"{item.number or ''} {item.title}", [f"{one.speaker or ''} {one.text}" for one in item.paragraphs]) for item in minutes.items
    ]
    paragraphs = " \n".join(text for _, texts in items for text in texts)
    everything = " \n".join(text for title, texts in items for text in (title, *texts))
    bare, excluded = ruled(original.text)
    excluded = [*(f"page frame: {text}" for text in original.excluded), *excluded]
    source, wanted, found = words(" ".join((original.text, *original.excluded))), words(bare), words(everything)
    lost = Counter(wanted) - Counter(found)
    pairs, found_pairs = (Counter(itertools.pairwise(some)) for some in (wanted, found))
    more = Counter(words(paragraphs)) - Counter(source)
    return Kept(
        raw=1 - _share(Counter(source) - Counter(found), source),
        ruled=1 - _share(lost, wanted),
        paired=1 - _share(pairs - found_pairs, list(pairs.elements())),
        twice=_share(more, source),
        excluded=tuple(_counted(excluded)),
        lost=tuple(sorted(lost.elements())),
    )


def words(text: str) -> list[str]:
    """Words and figures in small letters; a hyphen within a word, at a line's end or not, is none."""
    return re.findall(r"[^\W_]+", _HYPHEN.sub("", text).lower())


def ruled(text: str) -> tuple[str, list[str]]:
    """The text without what the rules leave out, and that, each with its rule's name."""
    excluded: list[str] = []
    text = text.replace("\f", "\n\f\n")

    def without(pattern: re.Pattern[str], rule: str, text: str, instead: str) -> str:
        excluded.extend(f"{rule}: {found[0]}" for found in pattern.finditer(text))
        return pattern.sub(instead, text)

    text = without(_FRONT, "front matter", text, "")
    text = _TAG.sub(" ", without(_NOTE, "scanner's note", text, " "))
    text = without(_RULED, "page number", text, "\f")
    text = without(_PAGE, "page number", text, "\f")
    text = re.sub(r"(?:\s*\f)+\s*", "\f", text)
    pages = [[line.strip() for line in page.split("\n") if line.strip()] for page in text.split("\f")]
    running = _running(pages)
    left: list[str] = []
    seen: set[str] = set()
    for page in pages:
        furniture = {*_at_edge(page, running, range(len(page))), *_at_edge(page, running, range(len(page) - 1, -1, -1))}
        for place, line in enumerate(page):
            if place in furniture and _key(line) == "#":
                excluded.append(f"page number: {line}")
            elif place in furniture and _key(line) in seen:
                excluded.append(f"running head: {line}")
            else:
                left.append(line)
        seen |= {_key(page[place]) for place in furniture}
    bare = "\n".join(left)
    excluded.extend(f"numbering: {found[2]}" for found in _NUMBERING.finditer(bare))
    return _NUMBERING.sub(r"\1", bare), excluded


def _running(pages: list[list[str]]) -> set[str]:
    """The lines that stand at the edge of more than half of the pages; bare numbers, where there are pages at all."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(line) for line in (*page[:EDGE], *page[-EDGE:])})
    full = sum(bool(page) for page in pages)
    lines = {key for key, count in counts.items() if count >= 2 and count > full / 2 and re.search(r"[^\W\d_]{2}", key)}
    return lines | {"#"} if full > 1 else set()


def _at_edge(page: list[str], running: set[str], places: Iterable[int]) -> Iterable[int]:
    """The places of a page's running lines, from its edge inwards up to the first other line."""
    return itertools.takewhile(lambda place: _key(page[place]) in running, itertools.islice(places, EDGE))


def _key(line: str) -> str:
    """A line as a running head repeats it, its page number left open."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _share(some: Counter[str] | Counter[tuple[str, str]], of: list[str] | list[tuple[str, str]]) -> float:
    return sum(some.values()) / max(1, len(of))


def _counted(lines: Iterable[str]) -> list[str]:
    """Each once, with how often it stands where that is more than once."""
    return [line if number == 1 else f"{line} ({number} times)" for line, number in Counter(" ".join(one.split()) for one in lines).items()]


def original(found: Found) -> Original:
    """The text of a file by the plainest way to it."""
    data = found.read_bytes()
    if data.startswith(b"%PDF"):
        import pypdfium2 as pdfium

        with pdfium.PdfDocument(data) as document:
            return Original("\f".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document))
    if data.startswith(b"PK"):
        import pypandoc

        plain = str(pypandoc.convert_file(str(found.path), "plain", extra_args=["--wrap=none"]))
        return Original(re.sub(r"\^\((\w+)\)", r"\1", plain))  # how pandoc writes raised letters: 3^(rd)
    text = data.decode("utf-8", "replace")
    return _web_page(text) if found.path.suffix in (".html", ".htm") else Original(text)


def _web_page(text: str) -> Original:
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    if page.body is None:
        return Original("")
    for node in page.css("script, style, head, noscript, template"):
        node.decompose()
    frame = []
    for node in page.css(f"{_LANDMARKS}, a[href^='#']"):
        if node.parent is not None and (node.tag != "a" or node.text().strip().lower().startswith("skip")):
            frame.append(node.text(separator=" "))
            node.decompose()
    return Original(page.body.text(separator=" "), tuple(text for text in frame if text.strip()))
