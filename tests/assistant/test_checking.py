"""From proposal to sentence: a key, a figure or a decision that the minutes do not bear out is a problem, and stands on nothing."""

from __future__ import annotations

import pytest

from assistant.checking import Checker
from assistant.citing import keyed
from assistant.datamodel import Evidence, Proposal
from ingest.library import Library


@pytest.fixture
def evidence(tiny: Library) -> tuple[Evidence, ...]:
    return keyed([passage for document in tiny.lookup.documents() for passage in tiny.lookup.chunk_passages(document.id)])


def key_of(evidence: tuple[Evidence, ...], title: str) -> str:
    return next(one.key for one in evidence if one.passage.item_title == title)


def test_verbatim_words_pass_and_are_cited(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    checker = Checker(tiny, evidence)
    text = "RESOLVED that the quotation of £4,350 for the bandstand be accepted."
    sentence = checker.checked(Proposal(text=text, keys=(key_of(evidence, "BANDSTAND"),), quotes=(text,)))
    assert (sentence.problems, sentence.text) == ((), text)
    assert sentence.support > 0.9
    assert [citation.key for citation in checker.citations()] == list(sentence.citations)
    assert checker.citations()[0].quote == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("The quotation for the bandstand was £4,530.", "figure"),
        ("The bandstand had lost 12 slates.", "figure"),
        ("The carnival is on 28 July.", "figure"),
    ],
)
def test_false_figures_are_found(tiny: Library, evidence: tuple[Evidence, ...], text: str, problem: str) -> None:
    checker = Checker(tiny, evidence)
    sentence = checker.checked(Proposal(text=text, keys=(key_of(evidence, "BANDSTAND"),)))
    assert problem in {one.name for one in sentence.problems}
    assert (sentence.citations, checker.citations()) == ((), ())


def test_true_figures_in_other_words_are_not(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    sentence = Checker(tiny, evidence).checked(
        Proposal(text="The roofer's quotation for the bandstand was £4,350.", keys=(key_of(evidence, "BANDSTAND"),))
    )
    assert sentence.problems == ()


def test_an_unknown_key_is_a_problem_of_its_own(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    checker = Checker(tiny, evidence)
    good = key_of(evidence, "BANDSTAND")
    sentence = checker.checked(Proposal(text="A quotation of £4,350 had been received from a roofer.", keys=(good, "kzz9")))
    assert [(one.name, one.words) for one in sentence.problems] == [("key", "kzz9")]
    assert (sentence.citations, sentence.support, checker.citations()) == ((), 0, ())


def test_a_true_sentence_with_the_wrong_key_stands_on_the_passage_that_bears_it_out(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    checker = Checker(tiny, evidence)
    text = "A quotation of £4,350 had been received from a roofer."
    sentence = checker.checked(Proposal(text=text, keys=(key_of(evidence, "CHRISTMAS LIGHTS"),)))
    assert sentence.problems == () and len(sentence.citations) == 1
    assert [one.passage.item_title for one in checker.citations()] == ["BANDSTAND"]


def test_the_wrong_passage_is_not_exchanged_for_one_that_bears_it_out_hardly(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    doubtful = Proposal(text="The roofing firm wanted £4,350.", keys=(key_of(evidence, "CHRISTMAS LIGHTS"),))
    assert Checker(tiny, evidence).checked(doubtful).problems


def test_a_sentence_without_a_key_is_held_against_the_passages(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    first = tuple(sorted(evidence, key=lambda one: one.passage.item_title != "BANDSTAND"))
    checker = Checker(tiny, first)
    sentence = checker.checked(Proposal(text="A quotation of £4,350 had been received from a roofer."))
    assert sentence.problems == ()
    assert checker.citations()[0].passage.item_title == "BANDSTAND"
    assert Checker(tiny, first).checked(Proposal(text="A quotation of £9,999 had been received from a roofer.")).problems
