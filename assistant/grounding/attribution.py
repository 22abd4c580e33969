"""What a claim says that somebody said, asked, proposed or decided, the evidence attributes to the same one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.acts import NOUNS, Act, acts
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit, neighbours
from assistant.grounding.mentions import Mention, mentions, same
from assistant.grounding.naming import Naming

_SURE = 0.3
_CLOSE = 0.45
_RELATED = 0.2
_ASSERTING = frozenset({"say", "propose", "recommend", "present", "undertake", "declare", "support", "welcome", "decide"})


def check_attribution(bare: Alignment, naming: Naming) -> list[Problem]:
    """Problems with who is said to have done what in one sentence of a claim.

    Args:
        bare: the sentence beside its evidence, aligned without regard to names, so that it is found whose sentence it really is.
        naming: who is who.
    """
    problems = []
    if bare.score < _RELATED:
        return []
    for act in acts(bare.tokens, naming.known):
        if not act.doers or act.pronoun:
            continue
        doer = act.doers[0]
        if naming.is_home(doer):  # 'Nipissing accepted a quote': its council did
            if naming.body is None:
                continue
            doer = naming.body
        if doer.kind == "member" or (bare.score < _SURE and not _told_once(act, doer)):
            continue
        telling = _telling(act, bare, naming)
        verdicts = [_attributed(act, doer, unit, bare, naming) or _answered(act, doer, unit, bare, naming) for unit in telling]
        if bare.score < _CLOSE:  # whose sentence it is, is not sure: any of those near will do
            verdicts += [_tells(act, doer, near, naming) for unit in bare.best for near in neighbours(bare.units, unit, before=0, after=2)]
        if not any(verdicts):
            problems.append(
                Problem(
                    name="attribution", words=f"{doer.text} {act.verb}" if act.verb.isalpha() else doer.text, evidence=bare.best[0].text
                )
            )
    return problems


def _telling(act: Act, bare: Alignment, naming: Naming) -> Sequence[Unit]:
    """The sentences that may tell whose act it is: of a motion or seconding those that tell of one, where any does."""
    units = tuple(dict.fromkeys((*bare.best, *bare.covering)))
    signed = act.classes & {"second"} or (act.classes & {"propose"} if act.verb in NOUNS["propose"] else frozenset())
    if not signed:
        return units
    near = dict.fromkeys((*units, *(before for unit in bare.best for before in neighbours(bare.units, unit, before=2, after=1))))
    return [unit for unit in near if any(signed & other.classes for other in acts(unit.tokens, naming.known))] or units


def _told_once(act: Act, doer: Mention) -> bool:
    """Whether it is an act that minutes tell in few places, so that a loose likeness is enough: a decision, a motion, a seconding."""
    return (doer.kind == "body" and "decide" in act.classes) or bool(act.classes & {"propose", "second"})


def _attributed(act: Act, doer: Mention, unit: Unit, bare: Alignment, naming: Naming) -> bool:
    """Whether one sentence of the evidence lets `doer` be the doer of the act."""
    near = (unit, *([unit.lead] if unit.lead else []))
    stated = [other for source in near for other in acts(source.tokens, naming.known) if _alike(act.classes, other.classes)]
    earlier = [mention for before in neighbours(bare.units, unit, before=2, after=0) for mention in mentions(before.tokens, naming.known)]
    if not stated:
        here = [mention for source in near for mention in mentions(source.tokens, naming.known)]
        if doer.kind == "body" and "decide" in act.classes and naming.body is not None and not same(doer, naming.body):
            return False
        if doer.kind == "body" and naming.in_context(doer):
            return True
        if "say" in act.classes and _only_asks(doer, unit, naming):
            return False
        return any(naming.agree(doer, other) for other in (*here, *earlier))
    for place, other in enumerate(stated):
        if any(naming.agree(doer, named) for named in other.doers):
            return True
        if other.impersonal and any(before.doers for before in stated[:place]):
            continue  # 'Mr Hill observed that families had been told'
        if other.pronoun and (not earlier or any(naming.agree(doer, named) for named in earlier)):
            return True
        if other.impersonal:
            if doer.kind == "body" and "decide" in other.classes | act.classes:
                if naming.body is None or same(doer, naming.body):
                    return True
            elif doer.kind == "body" or any(
                naming.agree(doer, named) for named in (*mentions(unit.tokens, naming.known), *_just_before(unit, bare, naming))
            ):
                return True
    return False


def _tells(act: Act, doer: Mention, unit: Unit, naming: Naming) -> bool:
    """Whether somebody does something of the kind in a sentence."""
    return any(
        act.classes & other.classes and any(naming.agree(doer, named) for named in other.doers) for other in acts(unit.tokens, naming.known)
    )


def _only_asks(doer: Mention, unit: Unit, naming: Naming) -> bool:
    """Whether all that a sentence tells of somebody is a question: what was asked was not said."""
    own = [act for act in acts(unit.tokens, naming.known) if any(naming.agree(doer, named) for named in act.doers)]
    return bool(own) and all(act.classes == {"ask"} for act in own)


def _answered(act: Act, doer: Mention, unit: Unit, bare: Alignment, naming: Naming) -> bool:
    """Whether the sentence is a question that the doer answers in the next one: a claim may give the answer in the question's words."""
    if "say" not in act.classes or not any("ask" in other.classes for other in acts(unit.tokens, naming.known)):
        return False
    return any(
        naming.agree(doer, named)
        for after in neighbours(bare.units, unit, before=0, after=1)
        for other in acts(after.tokens, naming.known)
        if "say" in other.classes
        for named in other.doers
    )


def _just_before(unit: Unit, bare: Alignment, naming: Naming) -> Sequence[Mention]:
    return [mention for before in neighbours(bare.units, unit, before=1, after=0) for mention in mentions(before.tokens, naming.known)]


def _alike(claimed: frozenset[str], stated: frozenset[str]) -> bool:
    return bool(claimed & stated) or (bool(claimed & _ASSERTING) and bool(stated & _ASSERTING) and "decide" not in claimed ^ stated)
