"""What was decided comes first where that is asked for, of the body that is asked after, the latest first."""

from __future__ import annotations

import pytest

from assistant.answer import Answerer
from assistant.datamodel import Evidence, Question
from assistant.engines.choice import choose
from assistant.engines.deciding import with_decisions
from assistant.finding.reranking import Scored
from assistant.units import units
from ingest.library import Library
from tests.ingest.test_datamodel import PASSAGE


def sentences(library: Library, question: str) -> list[str]:
    return [one.text for one in Answerer(library, *choose(library, "quote")).answer(Question(text=question)).sentences]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What did Cabinet decide about post-16 transport?", "RESOLVED that a charge of £390 a year"),
        ("What did Cabinet decide about empty homes?", "RESOLVED that: the largest empty homes grant be increased"),
        ("What was resolved by Cabinet about playgrounds?", "RESOLVED that the programme for 2025/26"),
        ("What did Cabinet decide about Rhosybryn Leisure Centre?", "UNANIMOUSLY RESOLVED that: the centre be refurbished"),
        ("What did County Council decide about the Pay Policy Statement?", "RESOLVED that the Pay Policy Statement 2025/26 be approved"),
        ("What decision was made on libraries?", "UNANIMOUSLY RESOLVED that self-service hours be introduced"),
        (
            "What did the Children and Social Care Scrutiny Committee decide about post-16 transport?",
            "Having considered the responses, the Committee, with the co-opted members voting, RECOMMENDED",
        ),
        ("Beth benderfynodd y Cabinet am gludiant ôl-16?", "PENDERFYNWYD bod tâl o £390 y flwyddyn"),
    ],
)
def test_the_decision_comes_first(samples: Library, question: str, first: str) -> None:
    told = sentences(samples, question)
    assert told[0].startswith(first), told
    assert len(told) <= 6
    assert len(set(told)) == len(told)


def test_what_somebody_recalls_is_no_decision(samples: Library) -> None:
    told = sentences(samples, "What did Cabinet decide about post-16 transport?")
    recalled = next((place for place, text in enumerate(told) if "had recommended" in text), len(told))
    taken = [place for place, text in enumerate(told) if text.startswith(("RESOLVED", "It was AGREED"))]
    assert taken
    assert max(taken) < recalled


def test_a_hanging_sentence_beside_a_decision_brings_what_it_hangs_on() -> None:
    passage = PASSAGE.model_copy(
        update={"text": "RESOLVED that the pool be closed.\nThe Head of Property spoke of the beams. He made no commitment to mend them."}
    )
    evidence = [Evidence(key="ka", passage=passage)]
    scored = [
        Scored(unit=unit, share=share, passage=0, place=place, continues=place == 2)
        for place, (unit, share) in enumerate(zip(units(evidence[0]), (0.3, 0.1, 0.6), strict=True))
    ]
    told, decided = with_decisions("What was decided about the beams?", [scored[0], scored[2]], scored, evidence)
    assert [one.unit.text for one in decided] == ["RESOLVED that the pool be closed."]
    assert [one.place for one in told] == [0, 1, 2]


def test_where_no_decision_is_asked_for_the_answer_stays_first(samples: Library) -> None:
    assert "612" in sentences(samples, "How many learners use post-16 transport?")[0]


def test_a_decision_in_the_paragraph_that_answers_is_told_where_one_is_asked_for() -> None:
    text = "Mr Reed spoke of the boy who fishes in the pond. It was decided that nothing would be done. The boy's mother was thanked."
    evidence = [Evidence(key="ka", passage=PASSAGE.model_copy(update={"text": text, "item_title": "Any other business"}))]
    scored = [
        Scored(unit, share, 0, place, place > 0)
        for place, (unit, share) in enumerate(zip(units(evidence[0]), (0.8, 0.1, 0.1), strict=True))
    ]
    told, decided = with_decisions("What was decided about the boy who fishes?", scored[:1], scored, evidence)
    assert [one.unit.text for one in decided] == ["It was decided that nothing would be done."]
    assert told == [scored[1], scored[0]]
