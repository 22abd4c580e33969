"""The second look: sentence by sentence."""

from __future__ import annotations

import pytest

from assistant.citing import keyed
from assistant.finding.nearness import Nearness
from assistant.finding.reranking import Reranker, word_match
from assistant.finding.retrieve import Retriever
from ingest.library import Library


def test_shares_are_of_one_whole_and_in_reading_order(samples: Library) -> None:
    question = "How many people signed the petition about the pool?"
    passages = Retriever(samples).search(question, k=12).passages
    scored = Reranker(Nearness(samples.embedder.embed)).scored(question, keyed(passages))
    assert sum(one.share for one in scored) == pytest.approx(1)
    assert [(one.passage, one.place) for one in scored] == sorted((one.passage, one.place) for one in scored)
    assert "2,418" in max(scored, key=lambda one: one.share).unit.text


def test_the_passage_with_the_answer_comes_first_wherever_the_search_had_it(samples: Library) -> None:
    question = "How many learners use post-16 transport?"
    found = Retriever(samples).search(question, k=12).passages
    best = Reranker(Nearness(samples.embedder.embed)).best_first(question, found[::-1])
    assert "612" in best[0].text
    assert {one.id for one in best} == {one.id for one in found}


def test_nothing_found_has_no_units(samples: Library) -> None:
    reranker = Reranker(Nearness(samples.embedder.embed))
    assert reranker.scored("Anything?", ()) == []
    assert reranker.best_first("Anything?", ()) == []


def test_rare_words_count_more_and_inflected_ones_count() -> None:
    texts = ["The councils met.", "The council debated gritting.", "The council met again."]
    shares = word_match("Did the council discuss gritted roads?", texts)
    assert shares[1] > shares[0] == shares[2] > 0


def test_welsh_words_match_across_mutations() -> None:
    (share,) = word_match("Beth ddywedwyd am blant yn y cyfarfod?", ["Trafodwyd plant a phobl ifanc."])
    (none,) = word_match("Beth ddywedwyd am blant yn y cyfarfod?", ["Trafodwyd ffyrdd a phontydd."])
    assert share > none
