"""An edition under review: what an edit, an acceptance and a signature do to it."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from ingest.library import Library
from page import newsletter, reviewing
from page.drafting import Step, Wish, drafted, proposed, suggested
from page.reviewing import Place, Review
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


def test_a_committee_chosen_leaves_the_others_out(samples: Library) -> None:
    found = proposed(samples, WISH._replace(bodies=("Cabinet",)))
    assert found
    assert {one.body for one in found} == {"Cabinet"}


def test_an_edit_that_the_minutes_do_not_bear_out_is_amber_and_stops_the_signature(samples: Library, review: Review) -> None:
    article = review.edition.articles[0]
    place = Place(article.id, 0)
    wrong = reviewing.edited(samples, review, place, "The Council will build a tunnel for £9 million.")
    sentence = wrong.sentence(place)
    assert sentence is not None
    assert sentence.problems
    assert sentence.citations == article.sentences[0].citations
    changed = wrong.article(article.id)
    assert changed is not None
    assert wrong.state(changed, sentence) == "amber"
    assert reviewing.signed(wrong, "Ann Example").edition.signed_by is None
    assert "£9 million" in newsletter.review(wrong, words("en"))
    answered_for = reviewing.accepted(wrong, place)
    assert answered_for.state(changed, sentence) == "accepted"
    assert reviewing.signed(answered_for, " Ann  Example ").edition.signed_by == "Ann Example"


def test_an_edit_that_the_minutes_bear_out_is_cited_and_takes_the_signature_back(samples: Library, review: Review) -> None:
    article = review.edition.articles[0]
    before = article.sentences[0]
    signed = reviewing.signed(review, "Ann Example")
    assert signed.edition.signed_by == "Ann Example"
    shorter = before.text.rpartition(",")[0] or before.text.removesuffix(".")
    edited = reviewing.edited(samples, signed, Place(article.id, 0), f"{shorter}.")
    sentence, changed = edited.sentence(Place(article.id, 0)), edited.article(article.id)
    assert sentence is not None and changed is not None
    assert not sentence.problems
    assert set(sentence.citations) <= {one.key for one in changed.citations}
    assert edited.edition.signed_by is None
    assert [one.text for one in changed.sentences[1:]] == [one.text for one in article.sentences[1:]]


def test_nothing_changes_for_a_place_that_is_not_there_or_words_that_are_the_same(samples: Library, review: Review) -> None:
    article = review.edition.articles[0]
    assert reviewing.edited(samples, review, Place("none", 0), "Other words.") == review
    assert reviewing.edited(samples, review, Place(article.id, 99), "Other words.") == review
    assert reviewing.edited(samples, review, Place(article.id, 0), article.sentences[0].text) == review
    assert reviewing.edited(samples, review, Place(article.id, 0), "  ") == review


def test_what_is_left_out_is_gone_and_a_story_without_sentences_too(review: Review) -> None:
    article = review.edition.articles[0]
    less = reviewing.left_out(review, Place(article.id, 0))
    kept = less.article(article.id)
    assert kept is not None
    assert kept.sentences == article.sentences[1:]
    for _ in article.sentences:
        review = reviewing.left_out(review, Place(article.id, 0))
    assert review.article(article.id) is None
    assert len(review.edition.articles) == 1


def test_an_edition_shows_its_state_and_escapes_what_it_tells(review: Review) -> None:
    article = review.edition.articles[0]
    nasty = article.model_copy(update={"headline": "<script>x</script>"})
    shown = newsletter.review(review._replace(edition=review.edition.model_copy(update={"articles": (nasty,)})), words("cy"))
    assert "<script" not in shown
    assert "Drafft" in shown
    assert "data-passage" in shown
