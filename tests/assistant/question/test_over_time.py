"""Questions for a matter over its meetings."""

from __future__ import annotations

import pytest

from assistant.question.over_time import OverTime, When, over_time_asked


@pytest.mark.parametrize(
    ("question", "matter", "when"),
    [
        ("When was the swimming pool last discussed?", "the swimming pool", "last"),
        ("When was the bypass first raised at council?", "the bypass", "first"),
        ("When were playgrounds discussed last?", "playgrounds", "last"),
        ("When did Cabinet last discuss the swimming pool?", "the swimming pool", "last"),
        ("When did the bypass last come up?", "the bypass", "last"),
        ("When was the last time the council talked about bus services?", "bus services", "last"),
        ("When was the last time bus services were discussed?", "bus services", "last"),
        ("Which meetings discussed foster carers?", "foster carers", "all"),
        ("Which committees have considered the contract register?", "the contract register", "all"),
        ("At which meetings was the car park discussed?", "the car park", "all"),
        ("How often has the swimming pool been discussed?", "the swimming pool", "all"),
        ("How many times did the council discuss the bridge?", "the bridge", "all"),
        ("How many meetings have discussed the bridge?", "the bridge", "all"),
        ("What is the history of the contract register?", "the contract register", "all"),
        ("Has the bypass been discussed?", "the bypass", "all"),
        ("Was the swimming pool discussed at the last Cabinet?", "the swimming pool", "all"),
        ("Did Cabinet discuss foster carers?", "foster carers", "all"),
        ("Has the council ever considered a bypass?", "a bypass", "all"),
        ("Pryd y trafodwyd y pwll nofio ddiwethaf?", "y pwll nofio", "last"),
        ("Pryd trafodwyd y pwll nofio am y tro cyntaf?", "y pwll nofio", "first"),
        ("Ym mha gyfarfodydd y trafodwyd gofalwyr maeth?", "gofalwyr maeth", "all"),
        ("How has the plan for the leisure centre changed over time?", "leisure centre", "all"),
    ],
)
def test_the_matter_and_when(question: str, matter: str, when: When) -> None:
    assert over_time_asked(question) == OverTime(matter, when)


@pytest.mark.parametrize(
    "question",
    [
        "When will the swimming pool reopen?",
        "When was the swimming pool closed?",
        "Which committee recommended the hub homes?",
        "How often is the register reviewed by officers?",
        "How many times did the flood gates fail?",
        "What was discussed at the last meeting?",
        "When was it last inspected?",
        "When were the allotment rents last raised?",
        "When was the pay policy last reviewed?",
        "Which meetings were held in May?",
        "Was the offer of the railway company considered good enough?",
        "Did Cabinet discuss whether the old depot at the bridge should be sold to the rugby club?",
        "Has the council decided to build a crematorium?",
    ],
)
def test_other_questions(question: str) -> None:
    assert over_time_asked(question) is None
