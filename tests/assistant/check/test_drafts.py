"""A draft in any format comes out as the same sentences, each told for what it is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from assistant.check.drafts import in_blocks, read_draft, whole_speeches
from ingest.datamodel import Block
from ingest.errors import InputError, UnreadableFile

MARKDOWN = """\
# Penllyn news, **June**

Dear residents,

The Council accepted a quotation of £4,350 for the *bandstand*.[^1] The [report](https://penllyn.example/r(1)) names the roofer. Read more.

Members also agreed:

1. to let the two empty plots;
2. to write to the carnival.

* The lights cost £2,915.[^2]

| Item  | Cost   |
|-------|--------|
| Slates | £4,350 |

Councillor Rowe said: "We are pleased. It will be done by July." Will it?

[^1]: Amenities Committee, 4 June 2024, item 2.

[^2]: Finance Committee, 12 November 2024, item 3.
"""
EXPECTED = [
    ("Penllyn news, June", "heading"),
    ("Dear residents,", "greeting"),
    ("The Council accepted a quotation of £4,350 for the bandstand.", "claim"),
    ("The report names the roofer.", "claim"),
    ("Read more.", "invitation"),
    ("Members also agreed:", "lead-in"),
    ("to let the two empty plots;", "claim"),
    ("to write to the carnival.", "claim"),
    ("The lights cost £2,915.", "claim"),
    ("Item | Cost", "heading"),
    ("Slates | £4,350", "claim"),
    ('Councillor Rowe said: "We are pleased. It will be done by July."', "claim"),
    ("Will it?", "question"),
]


@pytest.fixture
def written(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The draft in one format, made by pandoc where it is not Markdown."""
    import pypandoc

    (tmp_path / "draft.md").write_text(MARKDOWN, encoding="utf-8")
    path = tmp_path / f"draft.{request.param}"
    if request.param != "md":
        command = [pypandoc.get_pandoc_path(), "--from", "markdown-smart", "-s", "-o", path, "draft.md", "--metadata", "title=Penllyn"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    return path


@pytest.mark.parametrize("written", ["md", "docx", "odt", "html"], indirect=True)
def test_every_format_gives_the_same_sentences(written: Path) -> None:
    found = [(one.text, one.kind) for one in read_draft(written)]
    found = [(text.replace("“", '"').replace("”", '"'), kind) for text, kind in found if text != "Penllyn"]
    assert found[: len(EXPECTED)] == EXPECTED
    notes = found[len(EXPECTED) :]
    assert [kind for _, kind in notes] == ["note", "note"]
    assert all("↩" not in text for text, _ in notes)


def test_points_are_checked_with_what_leads_them_in() -> None:
    blocks = [
        Block(text="Cabinet refused:"),
        Block(text="to close the pool; and", kind="bullet"),
        Block(text="to sell the land.", kind="bullet"),
        Block(text="Main points:"),
        Block(text="The pool stays open.", kind="bullet"),
    ]
    held = [one.held for one in in_blocks(blocks) if one.is_claim]
    assert held == ["Cabinet refused to close the pool; and", "Cabinet refused to sell the land.", "The pool stays open."]


def test_headings_go_with_the_sentences_under_them() -> None:
    blocks = [Block(text="Pool", kind="heading"), Block(text="It was closed in May. It will reopen."), Block(text="Roads", kind="heading")]
    assert [(one.text, one.heading) for one in in_blocks(blocks) if one.is_claim] == [
        ("It was closed in May.", "Pool"),
        ("It will reopen.", "Pool"),
    ]


def test_a_whole_sentence_in_bold_is_no_heading() -> None:
    (one,) = in_blocks([Block(text="Cabinet agreed to close the pool in May.", kind="heading")])
    assert one.is_claim


def test_a_title_that_the_layout_does_not_show() -> None:
    texts = ["3. Disposal of Land", "The Pool", "Cabinet agreed to close the pool", "£4,350 for the bandstand", "It was wet."]
    assert [one.kind for one in in_blocks([Block(text=text) for text in texts])] == ["heading", "heading", "claim", "claim", "claim"]


def test_what_stands_under_sources_is_no_claim() -> None:
    blocks = [Block(text="Sources", kind="heading"), Block(text="[1] Cabinet, 22 October 2024, resolved that the pool be closed.")]
    assert [one.kind for one in in_blocks(blocks)] == ["heading", "note"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The pool is to close.[1] It loses money.", ["The pool is to close.", "It loses money."]),
        ("The pool is to close.12 It loses money.", ["The pool is to close.", "It loses money."]),
        ("The pool is to close.² It loses money [3].", ["The pool is to close.", "It loses money."]),
        ("It grew to 3.1 People came.", ["It grew to 3.1 People came."]),
        ("See para.3 of the A40 report.", ["See para.3 of the A40 report."]),
        ("Cost [k7fp3] rose [sic] by 4.5%.", ["Cost rose [sic] by 4.5%."]),
    ],
)
def test_marks_of_notes_go_and_figures_stay(text: str, shown: list[str]) -> None:
    assert [one.text for one in in_blocks([Block(text=text)])] == shown


def test_a_quotation_is_not_torn() -> None:
    assert whole_speeches(["“We are glad.", "It helps,” he said.", "Then he sat."]) == ["“We are glad. It helps,” he said.", "Then he sat."]
    endless = ["“It opens."] + [f"Number {number}." for number in range(9)]
    assert len(whole_speeches(endless)) > 1, "a mark that never closes does not swallow the draft"


def test_what_is_no_draft_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    with pytest.raises(UnreadableFile, match="empty"):
        read_draft(tmp_path / "empty.md")
    with pytest.raises(UnreadableFile, match="no such file"):
        read_draft(tmp_path / "absent.docx")
    with pytest.raises(InputError, match="not one draft"):
        read_draft(tmp_path)
