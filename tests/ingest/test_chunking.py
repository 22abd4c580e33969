"""Chunks: whole paragraphs of one item, within a budget, nothing lost, nothing made up."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.chunking import BULLET, STRETCH, chunks, context_line, spoken
from ingest.datamodel import AgendaItem, BlockKind, Meeting, Minutes, Paragraph, Source
from ingest.tokens import count

MEETING = Meeting(council="Penllyn Town Council", body="Amenities Committee", date=dt.date(2024, 6, 4))
SENTENCE = "The Clerk reported that the bandstand had lost nine slates in the gale. "


def minutes(*items: list[tuple[str, BlockKind]], meeting: Meeting = MEETING) -> Minutes:
    """Minutes of items given as (text, kind) of their paragraphs."""
    made: list[AgendaItem] = []
    index = 0
    for ordinal, texts in enumerate(items, 1):
        index += 1  # the item's heading
        paragraphs = tuple(Paragraph(index=index + place, text=text, kind=kind) for place, (text, kind) in enumerate(texts, 1))
        index += len(texts)
        made.append(AgendaItem(ordinal=ordinal, number=str(ordinal), title=f"Item {ordinal}", paragraphs=paragraphs))
    return Minutes(meeting=meeting, title="Minutes", items=tuple(made), source=Source(path="a.txt", sha256="0", format="text"))


def test_a_chunk_never_crosses_an_item() -> None:
    made = chunks(minutes([("One.", "paragraph")], [("Two.", "paragraph"), ("Three.", "paragraph")]), "doc", 220)
    assert [(chunk.item_ordinal, chunk.text, chunk.paragraphs) for chunk in made] == [(1, "One.", (2, 2)), (2, "Two.\nThree.", (4, 5))]
    assert [chunk.id for chunk in made] == ["doc-0000", "doc-0001"]
    assert [chunk.position for chunk in made] == [0, 1]


def test_the_context_is_indexed_and_not_shown() -> None:
    (made,) = chunks(minutes([("One.", "paragraph")]), "doc", 220)
    assert made.context == "Penllyn Town Council, Amenities Committee, 4 June 2024: 1. Item 1"
    assert made.text == "One."
    assert made.indexed_text == f"{made.context}\nOne."
    assert made.tokens == count(made.context) + count("One.")


def test_the_context_leaves_out_what_is_not_stated() -> None:
    unknown = minutes([("One.", "paragraph")], meeting=Meeting(council=None, body=None, date=None))
    assert context_line(unknown, unknown.items[0]) == "1. Item 1"
    council = minutes([("One.", "paragraph")], meeting=Meeting(council="Ynys", body="Ynys", date=None))
    assert context_line(council, council.items[0]) == "Ynys: 1. Item 1"


def test_agenda_text_and_labels_are_left_out() -> None:
    item = AgendaItem(
        ordinal=1,
        title="Pool",
        paragraphs=(
            Paragraph(index=1, text="To close the pool for good.", part="agenda"),
            Paragraph(index=2, text="Minutes:", kind="label"),
            Paragraph(index=3, text="The pool stays open."),
        ),
    )
    (made,) = chunks(minutes().model_copy(update={"items": (item,)}), "doc", 220)
    assert (made.text, made.paragraphs) == ("The pool stays open.", (3, 3))


def test_a_lead_in_stays_with_its_bullets() -> None:
    filler = (SENTENCE * 8, "paragraph")
    listed = [("RESOLVED that:", "paragraph"), ("the roof be mended;", "bullet"), ("the Clerk report in May.", "bullet")]
    made = chunks(minutes([filler, *listed]), "doc", 120)  # type: ignore[list-item]
    assert made[-1].text == f"RESOLVED that:\n{BULLET}the roof be mended;\n{BULLET}the Clerk report in May."


def test_a_long_paragraph_is_cut_between_sentences_into_like_parts() -> None:
    made = chunks(minutes([(SENTENCE * 40, "paragraph")]), "doc", 120)
    assert len(made) > 3
    assert all(chunk.text.startswith("The Clerk") and chunk.text.endswith("gale.") for chunk in made)
    assert all(chunk.paragraphs == (2, 2) for chunk in made)
    sizes = [count(chunk.text) for chunk in made]
    assert max(sizes) <= 120 * STRETCH
    assert min(sizes) > max(sizes) / 2


def test_speakers_are_kept_where_one_speaks_alone() -> None:
    turns = (Paragraph(index=1, text="Why?", speaker="Ann Hale"), Paragraph(index=2, text="Because.", speaker="Tomos Rowe"))
    both = minutes().model_copy(update={"items": (AgendaItem(ordinal=1, title="T", paragraphs=turns),)})
    (made,) = chunks(both, "doc", 220)
    assert (made.text, made.speaker) == ("Ann Hale: Why?\nTomos Rowe: Because.", None)
    alone = minutes().model_copy(update={"items": (AgendaItem(ordinal=1, title="T", paragraphs=turns[:1]),)})
    assert chunks(alone, "doc", 220)[0].speaker == "Ann Hale"


def test_an_item_of_nothing_makes_no_chunk() -> None:
    assert chunks(minutes([]), "doc", 220) == []


WORDS = st.text("abc XY£1.;:é\u2019-", min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool)
PARAGRAPHS = st.lists(
    st.tuples(st.lists(WORDS, min_size=1, max_size=25).map(". ".join), st.sampled_from(["paragraph", "bullet", "heading"])), max_size=8
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.integers(60, 200))
def test_nothing_is_lost_made_up_or_out_of_place(items: list[list[tuple[str, BlockKind]]], budget: int) -> None:
    whole = minutes(*items)
    made = chunks(whole, "doc", budget)
    for item in whole.items:
        told = "".join(chunk.text for chunk in made if chunk.item_ordinal == item.ordinal)
        assert "".join(told.split()) == "".join("".join(spoken(paragraph).split()) for paragraph in item.paragraphs)
    by_index = {paragraph.index: spoken(paragraph) for item in whole.items for paragraph in item.paragraphs}
    for chunk in made:
        first, last = chunk.paragraphs
        lines = chunk.text.split("\n")
        assert set(range(first, last + 1)) <= set(by_index)
        assert all(any(line in by_index[index] for index in range(first, last + 1)) for line in lines), (
            "every line is verbatim in its paragraphs"
        )
    assert [chunk.position for chunk in made] == list(range(len(made)))


def test_a_paragraph_that_grows_in_a_long_item_moves_few_borders() -> None:
    """900 paragraphs of like length: without anchors the borders behind it would seldom meet the old ones again."""
    chance = random.Random(1)
    words = [
        "council",
        "members",
        "the",
        "of",
        "budget",
        "roads",
        "report",
        "officer",
        "noted",
        "plan",
        "school",
        "care",
        "further",
        "asked",
    ]
    texts = [" ".join(chance.choice(words) for _ in range(chance.randint(30, 50))) + "." for _ in range(900)]

    def cut(paragraphs: list[str]) -> list[str]:
        held = tuple(Paragraph(index=index, text=text) for index, text in enumerate(paragraphs, 1))
        item = AgendaItem(ordinal=1, number="1", title="Roads", paragraphs=held)
        source = Source(path="a.txt", sha256="0", format="text")
        meeting = Meeting(council="Penllyn", body=None, date=None)
        return [chunk.text for chunk in chunks(Minutes(meeting=meeting, title="a", items=(item,), source=source), "doc", 220)]

    before = set(cut(texts))
    grown = [[*texts[:place], texts[place] + " and again" * 12, *texts[place + 1 :]] for place in range(50, 900, 85)]
    moved = [len(set(cut(some)) - before) for some in grown]
    assert len(before) > 180
    assert sum(moved) / len(moved) < 8
    assert max(moved) < 40
