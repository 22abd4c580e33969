"""The gold decisions stand in the sources, and none of the sources' own is left out."""

from __future__ import annotations

import re

from evals.gold.decisions import load, problems
from evals.gold.sources import BEFORE_ITEMS, read_sources
from ingest.text import fold_space

MARK = re.compile(r"\b(?:RESOLVED|AGREED|RECOMMENDED TO|PENDERFYNWYD|CYTUNWYD)\b")


def test_every_decision_is_verbatim() -> None:
    assert list(problems(load(), read_sources())) == []
    wrong = load()[0].model_copy(update={"paragraphs": ("RESOLVED that the moon be bought.",)})
    assert "not in the source" in next(problems([wrong], read_sources()))


def test_every_paragraph_that_resolves_is_among_them_but_the_exempt() -> None:
    known = {fold_space(text) for one in load() for text in one.paragraphs}
    sources = read_sources()
    items = [texts for meeting in sources.values() for item, texts in meeting.items.items() if item != BEFORE_ITEMS]
    marked = [text for texts in items for text in texts if MARK.search(text)]
    left = [text for text in marked if text not in known]
    assert len(marked) > 100
    assert all("exempt report" in text or text.startswith("RECOMMENDED TO CABINET") for text in left), left
    assert len({one.id for one in load()}) == len(load()) >= 125
