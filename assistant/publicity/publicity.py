"""The publicity code over one sentence: promotion, praise, attacks, parties, calls to vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.datamodel import Finding
from assistant.publicity.phrases import matches
from assistant.publicity.rules import Subject
from assistant.publicity.statement import Statement


class Group(NamedTuple):
    """A list of phrases, and what a match means."""

    subject: Subject
    name: str  # of the group in lists/publicity.toml
    what: str
    advice: str
    reportable: bool  # reported as somebody else's words, it is for a human to weigh


GROUPS = (
    Group("objectivity", "promotion", "promotional word", "Say what was done and leave the judgement to the reader.", True),
    Group("members", "praise", "praise of the council or of a member", "Leave the praise out and say what was done.", True),
    Group("even-handedness", "attack", "attack", "Leave it out, or give the facts and both sides.", True),
    Group("party", "party", "political party", "Leave the party out: publicity must not appear to affect support for one.", False),
    Group("voting", "voting", "call to vote", "Leave it out: publicity must not seek to influence voters.", False),
    Group("objectivity", "persuasion", "campaigning", "Give the facts and the reasons; do not ask the reader for support.", True),
)


def findings(statement: Statement) -> Iterator[Finding]:
    """What in a sentence is against the code, one finding for each phrase."""
    for group in GROUPS:
        for found in matches(statement.text, "publicity", group.name):
            if group.reportable and statement.proper(found.start, found.end):
                continue
            softened = group.reportable and statement.reported(found.start, found.end)
            severity = "warn" if softened else found.severity
            advice = (
                f"Somebody else's judgement: name who made it and keep their words, or leave it out. {group.advice}"
                if softened
                else group.advice
            )
            yield statement.finding(group.subject, group.what, found.words, found.advice or advice, severity)
