"""The sentences that can stand by themselves: no procedure, no hanging word, no half sentence."""

from __future__ import annotations

import pytest

from assistant.engines.standing import can_stand


@pytest.mark.parametrize(
    "text",
    [
        "The Chair thanked the officers for their hard work during the year.",
        "It would take three weeks in all and cost no more than £900.",
        "In it an experienced household would support six to eight others.",
        "However, the cost had risen by £4,000 since the last report.",
        "The same applied to the pool at Trefgoch and to the gym.",
        "Councillor Hale asked whether the pool would be open by August?",
        "Councillor Gruff declared an interest and left the room for the item.",
        "the pool was closed in April because of a leak in the lining.",
        "The pool was closed in April because of a leak in the",
        "For: Councillors Gruff, Hale, Parri and Rowe, who were all present.",
        "The Chief Executive said that this was in fact an improvement on last year.",
        "At 17 January there were 19, of which 4 were paid for by the Council.",
        "With regard to the grant, he pointed out that the sum had been spent.",
        "REPLY: The Council has developed a form for the reporting of leaks.",
        "I will move at the next meeting that the pool be opened in May.",
        "The need to bring forward proposals of a suitable size for the pool.",
        "Paddling pool at Cae Pwll and its lining in the open spaces fund.",
        "The motion as amended then became the substantive motion and was put.",
        "It closed.",
        "Gadawodd y Cynghorydd Vale yr ystafell yn ystod yr eitem hon ar y pwll.",
    ],
)
def test_what_cannot_stand_alone(text: str) -> None:
    assert not can_stand(text)


@pytest.mark.parametrize(
    "text",
    [
        "The paddling pool at Cae Pwll had leaked since April and 340 children had used it last summer.",
        "Work would start on site on 1 September 2025 and take 30 weeks.",
        "Councillor Gruff said that the pool had been closed because she had seen the leak.",
        "£18,500 would be taken from the open spaces fund to pay for the lining.",
        "Roedd y pwll padlo yng Nghae Pwll wedi bod yn gollwng ers mis Ebrill.",
    ],
)
def test_what_can(text: str) -> None:
    assert can_stand(text)
