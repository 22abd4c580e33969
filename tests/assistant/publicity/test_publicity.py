"""The publicity code over sentences: promotion, praise, attacks, parties, calls to vote; and what is none of these."""

from __future__ import annotations

import pytest

from assistant.datamodel import Finding
from assistant.publicity import Rules, findings
from tests.assistant.publicity.invented_article import article


def found(text: str, rules: Rules = Rules()) -> list[Finding]:
    """What the publicity code says of one sentence."""
    return [one for one in findings(article(text), rules) if one.check == "publicity"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Penllyn now has a fantastic bandstand.", "fantastic"),
        ("The outstanding success of the carnival drew thousands.", "outstanding"),
        ("Members congratulated the Mayor on the carnival.", "congratulated the Mayor"),
        ("The group's plan was shambolic.", "shambolic"),
        ("It was left for some Labour members to object.", "Labour members"),
        ("Vote for change on 2 May.", "Vote for"),
        ("Mae'r parc yn wych.", "wych"),
        ("Roedd yn ddiwrnod gyffrous i'r dref.", "gyffrous"),
        ("Cwynodd y Ceidwadwyr am y gost.", "Ceidwadwyr"),
    ],
)
def test_what_is_against_the_code_is_found_with_its_words(text: str, words: str) -> None:
    one = found(text)
    assert [finding.words for finding in one][:1] == [words]
    assert all(finding.sentence == text and finding.advice for finding in one)


@pytest.mark.parametrize(
    "text",
    [
        "Labour costs rose by 4 % and skilled labour was scarce.",
        "Labour market figures were noted.",
        "A conservative estimate put the cost at £9,000.",
        "Green waste is collected on Fridays and the village green is mown on Mondays.",
        "An independent reviewer was appointed, and the Independent Remuneration Panel reported.",
        "Outstanding invoices came to £312; two actions remain outstanding.",
        "The walk crosses an Area of Outstanding Natural Beauty.",
        "An extraordinary meeting was held in exceptional circumstances.",
        "The report commended the budget to the Council.",
        "The service was rated “excellent” on none of the four measures.",
        "By 8 votes to 3 the motion was carried; three members voted for it and against it.",
        "Electoral reform was discussed and the party wall surveyed.",
        "He was proposed by Councillor Green and seconded by Councillor Labour-Jones.",
        "Residents may register to vote until 16 April.",
        "The historic building is a landmark.",
        "It was proposed by Councillor Noble and seconded by Mrs Savage.",
    ],
)
def test_ordinary_words_of_minutes_are_let_be(text: str) -> None:
    assert found(text) == []


def test_a_judgement_told_as_somebody_elses_is_for_a_human_to_weigh() -> None:
    ours, theirs = "The care given is excellent.", "The inspectorate found that the care given was excellent."
    assert [one.severity for one in (*found(ours), *found(theirs))] == ["stop", "warn"]


def test_rules_name_the_code_of_the_country() -> None:
    text = "Penllyn now has a fantastic bandstand."
    assert "England 2011" in found(text, Rules(code="england"))[0].rule
    assert "Wales 2022" in found(text, Rules(code="wales"))[0].rule


def test_a_party_is_against_the_law_itself() -> None:
    assert "Local Government Act 1986, section 2" in found("The Tories walked out.")[0].rule


def test_a_headline_in_title_case_is_no_name() -> None:
    one = article("The bandstand is to be mended.", headline="Council Opens Fantastic New Bandstand")
    assert [finding.words for finding in findings(one) if finding.check == "publicity"] == ["Fantastic"]


def test_headlines_and_paired_texts_are_held_against_the_code_too() -> None:
    one = article("The bandstand is to be mended.", headline="A brilliant new bandstand")
    paired = one.model_copy(update={"counterpart_title": "Gwasanaeth ardderchog"})
    assert [finding.words for finding in findings(paired) if finding.check == "publicity"] == ["brilliant", "ardderchog"]
