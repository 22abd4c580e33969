"""Nothing is lost: every word of real minutes stands in one block, page numbers, repeated heads and a scanner's notes apart."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.datamodel import Source
from ingest.load import find, read

DATA = Path(__file__).parents[4] / "shared" / "data"
FOLDERS = ["minutes", "decisions/minutes", "welsh", "seeds", "qmsum/meetings"]
_NOTE = re.compile(r"\*?<small>.*?</small>\*?|</?\w+>")
_BREAK = re.compile(r"\n---\n+\**(\d+)\**\n|\n\s*(?:Page\s*\|?\s*)?\d+(?: of \d+)?\s*(?=\n*\f)|\f\s*\d+\s*\n")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", re.sub(r"[-\u2013]\s*", "", text.lower())))


def coverage(original: str, source: Source) -> float:
    """Return the share of the original's words that stand in the blocks, each as often as in the original."""
    text = _BREAK.sub("\n", _NOTE.sub(" ", _FRONT.sub("", original)))
    if "\f" in original:  # a head that every page repeats needs to be kept once
        lines = Counter(line.strip() for line in text.split("\n"))
        heads = {line for line, count in lines.items() if count > original.count("\f") / 2 + 0.5}
        text = "\n".join([*(line for line in text.split("\n") if line.strip() not in heads), *heads])
    wanted = words_of(text)
    found = words_of(" ".join(f"{block.speaker or ''} {block.text}" for block in source.blocks))
    return 1 - sum((wanted - found).values()) / max(1, sum(wanted.values()))


@pytest.mark.parametrize("folder", FOLDERS)
def test_real_minutes_lose_no_words(folder: str) -> None:
    if not (DATA / folder).is_dir():
        pytest.skip(f"needs the real minutes in {DATA / folder}")
    files = [found for found in find([DATA / folder]) if found.name.endswith((".md", ".txt"))]
    shares = {found.path.name: coverage(found.read_bytes().decode("utf-8"), read(found)) for found in files[:: max(1, len(files) // 40)]}
    assert sum(shares.values()) / len(shares) >= 0.995
    assert {name: round(share, 4) for name, share in shares.items() if share < 0.98} == {}


def test_the_measure_sees_a_lost_word() -> None:
    source = Source(path="a", sha256="0", format="text", blocks=())
    assert coverage("one two", source) == 0.0
