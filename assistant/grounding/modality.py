"""'Will' is not made of 'may', 'could' or 'is expected to'; 'must' not of 'should'; nor a fact of a possibility."""

from __future__ import annotations

import itertools
import re

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.differences import Comparison
from assistant.grounding.evidence import Unit
from assistant.grounding.markers import HOPING, Marker, beside, modals
from assistant.grounding.wording import stem
from ingest.text import word_set

_SURE = 0.5
_CLOSE = 0.6
_LOOSE = 0.25
# What a claim may say (key) of what the evidence says (values): the same, or something weaker that cannot mislead.
_ALLOWED = {
    "will": {"will"},
    "may": {"may", "can", "expect"},
    "expect": {"expect", "hoped", "will"},
    "hoped": {"hoped", "expect", "will"},
    "must": {"must"},
    "should": {"should"},
    "can": {"can", "may", "will"},
}
_HEDGES = {"may", "expect", "hoped", "should"}
_HOPED = {"expect", "hoped"}
_OBLIGING = word_set("requir statutori necessari necess need condit shall duti oblig order instruct rhaid")
_CONDITIONS = word_set("if unless subject depends depending provided")
_PROPOSING = word_set(
    "proposed proposes recommended recommends suggested suggests requested requests asked invited moved sought wished wanted"
)
_DECIDING = word_set("resolved agreed approved carried adopted granted decided accepted confirmed unanimously")
_SETTLING = word_set("set fixed settled")
_PROMISING = word_set("promised promises pledged pledges guaranteed guarantees vowed vows")
_BINDING = frozenset(map(stem, ("promise", "pledge", "guarantee", "vow", "commit", "undertake", "undertook", "assure", "agree")))
_FIGURE = re.compile(r"\d[\d.,]*(?<![.,])")
_BEING = word_set("was were is are been")
_COMING = word_set("will shall")
_DONE = word_set("was were been")
_HEDGING_WORDS = word_set(
    "whether if proposal proposed possible potential option suggest suggested consider considered aim hope plan target risk proposes"
)


def check_modality(alignment: Alignment, comparison: Comparison | None) -> list[Problem]:
    """Problems with the modals of one sentence of a claim, held against the sentences that it stands beside.

    Args:
        alignment: the sentence beside its evidence.
        comparison: the sentence word by word beside the one that it follows, if it follows one.
    """
    if not alignment.best:
        return []
    if alignment.score < _SURE:
        return [_problem(words, alignment) for words in _made_sure(alignment)]
    tokens = alignment.tokens
    claimed = [marker for marker in modals(tokens) if not _conditional(marker, alignment)]
    problems = (
        [Problem(name="modality", words=words, evidence=comparison.unit.text) for words in _exchanged(comparison)] if comparison else []
    )
    if problems:
        return problems
    for marker in claimed:
        if all(_strengthened(marker, unit, alignment.score) for unit in alignment.best):
            problems.append(_problem(_words(alignment, marker), alignment))
    problems += [] if problems else [_problem(_words(alignment, marker), alignment) for marker in claimed if _unheard(marker, alignment)]
    if not any(token.lower in _HEDGING_WORDS for token in tokens):
        problems += [_problem(word, alignment) for word in (*(() if claimed else _hardened(alignment)), *_carried_out(alignment))]
    problems += [] if problems else [_problem(words, alignment) for words in _made_sure(alignment)]
    problems += [_problem(words, alignment) for words in (*_put_ahead(alignment), *_settled(alignment), *_promised(alignment))]
    return problems


def _exchanged(comparison: Comparison) -> list[str]:
    """Places where one modal stands for another that does not bear it, and nothing else is changed."""
    mine = {marker.place: marker for marker in modals(comparison.tokens)}
    theirs = {marker.place: marker for marker in modals(comparison.unit.tokens)}
    found = []
    for difference in comparison.differences:
        claimed = [mine[place] for place in range(difference.at, difference.at + len(difference.claimed)) if place in mine]
        stated = [theirs[place] for place in range(difference.stated_at, difference.stated_at + len(difference.stated)) if place in theirs]
        if not claimed or not stated or not difference.small:
            continue
        allowed = set().union(*(_ALLOWED[name] for marker in claimed for name in marker.classes))
        if not allowed & {name for marker in stated for name in marker.classes}:
            found.append(" ".join(token.text for token in comparison.tokens[difference.at : difference.at + 4]))
    return found


def _strengthened(marker: Marker, unit: Unit, score: float) -> bool:
    """Whether this sentence says of the same verb something that the claim's modal does not follow from."""
    stated = modals(unit.tokens_with_lead)
    allowed = set().union(*(_ALLOWED[name] for name in marker.classes))
    governing = [other for other in stated if marker.scope and marker.scope[0] in other.scope[:2]] or [
        other for other in stated if len(set(marker.scope) & set(other.scope)) >= 2
    ]
    if governing:
        classes = {name for other in governing for name in other.classes}
        return not classes & allowed
    if not stated:
        return (
            "must" in marker.classes
            and score > _CLOSE
            and bool(marker.scope)
            and marker.scope[0] in unit.stems
            and "required" not in unit.text
        )
    classes = {name for other in stated for name in other.classes}
    known = bool(marker.scope) and marker.scope[0] in unit.stems
    return not known and score > _CLOSE and bool({"will", "must"} & set(marker.classes)) and not classes & (allowed | {"must"})


def _conditional(marker: Marker, alignment: Alignment) -> bool:
    """Whether it is the 'possible' of 'possible only if the owner consents', told of what 'would need his consent'."""
    if marker.classes != ("may",) or not _CONDITIONS & {token.lower for token in alignment.tokens}:
        return False
    return any(token.stem in _OBLIGING for unit in alignment.window for token in unit.tokens)


def _made_sure(alignment: Alignment) -> list[str]:
    """'Will be back in spring' of what the sentence that it stands on only expects or hopes, whatever the verbs."""
    claimed, stated = modals(alignment.tokens), modals(alignment.best[0].tokens_with_lead)
    sure = next((marker for marker in claimed if marker.classes == ("will",)), None)
    if alignment.score < _LOOSE or sure is None or not stated or any(marker.classes != ("will",) for marker in claimed):
        return []
    if any(token.lower in _HEDGING_WORDS for token in alignment.tokens) or not all(set(marker.classes) <= _HOPED for marker in stated):
        return []
    clause = itertools.takewhile(lambda token: token.text not in ",;:", alignment.tokens[sure.place :])
    about = {token.stem for token in clause if token.content}
    if not any(about & set(marker.scope) for marker in stated):
        return []
    elsewhere = {
        word for unit in alignment.window if unit is not alignment.best[0] for other in modals(unit.tokens) for word in other.scope
    }
    return [] if about & elsewhere else [_words(alignment, sure)]


def _unheard(marker: Marker, alignment: Alignment) -> bool:
    """Whether the claim doubts or obliges where no sentence near does: 'may' of a plain fact, 'must' of a plain intention."""
    near = alignment.window
    if marker.classes == ("may",):
        return not any(
            set(other.classes) & {"may", "expect", "should", "can"} for unit in near for other in modals(unit.tokens)
        ) and not any(token.lower in _HEDGING_WORDS for unit in near for token in unit.tokens)
    if marker.classes == ("must",) and marker.word in ("must", "have", "has", "had", "required", "obliged", "compulsory", "mandatory"):
        return not any("must" in other.classes for unit in near for other in modals(unit.tokens)) and not any(
            token.stem in _OBLIGING for unit in near for token in unit.tokens
        )
    return False


def _hardened(alignment: Alignment) -> list[str]:
    """Verbs that the evidence only holds possible or expected, and the claim, without any modal, states as done."""
    unit = alignment.best[0]
    stems = {token.stem: token for token in alignment.tokens if token.content}
    found = []
    for marker in modals(unit.tokens_with_lead):
        if not set(marker.classes) & _HEDGES or not marker.scope or marker.scope[0] not in stems:
            continue
        verb = marker.scope[0]
        if "should" in marker.classes and any(verb in near.stems and _decides(near) for near in alignment.window):
            continue  # 'it was agreed that she should be elected': she was
        free = sum(token.stem == verb for token in unit.tokens) > sum(verb in other.scope[:1] for other in modals(unit.tokens))
        around = set(marker.scope[1:]) | set(marker.before)
        if not free and (not around or around & beside(alignment.tokens, verb)):
            found.append(stems[verb].text)
    return found


def _decides(unit: Unit) -> bool:
    return any(token.lower in _DECIDING for token in unit.tokens_with_lead)


def _carried_out(alignment: Alignment) -> list[str]:
    """Verbs of what was only proposed ('proposed that £50 be secured') that the claim tells as done ('£50 was secured')."""
    unit, claim = alignment.best[0], alignment.tokens
    proposing = next((place for place, token in enumerate(unit.tokens) if token.lower in _PROPOSING), None)
    if proposing is None or any(token.lower in _PROPOSING for token in claim):
        return []
    if any(map(_decides, alignment.window)):
        return []
    wished = {after.stem for be, after in itertools.pairwise(unit.tokens[proposing:]) if be.lower == "be"}
    return [verb.text for being, verb in itertools.pairwise(claim) if being.lower in _BEING and verb.content and verb.stem in wished]


def _put_ahead(alignment: Alignment) -> list[str]:
    """What 'will be' done in the claim and in every sentence near that speaks of it is done already ('had been inspected')."""
    found = []
    for place, token in enumerate(alignment.tokens[:-2]):
        be, verb = alignment.tokens[place + 1 : place + 3]
        if token.lower not in _COMING or be.lower != "be" or not verb.content:
            continue
        told = [before.lower for unit in alignment.window for before, same in itertools.pairwise(unit.tokens) if same.stem == verb.stem]
        if told and all(before in _DONE for before in told):
            found.append(f"{token.text} be {verb.text}")
    return found


def _settled(alignment: Alignment) -> list[str]:
    """'Was set at 7.9 %' of a figure that every sentence which has it only tells as proposed."""
    tokens = alignment.tokens
    place = next((at for at, (be, verb) in enumerate(itertools.pairwise(tokens)) if be.lower in _BEING and verb.lower in _SETTLING), None)
    if place is None or any(token.lower in _PROPOSING for token in tokens):
        return []
    figures = set(_FIGURE.findall(" ".join(token.text for token in tokens[place:])))
    holding = [{token.lower for token in unit.tokens} for unit in alignment.units if figures & set(_FIGURE.findall(unit.text))]
    if not holding or not all(words & _PROPOSING and not words & (_DECIDING | _SETTLING) for words in holding):
        return []
    return [f"{tokens[place].text} {tokens[place + 1].text}"]


def _promised(alignment: Alignment) -> list[str]:
    """'Promised' of what nobody near promised, but hoped or expected."""
    promise = next((token for token in alignment.tokens if token.lower in _PROMISING), None)
    if promise is None or any(token.stem in _BINDING for unit in alignment.best for token in unit.tokens):
        return []
    return [promise.text] if any(token.lower in HOPING for unit in alignment.best for token in unit.tokens) else []


def _words(alignment: Alignment, marker: Marker) -> str:
    tokens = alignment.tokens[marker.place : marker.place + 4]
    return " ".join(token.text for token in tokens)


def _problem(words: str, alignment: Alignment) -> Problem:
    return Problem(name="modality", words=words, evidence=alignment.best[0].text)
