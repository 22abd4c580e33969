"""Rows of the registers: chosen, ordered, told."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from assistant.cli.sheets import as_csv
from assistant.registers import Registers
from ingest.library import Library
from page.markup import file_key, file_name
from page.reader import opened
from page.registers import Order, Wish, chosen, table
from page.wording import words
from tests.conftest import ROOT


@pytest.mark.parametrize("order", ["newest", "oldest", "body", "item"])
def test_rows_come_in_the_order_wished_for(samples: Library, order: Order) -> None:
    rows = chosen(Registers(samples.lookup).decisions(), Wish("decisions", order=order))
    days, bodies = [str(row.date) for row in rows], [row.body or "" for row in rows]
    titles = [row.item_title.casefold() for row in rows]
    expected = {"newest": (days, sorted(days, reverse=True)), "oldest": (days, sorted(days)), "body": (bodies, sorted(bodies))}
    told, sorted_ = expected.get(order, (titles, sorted(titles)))
    assert told == sorted_
    assert len(rows) > 50


def test_words_kind_and_state_limit_the_rows(samples: Library) -> None:
    registers = Registers(samples.lookup)
    decisions = registers.decisions()
    found = chosen(decisions, Wish("decisions", text="POOL petition"))
    assert 0 < len(found) < len(decisions)
    assert all("pool" in f"{row.text} {row.item}".lower() for row in found)
    assert {row.kind for row in chosen(decisions, Wish("decisions", kind="deferred"))} == {"deferred"}
    states = {one.progress for one in registers.actions()}
    for state in states:
        assert len(chosen(registers.actions(), Wish("actions", kind=state))) == sum(one.progress == state for one in registers.actions())


def test_every_row_opens_at_its_evidence(samples: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    say = words("en")
    rows = chosen(Registers(samples.lookup).decisions(), Wish("decisions"))
    shown = table(rows, Wish("decisions"), say)
    for row in rows:
        first, last = row.source.paragraphs
        article = opened(samples, {"file": file_key(row.source.path), "first": str(first), "last": str(last)}, say)
        assert 'class="cited"' in article
        cited = article.partition('class="cited"')[2]
        assert all(f"{word}" in cited for word in re.findall(r"[A-Za-z]{6,}", row.text)[:3])
    (file,) = tmp_path.rglob("decisions.csv")
    written = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    expected = list(csv.DictReader(io.StringIO(as_csv(rows, "decisions"))))
    assert written == [{**row, "source": file_name(row["source"])} for row in expected]
    assert str(ROOT) not in shown + file.read_text(encoding="utf-8-sig")  # where files lie on the server
    assert f"{len(rows)} decisions" in shown


def test_no_row_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No decision matches" in table([], Wish("decisions"), words("en"))
    assert "Nid oes cam gweithredu" in table([], Wish("actions"), words("cy"))
