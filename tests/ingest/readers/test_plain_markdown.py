"""Markdown is read as what it says: marks, tables and front matter are taken off."""

from __future__ import annotations

import datetime as dt

from tests.ingest.readers.as_plain import kinds, read, texts


def test_markdown_marks_are_taken_off_and_escapes_undone() -> None:
    text = (
        "## Cabinet\n\n5\\. Matters arising\n\n**1.**Adoption of Minutes\n\n**TUESDAY, 14TH** **DECEMBER, 2021**\n\n"
        "See the [plan](http://arwel.example/plan.pdf) of <em>Clerk</em> at 3 \\* 4 m and snake_case_name.\n\n*A note*\n"
    )
    assert kinds(text, markdown=True) == [
        ("heading", "Cabinet"),
        ("paragraph", "5. Matters arising"),
        ("paragraph", "1. Adoption of Minutes"),
        ("heading", "TUESDAY, 14TH DECEMBER, 2021"),
        ("paragraph", "See the plan of Clerk at 3 * 4 m and snake_case_name."),
        ("paragraph", "A note"),
    ]


def test_a_number_before_a_bold_title_belongs_to_the_heading() -> None:
    assert kinds("1. **Matters arising**\n   The bench was mended.\n\n**Total** 45\n", markdown=True) == [
        ("heading", "1. Matters arising"),
        ("paragraph", "The bench was mended."),
        ("paragraph", "Total 45"),
    ]


def test_emphasis_over_several_lines_makes_one_paragraph() -> None:
    text = (
        "***I will ask at the next Meeting that a report be given on the number of lamps in***\n\n***the village of "
        "Trefgoch, and on their cost.***\n\n**REPLY:**\n\n"
        "The Council has looked into the matter and finds that there are forty lamps in the\n\nvillage, whose cost is borne "
        "by the district.\n"
    )
    assert texts(text, markdown=True) == [
        "I will ask at the next Meeting that a report be given on the number of lamps in the village of Trefgoch, and on their cost.",
        "REPLY:",
        "The Council has looked into the matter and finds that there are forty lamps in the village, whose cost is borne by the district.",
    ]


def test_markdown_tables_are_rows() -> None:
    text = "| Councillor | Interest |\n|---|---|\n| A. Bevan | Landlord |\n\nNo others.\n"
    assert kinds(text, markdown=True) == [("row", "Councillor | Interest"), ("row", "A. Bevan | Landlord"), ("paragraph", "No others.")]


def test_front_matter_of_a_post_gives_the_title_and_not_the_date() -> None:
    found = read(
        '---\nlayout: post\ntitle: "General Meeting 12 January 2026"\ndate: 2026-01-15\n---\n\nPresent: A. Bevan.\n', markdown=True
    )
    assert [block.text for block in found.blocks] == ["General Meeting 12 January 2026", "Present: A. Bevan."]
    assert found.stated.date is None


def test_front_matter_of_a_meeting_is_stated() -> None:
    found = read(
        "---\ncouncil: Arwel Town Council\nbody: Planning Committee\ndate: 2024-06-11\nstatus: draft\nlanguage: en\n---\nText.\n",
        markdown=True,
    )
    assert found.stated.council == "Arwel Town Council"
    assert found.stated.date == dt.date(2024, 6, 11)
    assert found.stated.status == "draft"


def test_quoted_lines_of_markdown_are_joined() -> None:
    text = """It was moved by Councillor Gruff:

> That this Council regrets the closure of the swimming pool and of the
> gymnasium beside it, and asks the Clerk to write to the Minister in
> order that the grant of last year may be paid again.
>
> - and that the reply be read at the next meeting

Carried.
"""
    assert [block.text for block in read(text, markdown=True).blocks] == [
        "It was moved by Councillor Gruff:",
        "That this Council regrets the closure of the swimming pool and of the gymnasium beside it, and asks the Clerk to write to the "
        "Minister in order that the grant of last year may be paid again.",
        "and that the reply be read at the next meeting",
        "Carried.",
    ]
