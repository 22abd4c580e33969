"""What a pre-election period leaves out."""

from __future__ import annotations

from assistant.datamodel import Article, Citation, Finding, Provenance, Section, Sentence
from assistant.newsletter.restraint import restrained
from tests.assistant.newsletter.test_quoted import passage


def sentence(text: str, key: str) -> Sentence:
    return Sentence(text=text, citations=(key,), support=1)


ARTICLE = Article(
    id="a",
    theme="Roads",
    headline="A road",
    standfirst=sentence("The road was closed.", "k1"),
    body=(sentence("Councillor Vale was glad.", "k2"), sentence("It rained.", "k3")),
    earlier=(Section(heading="Before", sentences=(sentence("Councillor Vale was sad.", "k4"),)),),
    citations=tuple(Citation(key=f"k{number}", quote="x", passage=passage("x").passage) for number in range(1, 5)),
    provenance=Provenance(engine="quote", embedding="none"),
)


def finding(words: str, *, severity: str = "stop", rule: str = "name of a member", check: str = "pre-election") -> Finding:
    return Finding.model_validate(
        {"check": check, "rule": rule, "severity": severity, "sentence": words, "words": words, "advice": "Leave it out."}
    )


def test_barred_sentences_go_with_their_notes() -> None:
    kept = restrained(ARTICLE, (finding("Councillor Vale was glad."), finding("Councillor Vale was sad.")))
    assert kept
    assert [one.text for one in kept.sentences] == ["The road was closed.", "It rained."]
    assert kept.earlier == ()
    assert [citation.key for citation in kept.citations] == ["k1", "k3"]


def test_a_story_whose_first_sentence_is_barred_waits() -> None:
    assert restrained(ARTICLE, (finding("The road was closed."),)) is None
    assert restrained(ARTICLE, (finding("A road", severity="warn", rule="controversial matter (Wales 2022)"),)) is None


def test_what_a_human_may_judge_stays() -> None:
    office = finding("The road was closed.", severity="warn", rule="office that identifies a member")
    assert restrained(ARTICLE, (office,))
    assert restrained(ARTICLE, (finding("It rained.", check="readability"),)) == ARTICLE
