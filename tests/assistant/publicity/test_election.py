"""The pre-election period."""

from __future__ import annotations

import pytest

from assistant.publicity import Rules, findings, findings_of, pre_election_banner
from tests.assistant.publicity.invented_article import article, edition

PERIOD = Rules(pre_election=True)


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("Councillor Ann Hale moved the motion.", "Councillor Ann Hale", "stop"),
        ("Councillors Parri and Gruff asked about the cost.", "Parri", "stop"),
        ("Gofynnodd y Cynghorydd Elin Gruff am y gost.", "Cynghorydd Elin Gruff", "stop"),
        ("The Leader of the Council said that work would start.", "The Leader of the Council", "warn"),
        ("The opposition members voted against.", "The opposition", "stop"),
        ("A petition against the plan was handed in.", "petition", "warn"),
        ("Derbyniwyd deiseb am y cynllun.", "deiseb", "warn"),
        ("She is seeking re-election in Penllyn.", "seeking re-election", "stop"),
    ],
)
def test_what_must_wait_until_after_the_poll(text: str, words: str, severity: str) -> None:
    told = [(one.words, one.severity) for one in findings(article(text), PERIOD) if one.check == "pre-election"]
    assert (words, severity) in told
    assert not [one for one in findings(article(text)) if one.check == "pre-election"]


def test_members_and_candidates_that_the_caller_knows_are_found_without_a_title() -> None:
    rules = Rules(pre_election=True, members=("Elin Gruff",), candidates=("Ioan Vale",))
    told = findings(article("Elin Gruff opened the park.", "Ioan Vale was there."), rules)
    assert [one.words for one in told if one.check == "pre-election"] == ["Elin Gruff", "Ioan Vale"]


@pytest.mark.parametrize(
    "text",
    [
        "The Council agreed to mend the bandstand.",
        "The preferred candidate for the post of Clerk was interviewed.",
        "The polling station is at the Town Hall.",
        "The Cabinet approved the programme.",
    ],
)
def test_the_councils_business_goes_on(text: str) -> None:
    assert findings(article(text), PERIOD) == ()


def test_an_edition_needs_the_notice() -> None:
    plain = article("The Council agreed to mend the bandstand.")
    missing = [one for one in findings_of(edition(plain), PERIOD) if "notice" in one.rule]
    assert [one.severity for one in missing] == ["stop"]
    assert pre_election_banner("en") in missing[0].advice
    assert findings_of(edition(plain, banner=pre_election_banner("en")), PERIOD) == ()
    assert pre_election_banner("cy") != pre_election_banner("en")
