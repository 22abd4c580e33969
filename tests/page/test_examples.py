"""The questions to begin with: each can be answered, and the first is what the last meeting decided."""

from __future__ import annotations

import pytest

from assistant.answer import Answerer
from assistant.datamodel import Question
from assistant.engines.quote import QuoteEngine
from ingest.datamodel import Language
from ingest.library import Library
from page.examples import questions


@pytest.mark.parametrize("language", ["en", "cy"])
def test_each_can_be_answered_and_the_first_by_the_last_meeting(samples: Library, language: Language) -> None:
    asked = questions(samples, language)
    answerer = Answerer(samples, QuoteEngine(samples.embedder.embed))
    answers = [answerer.answer(Question(text=one.text)) for one in asked]
    last = max(one.date for one in samples.lookup.documents() if one.date and one.language == language)
    assert len(asked) == 4 and all(answer.sentences for answer in answers)
    assert {one.passage.date for one in answers[0].citations} == {last}
    assert {one.passage.language for answer in answers for one in answer.citations} == {language}
