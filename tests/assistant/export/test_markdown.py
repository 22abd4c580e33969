"""What the minutes say is never Markdown."""

from __future__ import annotations

import datetime as dt

import pypandoc
import pytest

from assistant.export import Paragraph, Piece, Sheet, Table
from assistant.export.markdown import markdown


def sheet(*texts: str) -> Sheet:
    blocks = tuple(Paragraph(pieces=(Piece(text=text),)) for text in texts)
    return Sheet(title="T", language="en", blocks=blocks, day=dt.date(2024, 6, 1))


@pytest.mark.parametrize(
    "text",
    [
        "1. Apologies", "(1) first", "- a dash", "+ plus", "# 5 High Street", "> more", "*star* and _under_", "`code` [a](b) <b>", "2024",
        "---", "=== ", "12) twelfth", "a | b", "back\\slash", "~~gone~~", "![x](y)", "&amp;", "- - -",
    ],
)  # fmt: skip
def test_a_paragraph_reads_back_as_it_was(text: str) -> None:
    made = markdown(sheet(text, "After."))
    read = pypandoc.convert_text(made, "plain", format="gfm", extra_args=["--wrap=none"]).strip().split("\n\n")
    assert [part.strip() for part in read] == ["T", text.strip(), "After."]


def test_a_table_keeps_its_cells() -> None:
    row = ((Piece(text="a | b"),), (Piece(text="c"),))
    made = Sheet(title="T", language="en", blocks=(Table(caption="Votes", head=("One", "Two"), rows=(row,)),), day=dt.date(2024, 6, 1))
    assert "<td>a | b</td>" in pypandoc.convert_text(markdown(made), "html", format="gfm").replace(' style="text-align: left;"', "")
