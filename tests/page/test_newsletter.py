"""The newsletter on the page: stories proposed, drafted with progress, and shown for review."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from assistant.newsletter import reviewing
from assistant.newsletter.reviewing import Place, Review
from ingest.library import Library
from page import newsletter
from page.drafting import Step, Wish, drafted, proposed, suggested
from page.wording import words

WISH = Wish(dt.date(2025, 6, 1), dt.date(2025, 7, 31))


@pytest.fixture(scope="module")
def review(samples: Library) -> Review:
    """An edition of the two best stories of a period."""
    found = proposed(samples, WISH)
    assert suggested(found, WISH)[:2] == [one.id for one in found[:2]]
    *steps, made = drafted(samples, "quote", found[:2], WISH, threading.Event())
    assert [one.done for one in steps if isinstance(one, Step)] == [1, 2]
    assert isinstance(made, Review)
    assert len(made.edition.articles) == 2
    return made


def test_members_are_known_from_the_attendance_of_the_meetings(review: Review) -> None:
    assert len(review.rules.members) > 5
    assert all(" " in name for name in review.rules.members)


def test_a_committee_chosen_leaves_the_others_out(samples: Library) -> None:
    found = proposed(samples, WISH._replace(bodies=("Cabinet",)))
    assert found
    assert {one.body for one in found} == {"Cabinet"}


def test_an_edited_sentence_is_shown_with_what_is_wrong(samples: Library, review: Review) -> None:
    place = Place(review.edition.articles[0].id, 0)
    wrong = reviewing.edited(samples, review, place, "The Council will build a tunnel for £9 million.")
    for language, marked in (("en", "Look at this"), ("cy", "Edrychwch ar hyn")):
        shown = newsletter.review(wrong, words(language))
        assert "£9 million" in shown
        assert marked in shown


def test_a_story_proposed_tells_its_reasons_in_the_language_of_the_page(samples: Library) -> None:
    best = proposed(samples, WISH)[0]
    english, welsh = newsletter.choice(best, words("en")), newsletter.choice(best, words("cy"))
    assert english.splitlines()[:2] == welsh.splitlines()[:2]
    assert english.splitlines()[2] == ", ".join(best.reasons)
    assert "a service" in english
    assert "gwasanaeth" in welsh and "a service" not in welsh


def test_an_edition_shows_its_state_and_escapes_what_it_tells(review: Review) -> None:
    article = review.edition.articles[0]
    nasty = article.model_copy(update={"headline": "<script>x</script>"})
    shown = newsletter.review(review._replace(edition=review.edition.model_copy(update={"articles": (nasty,)})), words("cy"))
    assert "<script" not in shown
    assert "Drafft" in shown
    assert "data-passage" in shown
