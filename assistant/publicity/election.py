"""The pre-election period: no names of members or candidates, no party matters, nothing controversial, and the banner."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.datamodel import Edition, Finding
from assistant.publicity.member_names import members, offices
from assistant.publicity.phrases import matches
from assistant.publicity.rules import Rules, pre_election_banner
from assistant.publicity.statement import Statement


def findings(statement: Statement) -> Iterator[Finding]:
    """What in a sentence must wait until after the poll; nothing outside the pre-election period."""
    rules = statement.rules
    if not rules.pre_election:
        return
    named = members(statement.text, rules.members)
    for one in named:
        yield statement.finding("election", "name of a member", one.words, "Say what was decided and leave out who said, moved or led it.")
    for office in () if named else offices(statement.text):
        advice = "One member holds this office: say 'the Council' or 'the Cabinet', or leave it out."
        yield statement.finding("election", "office that identifies a member", office, advice, "warn")
    for name in rules.candidates:
        if name in statement.text:
            yield statement.finding("election", "name of a candidate", name, "Leave the candidate out until after the poll.")
    for found in matches(statement.text, "publicity", "party"):
        yield statement.finding("election", "party matter", found.words, "Leave it out until after the poll.")
    for group, what, advice in (
        ("party_matter", "party matter", "Leave it out until after the poll."),
        ("candidate", "candidate or campaign", "Keep to where and how to vote; leave candidates and campaigns out."),
        ("controversy", "controversial matter", "Hold the story until after the poll, or give only the decision."),
    ):
        for found in matches(statement.text, "election", group):
            yield statement.finding("election", what, found.words, found.advice or advice, found.severity)


def of_edition(edition: Edition, rules: Rules) -> Iterator[Finding]:
    """A stop where an edition of the pre-election period has no banner."""
    if rules.pre_election and not (edition.banner or "").strip():
        banner = pre_election_banner(edition.language)
        statement = Statement(edition.title, edition.language, rules)
        yield statement.finding("election", "no pre-election notice", edition.title, f"Put the notice at the head: “{banner}”")
