"""Questions for a matter over its meetings, asked of the samples."""

from __future__ import annotations

import datetime as dt

from assistant.answer import Answerer
from assistant.datamodel import Answer, Question
from ingest.datamodel import Filters


def days(answer: Answer) -> list[dt.date | None]:
    return [one.passage.date for one in answer.citations]


def test_the_last_meeting_is_that_which_discusses_it_and_not_one_that_mentions_it(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="When was the swimming pool last discussed?"))
    assert set(days(answer)) == {dt.date(2025, 7, 17)}, "the risk register of September 2025 only mentions a pool's roof"
    assert answer.provenance.note == "6 meetings are about it, from 23 April 2024 to 17 July 2025"


def test_the_first_meeting_may_call_it_by_a_part_of_its_name(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="When was the swimming pool first discussed?"))
    assert set(days(answer)) == {dt.date(2024, 4, 23)}


def test_of_one_body(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="When did Cabinet last discuss the swimming pool?"))
    assert {(one.passage.body, one.passage.date) for one in answer.citations} == {("Cabinet", dt.date(2025, 6, 17))}


def test_each_meeting_is_told_by_what_it_decided_oldest_first(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="Which meetings discussed foster carers?"))
    assert len(set(days(answer))) == 6 and days(answer) == sorted(days(answer), key=str)
    assert sum("RESOLVED" in one.text or "RECOMMENDED" in one.text for one in answer.sentences) == 6


def test_a_period_limits_it(answerer: Answerer) -> None:
    filters = Filters(date_from=dt.date(2024, 1, 1), date_to=dt.date(2024, 12, 31))
    answer = answerer.answer(Question(text="Which meetings discussed foster carers?", filters=filters))
    assert {day.year for day in days(answer) if day} == {2024}
    of_words = answerer.answer(Question(text="Which meetings discussed foster carers in 2024?"))
    assert days(of_words) == days(answer)


def test_what_no_meeting_discusses_is_not_told(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="When was the zip wire last discussed?"))
    assert answer.abstention and answer.abstention.kind == "no_match"


def test_whether_it_was_discussed_is_told_by_the_meetings(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="Was the swimming pool discussed at the last Cabinet?"))
    assert {(one.passage.body, one.passage.date) for one in answer.citations} == {("Cabinet", dt.date(2025, 6, 17))}
    assert answer.provenance.note == "1 meeting is about it, of 17 June 2025"
    elsewhere = answerer.answer(Question(text="Has the contract register been considered by County Council?"))
    assert elsewhere.abstention and elsewhere.abstention.kind == "not_recorded", "it is the audit committee's"
