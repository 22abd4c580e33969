"""What makes a story worth telling, each point with its reason."""

from __future__ import annotations

import pytest

from assistant.newsletter.themes import INTERNAL, themes
from assistant.newsletter.worth import largest_sum, worth
from ingest.datamodel import AgendaItem, Decision, DecisionKind, Vote

ROADS = next(theme for theme in themes() if theme.name == "Roads and transport")
OWN = next(theme for theme in themes() if theme.name == INTERNAL)


def reasons(text: str, *decisions: Decision, title: str = "Roads", theme: object = ROADS) -> dict[str, float]:
    item = AgendaItem(ordinal=1, title=title, decisions=decisions)
    return {reason.words: reason.points for reason in worth([item], [text], theme)}  # type: ignore[arg-type]


def decided(text: str = "RESOLVED that the road be closed.", kind: DecisionKind = "resolved", vote: Vote | None = None) -> Decision:
    return Decision(text=text, kind=kind, outcome="passed", vote=vote, evidence=(1, 1))


@pytest.mark.parametrize(
    ("text", "words", "points"),
    [
        ("The cost was £1,042 and then £4.6 million.", "£4.6 million", 3.0),
        ("It came to £120,000, of which half was spent.", "£120,000", 2.0),
        ("Roedd y gost yn £2.5 miliwn.", "£2.5 miliwn", 3.0),
        ("A grant of €12,500 was paid.", "€12,500", 1.5),
        ("The fee was $40.", "$40", 0.8),
    ],
)
def test_money(text: str, words: str, points: float) -> None:
    assert reasons(text)[words] == points


def test_no_money_in_a_year_or_a_count() -> None:
    assert largest_sum("In 2025 there were 612 learners.") is None


@pytest.mark.parametrize(
    ("text", "words", "points"),
    [
        ("There were 612 learners on the buses.", "612 learners", 1.5),
        ("Some 14 young people had spoken.", "14 young people", 1.0),
        ("Roedd 612 o ddysgwyr ar y bysiau; 240 o blant yn aros.", "240 o blant", 1.5),
    ],
)
def test_people(text: str, words: str, points: float) -> None:
    assert reasons(text)[words] == points


def test_a_year_is_no_crowd() -> None:
    assert not [words for words in reasons("In May 2025 people were waiting.") if "people" in words]
    assert not [words for words in reasons("In 2026, residents were waiting.") if "residents" in words]
    assert not [words for words in reasons("On 14, residents objected.") if "residents" in words]


def test_places_are_names_after_a_preposition_and_no_institutions() -> None:
    found = reasons("The road at Cwm Elain was shut. In May the Head of Highways met Members in Council at Rhosybryn, near Year 11.")
    assert found["places: Cwm Elain, Rhosybryn"] == 1.0


def test_decisions_by_their_kind() -> None:
    assert reasons("x", decided())["a decision"] == 3.0
    assert reasons("x", decided(kind="refused"))["a refusal"] == 2.5
    assert reasons("x", decided("RECOMMENDED that it be so.", "recommended"))["a recommendation"] == 2.0
    assert reasons("x", decided("RESOLVED that the report be noted."))["a report noted"] == 0.5
    assert "a decision" not in reasons("x", decided("RESOLVED that the minutes of 4 May be confirmed and signed."))


def test_a_divided_vote_counts_and_a_unanimous_one_does_not() -> None:
    assert reasons("x", decided(vote=Vote(votes_for=17, votes_against=12)))["a recorded vote: 17 to 12"] == 1.5
    assert reasons("x", decided(vote=Vote(names_for=("A", "B"), names_against=("C",))))["a recorded vote: 2 to 1"] == 1.5
    assert not [words for words in reasons("x", decided(vote=Vote(unanimous=True))) if "vote" in words]


def test_the_councils_own_affairs_and_catch_all_items_lose() -> None:
    assert reasons("x", theme=OWN)["the council's own affairs"] < 0
    assert reasons("x")["a service: Roads and transport"] == 1.0
    assert reasons("x", title="Correspondence")["one of several matters under one heading"] < 0


def test_most_points_first() -> None:
    found = worth([AgendaItem(ordinal=1, title="Roads", decisions=(decided(),))], ["£4 million for 40 homes. " * 50], ROADS)
    assert [reason.points for reason in found] == sorted((reason.points for reason in found), reverse=True)
