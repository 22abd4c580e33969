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


def test_the_column_says_who_and_a_sentence_with_a_task_what() -> None:
    initials = frozenset({"JS", "GD"})
    (one,) = actions_of(item("The Clerk would be asked for a price. The brochure was awaited. GD").paragraphs, initials=initials)
    assert one.text == "The Clerk would be asked for a price."
    for idle in (
        "The new brochure was awaited. GD",
        "The grant was approved. (Agreed for 19 May.) GD",
        "It would be likely to be welcome. JS",
    ):
        assert actions_of(item(idle).paragraphs, initials=initials) == ()


def test_a_standing_sentence_a_motion_and_a_request_to_withdraw_are_no_actions() -> None:
    for text in (
        "Clerk to record, without note or comment, all resolutions and decisions.",
        "I will move that this Council calls on the Town Clerk to write to the Minister.",
        "Councillor Ash asked Councillor Birch to withdraw her motion.",
        "There was a statutory requirement for the Director of Leisure to report every year.",
        "It was agreed that Councillor Ash’s Motion would be circulated to all councils.",
    ):
        assert actions_of(item(text).paragraphs) == (), text


def test_letters_are_persons_where_the_minutes_say_so() -> None:
    text = "It was agreed that OPW would be asked and that ABC to provide a map."
    assert actions_of(item(text).paragraphs) == ()
    assert actions_of(item("ABC to provide a map.").paragraphs, initials=frozenset({"ABC"}))[0].owner == "ABC"
    assert actions_of(item("GD to provide a map.").paragraphs)[0].owner == "GD"


def test_of_a_list_run_together_the_task_is_kept() -> None:
    text = "Letters received " + "from a neighbour about hedges " * 14 + "it was agreed that the Clerk should write to the owner"
    (one,) = actions_of(item(text).paragraphs)
    assert one.text == "agreed that the Clerk should write to the owner"
