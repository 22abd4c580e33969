"""Every name of a claim stands in the evidence or its context, and is not put in another's place."""

from __future__ import annotations

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit, neighbours
from assistant.grounding.mentions import RANKS, Mention, mentions
from assistant.grounding.naming import Naming
from assistant.grounding.wording import stem

_SURE = 0.5
_COMPARABLE = {
    "person": {"person", "role", "member", "proper"},
    "role": {"role", "person", "member"},
    "body": {"body"},
    "proper": {"proper", "person"},
}
_KINDRED = (
    {"wales", "welsh", "cymru", "cymraeg"},
    {"scotland", "scottish", "scots"},
    {"england", "english"},
    {"ireland", "irish"},
    {"britain", "british", "uk"},
    {"france", "french"},
    {"germany", "german"},
    {"spain", "spanish"},
    {"europe", "european", "eu"},
    {"america", "american", "us"},
)
_GENERIC = frozenset("council councils committee cabinet board panel chair chairman member members councillor councillors officer officers authority services".split())


def check_names(bare: Alignment, naming: Naming) -> list[Problem]:
    """Problems with the names of one sentence of a claim.

    Args:
        bare: the sentence beside its evidence, aligned without regard to names.
        naming: who is who.
    """
    problems = []
    claimed = [mention for mention in mentions(bare.tokens, naming.known) if mention.kind != "member"]
    for mention in claimed:
        missing = [word for word in (*mention.words, *mention.given) if not _occurs(word, naming)]
        if missing or _displaced(mention, claimed, bare, naming) or _initial_differs(mention, bare, naming):
            problems.append(Problem(name="name", words=mention.text, evidence=bare.best[0].text if bare.best else ""))
    return problems


def _occurs(word: str, naming: Naming) -> bool:
    if len(word) == 1 or word in _GENERIC or word in RANKS or word[0].isdigit():
        return True
    if word in naming.vocabulary or stem(word) in naming.vocabulary or word in naming.initials:
        return True
    return any(word in kin and kin & naming.vocabulary for kin in _KINDRED)


def _initial_differs(mention: Mention, bare: Alignment, naming: Naming) -> bool:
    """'Owen (J)' where the evidence knows an Owen, but only (K)."""
    if mention.kind != "person" or not mention.given:
        return False
    namesakes = [
        other
        for tokens in (*(unit.tokens for unit in bare.units),)
        for other in mentions(tokens, naming.known)
        if other.kind in ("person", "proper") and other.name == mention.name
    ]
    namesakes += [other for other in naming.context if other.kind in ("person", "proper") and other.name == mention.name]
    return bool(namesakes) and not any(naming.agree(mention, other) for other in namesakes)


def _displaced(mention: Mention, claimed: list[Mention], bare: Alignment, naming: Naming) -> bool:
    """Whether the sentences that the claim stands beside name somebody else where it names this one."""
    if bare.score < _SURE or not bare.best:
        return False
    return all(_named_otherwise(mention, claimed, unit, bare, naming) for unit in bare.best)


def _named_otherwise(mention: Mention, claimed: list[Mention], unit: Unit, bare: Alignment, naming: Naming) -> bool:
    here = mentions(unit.tokens_with_lead, naming.known)
    if any(naming.agree(mention, other) for other in here):
        return False
    if all(word in {token.lower for token in unit.tokens_with_lead} for word in mention.words):
        return False
    others = [other for other in here if other.kind in _COMPARABLE[mention.kind] and not any(naming.agree(known, other) for known in claimed)]
    if others:
        return True
    if naming.in_context(mention):
        return False
    near = neighbours(bare.units, unit, before=3, after=1)
    return mention.kind in ("person", "role") and not any(
        naming.agree(mention, other) for source in near for other in mentions(source.tokens, naming.known)
    )
