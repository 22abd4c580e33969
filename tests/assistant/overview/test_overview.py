"""Questions about whole meetings, asked of the samples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from assistant.answer import Answerer
from assistant.datamodel import Answer, Question
from assistant.engines.quote import QuoteEngine
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.invented import minutes_text


def days(answer: Answer) -> set[dt.date | None]:
    return {one.passage.date for one in answer.citations}


def test_what_was_decided_is_told_item_by_item_with_nothing_about_the_meeting_itself(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What was decided at the last Cabinet meeting?"))
    items = [one.passage.item_title for one in answer.citations]
    assert days(answer) == {dt.date(2025, 6, 17)} and len(set(items)) == len(items) == 4
    assert all("RESOLVED" in one.text for one in answer.sentences)
    assert not any(word in title for title in items for word in ("MINUTES", "NEXT MEETING", "DECLARATIONS"))


def test_a_committee_may_be_called_by_a_part_of_its_name(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What was decided at the last planning meeting?"))
    assert {one.passage.body for one in answer.citations} == {"Planning Committee"} and days(answer) == {dt.date(2025, 5, 13)}


def test_a_motion_is_told_with_its_vote(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="Which motions were passed by County Council in 2025?"))
    told = [one.text for one in answer.sentences]
    motion = next(place for place, text in enumerate(told) if "defibrillator" in text)
    assert told[motion + 1] == "The motion, as altered, was put to the vote and carried unanimously."


def test_no_more_is_told_than_fits_and_what_is_left_out_is_said(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What was discussed by Cabinet in 2024?"))
    assert len(answer.sentences) == 6 and len(days(answer)) > 1
    assert answer.provenance.note and "in the summary of each meeting" in answer.provenance.note


def test_a_welsh_question_is_answered_from_the_welsh_minutes(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="Beth benderfynwyd yng nghyfarfod diwethaf y Cabinet?"))
    assert {one.passage.language for one in answer.citations} == {"cy"} and len(answer.sentences) == 4


def test_filters_name_the_meetings_too(answerer: Answerer) -> None:
    day = dt.date(2024, 11, 12)
    answer = answerer.answer(Question(text="What was decided?", filters=Filters(body="Planning Committee", date_from=day, date_to=day)))
    assert days(answer) == {day} and len(answer.sentences) > 1


def test_actions_are_told_with_the_decision_that_they_stand_in(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What actions were agreed at the last scrutiny committee meeting?"))
    assert days(answer) == {dt.date(2025, 7, 10)}
    assert all(one.text[0].isupper() for one in answer.sentences) and "write to the Health Board" in answer.sentences[0].text


def test_of_a_day_without_a_meeting_it_is_said_that_there_are_no_minutes(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What was decided at the meeting of 3 March 1999?"))
    assert answer.abstention and answer.abstention.kind == "out_of_coverage"


def test_of_a_body_that_did_not_meet_then_it_is_said_that_there_are_no_minutes(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What did the Governance and Audit Committee decide in May 2024?"))
    assert answer.abstention and answer.abstention.kind == "out_of_coverage"
    assert "no minutes of such a meeting" in answer.abstention.message


def test_a_matter_is_no_whole_meeting(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What was said about foster carers at the last Cabinet meeting?"))
    assert answer.citations and all("FOSTER" in one.passage.item_title.upper() for one in answer.citations)


def test_what_one_person_said_is_no_whole_meeting(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What was said?", filters=Filters(speaker="Zebedee Quizzlethorpe")))
    assert answer.abstention and answer.abstention.kind == "out_of_coverage"


def test_planning_applications_are_told_by_what_became_of_them(answerer: Answerer) -> None:
    refused = answerer.answer(Question(text="Which planning applications were refused?"))
    assert len(refused.sentences) == 4 and not any("granted" in one.text or "lost" in one.text for one in refused.sentences)
    approved = answerer.answer(Question(text="Which planning applications were approved in 2024?"))
    assert {one.passage.body for one in approved.citations} == {"Planning Committee"}
    assert not any("refused" in one.text or "deferred" in one.text for one in approved.sentences)
    assert any("24/0117/FUL be approved" in one.text for one in approved.sentences)


def test_of_an_outcome_that_there_was_not_it_is_said_so(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What applications were deferred at the last planning meeting?"))
    assert answer.abstention and answer.abstention.kind == "not_recorded"


def test_questions_are_told_with_what_was_replied(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What questions did members ask at the last council meeting?"))
    told = [one.text for one in answer.sentences]
    assert told[0].startswith("Question from Councillor Hazel Jenkins") and "replied that transport would be free" in told[1]


@pytest.fixture(scope="module")
def parish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Minutes of a parish, whose planning applications stand in one item."""
    folder = tmp_path_factory.mktemp("parish")
    lines = (
        "Replacement windows at 3 Mill Lane. No objection.",
        "Change of use of the old smithy to a cafe. The council objected because of parking.",
        "A stable north of the church. Supported.",
    )
    for number, (day, texts) in enumerate({"Tuesday 4 June 2024": lines, "Tuesday 2 July 2024": ()}.items()):
        items = (
            {"Planning applications": texts}
            if texts
            else {"Village green": ("The green had been mown twice since the last meeting, and looked well.",)}
        )
        (folder / f"{number}.md").write_text(minutes_text("Town Council", day, items), encoding="utf-8")
    with Library(Settings(library=folder / "library"), create=True) as library:
        assert not ingest(library, [folder / "0.md", folder / "1.md"]).failed
        yield Answerer(library, QuoteEngine(library.embedder.embed))


def test_applications_in_one_item_are_told_line_by_line(parish: Answerer) -> None:
    every = parish.answer(Question(text="Which planning applications were discussed in June 2024?"))
    text = " ".join(one.text for one in every.sentences)
    assert all(
        words in text for words in ("Mill Lane. No objection.", "old smithy to a cafe.", "because of parking.", "church. Supported.")
    )
    against = parish.answer(Question(text="Which planning applications did the council object to?"))
    assert [one.text.split()[0] for one in against.sentences] == ["Change", "The"]


def test_where_a_meeting_had_no_applications_that_is_said(parish: Answerer) -> None:
    answer = parish.answer(Question(text="Which planning applications were discussed in July 2024?"))
    assert answer.abstention and "nothing of that sort" in answer.abstention.message
