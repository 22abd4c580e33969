"""What is found beside what a search finds: the latest on a matter, in the samples."""

from __future__ import annotations

import datetime as dt

from assistant.answer import Answerer
from assistant.datamodel import Question
from assistant.engines.quote import QuoteEngine
from assistant.finding.found import found, of_the_newest
from assistant.finding.retrieve import Retriever
from ingest.datamodel import Filters
from ingest.library import Library


def test_the_latest_is_told_by_the_newest_meetings_that_speak_of_the_matter(samples: Library) -> None:
    answerer = Answerer(samples, QuoteEngine(samples.embedder.embed))
    answer = answerer.answer(Question(text="What is happening with the swimming pool?"))
    assert {one.passage.date for one in answer.citations} == {dt.date(2025, 7, 17)}
    assert any("1 September 2025" in one.text for one in answer.sentences)


def test_older_minutes_are_kept_where_the_newest_do_not_speak_of_it(samples: Library) -> None:
    hits = found(samples, Retriever(samples), Question(text="Any news on the winter service plan?"), 20)
    newest = of_the_newest(samples, "Any news on the winter service plan?", hits.passages)
    assert newest and max(one.date for one in newest if one.date) < max(one.date for one in hits.passages if one.date)
    assert all("winter" in f"{one.item_title} {one.text}".lower() for one in newest if one.date == newest[0].date)


def test_a_period_that_is_asked_for_is_kept_to(samples: Library) -> None:
    asked = Question(text="What is the latest on the leisure centre?", filters=Filters(date_to=dt.date(2024, 12, 31)))
    hits = found(samples, Retriever(samples), asked, 20)
    assert hits.passages and all(one.date and one.date.year == 2024 for one in hits.passages)


def test_what_asks_for_no_latest_is_left_as_found(samples: Library) -> None:
    asked = Question(text="Why was the swimming pool closed?")
    hits = found(samples, Retriever(samples), asked, 20)
    assert hits == Retriever(samples).search(asked.text, k=20) and of_the_newest(samples, asked.text, hits.passages) == hits.passages
