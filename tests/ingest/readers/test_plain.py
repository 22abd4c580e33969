"""Text and Markdown to blocks: paragraphs, bullets, headings, pages, transcripts."""

from __future__ import annotations

from ingest.readers.plain import read_plain
from tests.ingest.readers.as_plain import kinds, read, texts

WRAPPED = """LLANFAIR COMMUNITY COUNCIL

5. Matters arising
The Clerk had written to the Highways Department about the bridge at Pont Gadno and
had received a reply, which was read out. It said that the work would be done before
the end of the financial year.
Councillor Rees thanked the Clerk for her trouble and asked that the Department be
pressed for a date.
6. Finance
The balance stood at £1,204.50.
"""


def test_wrapped_lines_become_paragraphs_and_numbered_lines_stand_alone() -> None:
    assert kinds(WRAPPED) == [
        ("heading", "LLANFAIR COMMUNITY COUNCIL"),
        ("paragraph", "5. Matters arising"),
        (
            "paragraph",
            "The Clerk had written to the Highways Department about the bridge at Pont Gadno and had received a reply, which was read out. "
            "It said that the work would be done before the end of the financial year.",
        ),
        ("paragraph", "Councillor Rees thanked the Clerk for her trouble and asked that the Department be pressed for a date."),
        ("paragraph", "6. Finance"),
        ("paragraph", "The balance stood at £1,204.50."),
    ]


def test_a_text_with_an_empty_line_after_every_line_gives_the_same_paragraphs() -> None:
    assert texts(WRAPPED.replace("\n", "\n\n"), markdown=True) == texts(WRAPPED)


def test_empty_lines_part_paragraphs_where_lines_are_wrapped() -> None:
    text = "The roof was inspected by the engineer on Monday and\nwas found to be sound. The gutters\n\nwere not looked at.\n\n" * 2
    assert len(texts(text)) == 4


def test_every_bullet_mark_is_known_and_taken_off() -> None:
    marks = ["·\xa0 \xa0 \xa0 ", "\uf0b7 ", "\uf0a7\t", "\uf0d8 ", "• ", "- ", "* ", "– "]
    blocks = read("Noted:\n" + "".join(f"{mark}Point {number}.\n" for number, mark in enumerate(marks))).blocks
    assert [(block.kind, block.text) for block in blocks[1:]] == [("bullet", f"Point {number}.") for number in range(len(marks))]


def test_a_bullet_goes_on_in_the_next_line_and_a_lone_mark_belongs_to_the_line_after() -> None:
    text = (
        "• the Clerk would write to the owner of the hedge and\nask that it be cut before the summer\n•\nthe bench was "
        "to be painted by the end of the month\nor soon after\n"
    )
    assert kinds(text) == [
        ("bullet", "the Clerk would write to the owner of the hedge and ask that it be cut before the summer"),
        ("bullet", "the bench was to be painted by the end of the month or soon after"),
    ]


def test_letter_bullets_are_read_in_english_and_never_in_welsh() -> None:
    assert kinds("The following were noted by the Council:\no Two lamps\no One seat\n")[1:] == [
        ("bullet", "Two lamps"),
        ("bullet", "One seat"),
    ]
    welsh = (
        "Cafwyd adroddiad gan y Clerc am y gwaith ar y ffordd ac am ymateb y swyddogion\no Gyngor Sir Dyffryn Arwel "
        "ynghylch y mater, gan ei fod wedi bod yn aros\nam hir."
    )
    assert len(texts(welsh)) == 1


def test_page_breaks_with_numbers_leave_no_number_in_a_vote() -> None:
    text = (
        "For the motion: Councillors Bevan, Pryce,\n\n---\n2\n\nRees and Tudor.\n\n(14)\n\nAgainst the motion: "
        "Councillors Owen,\n---\n3\n\nPrice.\n\n(2)\n"
    )
    found = read(text, markdown=True).blocks
    assert [block.text for block in found] == [
        "For the motion: Councillors Bevan, Pryce, Rees and Tudor.",
        "(14)",
        "Against the motion: Councillors Owen, Price.",
        "(2)",
    ]
    assert [block.page for block in found] == [1, 2, 2, 3]


def test_form_feeds_count_pages_and_running_heads_are_kept_once() -> None:
    pages = [
        f"Arwel Town Council 5 May 2024\n\nText of page {word} is here.\n\nPage | {number}\n"
        for number, word in enumerate(["one", "two", "three"], start=1)
    ]
    found = read("\f".join(pages)).blocks
    assert [(block.text, block.page) for block in found] == [
        ("Arwel Town Council 5 May 2024", 1),
        ("Text of page one is here.", 1),
        ("Text of page two is here.", 2),
        ("Text of page three is here.", 3),
    ]


def test_numbers_in_the_middle_of_a_page_stay() -> None:
    text = "Votes cast\n\n14\n\n12\n\nwere counted.\n---\n2\n\n20\n\n40\n\nEnd of the table.\n---\n3\n\nThe meeting rose."
    assert [word for word in texts(text, markdown=True) if word.isdigit()] == ["14", "12", "20", "40"]


def test_an_item_number_on_its_own_line_stays() -> None:
    assert texts("1.\n\nAdoption of Minutes\n\n2.\n\nFinance\n", markdown=True) == ["1.", "Adoption of Minutes", "2.", "Finance"]


def test_hyphens_at_line_ends() -> None:
    text = (
        "The Council had dealt with the matter in a proactive way, and officers had worked pro-\n\nactively with the owners "
        "of the land, and the\n\n"
        "question of new bye-\n\nlaws for the park was put to the Cwm Elain and Pont-\n\nGadno working party, which would "
        "look at two-\n\nand three-bedroom houses and the sub-\n\n"
        "committee would report on it, as every other sub-committee had done in the year.\n"
    )
    joined = " ".join(texts(text, markdown=True))
    for word in ("proactively", "bye-laws", "Pont-Gadno", "two- and three-bedroom", "sub-committee would"):
        assert word in joined


def test_a_first_letter_torn_off_is_put_back() -> None:
    assert texts(
        "I\n\nt was proposed by Councillor Rees that the seat be moved.\n\nV\n\notes were cast, and the votes counted.\n", markdown=True
    ) == [
        "It was proposed by Councillor Rees that the seat be moved.",
        "Votes were cast, and the votes counted.",
    ]


def test_a_heading_blown_apart_into_words_is_one_heading() -> None:
    text = (
        "MINUTES OF PROCEEDINGS AT\n\nMEETING\n\nOF\n\nTHE\n\nMUNICIPAL\n\nDISTRICT\n\nOF\n\nABERCELYN-\n\nTREFGOCH HELD "
        "ON TUESDAY, 5TH MAY, 2020\n"
    )
    assert texts(text, markdown=True) == [
        "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF ABERCELYN-TREFGOCH HELD ON TUESDAY, 5TH MAY, 2020"
    ]


def test_decisions_in_capitals_are_no_headings() -> None:
    assert kinds("FINANCE\n\nCARRIED\n\nRESOLVED\n") == [("heading", "FINANCE"), ("paragraph", "CARRIED"), ("paragraph", "RESOLVED")]


def test_a_date_is_not_torn_apart() -> None:
    assert texts("MEETING HELD ON WEDNESDAY, 15TH\n\nJANUARY, 2025, AT 10AM.\n") == [
        "MEETING HELD ON WEDNESDAY, 15TH JANUARY, 2025, AT 10AM."
    ]


def test_scanned_pages_are_warned_of() -> None:
    found = read(
        "*<small>Scanned page, text may contain errors. See original file for clarity</small>*\n\nMinutes of a meeting.\n", markdown=True
    )
    assert [block.text for block in found.blocks] == ["Minutes of a meeting."]
    assert "scanned" in found.warnings[0]


def test_lines_to_sign_on_are_no_text() -> None:
    assert texts("Signed ............................ Dated ____________\n\n_______________\n") == ["Signed Dated"]


def test_an_entry_in_the_action_column_ends_its_paragraph() -> None:
    text = (
        "The Clerk would ask the Council to look at the culvert before the winter and              AB\n"
        "would report back at the next meeting.\nNobody else had anything to say about the culvert and the matter was left "
        "at that\nfor the time being.\n"
    )
    assert (
        texts(text)[0]
        == "The Clerk would ask the Council to look at the culvert before the winter and would report back at the next meeting. AB"
    )


def test_a_transcript_gives_a_block_for_each_turn() -> None:
    turns = [
        "The Chair (Elwyn Mathias): Good morning, and welcome to this meeting of the Committee.",
        "Jane Owen: Thank you, Chair. I should like to ask about buses: when do they run?",
    ]
    found = read("\n".join(turns * 3))
    assert found.format == "transcript"
    assert [block.speaker for block in found.blocks[:2]] == ["The Chair (Elwyn Mathias)", "Jane Owen"]
    assert found.blocks[1].text == "Thank you, Chair. I should like to ask about buses: when do they run?"


def test_minutes_with_labels_are_no_transcript() -> None:
    text = "Present: A. Bevan\nApologies: C. Rees\nMinutes: agreed\nFinance: The balance was £20.\nPlanning: None.\nClose: 9 pm\n"
    assert read(text).format == "text"


def test_an_item_page_saved_as_text() -> None:
    page = (
        "Agenda item\n\nWINTER PLAN\n\nTo consider the plan.\n\nDecision:\n\nThat it be approved.\n\nMinutes:\n\n\xa0\n\n"
        "·\xa0 \xa0 A Member asked about grit.\n\nRESOLVED that the plan be approved.\n\nSupporting documents:\n\nPlan PDF 200 KB\n"
    )
    source = read_plain(page.encode(), "page.txt", "0" * 64, markdown=False)
    assert source.format == "moderngov-item"
    assert [(block.kind, block.part, block.text) for block in source.blocks] == [
        ("item", "minutes", "WINTER PLAN"),
        ("paragraph", "agenda", "To consider the plan."),
        ("label", "decision", "Decision:"),
        ("paragraph", "decision", "That it be approved."),
        ("label", "minutes", "Minutes:"),
        ("bullet", "minutes", "A Member asked about grit."),
        ("paragraph", "minutes", "RESOLVED that the plan be approved."),
    ]


def test_a_bullet_of_the_private_area_alone_on_its_line_marks_the_next() -> None:
    found = read("Present\n\n\uf0b7\n\nthe roof was mended\n\n\uf0b7\n\nthe gate was hung\n")
    assert [(block.kind, block.text) for block in found.blocks][-2:] == [("bullet", "the roof was mended"), ("bullet", "the gate was hung")]


def test_a_number_at_the_head_of_a_line_goes_on_where_it_says_which() -> None:
    text = """The Head of Audit drew the attention of the Committee to an error in minute
6/25 (Payments). The sum was given wrongly in the draft, and the members had
been told of it by letter before the meeting, with the apologies of the clerk.

On being put to the vote by show of hands, there voted for the motion 19, against
11. The Chair declared the motion carried, and the members turned to the next
item, which had been held over from the meeting of the month before last.
"""
    assert [block.text[:40] for block in read(text).blocks] == [
        "The Head of Audit drew the attention of ",
        "On being put to the vote by show of hand",
    ]
