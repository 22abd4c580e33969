"""An edition under review: what an edit, an acceptance and a signature do to it."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.engines.choice import choose
from assistant.newsletter import Desk, Period, propose, reviewing, template_for
from assistant.newsletter.reviewing import Place, Review
from assistant.publicity import Rules
from ingest.datamodel import Filters
from ingest.library import Library

PERIOD = Period(first=dt.date(2025, 6, 1), last=dt.date(2025, 7, 31))


@pytest.fixture(scope="module")
def review(samples: Library) -> Review:
    """An edition of the two best stories of a period."""
    found = propose(samples, Filters(date_from=PERIOD.first, date_to=PERIOD.last, language="en"), language="en")
    chosen = template_for("residents", "en")
    rules = Rules(style=chosen.style)
    desk = Desk(samples, *choose(samples, "quote"), rules=rules)
    made = Review(desk.edition(desk.work(found[:2], template=chosen), chosen, PERIOD), rules)
    assert len(made.edition.articles) == 2
    return made


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
    assert wrong.unsettled() == [(changed, sentence)]
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
