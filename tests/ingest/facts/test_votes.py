"""Votes: names, counts, ties, casting votes, amendments."""

from __future__ import annotations

import pytest

from ingest.facts.votes import tally, unanimous
from tests.ingest.facts.paragraphs import decided


def test_names_over_a_page_break() -> None:
    (one,) = decided(
        "It was proposed by Cllr Ash and seconded by Cllr Birch to defer the item.",
        "A vote was taken on the proposal.",
        ("heading", "For the Proposal"),
        "Councillors Ash, Birch and O’Dale.",
        "(3)",
        ("heading", "Against the Proposal"),
        "Councillors Cole (J), Cole(M), Murphy, O’Hanlon,",
        "O’Sullivan, Secas and Uí Bheithe.",
        "(7)",
        "The Administrator declared the proposal to defer the item defeated by a vote of 7 against and 3 for.",
    )
    assert one.vote is not None
    assert one.vote.names_for == ("Ash", "Birch", "O’Dale")
    assert one.vote.names_against == ("Cole (J)", "Cole (M)", "Murphy", "O’Hanlon", "O’Sullivan", "Secas", "Uí Bheithe")
    assert (one.vote.votes_for, one.vote.votes_against, one.vote.abstained) == (3, 7, None)
    assert (one.kind, one.outcome, one.amendment, one.mover) == ("lost", "lost", False, "Ash")


def test_an_amendment_is_kept_apart_from_the_motion() -> None:
    amendment, motion = decided(
        "The following amendment was submitted:",
        "Proposed by Councillor Ash; Seconded by Councillor Birch;",
        "“To add a cycle lane”",
        "For the Amendment (1): Councillor Ash.",
        "Against the Amendment (2): Councillors Birch and Cole.",
        "The Chair declared the amendment lost.",
        "Proposed by Councillor Cole; Seconded by Councillor Dale;",
        "“To approve the scheme”",
        "For the motion (2): Councillors Cole and Dale.",
        "Against the motion (1): Councillor Ash.",
        "Abstained (1): Councillor Birch.",
        "The Chair declared the motion carried.",
    )
    assert (amendment.text, amendment.amendment, amendment.outcome) == ("To add a cycle lane", True, "lost")
    assert (motion.text, motion.amendment, motion.outcome) == ("To approve the scheme", False, "passed")
    assert motion.vote is not None
    assert (motion.vote.names_for, motion.vote.names_against, motion.vote.names_abstained) == (("Cole", "Dale"), ("Ash",), ("Birch",))


def test_a_tie_and_the_casting_vote() -> None:
    (one,) = decided(
        "It was moved by Councillor Ash and seconded by Councillor Birch that the application be refused. "
        "On being put to the vote there were 6 for the motion and 6 against. "
        "The Chair gave his casting vote against, and declared the motion lost."
    )
    assert one.vote is not None
    assert (one.vote.votes_for, one.vote.votes_against) == (6, 6)
    assert one.vote.casting == "The Chair gave his casting vote against, and declared the motion lost."
    assert (one.kind, one.outcome) == ("lost", "lost")


def test_the_resolution_of_a_carried_motion_is_one_decision() -> None:
    (one,) = decided(
        "It was moved by Councillor Ash and seconded by Councillor Birch that the budget be adopted.",
        "For the motion (2): Councillors Ash and Birch.",
        "Against the motion (1): Councillor Cole.",
        "The Chair declared the motion carried by 2 votes to 1.",
        "RESOLVED that the budget be adopted.",
    )
    assert one.text == "RESOLVED that the budget be adopted."
    assert one.vote is not None
    assert one.vote.names_against == ("Cole",)
    assert (one.mover, one.evidence) == ("Ash", (1, 5))


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("RESOLVED, by 26 votes to 3, that the rules be changed.", (26, 3, None)),
        ("carried by 17 votes to 12, with 2 abstentions", (17, 12, 2)),
        ("There voted for the motion 9, and against 2, and it was carried.", (9, 2, None)),
        ("This was approved by 7 votes, 1 abstention.", (7, None, 1)),
        ("with 3 for and 3 against the proposal", (3, 3, None)),
        ("defeated by a vote of 14 against and 4 for", (4, 14, None)),
        ("RESOLVED, with one vote against, that it be adopted.", (None, 1, None)),
        ("o 6 pleidlais i 2", (6, 2, None)),
    ],
)
def test_tallies(text: str, votes: tuple[int | None, int | None, int | None]) -> None:
    found = tally(text)
    assert found is not None
    assert (found.votes_for, found.votes_against, found.abstained) == votes
    assert found.unanimous is None


@pytest.mark.parametrize(
    "text", ["The meeting ran from 6 to 8 pm.", "A score of 3 to 1 was reported as 61 % in favour.", "by 31 March 2026"]
)
def test_no_tally(text: str) -> None:
    assert tally(text) is None


@pytest.mark.parametrize(
    "text", ["carried nem.con", "All in favour", "gyda phawb yn gytûn", "PENDERFYNWYD YN UNFRYDOL", "It was agreed by all"]
)
def test_unanimous(text: str) -> None:
    assert unanimous(text) is True


def test_not_unanimous() -> None:
    assert unanimous("carried by a majority") is None
