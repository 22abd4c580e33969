"""A 'not' is neither lost nor gained, and nothing is turned into its opposite."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.asked import was_denied
from assistant.grounding.differences import Comparison
from assistant.grounding.evidence import Unit
from assistant.grounding.markers import NEGATIVES, Marker, beside, negatives
from assistant.grounding.wording import Token, stem
from ingest.text import word_set

_SURE = 0.5
_RELATED = 0.35
_REFUSING = word_set("rejected dismissed denied")
_VOTING = word_set("vote votes voted voting motion amendment spoke speak argued letters division hands ballot")
_PUTTING_OFF = frozenset(
    f"{verb}{ending}"
    for verb in ("postpon", "delay", "defer", "deferr", "cancel", "cancell")
    for ending in ("", "e", "ed", "ing", "es", "s")
)
_INACTION = re.compile(r"\bno (?:further )?(?:action|steps?)\b", re.IGNORECASE)
_REACH = 4  # tokens from the putting off to what is put off
_FEW = 3  # content words of a place that is still a change, not a clause left out
_OPPOSITES = """
increase rise grow improve higher upward | decrease fall reduce decline drop cut worsen deteriorate lower shrink diminish
open reopen | close shut
for favour | against
support welcome endorse back | oppose object resist
include | exclude omit
gain win | lose
begin start commence launch | end finish cease stop conclude
maximum most | minimum least
more above over exceed | less fewer below under
strengthen | weaken
satisfied happy | dissatisfied unhappy
lawful legal | unlawful illegal
permanent | temporary
public | private
internal | external
buy purchase | sell
majority | minority
short | long
urban | rural
adequate sufficient enough | inadequate insufficient
add | remove delete
allow permit | prohibit ban forbid prevent
encourage | discourage
continue retain keep | discontinue abolish scrap
expand extend | contract
profit surplus | loss deficit shortfall
capital | revenue
upheld uphold | dismiss
early earlier | late later
before | after
north | south
east | west
morning | afternoon evening
first | last
present | absent
success successful | failure unsuccessful
positive | negative
strong | weak
safe | unsafe dangerous
known | unknown
available | unavailable
able | unable
easy | difficult
high | low
likely | unlikely
statutory | voluntary
agree | disagree
accept | reject refuse
approve grant | refuse reject
remain stay | leave withdraw
personal | prejudicial
clear free | block obstruct
welcome praise | regret criticise deplore
save | cost
carry | lose
vacant empty | fill occupy
raise | cut
daily | weekly fortnightly monthly quarterly annual annually yearly
weekly | fortnightly monthly quarterly annual annually yearly
fortnightly | monthly quarterly annual annually yearly
monthly | quarterly annual annually yearly
quarterly | annual annually yearly
receive arrive | await
finish complete | outstanding unfinished incomplete
continue | stop cease
pleased happy glad delighted | sad sadden saddened sorry disappointed unhappy dismayed
internal | external
urgent | routine
former previous | current
new | old existing
full | partial empty
cheaper | dearer
improvement | deterioration
good excellent | bad poor
better | worse
"""


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """For each stem the stems of its opposites."""
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES.strip().splitlines():
        left, right = ({stem(word) for word in side.split()} for side in line.split("|"))
        for one, other in ((left, right), (right, left)):
            for word in one:
                found.setdefault(word, set()).update(other)
    return {word: frozenset(others) for word, others in found.items()}


def check_negation(alignment: Alignment, comparison: Comparison | None) -> list[Problem]:
    """Problems with the negatives and opposites of one sentence of a claim, held against the sentences that it stands beside.

    Args:
        alignment: the sentence beside its evidence.
        comparison: the sentence word by word beside the one that it follows, if it follows one.
    """
    if alignment.score < _RELATED or not alignment.best:
        return []
    problems: list[Problem] = []
    if comparison:
        problems += [
            Problem(name="negation", words=words, evidence=comparison.unit.text) for words in _flipped(comparison, alignment.units)
        ]
        if problems:
            return problems
    tokens = alignment.tokens
    for marker in negatives(tokens) if alignment.score >= _SURE else ():
        if marker.word == "nothing" and any(_INACTION.search(unit.text) for unit in alignment.units):
            continue  # 'will do nothing' of 'that no action be taken'
        if all(_gained(marker, tokens, unit) and not was_denied(unit, alignment.units) for unit in alignment.best):
            problems.append(_problem(" ".join([marker.word, *_texts(tokens, marker.place)]), alignment))
    lost = [word for unit in dict.fromkeys((*alignment.best, *alignment.covering)) if (word := _lost(tokens, unit, alignment))]
    if lost:
        problems.append(_problem(lost[0], alignment))
    turned = [word for unit in alignment.best if (word := _turned(tokens, unit, alignment))]
    if not problems and turned:
        problems.append(_problem(turned[0], alignment))
    return problems


def _flipped(comparison: Comparison, units: Sequence[Unit]) -> list[str]:
    """Places where nothing but a negative came or went, and no other place makes up for it."""
    found = []
    balance = 0
    for difference in comparison.differences:
        mine = sum(token.lower in NEGATIVES for token in difference.claimed)
        theirs = sum(token.lower in NEGATIVES for token in _after_its_clause(difference.stated))
        others = [token for token in (*difference.claimed, *difference.stated) if token.content and token.lower not in NEGATIVES]
        if others and len(others) <= _FEW:
            balance += mine - theirs
        if mine % 2 != theirs % 2 and not others and not (mine and was_denied(comparison.unit, units)):
            after = comparison.tokens[difference.at : difference.at + 4]
            found.append(" ".join(token.text for token in after) or difference.words)
            balance += mine - theirs
    return found if balance % 2 or (len(found) > 1 and balance) else []


def _after_its_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without the clauses that end in what was left out: 'It did not; the hall had …'."""
    ends = [place for place, token in enumerate(tokens) if token.text == ";"]
    return tokens[ends[-1] + 1 :] if ends else tokens


def _gained(marker: Marker, tokens: tuple[Token, ...], unit: Unit) -> bool:
    """Whether the claim denies what this sentence affirms in the same words."""
    about = set(marker.scope) | set(marker.before[:1])
    denied = negatives(unit.tokens_with_lead)
    if len(denied) >= len(negatives(tokens)) or any(about & (set(other.scope) | set(other.before[:1])) for other in denied):
        return False
    if not marker.scope or _prefixed(marker.scope[0], unit):
        return False
    governed = marker.scope[0]
    if governed not in unit.stems:
        return False
    if _opposites().get(governed, frozenset()) & unit.stems:
        return False
    around = set(marker.scope[1:]) | set(marker.before)
    return not around or bool(around & beside(unit.tokens, governed, 3))


def _lost(tokens: tuple[Token, ...], unit: Unit, alignment: Alignment) -> str:
    """The word that this sentence denies, no other sentence near affirms, and the claim affirms; '' if there is none."""
    claimed = negatives(tokens)
    if _REFUSING & {token.lower for token in tokens} or "turned down" in " ".join(token.lower for token in tokens):
        return ""  # a 'no' in other words
    stems = {token.stem: token.text for token in tokens if token.content}
    for marker in negatives(unit.tokens):
        governed = next((word for word in marker.scope[:2] if word in stems), None)
        if (
            governed is None
            or (stems[governed][0].isupper() and unit not in alignment.best)
            or any(governed in other.stems for other in alignment.best if other is not unit and not _denies(other, governed))
        ):
            continue
        about = set(marker.scope) | set(marker.before[:1])
        if any(about & (set(other.scope) | set(other.before[:1])) for other in claimed):
            continue
        if any(opposite in stems for opposite in _opposites().get(governed, frozenset())):
            continue
        affirmed_too = sum(token.stem == governed for token in unit.tokens) > 1
        around = (set(marker.scope) | set(marker.before)) - {governed}
        # In a sentence that the claim draws upon besides, it is enough that the words stand anywhere in the claim.
        near = beside(tokens, governed) if unit in alignment.best else set(stems)
        if not affirmed_too and (not around or around & near):
            return stems[governed]
    return ""


def _denies(unit: Unit, word: str) -> bool:
    return any(word in marker.scope for marker in negatives(unit.tokens))


def _turned(tokens: tuple[Token, ...], unit: Unit, alignment: Alignment) -> str:
    """The word of the claim whose opposite stands in its place in this sentence; '' if there is none."""
    opposites = _opposites()
    here = {token.stem if token.content else token.lower for token in unit.tokens}
    mine = {token.stem if token.content else token.lower for token in tokens}
    for place, token in enumerate(tokens):
        word = token.stem if token.content else token.lower
        rivals = (opposites.get(word, frozenset()) - mine) & here
        if word == "against" and not _VOTING & {*mine, *here, *(other.lower for other in (*tokens, *unit.tokens))}:
            continue  # '86 %, against 83 % elsewhere'
        if not rivals or word in here or any(word in other.stems for other in alignment.best):
            continue
        for rival in rivals:
            if _same_place(tokens, place, unit, rival):
                denied = any(word in marker.scope for marker in negatives(tokens)) or _is_put_off(tokens, place)
                denied_there = any(rival in marker.scope for marker in negatives(unit.tokens))
                if denied == denied_there:
                    return token.text
    return ""


def _is_put_off(tokens: Sequence[Token], place: int) -> bool:
    """'Postponed the opening' leaves closed what was closed."""
    return any(other.lower in _PUTTING_OFF for other in tokens[max(0, place - _REACH) : place])


def _same_place(tokens: tuple[Token, ...], place: int, unit: Unit, rival: str) -> bool:
    mine = _near(tokens, place)
    for index, token in enumerate(unit.tokens):
        if (token.stem if token.content else token.lower) == rival:
            theirs = _near(unit.tokens, index)
            if len(mine & theirs) >= min(2, len(mine)):
                return True
    return False


def _near(tokens: tuple[Token, ...], place: int, reach: int = 3) -> set[str]:
    left = [token.stem for token in tokens[:place] if token.content][-reach:]
    right = [token.stem for token in tokens[place + 1 :] if token.content][:reach]
    return {*left, *right}


def _prefixed(word: str, unit: Unit) -> bool:
    return any(prefix + word[:5] == other[: len(prefix) + 5] for prefix in ("un", "in", "dis", "non", "im") for other in unit.stems)


def _texts(tokens: tuple[Token, ...], index: int) -> list[str]:
    return [token.text for token in tokens[index + 1 : index + 4]]


def _problem(words: str, alignment: Alignment) -> Problem:
    return Problem(name="negation", words=words, evidence=alignment.best[0].text)
