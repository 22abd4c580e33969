"""Who asks for a figure that a later meeting put right is told so."""

from __future__ import annotations

import pytest

from assistant.answer import Answerer
from assistant.datamodel import Answer, Question
from assistant.engines.quote import QuoteEngine
from ingest.library import Library

WRONG, RIGHT = "£68,400", "£86,400"  # of the duplicate payments that were recovered: put right on 16 September 2025


def answered(library: Library, question: str) -> Answer:
    return Answerer(library, QuoteEngine(library.embedder.embed)).answer(Question(text=question))


@pytest.fixture(scope="module")
def payments(samples: Library) -> Answer:
    return answered(samples, "How much of the duplicate payments to suppliers was recovered?")


def test_the_correction_stands_beside_the_figure(payments: Answer) -> None:
    assert WRONG in payments.text
    (one,) = payments.put_right
    assert one.words == WRONG
    assert WRONG in one.correction.text and RIGHT in one.correction.text
    assert str(one.correction.date) == "2025-09-16"
    told = next(sentence for sentence in payments.sentences if WRONG in sentence.text)
    assert one.keys == told.citations


def test_it_is_told_in_json(payments: Answer) -> None:
    (one,) = payments.as_json()["provenance"]["put_right"]  # type: ignore[index]
    assert (one["words"], one["correction"]["date"]) == (WRONG, "2025-09-16")


def test_other_sentences_of_the_corrected_item_are_left_alone(samples: Library) -> None:
    answer = answered(samples, "How many duplicate payments to suppliers were found?")
    told = next(sentence for sentence in answer.sentences if "57 duplicate payments" in sentence.text)
    assert not any(told.citations == one.keys for one in answer.put_right)


def test_minutes_that_nobody_corrected_are_left_alone(samples: Library) -> None:
    answer = answered(samples, "What was said about foster carer recruitment?")
    assert answer.citations and answer.put_right == ()


def test_only_the_same_bodys_later_meetings_are_read(samples: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[set[str]] = []
    whole = type(samples.lookup).items_holding
    monkeypatch.setattr(
        type(samples.lookup),
        "items_holding",
        lambda self, parts, ids: read.append(set(ids)) or whole(self, parts, ids),  # type: ignore[func-returns-value]
    )
    answer = answered(samples, "How much of the duplicate payments to suppliers was recovered?")
    headings = samples.memory.headings
    assert answer.put_right
    assert {headings[name].body for name in set().union(*read)} == {"Governance and Audit Committee"}
    assert min(str(headings[name].date) for name in set().union(*read)) == "2025-01-28"
