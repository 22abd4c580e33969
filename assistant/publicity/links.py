"""Addresses in a text: whole, safe, and leading where the words say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from assistant.datamodel import Finding
from assistant.publicity.statement import Statement

_MARKDOWN = re.compile(
    r"\[([^\]]+)\]\(\s*([^)\s]*)[^)]*\)|<a\b[^>]*\bhref\s*=\s*[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL
)
_BARE = re.compile(r"(?<![\w@/])(?:(?P<scheme>[a-z]{2,12}):?/{1,3}|www\.)[^\s<>“”\"]*", re.IGNORECASE)
_HOST = re.compile(r"^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$", re.IGNORECASE)
_STATED = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEMES = {"http", "https", "htp", "htps", "hhtp", "hhtps", "htttp", "htttps", "ttp", "ttps", "ftp", "file"}


def findings(statement: Statement) -> Iterator[Finding]:
    """Malformed addresses, those that are not https, and links whose words name another place."""
    rest = statement.text
    for found in _MARKDOWN.finditer(statement.text):
        words, target = (found[1], found[2]) if found[1] is not None else (found[4], found[3])
        yield from _address(statement, target)
        stated = _STATED.fullmatch(words.strip())
        if stated and _bare_host(stated[1]) != _bare_host(urlsplit(target).hostname or ""):
            yield statement.finding(
                "links", "leads elsewhere than it says", found[0], f"Make the words and the address agree: it leads to {target}."
            )
        rest = rest.replace(found[0], " ")
    for found in _BARE.finditer(rest):
        if (found["scheme"] or "https").lower() in _SCHEMES:
            yield from _address(statement, found[0].rstrip(".,;:!?)’'"))


def _address(statement: Statement, address: str) -> Iterator[Finding]:
    if address.startswith(("mailto:", "tel:", "#")):
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if address.lower().startswith("www.") and _HOST.match(address.split("/")[0]):
        yield statement.finding("links", "address without https://", address, f"Write https://{address} and try it.", "warn")
    elif parts.scheme not in ("http", "https") or not _HOST.match(host) or "//" not in address:
        yield statement.finding(
            "links", "malformed address", address or "(empty)", "Write the whole address, such as https://www.example.gov.uk/page."
        )
    elif parts.scheme != "https":
        yield statement.finding(
            "links", "address not https", address, "Use the https address, so that nobody can change what the reader gets."
        )


def _bare_host(host: str) -> str:
    return host.lower().removeprefix("www.")
