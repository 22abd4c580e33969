"""Headlines say what was decided in the decision's own words, and nothing that it did not decide."""

from __future__ import annotations

import pytest

from assistant.newsletter.headlines import LONGEST_WHOLE, decided, headline
from ingest.datamodel import Decision, DecisionKind, Outcome


def decision(text: str, kind: DecisionKind = "resolved", outcome: Outcome = "passed", *, amendment: bool = False) -> Decision:
    return Decision(text=text, kind=kind, outcome=outcome, amendment=amendment, evidence=(1, 1))


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "Paddling pool",
            "RESOLVED, by 6 votes to 2, that the paddling pool be relined at a cost of £18,500.",
            "Paddling pool: to be relined at a cost of £18,500",
        ),
        ("Litter bins", "It was AGREED that 12 bins in Heol y Bont be replaced.", "Litter bins: 12 bins in Heol y Bont to be replaced"),
        ("Winter plan 2024/25", "RESOLVED that the winter plan be approved.", "Winter plan 2024/25: approved"),
        ("Fees", "RESOLVED that fees not be raised.", "Fees: not to be raised"),
        (
            "Lido",
            "RESOLVED that the lido be mended at a cost of £4 million, to be funded by £3 million of grant and £1 million of borrowing.",
            "Lido: to be mended at a cost of £4 million",
        ),
        (
            "Budget",
            "RESOLVED:\nthat the report be noted;\nthat the net budget be set at £1.2 million.",
            "Budget: net budget to be set at £1.2 million",
        ),
        (
            "Application 24/0117/FUL – 14 dwellings, land at Trefgoch",
            "RESOLVED that planning permission be granted, subject to conditions.",
            "14 dwellings, land at Trefgoch: planning permission granted, subject to conditions",
        ),
        ("Grants", "And Resolved: “That, the approval of the Council be and is hereby given to the scheme.”",
         "Grants: approval of the Council to be given to the scheme"),
        ("Correspondence", "It was agreed that the sum of £500 be given to the hospice.", "Sum of £500 to be given to the hospice"),
        ("Pool", "That the pool be closed from 4 November 2024.", "Pool: to be closed from 4 November 2024"),
    ],
)  # fmt: skip
def test_what_was_decided(title: str, text: str, told: str) -> None:
    assert headline(title, [decision(text)], "en") == told


def test_a_recommendation_is_told_as_one() -> None:
    found = headline("Pool", [decision("RECOMMENDED to the Council that the pool be relined.", "recommended")], "en")
    assert found == "Pool: recommendation that the pool be relined"


@pytest.mark.parametrize(
    "made",
    [
        decision("RESOLVED that the report be noted."),
        decision("It was moved that the pool be closed. The motion was lost.", "lost", "lost"),
        decision("RESOLVED that the pool be closed.", amendment=True),
        decision("RESOLVED that these be dealt with by officers."),
        decision("Members welcomed the news."),
        decision(
            "RESOLVED that the pool should stay as it is, in view of the cost, and that the character of the hall could be protected."
        ),
        decision("RESOLVED that grants as set out below be made."),
        decision("It was AGREED that the head of service need not be called."),
        decision(
            "RESOLVED that no vacant post be filled until 31 March 2025 without the consent of the Chief Executive, teachers excepted."
        ),
    ],
)
def test_what_was_not_decided_makes_no_headline(made: Decision) -> None:
    assert headline("Pool", [made], "en") == "Pool"


def test_what_limits_a_decision_is_not_cut_off() -> None:
    for told in decided(decision("RESOLVED that the road be closed to traffic except buses, from May.")):
        assert "except" in str(told)


def test_a_long_decision_is_cut_where_a_clause_ends_or_not_told() -> None:
    text = "RESOLVED that a charge of £390 a year be introduced from September 2026, free for families on low income, and reviewed yearly."
    found = headline("Post-16 transport", [decision(text)], "en")
    assert found == "Post-16 transport: charge of £390 a year to be introduced from September 2026, free for families on low income"
    endless = "RESOLVED that the scheme be " + "re" * 300 + "viewed."
    assert headline("Scheme", [decision(endless)], "en") == "Scheme"
    assert len(found) <= LONGEST_WHOLE


def test_welsh_decisions_are_not_recast() -> None:
    assert headline("Cludiant ôl-16", [decision("PENDERFYNWYD bod y tâl yn cael ei gyflwyno.")], "cy") == "Cludiant ôl-16"
