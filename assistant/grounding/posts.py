"""Who is given a post: of 'seconded by Councillor Roe and RESOLVED that Councillor Hopkin be appointed Chair' it is not Councillor Roe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.mentions import Mention, mentions
from assistant.grounding.naming import Naming
from assistant.grounding.wording import Token
from ingest.text import word_set

_GIVING = word_set("appointed elected re-elected reelected co-opted nominated named chosen selected re-appointed reappointed")
_BEING = word_set("is be becomes become became was remains")
_POSTS = word_set(
    "chair chairman chairwoman chairperson vice-chair vice-chairman vice deputy mayor leader clerk member representative governor trustee "
    "president secretary treasurer champion director"
)
_REACH = 6  # tokens from the verb to the post


def check_posts(alignment: Alignment, naming: Naming) -> list[Problem]:
    """The problem of a claim that gives somebody a post that the evidence gives to others alone.

    Args:
        alignment: one sentence of the claim beside its evidence.
        naming: who is who.
    """
    for person, posts in _given(alignment.tokens, naming, _GIVING | _BEING):
        theirs = [(unit, other) for unit in alignment.units for other, told in _given(unit.tokens, naming, _GIVING) if posts & told]
        if theirs and not any(naming.agree(person, other) for _, other in theirs):
            return [Problem(name="attribution", words=person.text, evidence=theirs[0][0].text)]
    return []


def _given(tokens: Sequence[Token], naming: Naming, verbs: frozenset[str]) -> Iterator[tuple[Mention, set[str]]]:
    """Those who are given a post, each with the words of the posts told right after."""
    named = [mention for mention in mentions(tuple(tokens), naming.known) if mention.kind == "person"]
    for place, token in enumerate(tokens):
        if token.lower not in verbs:
            continue
        posts = {after.lower for after in tokens[place + 1 : place + 1 + _REACH]} & _POSTS
        before = [mention for mention in named if mention.last < place and place - mention.last <= 4]
        if posts and before:
            yield before[-1], posts
