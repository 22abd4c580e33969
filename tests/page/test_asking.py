"""What is shown and taken along of a conversation."""

from __future__ import annotations

import threading

import pytest

from assistant.datamodel import Filters
from assistant.finding.retrieve import Retriever
from ingest.library import Library
from page import answers, asking
from page.asking import Asked, Exchange
from page.wording import words
from tests.page.visit import CARERS

EN, CY = words("en"), words("cy")


@pytest.fixture(scope="module")
def exchanges(samples: Library) -> tuple[Exchange, ...]:
    """A question and a follow-up, answered."""
    first = list(asking.ask(samples, "quote", Asked(CARERS, Filters()), EN, threading.Event()))[-1].exchanges
    return list(asking.ask(samples, "quote", Asked("And what did it cost?", Filters(), first), EN, threading.Event()))[-1].exchanges


def test_an_answer_is_copied_with_its_numbered_sources(exchanges: tuple[Exchange, ...]) -> None:
    done = exchanges[0].answer
    assert done is not None
    text = asking.cited_text(exchanges[0], EN)
    assert text.startswith(CARERS)
    for number, citation in enumerate(done.citations, start=1):
        assert f"[{number}] {citation.passage.body}" in text
    for sentence in done.sentences:
        assert sentence.text in text


def test_a_figure_that_was_put_right_is_shown_and_copied_with_its_correction(samples: Library) -> None:
    asked = Asked("How much of the duplicate payments to suppliers was recovered?", Filters())
    (exchange,) = list(asking.ask(samples, "quote", asked, CY, threading.Event()))[-1].exchanges
    assert exchange.answer is not None
    shown = answers.answer(exchange.answer, None, CY)
    assert "“£68,400” – cywirwyd ar 16 Medi 2025:" in shown and "£86,400" in shown
    assert "“£68,400” – corrected on 16 September 2025:" in asking.cited_text(exchange, EN)


def test_a_follow_up_tells_what_was_searched_for_and_can_be_changed(exchanges: tuple[Exchange, ...]) -> None:
    assert exchanges[0].rewritten is None
    assert exchanges[1].rewritten and "foster" in exchanges[1].rewritten
    shown = asking.conversation(exchanges, EN)
    assert f'data-edit="{exchanges[1].rewritten}"' in shown
    assert "What was searched" in shown
    assert "passages searched" in shown


def test_what_was_found_names_each_item_once_and_opens_every_passage(samples: Library) -> None:
    hits = Retriever(samples).search(CARERS)
    shown = answers.searched(hits, EN)
    items = {(one.source.path, one.item_number) for one in hits.passages}
    assert shown.count("<li>") == len(items) < len(hits.passages)
    assert all(f'data-passage="{one.id}"' in shown for one in hits.passages)


def test_the_history_leads_to_each_question_and_reopens_earlier_conversations(exchanges: tuple[Exchange, ...]) -> None:
    assert not asking.history((), exchanges[:1], EN)
    shown = asking.history((exchanges[:1],), exchanges, CY)
    assert shown.count("data-turn=") == 2
    assert shown.count("data-reopen=") == 1
    assert "1 cwestiwn" in shown


def test_what_a_visitor_types_is_escaped(exchanges: tuple[Exchange, ...]) -> None:
    nasty = Exchange('<script>alert("x")</script>', exchanges[0].shown, exchanges[0].answer, '"><img src=x>')
    for shown in (asking.conversation((nasty,), EN), asking.history(((nasty,),), (nasty, nasty), EN)):
        assert "<script" not in shown and "<img" not in shown


def test_an_abstention_is_told_in_the_language_of_the_page(samples: Library) -> None:
    asked = Asked("Which crematorium will be built on Mars?", Filters())
    (done,) = list(asking.ask(samples, "quote", asked, CY, threading.Event()))[-1].exchanges
    assert "Nid yw’r cofnodion yn dweud" in done.shown
    assert "The minutes do not say" not in done.shown
