"""Markdown's marks, taken off a line: headings, emphasis, links, tags, escapes."""

from __future__ import annotations

import re

from ingest.readers.lines import Line

_HASHES = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])(.+?)(?<=[^\s])\1(?![\w*])|(\*{1,3})(?=\S)(.+?)(?<=\S)\3")
# Emphasis that goes on in the next line leaves its mark at one end only.
_TORN = re.compile(r"^[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*]{1,3}$|\*\*+")
_NUMBER = re.compile(r"\d{1,4}(?:[./]\d+)*[.)]?\s+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!&<>|~$\"'])")
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"</?(?:em|strong|b|i|u|small|span|sup|sub|br|p|div|center|font|a|ol|ul|li)\b[^>]*>|<!--.*?-->", re.IGNORECASE)
_SPACED_TAGS = ("<br", "<p", "</p", "<li", "</li", "<div", "</div")


def strip_markup(line: Line) -> None:
    """Take the marks off a line, and note on it what they said. A `*` or `_` that is escaped stays."""
    text = line.text
    if text.startswith("\\*") and text[2:3].isspace():
        text, line.bullet = text[2:].lstrip(), True
    if text[0] == "#" and (heading := _HASHES.match(text)):
        text, line.style = heading[1], "heading"
    if "<" in text:
        text = _TAG.sub(lambda tag: " " if tag[0].lower().startswith(_SPACED_TAGS) else "", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _strip_emphasis(line, text.strip())
    line.text = _ESCAPE.sub(r"\1", text) if "\\" in text else text


def _strip_emphasis(line: Line, text: str) -> str:
    hidden = text.replace("\\*", "\ue000").replace("\\_", "\ue001")
    line.opens, line.closes = hidden[:1] in "*_", hidden[-1:] in "*_"
    number = _NUMBER.match(hidden)
    marked = hidden[number.end() :] if number else hidden
    if not line.style and marked[:1] in ("*", "_") and not any(map(str.isalnum, _EMPHASIS.sub("", marked))):
        line.style = "bold" if marked.startswith(("**", "__")) and not marked.startswith(("***", "___")) else "italic"
    for _ in range(3):
        bare = _EMPHASIS.sub(_inside, hidden)
        if bare == hidden:
            break
        hidden = bare
    if "*" in hidden or hidden[:1] == "_":
        hidden = _TORN.sub("", hidden)
    return hidden.replace("\ue000", "*").replace("\ue001", "_")


def _inside(found: re.Match[str]) -> str:
    """Return what was emphasised; a number set apart from a word by its emphasis alone keeps its distance ('**1.**Adoption')."""
    inner: str = found[2] or found[4]
    following = found.string[found.end() : found.end() + 1]
    return inner + " " if inner[-1] in ".):" and following.isalpha() else inner
