"""In whose words a story is told: the minutes' own, or a chat model's. What is proposed, what leads, what the body is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import NamedTuple, Protocol

from assistant.datamodel import Evidence, Proposal, Sentence, Style
from assistant.engines.base import Engine
from assistant.newsletter.deciding import decisions_told, only_notes, without_movers
from assistant.newsletter.quoted import telling
from assistant.newsletter.stories import Told
from assistant.newsletter.turns import Turns
from assistant.question.words import stems
from assistant.units import Unit, quoted

COMFORTABLE: dict[Style, int] = {"plain": 25, "brief": 30, "full": 40}  # words of a sentence
MOSTLY = 0.6  # of a sentence's words from which it tells a decision
SAME = 0.8  # of a sentence's words, which the first sentence has already

_RECOUNTS = re.compile(
    r"\bhad (?:already |then )?(?:resolved|agreed|approved|recommended|accepted|decided|adopted|asked for)\b|\breminded\b", re.IGNORECASE
)
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_MOVERS = re.compile(r"\b(?:moved|seconded|proposed) by\b", re.IGNORECASE)  # for members, not for residents
# What cannot come first: it hangs on a sentence before it.
_HANGS = re.compile(r"(?:This|That|These|Those|It|They|He|She|Such)\b(?! (?:was|is) (?:resolved|agreed|decided|recommended))")

Check = Callable[[Proposal], Sentence]


class Material(NamedTuple):
    """What a story's latest item gives to tell it by."""

    told: Told
    evidence: tuple[Evidence, ...]
    standing: Sequence[Unit]  # its sentences but for those that later minutes put right
    recounted: bool  # earlier steps are told by themselves, so that sentences that recount them are not wanted


class Arranged(NamedTuple):
    """The first sentence of a story, and the rest."""

    lead: Sentence | None
    body: tuple[Sentence, ...]


class Voice(Protocol):
    """One way to tell a story."""

    def proposed(self, material: Material) -> list[Proposal]:
        """What might be told, unchecked."""

    def arranged(self, material: Material, proposals: Sequence[Proposal], check: Check) -> Arranged:
        """What was proposed, checked and in its place; what failed its checks is kept, marked by its problems."""


class OwnWords:
    """The minutes' own sentences, `sentences` of them beside what was decided."""

    def __init__(self, style: Style, sentences: int) -> None:
        self._style: Style = style
        self._sentences = sentences

    def proposed(self, material: Material) -> list[Proposal]:
        """What was decided, then the sentences that tell most; a decision that only takes note comes after them."""
        decided = _decided(material, self._style)
        about = f"{material.told.item.title} {' '.join(one.text for one in decided)}"
        fresh = [unit for unit in material.standing if not (material.recounted and _RECOUNTS.search(unit.text))]
        said = [one.text for one in decided]
        found = [quoted(unit) for unit in telling(fresh, about, said, self._sentences, COMFORTABLE[self._style])]
        noting = [one for one in decided if only_notes(one.text)]
        return [*(one for one in decided if one not in noting), *found, *noting]

    def arranged(self, material: Material, proposals: Sequence[Proposal], check: Check) -> Arranged:
        """A sentence that tells what was decided first."""
        checked = [check(one) for one in proposals]
        whole = [(one, told) for one, told in zip(proposals, checked, strict=True) if not told.problems]
        lead = _deciding(whole) or next((told for _, told in whole), None)
        return Arranged(lead, tuple(one for one in checked if one is not lead))


class ModelWords:
    """A chat model's sentences, held against what the minutes tell as decided."""

    def __init__(self, engine: Engine, style: Style, turns: Turns | None) -> None:
        self._engine = engine
        self._style: Style = style
        self._turns = turns

    def proposed(self, material: Material) -> list[Proposal]:
        """What the model writes.

        Raises:
            ChatServiceError: the model fails.
        """
        told = material.told
        with self._turns.away() if self._turns else nullcontext():
            return list(self._engine.summarise(told.document.meeting(), told.item, material.evidence, self._style))

    def arranged(self, material: Material, proposals: Sequence[Proposal], check: Check) -> Arranged:
        """What was decided first, in the minutes' own words where no sentence of the model's that stands tells it."""
        checked = [check(one) for one in proposals]
        own = _decided(material, self._style)
        written = zip(proposals, checked, strict=True)
        whole = [(one, told) for one, told in written if not told.problems and self._may_lead(one, told, own)]
        lead = _deciding(whole)
        if lead is None:
            deciding = next((one for one in own if not only_notes(one.text)), None)
            whole = [(one, told) for one, told in whole if not only_notes(one.text)] or whole
            lead = check(deciding) if deciding else next((told for _, told in whole), None)
        body = tuple(one for one in checked if one is not lead and not (lead and _repeats(one, lead)))
        return Arranged(lead, body + _noting(own, [lead, *body], check))

    def _may_lead(self, proposal: Proposal, told: Sentence, own: Sequence[Proposal]) -> bool:
        """Whether it hangs on nothing, names no movers to residents, and tells of what was decided where it says so."""
        if _HANGS.match(told.text) or (self._style != "full" and _MOVERS.search(told.text)):
            return False
        # A model may call a side matter what was decided.
        return not proposal.decided or any(_of_one(stems(told.text), stems(one.text)) for one in own)


def _decided(material: Material, style: Style) -> list[Proposal]:
    return without_movers(decisions_told(material.told.item, material.evidence, style), style)


def _deciding(whole: Sequence[tuple[Proposal, Sentence]]) -> Sentence | None:
    return next((told for one, told in whole if one.decided and not only_notes(one.text)), None)


def _noting(own: Sequence[Proposal], said: Sequence[Sentence | None], check: Check) -> tuple[Sentence, ...]:
    """The resolutions that only take note and are not told yet."""
    passed = [stems(one.text) for one in said if one and not one.problems]
    noting = (one for one in own if only_notes(one.text))
    return tuple(check(one) for one in noting if not any(_of_one(stems(one.text), words) for words in passed))


def _of_one(words: frozenset[str] | set[str], decided: frozenset[str] | set[str]) -> bool:
    """Whether a sentence tells a decision: most of its words are the decision's."""
    return len(words & decided) >= MOSTLY * len(words)


def _repeats(one: Sentence, lead: Sentence) -> bool:
    """Whether a sentence that passed its checks says again, in a model's words, what the first sentence says."""
    words = stems(one.text)
    figures = set(_FIGURE.findall(one.text)) <= set(_FIGURE.findall(lead.text))
    return not one.problems and figures and len(words & stems(lead.text)) >= SAME * len(words)
