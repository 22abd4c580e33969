"""What the frame of a council's web page says: whose site it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.text import fold_space

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_NAME = r"[A-ZÀ-ÞŴŶ][\w’'.-]*"
_COUNCIL = re.compile(
    rf"(?:The\s+)?((?:(?:{_NAME}|and|of|the|upon|on|with|&)\s+){{1,7}}(?:Council|Corporation)|Cyngor\s+{_NAME}(?:\s+(?:{_NAME}|a|y|yr|ac|ar))*)"
    r"(?=$|\s*[,.|©\u2013-])"
)
_DECORATION = re.compile(
    r"^(?:welcome to|croeso i|copyright|hawlfraint|©|\d{4}|the|home page of|logo of)\s+|\s+(?:logo|home|homepage|website|crest)$",
    re.IGNORECASE,
)
# These name a body of some council, or none in particular.
_GENERIC = re.compile(
    r"(?:(?:Full|Annual|Special|Extraordinary|County|City|Town|Borough|District|Community|Parish|Unitary|Your|Our|The|Metropolitan|"
    r"Your Local|Local|Meeting|Meetings|Of|Agenda|Minutes|Tax)\s+)+Council|Cyngor (?:Llawn|Sir|Tref|Cymuned|Dinas|Arbennig)",
    re.IGNORECASE,
)


def council_of(tree: LexborHTMLParser) -> str | None:
    """Return the council as the frame of its page names it: site name, logo, title, head or foot; None where none of them does."""
    for text in _named(tree):
        bare = fold_space(text)
        while (shorter := _DECORATION.sub("", bare)) != bare:
            bare = shorter
        found = _COUNCIL.match(bare)
        if found and not _GENERIC.fullmatch(found[1]):
            return found[1]
    return None


def _named(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the texts that can name the site, the surest first."""
    for node in tree.css('meta[property="og:site_name"], meta[name="application-name"]'):
        yield node.attributes.get("content") or ""
    for node in tree.css(".siteName, .site-name, #siteName, .logo, header img, .logo img, #header img"):
        yield node.attributes.get("alt") or node.attributes.get("title") or node.text(deep=True)
    title = tree.css_first("title")
    yield from re.split(r"\s+[|:\u2013-]\s+", title.text()) if title is not None else ()
    for node in tree.css(
        "header a, header p, header span, header h1, header div, #header a, footer p, footer span, footer a, footer div, footer li"
    ):
        yield node.text(deep=True)
