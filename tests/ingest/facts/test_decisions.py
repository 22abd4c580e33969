"""Decisions: what is one, what is none, its parts, its movers, its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.registers import measure
from ingest.facts import extract
from ingest.load import find, read
from ingest.parse import parse
from tests.ingest.facts.paragraphs import decided, extracted, item

DATA = Path(__file__).parents[4] / "shared" / "data"


def test_a_formal_motion_over_paragraphs_keeps_words_and_people() -> None:
    (one,) = decided(
        "Circulated, report of the Engineer.",
        "Proposed by Councillor Ash (J);",
        "Seconded by Cmhlr. Ó Beithe;",
        "And Resolved:",
        "“That the bridge at ‘Long Ford’ be repaired, subject to the",
        "approval of the Minister”.",
        "The Members thanked the Engineer.",
    )
    assert one.text == "That the bridge at ‘Long Ford’ be repaired, subject to the\napproval of the Minister"
    assert (one.mover, one.seconder, one.kind, one.outcome) == ("Ash (J)", "Ó Beithe", "resolved", "passed")
    assert one.evidence == (2, 6)
    assert one.vote is None


def test_motions_follow_one_another() -> None:
    both = decided(
        "Proposed by Councillor Ash; Seconded by Councillor Birch; And Resolved: “That the minutes be adopted”.",
        "Proposed by: Councillor Cole Seconded by: Councillor Dale And Resolved: “That the land be sold for €400.”",
    )
    assert [(one.mover, one.seconder, one.text) for one in both] == [
        ("Ash", "Birch", "That the minutes be adopted"),
        ("Cole", "Dale", "That the land be sold for €400."),
    ]


def test_and_agreed_before_the_debate_takes_no_debate() -> None:
    (one,) = decided(
        "I will move at the next Meeting that ramps be built in Mill Lane.",
        "The Motion was proposed by Councillor Ash, seconded by Councillor Birch and agreed.",
        "In proposing the Motion, Councillor Ash spoke of an accident.",
    )
    assert one.text.startswith("I will move")
    assert one.text.endswith("and agreed.")
    assert (one.mover, one.seconder, one.evidence) == ("Ash", "Birch", (1, 2))


def test_a_resolution_and_its_bullets_are_one_decision() -> None:
    (one,) = decided(
        "A Member asked about lamps.",
        ("bullet", "A Member asked when the lamps would be lit."),
        "Council resolved to agree the recommendations in the report:",
        ("bullet", "That Council members endorse the analysis in the 2016/17 report."),
        ("bullet", "That Cabinet members endorse the 2017/18 priorities."),
    )
    assert one.text.count("\n") == 2
    assert "2016/17 report.\nThat Cabinet members endorse the 2017/18" in one.text
    assert one.evidence == (3, 5)
    assert one.mover is None


def test_lettered_parts_belong_to_the_resolution() -> None:
    (one,) = decided("RESOLVED:", "(a) that the plan be adopted; and", "(b) that it be reviewed in May.", "The meeting closed at 9 pm.")
    assert one.text == "RESOLVED:\n(a) that the plan be adopted; and\n(b) that it be reviewed in May."
    assert one.evidence == (1, 3)


def test_unanimous_only_where_said() -> None:
    (said,) = decided("UNANIMOUSLY RESOLVED that the report be received.")
    (silent,) = decided("RESOLVED that the report be received.")
    assert said.vote is not None
    assert said.vote.unanimous is True
    assert silent.vote is None


def test_the_decision_block_and_the_minutes_that_say_the_same_are_one() -> None:
    (one,) = decided(
        ("paragraph", "That the report be received.", "decision"),
        ("paragraph", "The Committee RESOLVED that the report be received.", "minutes"),
    )
    assert one.evidence == (2, 2)
    apart = decided(
        ("paragraph", "That the library be closed in June.", "decision"),
        ("paragraph", "RESOLVED that a survey of roofs be made.", "minutes"),
    )
    assert len(apart) == 2


def test_a_decision_block_alone_is_a_decision() -> None:
    (one,) = decided(
        ("paragraph", "That:", "decision"), ("bullet", "the pool be closed;", "decision"), ("bullet", "the gym stay open.", "decision")
    )
    assert one.text == "That:\nthe pool be closed;\nthe gym stay open."
    assert one.outcome == "passed"


def test_agenda_text_is_no_decision() -> None:
    assert decided(("paragraph", "RESOLVED that the recommendations be approved.", "agenda"), "The report was discussed.") == ()


def test_movers_named_after_the_approval() -> None:
    (one,) = decided("The Minutes of the Meeting held on 5 July were approved as a true record. Proposed by RB and seconded by MCa.")
    assert (one.mover, one.seconder) == ("RB", "MCa")


def test_a_bare_result_takes_what_it_is_of() -> None:
    (one,) = decided("Cllr Ash proposed that one bin be bought. Seconded by Cllr Birch.", "Unanimously approved.")
    assert one.text.startswith("Cllr Ash proposed that one bin be bought.")
    assert one.vote is not None
    assert one.vote.unanimous is True
    (listed,) = decided("W Stone & Son asked for a new memorial. Approved.", "Another letter came.")
    assert listed.text == "W Stone & Son asked for a new memorial. Approved."


def test_a_motion_in_prose_and_its_result_far_below() -> None:
    (one,) = decided(
        "It was moved by Councillor Ash and seconded by Councillor Birch:",
        '"That this Council thanks the band."',
        "Councillor Cole spoke in support. " + "The band had played at every fair for many years. " * 12,
        "The motion was put to the vote and carried unanimously.",
    )
    assert one.text == (
        "It was moved by Councillor Ash and seconded by Councillor Birch:\n"
        '"That this Council thanks the band."\nThe motion was put to the vote and carried unanimously.'
    )
    assert (one.kind, one.mover, one.evidence) == ("carried", "Ash", (1, 4))
    assert one.vote is not None
    assert one.vote.unanimous is True


def test_numbered_resolutions_with_their_movers() -> None:
    (one,) = decided("R2018-147 L. Ash, T. Birch: That the minutes be adopted as published. Carried.")
    assert (one.text, one.mover, one.seconder, one.kind) == (
        "That the minutes be adopted as published. Carried.",
        "L. Ash",
        "T. Birch",
        "carried",
    )


def test_another_bodys_resolution_in_quotation_marks_is_not_ours() -> None:
    assert (
        decided("A letter was read from Elm County Council: “That this Council resolved to oppose the charge, and it was agreed to write.”")
        == ()
    )


def test_a_transcript_decides_nothing() -> None:
    assert extracted(item("RESOLVED that we go home."), format="transcript").items[0].decisions == ()


def test_the_labelled_registers() -> None:
    if not (DATA / "decisions").is_dir():
        pytest.skip(f"labelled motions are not here: {DATA / 'decisions'}")
    scores = measure(DATA)
    assert scores["motions"] == 319
    assert scores["motion_all_right"] >= 0.95
    assert scores["votes_all_right"] == 1.0


def test_the_seed_pages() -> None:
    if not (DATA / "seeds").is_dir():
        pytest.skip(f"the seed pages are not here: {DATA / 'seeds'}")
    first, second = (extract(parse(read(found))) for found in find([DATA / "seeds"]))
    ((received,),) = ([*one.decisions] for one in first.items)
    assert received.vote is not None
    assert received.vote.unanimous is True
    ((parts,),) = ([*one.decisions] for one in second.items)
    assert parts.text.count("\n") == 2
    assert parts.text.index("2016/17") < parts.text.index("\nThat Cabinet") < parts.text.index("2017/18")
    assert all(decision.mover is None for minutes in (first, second) for one in minutes.items for decision in one.decisions)


def test_the_vote_stays_with_the_motion_that_it_was_taken_on() -> None:
    first, second = decided(
        "Proposed by Councillor Ash;",
        "Seconded by Councillor Birch;",
        "“To approve the new square”",
        "For the Proposal",
        "Councillors Ash, Birch and Cole.",
        "(3)",
        "Against the Proposal",
        "Councillor Dale.",
        "(1)",
        "The Meetings Administrator declared the square approved.",
        "The Director said that the next meeting would be on 18 October. This was agreed by the Members with a workshop before it.",
    )
    assert (first.text, first.mover, first.outcome) == ("To approve the new square", "Ash", "passed")
    assert first.vote
    assert (first.vote.votes_for, first.vote.votes_against) == (3, 1)
    assert (second.kind, second.mover, second.vote) == ("agreed", None, None)


def test_an_amendment_is_one_whichever_words_call_it_so() -> None:
    vote = ("For the Proposal", "Councillors Cole and Dale.", "(2)", "Against the Proposal", "Councillors Elm, Fern and Gorse.", "(3)")
    (told,) = decided(
        "The following amendment was submitted in writing, proposed by Councillor Ash and seconded by Councillor Birch;",
        *vote,
        "The Meetings Administrator declared the proposal defeated.",
    )
    assert (told.amendment, told.outcome) == (True, "lost")
    (formal,) = decided(
        "The following amendment was submitted to the Meetings Administrator;",
        "Proposed by Councillor Ash;",
        "Seconded by Councillor Birch;",
        "“To plant one row of limes beside the road”",
        *vote,
    )
    assert (formal.amendment, formal.outcome) == (True, "lost")


def test_nothing_to_note_is_no_decision() -> None:
    assert decided("No new planning applications were noted.") == ()
    (one,) = decided("No money had come and it was agreed that a letter be sent.")
    assert one.kind == "agreed"
