"""Questions for somebody's words, with no matter named: 'What has Councillor Prosser asked about?', 'Which motions did she move?'"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from assistant.grounding.mentions import Mention, mentions
from assistant.grounding.wording import fold, words
from assistant.question.bodies import without_names
from ingest.terms import content_words
from ingest.text import word_set

# The classes of verbs (assistant/grounding/acts.py) by which a person is told of, by what is asked.
_DEEDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"\bvot(?:e|ed|ing|es)\b", re.I), frozenset({"vote"})),
    (re.compile(r"\bsecond(?:ed)?\b", re.I), frozenset({"second"})),
    (re.compile(r"\b(?:mov(?:e|ed)|propos\w+|motions?|amendments?)\b", re.I), frozenset({"propose"})),
    (re.compile(r"\b(?:ask|asked|asking|questions?|quer(?:y|ies|ied)|concerns?|rais\w+)\b", re.I), frozenset({"ask"})),
    (
        re.compile(
            r"\b(?:sa(?:y|id|ying)|sp(?:eak|oke|oken)|talk\w*|comment\w*|contribut\w*|argu\w*|report\w*|tell|told|views?|points?)\b", re.I
        ),
        frozenset({"say", "ask", "propose", "support", "recommend"}),
    ),
)
_FORM = re.compile(r"^\W*(?:(?:and|so|please)\W+)*(?:how|what|which|tell|list|show|did|has|have)\b", re.I)
_GENERAL = word_set(
    """
    vote voted votes voting
    move moved proposed propose proposing second seconded motion motions amendment amendments ask asked asking question questions query
    queries concern concerns raise raised raising say said saying speak spoke spoken talk talked talking comment comments commented
    contribute contributed contribution contributions argue argued report reported tell told view views point points anything everything
    meeting meetings council committee cabinet minutes last latest recent recently session thing things list show made make put issue issues
    matter matters councillor member members
    """
)
NEWEST = re.compile(r"\b(?:last|latest|most recent)\b.{0,40}\b(?:meeting|session|council|cabinet|committee)\b", re.I)


class Spoken(NamedTuple):
    """Whose words are asked for, and by which verbs they are told."""

    who: Mention
    deeds: frozenset[str]


def person_asked(question: str, named: Iterable[str]) -> Spoken | None:
    """The person or officer whose words are asked for; None where a matter is named, or something else is asked.

    Args:
        question: without the period that it names.
        named: the bodies and places that it names.
    """
    deeds = next((deeds for asked, deeds in _DEEDS if asked.search(question)), None)
    if deeds is None or not _FORM.search(question):
        return None
    folded = fold(question)
    tokens = words(folded)
    people = [one for one in mentions(tokens) if one.kind in ("person", "role")]
    if len(people) != 1:
        return None
    who = people[0]
    rest = folded[: tokens[who.first].start] + " " + folded[tokens[who.last].end :]
    return Spoken(who, deeds) if set(content_words(without_names(rest, named))) <= _GENERAL else None
