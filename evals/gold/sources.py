"""The written sources of the sample minutes, read plainly: what gold records and decisions are held against."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ingest.datamodel import Language
from ingest.text import fold_space

SOURCES = Path(__file__).parents[2] / "samples" / "source"
BEFORE_ITEMS = "0"  # the item of what stands before the first one: those present


class Meeting(NamedTuple):
    """A sample source: its front matter, and its paragraphs by item."""

    body: str
    day: date
    language: Language
    items: dict[str, list[str]]


def read_sources(folder: Path = SOURCES) -> dict[str, Meeting]:
    """The sample sources by stem."""
    return {path.stem: _read(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))}


def _read(text: str) -> Meeting:
    head, _, rest = text.partition("\n---\n")
    front = dict(re.findall(r"^(\w+): (.+)$", head, re.MULTILINE))
    items: dict[str, list[str]] = {BEFORE_ITEMS: []}
    for line in filter(str.strip, rest.splitlines()):
        if opening := re.match(r"## (\S+?)\.? ", line):
            items[opening[1]] = []
        elif not line.startswith("# ") and not re.fullmatch(r"\[\w+\]", line.strip()):
            items[list(items)[-1]].append(fold_space(line.removeprefix("- ")))
    return Meeting(front["body"], date.fromisoformat(front["date"]), "cy" if front["language"] == "cy" else "en", items)


def source_of(path: str) -> str:
    """The stem of the sample source that a file of samples/minutes was made from; an item's page belongs to its meeting."""
    return re.sub(r"-item-\d+$", "", Path(path).stem)
