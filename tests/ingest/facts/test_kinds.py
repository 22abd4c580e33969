"""What kind of item an item is."""

from __future__ import annotations

import pytest

from ingest.datamodel import Action, Decision, Vote
from ingest.facts.kinds import kinds_of

RESOLVED = Decision(text="RESOLVED that it be done.", kind="resolved", evidence=(1, 1))
BY_VOTE = RESOLVED.model_copy(update={"vote": Vote(votes_for=5, votes_against=0)})
UNANIMOUS = RESOLVED.model_copy(update={"vote": Vote(unanimous=True)})
ACTION = Action(text="The Clerk to write.", evidence=(1, 1))


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Notice of Motion submitted by Councillor A. Vale", ("motion",)),
        ("NOTICES OF MOTION", ("motion",)),
        ("HYSBYSIAD O GYNNIG - DIFFIBRILWYR", ("motion",)),
        ("Question submitted by Councillor A. Vale", ("question",)),
        ("CWESTIYNAU GAN AELODAU", ("question",)),
        ("Public questions", ("question", "public participation")),
        ("Public Participation (at the Chair's discretion)", ("public participation",)),
        ("Open forum", ("public participation",)),
        ("CYFRANOGIAD Y CYHOEDD", ("public participation",)),
        ("PETITION: BANDSTAND", ("petition",)),
        ("Treasurer's report", ("report",)),
        ("ADRODDIAD BLYNYDDOL", ("report",)),
        ("Declarations of personal and prejudicial interest", ("declarations",)),
        ("DISCLOSURE OF PECUNIARY INTEREST", ("declarations",)),
        ("DATGANIADAU O FUDDIANT", ("declarations",)),
        ("Apologies for absence", ("apologies",)),
        ("YMDDIHEURIADAU", ("apologies",)),
        ("Minutes of the meeting held on 4 June 2024", ("minutes",)),
        ("To approve the minutes of the last meeting", ("minutes",)),
        ("Adoption of Minutes", ("minutes",)),
        ("COFNODION Y CYFARFOD A GYNHALIWYD AR 14 MAWRTH 2024", ("minutes",)),
        ("Two minutes' silence for the late Alderman", ()),
        ("Bandstand", ()),
        ("Reporting of potholes", ()),
        ("Emotional support at schools", ()),
        ("Interest rates", ()),
    ],
)
def test_titles(title: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(title, [], [], [], exempt=False) == kinds


def test_what_is_recorded_comes_first() -> None:
    assert kinds_of("Motion: bandstand", [], [BY_VOTE], [ACTION], exempt=True) == ("decision", "vote", "action", "exempt", "motion")


def test_a_vote_is_one_that_was_counted() -> None:
    assert kinds_of("Bandstand", [], [UNANIMOUS], [], exempt=False) == ("decision",)
    assert kinds_of("Bandstand", [], [BY_VOTE], [], exempt=False) == ("decision", "vote")


@pytest.mark.parametrize(
    ("text", "is_report"),
    [
        ("The Committee considered a report of the Head of Leisure.", True),
        ("Council was presented with the annual report.", True),
        ("Cyflwynwyd adroddiad gan y Pennaeth Hamdden.", True),
        ("Residents were asked to report potholes.", False),
    ],
)
def test_a_report_is_announced_in_the_opening(text: str, is_report: bool) -> None:
    assert ("report" in kinds_of("Bandstand", [text], [], [], exempt=False)) is is_report
    assert kinds_of("Bandstand", ["Nothing."] * 3 + [text], [], [], exempt=False) == ()
