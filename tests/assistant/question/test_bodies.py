"""Which bodies a question names, in full or in short."""

from __future__ import annotations

import pytest

from assistant.question.bodies import bodies_named

BODIES = (
    "Cabinet",
    "Cabinet Committee",
    "Children and Social Care Scrutiny Committee",
    "County Council",
    "Planning Committee",
    "Y Cyngor Sir",
)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What did the Cabinet Committee decide?", ("Cabinet Committee",)),
        ("What did Cabinet decide?", ("Cabinet",)),
        ("What was said at the scrutiny committee?", ("Children and Social Care Scrutiny Committee",)),
        ("What was said at the Children Scrutiny Committee?", ("Children and Social Care Scrutiny Committee",)),
        ("What was decided at the last planning meeting?", ("Planning Committee",)),
        ("What was decided at the last meeting?", ()),
        ("What was decided at the last council meeting?", ("County Council", "Y Cyngor Sir")),
        ("What did full council say?", ("County Council", "Y Cyngor Sir")),
        ("What did the committee say of social care?", ()),
        ("What did the Licensing Committee decide?", ()),
        ("Was planning permission given at the meeting?", ()),
        ("What was said about planning at the last meeting?", ()),
    ],
)
def test_bodies_named(question: str, named: tuple[str, ...]) -> None:
    assert bodies_named(question, BODIES) == named


def test_of_several_councils_the_council_meeting_is_nobodys() -> None:
    assert bodies_named("What was decided at the last council meeting?", ("Ayton Community Council", "Norton Parish Council")) == ()
