"""Decisions as a story tells them: from where they begin to decide, each vote once, what was lost for members only."""

from __future__ import annotations

import pytest

from assistant.datamodel import Evidence, Style
from assistant.newsletter.deciding import decisions_told, in_order, only_notes, without_movers
from ingest.datamodel import AgendaItem, Decision, Outcome, Paragraph
from tests.assistant.newsletter.test_quoted import passage

MOVED = "Moved by Councillor Vale, seconded by Councillor Rowe, and RESOLVED, by 6 votes to 2, that the pool be relined."
VOTED = "There were 6 votes for and 2 against."
LOST = "It was moved that the pool be closed. The motion was lost by 2 votes to 6."


def item(*decisions: tuple[str, Outcome]) -> tuple[AgendaItem, list[Evidence]]:
    paragraphs = tuple(Paragraph(index=place, text=text) for place, (text, _) in enumerate(decisions, 1))
    made = tuple(
        Decision(text=text.split(" There were")[0], kind="resolved", outcome=outcome, evidence=(place, place))
        for place, (text, outcome) in enumerate(decisions, 1)
    )
    text = "\n".join(text for text, _ in decisions)
    return AgendaItem(ordinal=1, title="Pool", paragraphs=paragraphs, decisions=made), [passage(text)]


def told(style: Style, *decisions: tuple[str, Outcome]) -> list[str]:
    made, evidence = item(*decisions)
    return [one.text for one in without_movers(decisions_told(made, evidence, style), style)]


def test_who_moved_it_is_for_members() -> None:
    assert told("plain", (MOVED, "passed")) == ["RESOLVED, by 6 votes to 2, that the pool be relined."]
    assert told("full", (MOVED, "passed")) == [MOVED]


def test_a_vote_is_told_once_to_residents() -> None:
    assert told("plain", (f"{MOVED} {VOTED}", "passed")) == ["RESOLVED, by 6 votes to 2, that the pool be relined."]
    assert VOTED in told("full", (f"{MOVED} {VOTED}", "passed"))


def test_what_was_lost_is_for_members_with_its_loss_or_where_nothing_else_was_decided() -> None:
    assert told("plain", (LOST, "lost"), (MOVED, "passed")) == ["RESOLVED, by 6 votes to 2, that the pool be relined."]
    assert told("full", (LOST, "lost"), (MOVED, "passed")) == [MOVED, LOST]
    assert told("plain", (LOST, "lost")) == [LOST]
    assert told("plain", ("It was moved that £400 be spent on it. The motion was lost.", "lost"))[-1].endswith("The motion was lost.")


def test_a_motion_is_not_told_without_its_outcome() -> None:
    motion = item(("Moved: that the Council plant 40 trees in the park.", "passed"))[0].decisions[0]
    paragraph = Paragraph(index=1, text=f"{motion.text} The motion was carried unanimously.")
    made = AgendaItem(ordinal=1, title="Trees", paragraphs=(paragraph,), decisions=(motion,))
    evidence = [passage(paragraph.text)]
    assert "carried unanimously" in " ".join(one.text for one in decisions_told(made, evidence, "plain"))


def test_passed_first_and_amendments_last() -> None:
    motion = Decision(text="m", kind="resolved", outcome="passed", evidence=(1, 1))
    amendment = motion.model_copy(update={"text": "a", "amendment": True})
    lost = motion.model_copy(update={"text": "l", "outcome": "lost"})
    assert in_order([lost, amendment, motion]) == [motion, amendment, lost]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("RESOLVED that the report be noted.", True),
        ("RESOLVED that the report be noted and that a further report be brought in May.", True),
        ("RESOLVED that: the report be noted; £500 be given to the hospice.", False),
        ("RESOLVED that the budget be set at £4,000.", False),
        ("UNANIMOUSLY RESOLVED that the report be received.", True),
        ("PENDERFYNWYD bod y wybodaeth ddiweddaraf yn cael ei nodi a bod adroddiad yn cael ei gyflwyno i'r cyfarfod nesaf.", True),
        ("PENDERFYNWYD bod y ganolfan yn cael ei hadnewyddu ar gost o £4.6 miliwn.", False),
    ],
)
def test_taking_note_is_not_deciding(text: str, only: bool) -> None:
    assert only_notes(text) is only
