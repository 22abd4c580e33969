"""Questions about whole meetings: told from those that name a matter."""

from __future__ import annotations

import pytest

from assistant.question.overview import overview_asked

NAMED = ("Cabinet", "Planning Committee", "Norton")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What was decided at the Cabinet meeting?", "decided"),
        ("What were the main decisions of the Planning Committee?", "decided"),
        ("Which motions were passed by Cabinet?", "decided"),
        ("Beth benderfynwyd yn y Cabinet?", "decided"),
        ("What was discussed at the Planning Committee?", "told"),
        ("Summarise the meeting.", "told"),
        ("Please give me a summary of the Norton meeting", "told"),
        ("What happened?", "told"),
        ("What points were raised?", "told"),
        ("What was on the agenda of the Cabinet meeting?", "told"),
        ("Minutes of the last Cabinet meeting", "told"),
        ("What has the Planning Committee been doing?", "told"),
        ("What was said of the minutes of the last meeting?", None),
        ("Tell me about the meeting", "told"),
        ("What actions were agreed at the meeting?", "actions"),
        ("What was said about bins?", None),
        ("What did Cabinet decide about the pool?", None),
        ("What planning applications were considered?", "told"),
        ("Which planning applications were refused?", "told"),
        ("What questions did members ask at the meeting?", "told"),
        ("What petitions were received?", "told"),
        ("What applications for grants were refused?", None),
        ("What question did Councillor Gruff ask?", None),
        ("What was the petition about?", None),
        ("Who approved the minutes?", None),
        ("Was the motion carried?", None),
        ("Did they agree?", None),
        ("When was it decided?", None),
        ("What was agreed about the minutes?", None),
        ("What did Councillor Gruff say at the meeting?", None),
        ("What was the vote?", None),
        ("What was the outcome of the appeal?", None),
        ("Tell me about the pool", None),
    ],
)
def test_what_is_asked_of_meetings(question: str, asked: str | None) -> None:
    assert overview_asked(question, NAMED) == asked
