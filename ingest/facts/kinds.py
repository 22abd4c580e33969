"""What kind of item an agenda item is, by rule: from what was recorded under it, from its title, and from how its text begins.

An item can be of several kinds (a report that was decided on by a vote) or of none (a discussion). What is recorded is certain; what
title and opening say holds for standing titles in English and Welsh and leaves an item without a kind rather than guess one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.datamodel import Action, Decision, ItemKind

LOOKED_AT = 3  # paragraphs in which a report is announced

_TITLES: dict[ItemKind, re.Pattern[str]] = {
    "motion": re.compile(r"\bmotions?\b|\b(?:c|ch|g)yn(?:nig|igion)\b", re.IGNORECASE),
    "question": re.compile(r"\bquestions?\b|\b(?:c|ch|g)westi(?:wn|ynau)\b", re.IGNORECASE),
    "petition": re.compile(r"\b(?:petitions?|deputations?|ddeiseb(?:au)?|deiseb(?:au)?|dirprwyaeth(?:au)?)\b", re.IGNORECASE),
    "report": re.compile(r"\breports?\b|\b(?:adroddiad|hadroddiad)(?:au)?\b", re.IGNORECASE),
    "public participation": re.compile(
        r"\bpublic\s+(?:participation|forum|speaking|session|questions?|question\s+time|comments?|input|time)\b|\bopen\s+(?:forum|session)\b|"
        r"\b(?:members\s+of\s+the\s+public|from\s+the\s+public|by\s+the\s+public|delegations?)\b|"
        r"\b(?:cyfranogiad|cyfranogi|sesiwn)\b.{0,12}\b(?:y\s+)?cyhoedd|\bcwestiynau\b.{0,12}\bcyhoedd",
        re.IGNORECASE,
    ),
    "declarations": re.compile(
        r"\b(?:declarations?|disclosures?|register(?:ing)?)\s+(?:of|and)\b.{0,40}\binterests?\b|\b(?:declarations?|disclosures?)\s*$|"
        r"\binterests?\s+declar|\bconflicts?\s+of\s+interest|\b[dn]?d?atganiad(?:au)?\b.{0,30}\b[bf]uddian",
        re.IGNORECASE,
    ),
    "apologies": re.compile(r"\bapolog(?:y|ies)\b|\bymddiheuriadau?\b|\babsen(?:ce|oldeb)\b", re.IGNORECASE),
    "minutes": re.compile(
        r"^\W*(?:(?:to\s+)?(?:approv\w+|confirm\w+|adopt\w+|receiv\w+|accept\w+|sign\w*|consider\w*)\b.{0,40})?(?:the\s+)?"
        r"(?:previous\s+|draft\s+|council\s+|past\s+)?minutes\b(?!\s+(?:silence|of\s+silence))|"
        r"\b(?:approval|confirmation|adoption|signing|acceptance|receiving)\s+of\b.{0,40}\bminutes\b|\bc[yo]fnod(?:ion)?\b.{0,30}\bcyfarfod|"
        r"^\W*(?:y\s+)?c[yo]fnodion\b",
        re.IGNORECASE,
    ),
}
_REPORTED = re.compile(
    r"\b(?:report\s+(?:of|by|from)\s+the|(?:received|considered|presented|submitted|introduced|gave|with|noted)\s+(?:with\s+)?"
    r"(?:(?:a|an|the|his|her|their)\s+)(?:[\w’'-]+\s+){0,4}report)\b|\b(?:adroddiad|adroddiadau)\s+(?:gan|y|yr)\b",
    re.IGNORECASE,
)


def kinds_of(
    title: str, texts: Sequence[str], decisions: Sequence[Decision], actions: Sequence[Action], *, exempt: bool
) -> tuple[ItemKind, ...]:
    """The kinds of an item, what is recorded first.

    Args:
        texts: its paragraphs, agenda text left out.
    """
    voted = any(one.vote and (_counted(one) or one.vote.casting) for one in decisions)
    recorded: dict[ItemKind, bool] = {"decision": bool(decisions), "vote": voted, "action": bool(actions), "exempt": exempt}
    by_title: list[ItemKind] = [kind for kind, pattern in _TITLES.items() if pattern.search(title)]
    if "report" not in by_title and any(_REPORTED.search(text) for text in texts[:LOOKED_AT]):
        by_title.append("report")
    return (*(kind for kind, there in recorded.items() if there), *by_title)


def _counted(decision: Decision) -> bool:
    vote = decision.vote
    return vote is not None and bool(
        (vote.votes_for, vote.votes_against, vote.abstained) != (None, None, None) or vote.names_for or vote.names_against
    )
