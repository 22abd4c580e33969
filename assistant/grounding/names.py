"""Every name of a claim stands in the evidence or its context, and is not put in another's place."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.differences import Comparison, Difference
from assistant.grounding.evidence import Unit, neighbours
from assistant.grounding.mentions import RANKS, Mention, mentions, same
from assistant.grounding.naming import Naming
from assistant.grounding.wording import Token, stem
from ingest.text import word_set

_SURE = 0.5
_CLOSE = 0.85  # a claim less like its sentence may have its names in another order
_FEWEST = 3  # words besides the names, to tell whose sentence it is
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
_PLACING = word_set("in at to from near")
_GENERIC = word_set(
    "council councils committee cabinet board panel chair chairman member members councillor councillors officer officers authority "
    "services"
)


def check_names(bare: Alignment, comparison: Comparison | None, naming: Naming) -> list[Problem]:
    """Problems with the names of one sentence of a claim.

    Args:
        bare: the sentence beside its evidence, aligned without regard to names.
        comparison: the sentence word by word beside the one that it follows, if it follows one.
        naming: who is who.
    """
    problems = []
    exchanged = _exchanged(comparison, naming) if comparison else []
    claimed = [mention for mention in mentions(bare.tokens, naming.known) if mention.kind != "member"]
    for mention in claimed:
        if naming.is_home(mention) and not _placed_elsewhere(claimed, bare, naming):
            continue
        if mention.kind == "body" and len(mention.words) > 1 and "".join(word[0] for word in mention.words) in naming.acronyms:
            continue  # 'the Parish Council' of what the minutes call the PC
        missing = [word for word in (*mention.words, *mention.given) if not _occurs(word, naming)]
        if (
            missing
            or _displaced(mention, claimed, bare, naming)
            or _initial_differs(mention, bare, naming)
            or _wrong_meeting(mention, bare, naming)
            or _unheard_of(mention, bare, naming)
        ):
            problems.append(Problem(name="name", words=mention.text, evidence=bare.best[0].text if bare.best else ""))
    if comparison and not problems:
        problems += [Problem(name="name", words=difference.words, evidence=comparison.unit.text) for difference in exchanged]
    return problems


def _placed_elsewhere(claimed: Sequence[Mention], bare: Alignment, naming: Naming) -> bool:
    """Whether a sentence that the claim stands beside says where, and it is a place that the claim does not name."""
    return any(
        other.kind in ("proper", "person")
        and unit.tokens[max(0, other.first - 1)].lower in _PLACING
        and not any(naming.agree(mention, other) for mention in claimed)
        for unit in bare.best[:1]
        for other in mentions(unit.tokens, naming.known)
    )


def _exchanged(comparison: Comparison, naming: Naming) -> list[Difference]:
    """Places where a name of the claim stands for another name of the sentence that it follows."""
    found = []
    for difference in comparison.differences:
        mine = _capitals(difference.claimed, difference.at)
        theirs = _capitals(difference.stated, difference.stated_at)
        if (
            not difference.small
            or not mine - theirs
            or not theirs - mine
            or mine <= _GENERIC - {"cabinet", "council"}
            or theirs <= _GENERIC - {"cabinet", "council"}
        ):
            continue
        claimed = _covering(comparison.tokens, difference.at, len(difference.claimed), naming)
        if difference.at <= 1 and claimed and all(map(naming.is_home, claimed)):
            continue  # 'In Ayton, the band …': where it was, before what is told
        stated = _covering(comparison.unit.tokens, difference.stated_at, len(difference.stated), naming)
        everywhere = mentions(comparison.unit.tokens, naming.known)
        moved = all(any(naming.agree(one, other) for other in everywhere) for one in claimed) and comparison.likeness < _CLOSE
        if not moved and not any(naming.agree(one, other) for one in claimed for other in stated):
            found.append(difference)
    return found


def _capitals(tokens: Sequence[Token], at: int) -> set[str]:
    return {
        token.stem
        for place, token in enumerate(tokens, start=at)
        if place and token.content and token.text[0].isupper() and not token.text.isupper()
    }


def _covering(tokens: tuple[Token, ...], at: int, length: int, naming: Naming) -> list[Mention]:
    return [mention for mention in mentions(tokens, naming.known) if mention.first < at + length and mention.last >= at]


def _unheard_of(mention: Mention, bare: Alignment, naming: Naming) -> bool:
    """A role or body of which every word stands somewhere in the evidence, but never together: 'Head of Housing' of a Head of Finance."""
    if mention.kind not in ("role", "body") or len(mention.words) < 2:
        return False
    kindred = [other for unit in bare.units for other in mentions(unit.tokens, naming.known) if other.kind == mention.kind]
    kindred += [other for other in naming.context if other.kind == mention.kind]
    return bool(kindred) and not any(naming.agree(mention, other) for other in kindred)


def _wrong_meeting(mention: Mention, bare: Alignment, naming: Naming) -> bool:
    """'At the meeting of the Cabinet' where it was another body that met."""
    if mention.kind != "body" or naming.body is None:
        return False
    before = [token.lower for token in bare.tokens[max(0, mention.first - 4) : mention.first] if token.lower not in ("the", "its")]
    if before[-2:] != ["meeting", "of"]:
        return False
    return not same(mention, naming.body) and not any("meeting of" in unit.text and mention.text in unit.text for unit in bare.best)


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
    if (
        bare.score < _SURE
        or not bare.best
        or sum(token.content for token in bare.tokens) - sum(len(name.words) for name in claimed) < _FEWEST
    ):
        return False
    if mention.kind == "body" and naming.body is not None and same(mention, naming.body):
        return False  # the body that met may stand in any of its sentences; what it did is held against the evidence elsewhere
    before = bare.tokens[max(0, mention.first - 1)].lower
    if before in _PLACING and naming.in_context(mention) and not naming.is_home(mention):
        return False  # a place that the item's title names
    if any(naming.agree(mention, other) for unit in bare.covering for other in mentions(unit.tokens_with_lead, naming.known)):
        return False
    return all(_named_otherwise(mention, claimed, unit, bare, naming) for unit in bare.best)


def _named_otherwise(mention: Mention, claimed: list[Mention], unit: Unit, bare: Alignment, naming: Naming) -> bool:
    here = mentions(unit.tokens_with_lead, naming.known)
    if any(naming.agree(mention, other) for other in here):
        return False
    if all(word in {token.lower for token in unit.tokens_with_lead} for word in mention.words):
        return False
    if any(
        naming.agree(mention, other)
        for near in neighbours(bare.units, unit, before=0, after=1)
        for other in mentions(near.tokens, naming.known)
    ):
        return False
    here = tuple(other for other in here if other.kind != "member" or other.words == ("member",))  # 'Members asked' may be anybody
    others = [
        other for other in here if other.kind in _COMPARABLE[mention.kind] and not any(naming.agree(known, other) for known in claimed)
    ]
    if others:
        return True
    if naming.in_context(mention):
        return False
    near = neighbours(bare.units, unit, before=3, after=1)
    return mention.kind in ("person", "role") and not any(
        naming.agree(mention, other) for source in near for other in mentions(source.tokens, naming.known)
    )
