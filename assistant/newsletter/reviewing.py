"""An edition under review: sentences edited and checked again, accepted, left out; then signed off by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from assistant.checking import Checker
from assistant.citing import keyed
from assistant.datamodel import Article, Edition, Finding, Proposal, Section, Sentence
from assistant.publicity import Rules, findings
from ingest.library import Library

OF_STYLE = ("readability", "length")  # worth a word, and no doubt about what is said

State = Literal["green", "amber", "edited", "accepted"]


class Place(NamedTuple):
    """One sentence of an edition."""

    article: str  # its id
    number: int  # in the order read, from 0


class Review(NamedTuple):
    """An edition with what a human has said of its sentences."""

    edition: Edition
    rules: Rules
    failed: tuple[tuple[str, str], ...] = ()  # stories that could not be drafted, and why
    accepted: frozenset[tuple[str, str]] = frozenset()  # article and text: an edited sentence is another
    edited: frozenset[tuple[str, str]] = frozenset()

    def article(self, name: str) -> Article | None:
        """The article of that id."""
        return next((one for one in self.edition.articles if one.id == name), None)

    def sentence(self, place: Place) -> Sentence | None:
        """The sentence at a place."""
        article = self.article(place.article)
        return article.sentences[place.number] if article and 0 <= place.number < len(article.sentences) else None

    def state(self, article: Article, sentence: Sentence) -> State:
        """Green: nothing is wrong. Amber: something is to be judged. Edited, accepted: by a human."""
        mark = (article.id, sentence.text)
        if mark in self.accepted:
            return "accepted"
        if sentence.problems or any(one.check not in OF_STYLE for one in found_in(article, sentence)):
            return "amber"
        return "edited" if mark in self.edited else "green"

    def unsettled(self) -> list[tuple[Article, Sentence]]:
        """Sentences that must be edited, accepted or left out before anybody signs."""
        return [
            (article, sentence)
            for article in self.edition.articles
            for sentence in article.sentences
            if (article.id, sentence.text) not in self.accepted
            and (sentence.problems or any(one.severity == "stop" for one in found_in(article, sentence)))
        ]


def found_in(article: Article, sentence: Sentence) -> list[Finding]:
    """What the checks before publication say of a sentence, its grounding aside: that is in its problems."""
    return [one for one in article.findings if one.sentence == sentence.text and one.check != "grounding"]


def accepted(review: Review, place: Place) -> Review:
    """A human answers for the sentence as it stands."""
    sentence = review.sentence(place)
    return review._replace(accepted=review.accepted | {(place.article, sentence.text)}) if sentence else review


def left_out(review: Review, place: Place) -> Review:
    """The edition without a sentence; without the whole story, if it was the last."""
    return _exchanged(review, place, None)


def story_left_out(review: Review, name: str) -> Review:
    """The edition without a story."""
    kept = tuple(one for one in review.edition.articles if one.id != name)
    return review._replace(edition=review.edition.model_copy(update={"articles": kept, "signed_by": None}))


def edited(library: Library, review: Review, place: Place, text: str) -> Review:
    """The sentence in a human's words, checked against the passages of its story like any other."""
    article, before = review.article(place.article), review.sentence(place)
    text = " ".join(text.split())
    if article is None or before is None or not text or text == before.text:
        return review
    evidence = keyed(library.lookup.passages([(name, 1.0) for name in article.provenance.passages]))
    key_of = {one.passage.id: one.key for one in evidence}
    stood_on = [one.passage.id for one in article.citations if one.key in before.citations]
    keys = tuple(dict.fromkeys(key_of[name] for name in stood_on if name in key_of))
    checker = Checker(library, evidence)
    sentence = checker.checked(Proposal(text=text, keys=keys))
    if sentence.problems:  # what it was held against stays beside it
        sentence = sentence.model_copy(update={"citations": before.citations})
    known = {one.key for one in article.citations}
    cited = (*article.citations, *(one for one in checker.citations() if one.key not in known))
    changed = review._replace(edited=review.edited | {(article.id, text)})
    return _exchanged(changed, place, sentence, article.model_copy(update={"citations": cited}))


def signed(review: Review, name: str) -> Review:
    """The edition with the name of who answers for it; as it was where something is unsettled."""
    name = " ".join(name.split())
    if not name or review.unsettled():
        return review
    return review._replace(edition=review.edition.model_copy(update={"signed_by": name}))


def _exchanged(review: Review, place: Place, new: Sentence | None, article: Article | None = None) -> Review:
    """The edition with one sentence exchanged or taken out: unsigned again, its story checked anew."""
    article = article or review.article(place.article)
    if article is None or not 0 <= place.number < len(article.sentences):
        return review
    told = iter((*article.sentences[: place.number], new, *article.sentences[place.number + 1 :]))
    changed = article.model_copy(
        update={
            "standfirst": next(told) if article.standfirst else None,
            "body": _taken(told, article.body),
            "next_steps": _taken(told, article.next_steps),
            "earlier": tuple(
                Section(heading=one.heading, sentences=some) for one in article.earlier if (some := _taken(told, one.sentences))
            ),
        }
    )
    if not changed.sentences:
        return story_left_out(review, article.id)
    changed = changed.model_copy(update={"findings": findings(changed, review.rules)})
    articles = tuple(changed if one.id == article.id else one for one in review.edition.articles)
    return review._replace(edition=review.edition.model_copy(update={"articles": articles, "signed_by": None}))


def _taken(told: Iterator[Sentence | None], before: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """As many sentences as there were, those that are left."""
    return tuple(one for _ in before if (one := next(told)) is not None)
