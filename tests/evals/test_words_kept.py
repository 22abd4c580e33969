"""The measure of kept words sees what is lost, doubled and disordered, and leaves out only what its rules name."""

from __future__ import annotations

from evals.words_kept import Kept, Original, kept, ruled, words
from ingest.datamodel import AgendaItem, Meeting, Minutes, Paragraph, Source

TEXT = "The bandstand had lost nine slates.\nThe Clerk replied that it could be mended."


def compared(text: str, *paragraphs: str, title: str = "") -> Kept:
    held = tuple(Paragraph(index=index, text=one) for index, one in enumerate(paragraphs, 1))
    source = Source(path="a.txt", sha256="0", format="text")
    meeting = Meeting(council=None, body=None, date=None)
    item = AgendaItem(ordinal=1, number="1", title=title, paragraphs=held)
    return kept(Original(text), Minutes(meeting=meeting, title="", items=(item,), source=source))


def test_all_words_in_order_are_all() -> None:
    found = compared(TEXT, *TEXT.split("\n"))
    assert (found.raw, found.ruled, found.paired, found.twice) == (1, 1, 1, 0)


def test_a_lost_word_is_named() -> None:
    found = compared(TEXT, TEXT.replace("nine ", ""))
    assert found.ruled == found.raw == 1 - 1 / 14
    assert found.lost == ("nine",)


def test_a_second_reading_is_no_gain() -> None:
    found = compared(TEXT, TEXT, "nine slates")
    assert found.ruled == 1
    assert found.twice == 2 / 14


def test_disorder_is_seen() -> None:
    assert compared(TEXT, *reversed(TEXT.split("\n"))).paired == 1 - 1 / 13
    assert compared(TEXT, " ".join(reversed(TEXT.split()))).paired < 0.1


def test_page_numbers_and_running_heads_are_left_out_and_named() -> None:
    pages = [f"Penllyn Town Council\n{body}\nPage {number} of 3" for number, body in enumerate(("One.", "Two.", "Three."), 1)]
    bare, excluded = ruled("\f".join(pages))
    assert words(bare) == ["penllyn", "town", "council", "one", "two", "three"]
    assert [line for line in excluded if line.startswith("running head")] == ["running head: Penllyn Town Council"] * 2
    assert sum(line.startswith("page number: Page ") for line in excluded) == 3


def test_what_only_repeats_within_pages_stays() -> None:
    text = "First.\nAgreed.\nSecond.\fThird.\nAgreed.\nFourth.\fFifth.\nAgreed.\nSixth."
    assert ruled(text) == (text.replace("\f", "\n"), [])


def test_votes_and_item_numbers_at_an_edge_are_no_furniture() -> None:
    for mark in ("(14)", "**5.**", "R2018-1"):
        text = "\f".join(f"{mark}\nText of page {'abc'[page]}." for page in range(3))
        assert ruled(text)[1] == []


def test_numbering_before_a_number_counts_as_none() -> None:
    bare, excluded = ruled("Item 4: Roads\nThe item 4 grit bins.")
    assert words(bare) == ["4", "roads", "the", "item", "4", "grit", "bins"]
    assert excluded == ["numbering: Item"]


def test_a_hyphen_at_a_lines_end_is_none() -> None:
    assert words("pro-\nactive bye-laws 2017-18 Hall -\nTrinity") == ["proactive", "byelaws", "2017", "18", "hall", "trinity"]
