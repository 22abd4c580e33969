"""Actions: who is to do what, by when."""

from __future__ import annotations

import pytest

from ingest.facts.actions import actions_of, known_initials
from tests.ingest.facts.paragraphs import extracted, item


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Action: Head of Finance to bring a contract register to the Committee by January 2025.", "Head of Finance", "January 2025"),
        ("ACTION: Head of Care to bring a report to the September meeting.", "Head of Care", "the September meeting"),
        ("Clerk to write to the owner of the hedge.", "Clerk", None),
        ("JS to follow up with JF.", "JS", None),
        ("It was agreed that the Clerk should write to the Highways Department by 31 March 2024.", "Clerk", "31 March 2024"),
        ("MC agreed to contact the school about the fence.", "MC", None),
        ("Clerc i gysylltu â'r Adran Gynllunio.", "Clerc", None),
        ("Cam gweithredu: Pennaeth Cyllid i ddod â chofrestr erbyn Ionawr 2025.", "Pennaeth Cyllid", "Ionawr 2025"),
    ],
)
def test_an_action(text: str, owner: str, due: str | None) -> None:
    (one,) = actions_of(item(text, first=4).paragraphs, initials=frozenset({"JS", "JF", "MC", "GD", "TS"}))
    assert (one.owner, one.due, one.evidence) == (owner, due, (4, 4))


def test_the_owner_in_the_action_column() -> None:
    (one,) = actions_of(
        item("The gates were rusty. The works team would be asked to paint them. GD").paragraphs,
        initials=frozenset({"JS", "JF", "MC", "GD", "TS"}),
    )
    assert (one.owner, one.text) == ("GD", "The works team would be asked to paint them.")
    (joint,) = actions_of(
        item("The concert could be repeated next year. JS/TS").paragraphs, initials=frozenset({"JS", "JF", "MC", "GD", "TS"})
    )
    assert joint.owner == "JS/TS"
    assert actions_of(item("The grant came from the SBC").paragraphs, initials=frozenset({"JS", "JF", "MC", "GD", "TS"})) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ash agreed that the road was bad.",
        "The Clerk reported that post had come.",
        "Abstained (2): Councillors Ash and Birch.",
        "“That the Clerk be asked to write to the Minister.”",
    ],
)
def test_no_action(text: str) -> None:
    assert actions_of(item(text).paragraphs, initials=frozenset()) == ()


def test_an_action_line_and_the_sentence_before_it_are_one() -> None:
    minutes = extracted(
        item(
            "It was agreed that the Clerk would write to the Minister about buses.",
            "Action: the Clerk to write to the Minister about buses.",
        )
    )
    assert [one.evidence for one in minutes.items[0].actions] == [(2, 2)]


def test_initials_are_of_people_not_of_bodies() -> None:
    assert known_initials("Present Ann Ash AA  Bob Birch (SBC) BB  Carol Cole (SBC)\nDora de Dale (DD)") == frozenset({"AA", "BB"})
    assert actions_of(item("SBC were asked for a grant. SBC to write in May.").paragraphs, initials=frozenset()) == ()
    assert actions_of(item("It was agreed that AA should be elected to the role.").paragraphs, initials=frozenset({"AA"})) == ()
