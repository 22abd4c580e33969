"""How likely anything found is to answer, and to be about it."""

from __future__ import annotations

import math

import pytest

from assistant.abstention.odds import answered, related
from assistant.finding.reranking import UNREAD
from assistant.finding.retrieve import Retriever
from ingest.library import Library
from tests.assistant.abstention.likely import found


def test_the_odds_of_all_that_was_read_add_up() -> None:
    one, other = (scored._replace(read=odds) for scored, odds in zip(found("A.", "B."), (0.0, math.log(3)), strict=True))
    assert answered([one, other]) == pytest.approx(math.log(4))
    assert answered([]) == UNREAD


def test_a_sentence_with_half_of_the_words_is_about_it_whatever_the_model_says(tiny: Library) -> None:
    hits = Retriever(tiny).search("What did the roofer ask for the bandstand?")
    (one,) = found("A roofer was asked.")
    assert related(tiny, [one._replace(words=0.5)], hits) == math.inf
    assert related(tiny, [one._replace(words=0.4)], hits) < math.inf


def test_the_nearer_and_the_better_known_the_likelier_it_is_about_it(tiny: Library) -> None:
    retriever = Retriever(tiny)
    known, unknown = retriever.search("the roofer of the bandstand"), retriever.search("the zeppelin of the quizmaster")
    near, far = (found("A roofer was asked.")[0]._replace(words=0.0, near=near) for near in (0.8, 0.2))
    assert related(tiny, [near], known) > related(tiny, [far], known) > related(tiny, [far], unknown)
