"""What later minutes put right is not told as it was; where a decision holds it, the sentence is marked."""

from __future__ import annotations

import datetime as dt

from assistant.datamodel import Correction, Sentence
from assistant.engines.quote import QuoteEngine
from assistant.later.putting_right import put_right
from assistant.newsletter import Desk, propose
from assistant.newsletter.corrected import marked
from ingest.datamodel import Filters, SourcePlace
from ingest.library import Library


def correction(text: str) -> Correction:
    place = SourcePlace(path="b.txt", paragraphs=(3, 3))
    return Correction(date=dt.date(2025, 9, 16), body="Audit Committee", item="14. Minutes", text=text, source=place)


SUM = correction('RESOLVED that in minute 6/25 of 28 January 2025 "£68,400" be deleted and "£86,400" inserted in its place.')
NAME = correction("The words “Councillor Keith Owen asked” should read “Councillor Jane Owen asked”.")


def test_the_words_that_are_put_right_are_found() -> None:
    assert put_right("Of the payments, £68,400 had been recovered.", [SUM]) == ("£68,400", SUM)
    assert put_right("Later Councillor Keith Owen asked for the list.", [SUM, NAME]) == ("Councillor Keith Owen asked", NAME)


def test_other_words_are_not() -> None:
    assert put_right("On 28 January 2025 minute 6/25 was read.", [SUM]) is None
    assert put_right("The sum was £68,400,000 in all.", [SUM]) is None
    assert put_right("Of the payments, £91,250 had been found.", [SUM, NAME]) is None


def test_a_sentence_that_holds_them_is_marked_with_the_correction() -> None:
    wrong = marked(Sentence(text="RESOLVED that £68,400 be repaid.", citations=("k1",), support=1), [SUM])
    assert [problem.name for problem in wrong.problems] == ["figure"]
    assert "Audit Committee, 16 September 2025" in wrong.problems[0].evidence
    right = Sentence(text="RESOLVED that it be noted.", citations=("k1",), support=1)
    assert marked(right, [SUM]) is right


def test_the_sum_of_the_draft_is_not_told(samples: Library) -> None:
    filters = Filters(date_from=dt.date(2025, 1, 1), date_to=dt.date(2025, 12, 31))
    candidate = next(one for one in propose(samples, filters) if one.title.startswith("Duplicate payments"))
    desk = Desk(samples, QuoteEngine(samples.embedder.embed))
    told = " ".join(sentence.text for sentence in desk.draft_one(candidate, template="members").sentences)
    assert told
    assert "£68,400" not in told
