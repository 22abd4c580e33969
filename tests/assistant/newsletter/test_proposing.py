"""Which stories a period has: decisions and money first, nothing procedural or exempt, each topic once."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from assistant.newsletter import propose
from assistant.newsletter.themes import themes
from ingest.datamodel import Filters
from ingest.library import Library
from tests.assistant.newsletter.penllyn import YEAR

HALF = Filters(date_from=dt.date(2025, 1, 1), date_to=dt.date(2025, 7, 31))


def test_best_first_with_reasons_that_add_up(year: Library) -> None:
    found = propose(year, YEAR)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert found[0].title == "Paddling pool, Cae Pwll"
    for one in found:
        assert one.score == pytest.approx(sum(reason.points for reason in one.scored))
        assert len(one.reasons) == len(one.scored)
    reasons = " ".join(found[0].reasons)
    assert "a decision" in reasons
    assert "£18,500" in reasons
    assert "340 children" in reasons
    assert "6 to 2" in reasons


def test_of_equals_the_newest_is_first(samples: Library) -> None:
    dates = {document.path: document.date for document in samples.lookup.documents()}
    found = propose(samples, Filters())
    equals = [(one, other) for one, other in pairwise(found) if one.score == other.score]
    assert equals
    for one, other in equals:
        assert max(str(dates[path]) for path in one.documents) >= max(str(dates[path]) for path in other.documents)


def test_one_topic_over_two_meetings_is_one_story(year: Library) -> None:
    pool = next(one for one in propose(year, YEAR) if one.title.startswith("Paddling"))
    assert pool.meetings == ("Amenities Committee, 7 May 2024", "Town Council, 4 June 2024")
    assert pool.body == "Town Council", "the latest position speaks for it"
    assert len(pool.items) == 2


def test_exempt_and_procedural_items_are_never_proposed(year: Library, samples: Library) -> None:
    for library, filters in ((year, YEAR), (samples, Filters())):
        items = {(document.id, item.ordinal): item for document in library.lookup.documents() for item in library.lookup.items(document.id)}
        chosen = [items[key] for one in propose(library, filters) for key in one.items]
        assert chosen
        assert not [item.title for item in chosen if item.exempt]
        routine = ("APOLOG", "MINUTES", "DECLARATION", "DATE OF", "EXCLUSION", "FORWARD WORK")
        assert not [item.title for item in chosen if item.title.upper().startswith(routine)]


def test_drafts_are_labelled(year: Library) -> None:
    assert {one.title: one.status for one in propose(year, YEAR)}["Precept for 2025/26"] == "draft"


def test_only_the_period_and_the_body(samples: Library) -> None:
    for one in propose(samples, HALF):
        assert all("2025" in meeting for meeting in one.meetings)
    assert {one.body for one in propose(samples, HALF.model_copy(update={"body": "Planning"}))} == {"Planning Committee"}
    assert propose(samples, Filters(date_from=dt.date(1999, 1, 1), date_to=dt.date(1999, 12, 31))) == ()


def test_a_body_has_no_more_than_its_share_while_others_have_stories(samples: Library) -> None:
    capped = propose(samples, HALF, top=8, per_body=2)
    assert len(capped) == 8
    counts = [sum(one.body == body for one in capped) for body in {one.body for one in capped}]
    assert max(counts) <= 2
    free = propose(samples, HALF, top=8)
    assert sum(one.score for one in free) >= sum(one.score for one in capped)
    assert len(propose(samples, HALF, top=500, per_body=1)) == len(propose(samples, HALF)), "what is left of `top` is filled up"


def test_story_lines_of_the_samples(samples: Library) -> None:
    stories = {one.title: one for one in propose(samples, HALF)}
    foster = next(one for title, one in stories.items() if title.startswith("Foster carers"))
    assert [meeting.partition(",")[0] for meeting in foster.meetings] == [
        "Children and Social Care Scrutiny Committee",
        "Cabinet",
        "Children and Social Care Scrutiny Committee",
    ]
    budget = next(one for title, one in stories.items() if title.startswith("Revenue budget"))
    assert budget.meetings == ("Cabinet, 21 January 2025", "County Council, 6 March 2025")
    pay = next(one for title, one in stories.items() if title.startswith("Pay Policy"))
    assert len(pay.meetings) == 1, "a financial year in common makes no topic"


def test_each_meeting_is_once_in_a_story(samples: Library) -> None:
    for one in propose(samples, Filters()):
        assert len({key[0] for key in one.items if "item-" not in key[0]}) == len(one.items)


def test_a_welsh_newsletter_is_made_from_welsh_minutes(samples: Library) -> None:
    found = propose(samples, HALF, language="cy")
    assert found
    assert {one.language for one in found} == {"cy"}
    assert {one.theme for one in found} <= {theme.welsh for theme in themes()}


def test_the_same_library_proposes_the_same(samples: Library) -> None:
    assert propose(samples, HALF) == propose(samples, HALF)
