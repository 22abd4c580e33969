"""A topic over the years: oldest first, verbatim, cited, and nothing where the minutes say nothing."""

from __future__ import annotations

import pytest

from assistant.timeline import Story, Timeline
from ingest.datamodel import Filters
from ingest.library import Library


@pytest.fixture(scope="module")
def timeline(samples: Library) -> Timeline:
    return Timeline(samples)


@pytest.fixture(scope="module")
def fostering(timeline: Timeline) -> Story:
    return timeline.tell("foster carers")


def test_the_story_is_told_in_order(fostering: Story) -> None:
    days = [event.date for event in fostering.events if event.date]
    assert days == sorted(days)
    told = [(str(event.date), event.kind) for event in fostering.events if event.kind != "mentioned"]
    assert told == [
        ("2024-03-14", "raised"),
        ("2024-03-14", "recommended"),
        ("2024-04-23", "decided"),
        ("2024-09-19", "noted"),
        ("2025-02-13", "recommended"),
        ("2025-06-17", "changed"),
        ("2025-07-10", "latest"),
    ]
    assert [event.latest for event in fostering.events if event.kind != "mentioned"] == [False] * 6 + [True]


def test_every_sentence_is_verbatim_and_cited(samples: Library, fostering: Story) -> None:
    for event in fostering.events:
        quotes = {citation.key: citation for citation in event.citations}
        for sentence in event.sentences:
            assert sentence.citations
            passages = [quotes[key].passage for key in sentence.citations]
            document = passages[0].id.rpartition("-")[0]
            first, last = passages[0].source.paragraphs
            words = " ".join(one.text for one in samples.lookup.paragraphs(document, first, last))
            assert sentence.text in " ".join(words.split())


def test_other_names_of_the_topic_are_found(timeline: Timeline) -> None:
    story = timeline.tell("leisure centre")
    items = [(str(event.date), event.kind) for event in story.events]
    assert ("2024-04-23", "deferred") in items
    assert {"2024-05-16", "2024-12-05"} <= {day for day, _ in items}  # the petition and the motion call it the swimming pool
    assert ("2025-06-17", "changed") in items
    assert not any("cafe" in event.item.lower() for event in story.events)


def test_a_lost_amendment_is_told_as_lost(timeline: Timeline) -> None:
    event = next(event for event in timeline.tell("school transport").events if str(event.date) == "2025-03-06")
    assert event.kind == "not carried"
    assert any("declared the amendment lost" in sentence.text for sentence in event.sentences)


def test_corrected_minutes_say_so(timeline: Timeline) -> None:
    events = timeline.tell("duplicate payments to suppliers").events
    corrected = [event for event in events if event.corrections]
    assert {str(event.date) for event in corrected} == {"2025-01-28"}
    assert "£86,400" in corrected[0].corrections[-1].text


def test_a_topic_is_told_in_one_language(timeline: Timeline, fostering: Story) -> None:
    assert {event.language for event in fostering.events} == {"en"}
    welsh = timeline.tell("gofalwyr maeth").events
    assert welsh
    assert {event.language for event in welsh} == {"cy"}


@pytest.mark.parametrize("topic", ["crematorium", "congestion charge zone", "tram", "?", "the of and", "zzz"])
def test_nothing_is_told_of_what_is_not_there(timeline: Timeline, topic: str) -> None:
    assert timeline.tell(topic).events == ()


def test_filters_hold(timeline: Timeline) -> None:
    events = timeline.tell("foster carers", Filters(body="Cabinet")).events
    assert {event.body for event in events} == {"Cabinet"}
    assert timeline.tell("foster carers", Filters(council="Powys")).events == ()
