"""Citations are resolved by code: keys, quotes and paragraphs, verbatim."""

from __future__ import annotations

import pytest

from assistant.citing import Citer, best_quote, keyed
from assistant.datamodel import Evidence, Proposal
from assistant.units import plain, units
from ingest.chunking import spoken
from ingest.library import Library


@pytest.fixture
def evidence(tiny: Library) -> tuple[Evidence, ...]:
    """All passages of the Amenities Committee."""
    document = next(row for row in tiny.lookup.documents() if row.body == "Amenities Committee")
    return keyed(tiny.lookup.chunk_passages(document.id))


def bandstand(evidence: tuple[Evidence, ...]) -> Evidence:
    return next(one for one in evidence if one.passage.item_title == "BANDSTAND")


def test_keys_are_opaque_short_unique_and_stable(samples: Library) -> None:
    passages = [passage for document in samples.lookup.documents() for passage in samples.lookup.chunk_passages(document.id)]
    made = keyed(passages)
    keys = [one.key for one in made]
    assert len(set(keys)) == len(passages) > 256, "more passages than two hexadecimal digits can name"
    assert [one.passage.id for one in made] == [passage.id for passage in passages]
    assert keyed(passages) == made
    assert keyed(passages[:1])[0].key == keys[0]
    assert all(key[0] == "k" and len(key) <= 6 for key in keys)


def test_a_quote_is_placed_in_its_own_paragraph(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    one = bandstand(evidence)
    citer = Citer(tiny.lookup, evidence)
    (key,) = citer.cite(Proposal(text="The quotation was accepted.", keys=(one.key,), quotes=("RESOLVED that the quotation of £4,350",)))
    (citation,) = citer.citations()
    first, last = citation.passage.source.paragraphs
    assert (citation.key, citation.quote, first) == (key, "RESOLVED that the quotation of £4,350", last)
    assert last == one.passage.source.paragraphs[1]
    assert citation.passage.text == one.passage.text


def test_two_quotes_of_one_paragraph_are_one_citation_that_holds_both(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    one = bandstand(evidence)
    citer = Citer(tiny.lookup, evidence)
    late, early = "A quotation of £4,350 had been received from a roofer.", "The Clerk reported that the bandstand had lost nine slates"
    keys = {citer.cite(Proposal(text=text, keys=(one.key,), quotes=(text,))) for text in (late, early)}
    assert len(keys) == 1
    (citation,) = citer.citations()
    assert early in citation.quote
    assert late in citation.quote
    assert citation.quote in one.passage.text


def test_quotes_of_different_paragraphs_are_different_citations(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    one = bandstand(evidence)
    citer = Citer(tiny.lookup, evidence)
    made = [citer.cite(Proposal(text=unit.text, keys=(one.key,), quotes=(unit.text,))) for unit in units(one)]
    assert len(set(made)) == len(citer.citations()) == 3
    assert len({citation.key for citation in citer.citations()}) == 3


def test_without_a_quote_the_nearest_words_are_found(evidence: tuple[Evidence, ...]) -> None:
    assert best_quote("The roofer wants £4,350.", bandstand(evidence)) == "A quotation of £4,350 had been received from a roofer."


def test_a_quote_that_is_not_there_stands_for_the_whole_passage(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    one = bandstand(evidence)
    citer = Citer(tiny.lookup, evidence)
    citer.cite(Proposal(text="Words.", keys=(one.key,), quotes=("These words are nowhere.",)))
    assert citer.citations()[0].passage.source.paragraphs == one.passage.source.paragraphs


def test_unknown_keys_make_no_citation(tiny: Library, evidence: tuple[Evidence, ...]) -> None:
    citer = Citer(tiny.lookup, evidence)
    assert citer.cite(Proposal(text="Words.", keys=("kzz",))) == ()
    assert citer.citations() == ()


def test_every_unit_of_the_samples_is_cited_verbatim_from_the_paragraphs_named(samples: Library) -> None:
    for document in samples.lookup.documents():
        evidence = keyed(samples.lookup.chunk_passages(document.id))
        citer = Citer(samples.lookup, evidence)
        cited = {
            (unit.text, *citer.cite(Proposal(text=unit.text, keys=(one.key,), quotes=(unit.text,))))
            for one in evidence
            for unit in units(one)
        }
        by_key = {citation.key: citation for citation in citer.citations()}
        for text, key in cited:
            citation = by_key[key]
            paragraphs = samples.lookup.paragraphs(document.id, *citation.passage.source.paragraphs)
            whole = plain(" ".join(spoken(one) for one in paragraphs if one.part != "agenda" and one.kind != "label"))
            assert text in citation.quote
            assert citation.quote in whole
            assert citation.passage.source.page == paragraphs[0].page
