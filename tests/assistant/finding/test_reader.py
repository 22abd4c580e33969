"""The reader tells the sentence that answers from those around it, and goes by what is said, not by how the question is put."""

from __future__ import annotations

import math

import pytest

from assistant.finding import reader as room
from assistant.finding.reader import Reader, Told, reader
from evals.gold.records import Answerable, load
from evals.gold.sources import read_sources
from ingest.errors import EmbeddingServiceError
from ingest.text import sentences

POOL = Told(
    "Leisure centres", ("The centre at Rhosybryn closes at nine.", "The pool at Rhosybryn was closed because its roof beams are corroded.")
)
ELSEWHERE = Told("Apologies", ("Apologies were received from three members.", "The minutes of the last meeting were signed as correct."))


def likelihood(question: str, *passages: Told) -> float:
    """Log of the odds that anything in the passages answers."""
    return math.log(sum(math.exp(value) for values in reader().logits(question, passages) for value in values))


def asked() -> list[tuple[str, Told, int]]:
    """Questions of the gold set with an item that answers them, and which of its sentences does."""
    sources = read_sources()
    found = []
    for gold in (one for one in load() if isinstance(one, Answerable) and one.split == "dev" and one.language == "en"):
        place = gold.evidence[0]
        texts = [text for paragraph in sources[place.source].items[place.item] for text in sentences(paragraph) if len(text.split()) >= 4][
            :40
        ]
        answering = [number for number, text in enumerate(texts) if text in place.text]
        if len(answering) == 1 and len(texts) > 3:
            found.append((gold.question, Told("", tuple(texts)), answering[0]))
    return found


def test_the_sentence_that_answers_is_told_from_the_others_of_its_item() -> None:
    cases = asked()
    first = sum(
        max(range(len(told.sentences)), key=reader().logits(question, [told])[0].__getitem__) == place for question, told, place in cases
    )
    assert len(cases) >= 30
    assert first >= 0.5 * len(cases)  # of four to forty sentences on one matter


def test_an_item_without_its_answer_is_less_likely_to_hold_one() -> None:
    cases = asked()
    fell = 0
    for question, told, place in cases:
        rest = told._replace(sentences=(*told.sentences[:place], *told.sentences[place + 1 :]))
        fell += likelihood(question, told) > likelihood(question, rest) + 0.1
    assert fell >= 0.7 * len(cases)


def test_how_a_question_is_put_does_not_tell_whether_it_is_answered() -> None:
    gold = [one for one in load() if one.language == "en"]
    there = [likelihood(one.question, ELSEWHERE) for one in gold if isinstance(one, Answerable)]
    absent = [likelihood(one.question, ELSEWHERE) for one in gold if not isinstance(one, Answerable)]
    higher = sum((one > other) + 0.5 * (one == other) for one in there for other in absent) / (len(there) * len(absent))
    assert 0.35 < higher < 0.65  # the share of pairs in which the answerable one looks likelier beside what has nothing to do with it


def test_a_welsh_question_is_read() -> None:
    values = reader().logits("Pam gafodd y pwll nofio ei gau?", [POOL, ELSEWHERE])
    assert values[0][1] == max(value for several in values for value in several)


def test_a_passage_is_worth_the_same_in_any_company_and_order() -> None:
    others = [Told("A", ("A word or two. " * count,)) for count in range(1, 20)]
    alone = Reader().logits("Why did the pool close?", [POOL])
    among = Reader().logits("Why did the pool close?", [*others, POOL, POOL])
    assert among[-2] == among[-1] == pytest.approx(alone[0])
    assert Reader().logits("Why?", []) == []


def test_long_texts_and_broken_characters_are_read() -> None:
    passages = [
        Told("title " * 300, ("word " * 3000, "one", "two")),
        Told("", ()),
        Told("\ud83d", ("half \ud83d", "")),
        Told("", ("so " * 60,) * 30),
    ]
    values = reader().logits("why " * 900, passages)
    assert [len(several) for several in values] == [3, 0, 2, 30]
    assert all(math.isfinite(value) for several in values for value in several)


def test_a_damaged_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SHA256", "0" * 64)
    with pytest.raises(EmbeddingServiceError, match=r"reader\.onnx is damaged"):
        Reader()
