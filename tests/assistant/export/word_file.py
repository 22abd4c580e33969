"""Reads a Word file as tests need it: its paragraphs, its footnotes, its parts."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Line(NamedTuple):
    """A paragraph: its style, its words, and the footnotes it refers to."""

    style: str
    text: str
    notes: tuple[str, ...]


def part(path: Path, name: str) -> str:
    """A part of the file as text."""
    with zipfile.ZipFile(path) as file:
        return file.read(name).decode("utf-8")


def lines(path: Path) -> list[Line]:
    """All paragraphs, in order, those of tables too."""
    return [_line(node) for node in ElementTree.fromstring(part(path, "word/document.xml")).iter(f"{W}p")]


def footnotes(path: Path) -> dict[str, str]:
    """The words of each footnote by its id, separators aside."""
    root = ElementTree.fromstring(part(path, "word/footnotes.xml"))
    return {str(node.get(f"{W}id")): _words(node).strip() for node in root.iter(f"{W}footnote") if node.get(f"{W}type") is None}


def repeated(path: Path) -> list[str]:
    """The numbers of fields that refer to a footnote a second time."""
    return re.findall(r"NOTEREF note(\d+)", part(path, "word/document.xml"))


def _line(node: ElementTree.Element) -> Line:
    style = node.find(f"{W}pPr/{W}pStyle")
    notes = tuple(str(one.get(f"{W}id")) for one in node.iter(f"{W}footnoteReference"))
    return Line("" if style is None else str(style.get(f"{W}val")), _words(node), notes)


def _words(node: ElementTree.Element) -> str:
    return "".join(one.text or "" for one in node.iter(f"{W}t"))
