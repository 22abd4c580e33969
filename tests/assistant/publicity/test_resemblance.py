"""Sentences that no list finds are found by what they mean; plain reports, statistics and Welsh are let be."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from assistant.grams import grams
from assistant.publicity import Rules
from assistant.publicity.desk import of_lists, of_statement
from assistant.publicity.personal import somebody
from assistant.publicity.resemblance import _examples, findings
from assistant.publicity.statement import Statement
from evals.publicity.examples import EXAMPLES
from evals.publicity.planted import planted
from ingest.datamodel import Language

UNFORESEEN = (
    "It is a place that lifts the spirits of all who come through its doors.",
    "Nobody could ask for a kinder or more diligent group of colleagues.",
)


@pytest.mark.parametrize("text", UNFORESEEN)
def test_what_no_word_gives_away_is_for_a_human_to_weigh(text: str) -> None:
    statement = Statement(text, "en", Rules())
    assert not [one for one in of_lists(statement) if one.rule.startswith("reads like")]
    (found,) = [one for one in findings(statement, ()) if one.check == "publicity"]
    assert found.severity == "warn" and found.sentence == text


def test_it_keeps_silent_where_a_list_has_spoken() -> None:
    for text in UNFORESEEN:
        assert not [one for one in findings(Statement(text, "en", Rules()), {"publicity"}) if one.check == "publicity"]


@pytest.mark.parametrize(
    "text",
    [
        "The bus shelter in Mill Lane will be mended in June.",
        "Rents will be reviewed by the Committee every April.",
        "The average household waits nine days for a reply.",
        "Council tax support",  # a heading, not a sentence
    ],
)
def test_plain_reports_are_let_be(text: str) -> None:
    assert not of_statement(Statement(text, "en", Rules()))


def test_what_must_wait_for_the_poll_is_looked_for_only_then() -> None:
    text = "The hotel for migrants has the whole town arguing."
    assert not [one for one in of_statement(Statement(text, "en", Rules())) if one.check == "pre-election"]
    assert [one for one in of_statement(Statement(text, "en", Rules(pre_election=True))) if one.check == "pre-election"]


def test_welsh_goes_by_its_wording() -> None:
    plain = Statement("Bydd y llyfrgell ar gau ddydd Llun.", "cy", Rules(pre_election=True))
    assert not list(findings(plain, ()))
    blamed = Statement("Y Cynghorydd Meurig Pugh, a neb arall, a achubodd y pwll nofio.", "cy", Rules())
    assert [one.check for one in findings(blamed, ())] == ["publicity"]


def test_no_gram_is_kept_that_only_real_minutes_have() -> None:
    own = {gram for line in EXAMPLES.read_text(encoding="utf-8").splitlines() for gram in grams(json.loads(line)["sentence"])}
    own |= {gram for one in planted() for gram in grams(one.sentence)}
    for language in get_args(Language):
        assert _examples(language).wording.kept <= own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mrs Ann Rowe slept in her car.", True),
        ("Her son was bullied.", True),
        ("Mrs Ann Rowe asked about the fee.", False),
        ("Councillor Hale declared an interest.", False),
        ("One adult in nine has diabetes.", None),
        ("The young carer from Year 7 spoke of her mother.", True),
    ],
)
def test_whether_a_sentence_is_about_somebody_private(text: str, told: bool | None) -> None:
    assert somebody(text) is told
