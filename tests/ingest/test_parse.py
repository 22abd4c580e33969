"""The structure of minutes: items in all numberings, nothing lost, nothing merged."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.datamodel import Block, BlockKind, Minutes, Source, Stated
from ingest.load import find, read
from ingest.parse import parse

DATA = Path(__file__).parents[3] / "shared" / "data"
WORD = re.compile(r"[^\W_]+")


def source(*texts: str | tuple[BlockKind, str], format: str = "text", **stated: object) -> Source:
    """A source of these blocks; a plain string is a paragraph."""
    blocks = [Block(text=one) if isinstance(one, str) else Block(kind=one[0], text=one[1]) for one in texts]
    return Source(path="m.txt", sha256="0", format=format, blocks=tuple(blocks), stated=Stated.model_validate(stated))


def outline(minutes: Minutes) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in minutes.items]


def from_file(tmp_path: Path, text: str, name: str = "minutes.txt") -> Minutes:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return parse(read(next(iter(find([path])))))


def test_numbered_items_with_run_in_titles() -> None:
    minutes = parse(
        source(
            "MINUTES OF FENWICK PARISH COUNCIL HELD ON THURSDAY 8 JUNE 2023",
            "Present: Ann Ash (Chair), Bob Birch",
            "1. Apologies. Apologies had been received from Cllr Cole.",
            "2. Minutes: The minutes of 4 May were agreed.",
            "3. Matters arising",
            "The bench has been mended.",
            "4. Planning: None",
        )
    )
    assert outline(minutes) == [
        (None, "Attendance and opening"),
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Matters arising"),
        ("4", "Planning"),
    ]
    assert [p.text for p in minutes.items[1].paragraphs] == ["Apologies had been received from Cllr Cole."]
    assert [p.index for p in minutes.items[3].paragraphs] == [6]


def test_number_and_title_on_two_lines() -> None:
    minutes = parse(
        source(
            "Head",
            "1.",
            ("heading", "Adoption of Minutes"),
            "The minutes were circulated.",
            "2.",
            ("heading", "Disposal of Land"),
            "Noted.",
        )
    )
    assert outline(minutes)[1:] == [("1", "Adoption of Minutes"), ("2", "Disposal of Land")]
    assert [p.index for p in minutes.items[1].paragraphs] == [4]


def test_a_list_inside_an_item_is_no_items() -> None:
    minutes = parse(
        source(
            ("heading", "1. Minutes"),
            "They were agreed.",
            ("heading", "2. Grants"),
            "Grants were asked for by:",
            "1. The Village Hall",
            "2. The Cricket Club",
            "3. The Choir",
            ("heading", "3. Planning"),
            "Nothing to report.",
            ("heading", "4. Date of next meeting"),
            "5 July.",
        )
    )
    assert [number for number, _ in outline(minutes)] == ["1", "2", "3", "4"]
    assert len(minutes.items[1].paragraphs) == 4


def test_restarted_numbers_open_new_items() -> None:
    titles = ("1. APOLOGIES", "2. MINUTES", "3. PLANNING", "1. EXCLUSION OF THE PUBLIC", "2. STAFFING")
    minutes = parse(source(*[one for title in titles for one in (("heading", title), f"Text under {title[3:].lower()}.")]))
    assert [item.title for item in minutes.items] == [title[3:] for title in titles]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("48/18 Apologies and Welcome", "49/18 Declarations of Interest", ["48/18", "49/18"]),
        ("2567. Declarations of interest", "2568. Planning", ["2567", "2568"]),
        ("20.03.02 Register of Interests", "20.03.03 Minutes", ["20.03.02", "20.03.03"]),
        ("5\\. Reports", "6\\. Finance", ["5", "6"]),
        ("Item 6: Budget", "Item 7: Audit", ["6", "7"]),
        ("Eitem 1. Ymddiheuriadau", "Eitem 2. Cofnodion", ["1", "2"]),
        ("IV. Correspondence", "V. Finance", ["IV", "V"]),
    ],
)
def test_numbers_in_all_their_shapes(first: str, second: str, numbers: list[str]) -> None:
    minutes = parse(source("Heading of the minutes", first, "Something was said.", second, "Something else was said."))
    assert [item.number for item in minutes.items[1:]] == numbers
    assert all(item.title[0].isalpha() for item in minutes.items)


def test_items_run_together_on_one_line_are_split() -> None:
    minutes = parse(
        source(
            "Members of the Public: 12 48/18 Apologies and Welcome Cllr Ash was unwell. 49/18 Declarations of Interest None were made. "
            "50/18 Minutes of the last meeting",
            "These were agreed.",
        )
    )
    assert [item.number for item in minutes.items] == [None, "48/18", "49/18", "50/18"]
    assert minutes.items[0].paragraphs[0].text == "Members of the Public: 12"


def test_sub_items_stand_under_their_number() -> None:
    minutes = parse(
        source(
            "Opening",
            "1. Apologies",
            "None.",
            "2. Reports",
            "2.1 Chairman’s Report",
            "Thanks were given.",
            "2.2 Clerk’s Report",
            "Post had come.",
            "3. Planning",
            "None.",
        )
    )
    assert [item.number for item in minutes.items[1:]] == ["1", "2", "2.1", "2.2", "3"]


def test_cumulative_references_are_no_items() -> None:
    minutes = parse(
        source(
            ("heading", "3. DATGANIADAU O DDIDDORDEB"),
            "Dim.",
            ("heading", "4. MATERION YN CODI"),
            "4.3.11i) Anfonwyd llythyr o ddiolch at y clwb.",
            "4.5v) Hysbyswyd y Cyngor gan y Sir.",
            ("heading", "5. GOHEBIAETH"),
            "i) Cyfriflen banc. Nodwyd",
            language="cy",
        )
    )
    assert [item.number for item in minutes.items] == ["3", "4", "5"]
    assert len(minutes.items[1].paragraphs) == 2


def test_a_number_that_lost_its_first_digit_is_put_back() -> None:
    minutes = parse(
        source(
            *[
                one
                for n, t in ((10, "WEBSITE"), (11, "ACCOUNTS"), (2, "TRAINING"), (13, "ANY OTHER BUSINESS"))
                for one in (("heading", f"{n}. {t}"), f"About {t.lower()}.")
            ]
        )
    )
    assert [item.title for item in minutes.items] == ["WEBSITE", "ACCOUNTS", "TRAINING", "ANY OTHER BUSINESS"]


def test_unnumbered_headings_and_labels_open_items() -> None:
    headed = parse(
        source(
            ("heading", "Fenwick Council"),
            "Present: A Ash",
            ("heading", "POLICE REPORT"),
            "No crime.",
            ("heading", "CORRESPONDENCE"),
            "A letter.",
        )
    )
    assert [item.title for item in headed.items] == ["Attendance and opening", "POLICE REPORT", "CORRESPONDENCE"]
    labelled = parse(
        source(
            "Fenwick PC Minutes",
            "Present: A Ash",
            "Apologies: B Birch",
            "Matters Arising: The verge was discussed.",
            "Correspondence: A letter had come.",
        )
    )
    assert [item.title for item in labelled.items][1:] == ["Apologies", "Matters Arising", "Correspondence"]
    assert labelled.items[2].paragraphs[0].text == "The verge was discussed."


def test_item_blocks_are_the_items() -> None:
    blocks = (
        Block(kind="item", number="3", text="MINUTES"),
        Block(kind="item", number="3.1", text="5TH JUNE"),
        Block(text="1. Not an item"),
        Block(kind="item", number="6", text="BUDGET"),
    )
    minutes = parse(Source(path="m", sha256="0", format="moderngov-meeting", blocks=blocks))
    assert outline(minutes) == [("3", "MINUTES"), ("3.1", "5TH JUNE"), ("6", "BUDGET")]


def test_an_item_page_is_one_item() -> None:
    blocks = (
        Block(kind="item", text="LIBRARY HOURS"),
        Block(kind="label", text="Minutes:"),
        Block(text="The Committee considered a report of Otherham County Council."),
    )
    minutes = parse(Source(path="m", sha256="0", format="moderngov-item", blocks=blocks, stated=Stated(item_number="7", body="Cabinet")))
    assert outline(minutes) == [("7", "LIBRARY HOURS")]
    assert minutes.items[0].ordinal == 0
    assert minutes.title == "LIBRARY HOURS"
    assert minutes.meeting.council is None
    assert minutes.meeting.body == "Cabinet"
    assert minutes.meeting.date is None


def test_a_transcript_is_one_item_with_its_speakers() -> None:
    blocks = (Block(text="Good morning.", speaker="Ann Ash AM"), Block(text="1. Thank you.", speaker="Bob Birch AM"))
    minutes = parse(Source(path="m", sha256="0", format="transcript", blocks=blocks))
    assert len(minutes.items) == 1
    assert [p.speaker for p in minutes.items[0].paragraphs] == ["Ann Ash AM", "Bob Birch AM"]


def test_a_whole_file_in_welsh(tmp_path: Path) -> None:
    minutes = from_file(
        tmp_path,
        "CYNGOR CYMUNED LLANFFUG A PHENTRE\nCYFARFOD 9FED MEDI 2015\n\n"
        "Cynhaliwyd cyfarfod o Gyngor Cymuned Llanffug a Phentre am 7.30pm yn Neuadd y Pentref.\n\n"
        "PRESENNOL\nCynghorwyr Ann Onnen a Bob Bedw.\n\n1. CROESO AC YMDDIHEURIADAU\nCymerwyd y gadair gan y Cyng. A. Onnen.\n\n"
        "2. GOLEUADAU\nDim i'w drafod.\n",
    )
    assert (minutes.meeting.council, str(minutes.meeting.date), minutes.meeting.language) == (
        "Cyngor Cymuned Llanffug a Phentre",
        "2015-09-09",
        "cy",
    )
    assert outline(minutes) == [(None, "Presennol ac agoriad"), ("1", "CROESO AC YMDDIHEURIADAU"), ("2", "GOLEUADAU")]


@pytest.mark.parametrize("folder", ["minutes", "welsh", "seeds", "decisions/minutes"])
def test_no_word_is_lost_and_order_is_kept(folder: str) -> None:
    if not (DATA / folder).is_dir():
        pytest.skip(f"real minutes are not here: {DATA / folder}")
    for found in list(find([DATA / folder]))[::4]:
        minutes = parse(read(found))
        wanted = Counter(word for block in minutes.source.blocks for word in WORD.findall(block.text))
        kept = Counter(word for item in minutes.items for word in WORD.findall(f"{item.number or ''} {item.title}"))
        kept += Counter(word for item in minutes.items for paragraph in item.paragraphs for word in WORD.findall(paragraph.text))
        lost = wanted - kept
        del lost["Item"]  # "Item 6": the number is kept, the word is not
        assert not lost, (found.name, lost)
        indices = [paragraph.index for item in minutes.items for paragraph in item.paragraphs]
        assert indices == sorted(indices), found.name


def test_a_transcript_is_titled_by_its_file() -> None:
    turns = tuple(
        Block(text=f"Speech number {n} about the budget of the county for next year.", speaker=f"Speaker {n % 2}") for n in range(6)
    )
    minutes = parse(Source(path="all.zip!/calls/budget_day_2.txt", sha256="0", format="transcript", blocks=turns))
    assert minutes.title == "budget day 2"
    assert [item.title for item in minutes.items] == ["budget day 2"]


def test_an_inferred_year_is_marked() -> None:
    blocks = (
        Block(text="PENLLYN TOWN COUNCIL", kind="heading"),
        Block(text="Minutes of the meeting held on Tuesday 4th March in the Town Hall"),
        Block(text="1. Accounts", kind="heading"),
        Block(text="The accounts for 2025 were laid before the members."),
    )
    minutes = parse(Source(path="a.txt", sha256="0", format="text", blocks=blocks))
    assert str(minutes.meeting.date) == "2025-03-04"
    assert any("2025-03-04 is the only year" in warning for warning in minutes.warnings)
