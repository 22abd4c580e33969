"""'Resolved' is not made of 'recommended', 'carried' not of 'lost'; 'unanimous' stands only where the minutes say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.differences import Comparison
from assistant.grounding.evidence import Unit, neighbours
from assistant.grounding.wording import Token, stem
from ingest.text import word_set

_SURE = 0.4
_GROUPS = {
    "approved": "resolved agreed approved adopted decided determined carried passed accepted endorsed granted ratified penderfynwyd "
    "cytunwyd cymeradwywyd",
    "refused": "refused rejected lost defeated dismissed gwrthodwyd",
    "deferred": "deferred postponed adjourned gohiriwyd",
    "withdrawn": "withdrawn",
    "recommended": "recommended proposed suggested moved requested recommends proposes suggests argymhellwyd cynigiwyd awgrymwyd",
    "noted": "noted received considered discussed nodwyd derbyniwyd ystyriwyd trafodwyd",
}
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_IN_TWO_WORDS = {
    **dict.fromkeys((("threw", "out"), ("thrown", "out"), ("turned", "down"), ("voted", "down")), "refused"),
    **dict.fromkeys((("held", "over"), ("put", "off"), ("put", "back")), "deferred"),
}
_SELDOM = {"refused", "deferred", "withdrawn"}  # without any such word in the evidence, nothing of the kind was decided
_BINDING = {"approved", "refused", "deferred", "withdrawn"}
_DECISION_TEXT = re.compile(r"^That [^.;]*?(?<!to )(?<!will )(?<!would )(?<!could )(?<!should )(?<!may )(?<!must )\bbe \w+(?:ed|n|t|d)\b")
_MOTION_TEXT = re.compile(r"(?:^|[:;'\"] ?)That\b")
_OUTCOMES = {
    "approved": re.compile(
        r"\W*(?:all (?:were )?(?:in favour|agreed|in agreement)|(?:motion |unanimously )?(?:carried|agreed|approved|resolved|passed)"
        r"(?: unanimously)?|unanimous)\W*",
        re.IGNORECASE,
    ),
    "refused": re.compile(r"\W*(?:motion )?(?:lost|defeated|not carried|refused|rejected)\W*", re.IGNORECASE),
    "deferred": re.compile(r"\W*(?:deferred|postponed)\W*", re.IGNORECASE),
}
_UNANIMOUS = re.compile(
    r"\bunanim\w*|\bnem\.?\s?con\b|\bwithout dissent\b|\bno (?:votes? )?against\b|unfrydol|gyt[uû]n"
    r"|\ball (?:members|councillors|present) (?:voted|agreed|were in favour)",
    re.IGNORECASE,
)
_MAJORITY = re.compile(r"\bby (?:a |an )?(?:\w+ )?majority\b|\bon a majority\b", re.IGNORECASE)
_VOTERS = frozenset(
    map(stem, word_set("councillors members committee cabinet council vote votes one two three four five six seven eight nine ten"))
)
_PUT = word_set("vote votes carried lost defeated resolved")
_NOUN_BEFORE = word_set("the a an its his her their this that any such each")
_REACH = 4
# Words with an everyday meaning besides: they decide something only where a motion or the like is spoken of.
_OF_MOTIONS = word_set("carried lost passed moved defeated fell")
# 'agreed to defer': what was agreed is the deferring.
_INFINITIVES = {"refuse": "refused", "reject": "refused", "defer": "deferred", "postpone": "deferred", "withdraw": "withdrawn"}
_DECIDING = word_set("agreed resolved voted decided determined")
_TELLING = {*_GROUP_OF, *_INFINITIVES, "approve", "grant", "application", "planning", "permission", "unanimously"}
_MOVED = word_set("moved proposed")
_IN_TITLE = 0.85  # share of the other content words that stand in the title
_VOTED_ON = word_set("motion motions amendment amendments vote votes voted proposal resolution seconded application cynnig casting")


@lru_cache(maxsize=8192)
def decisions(tokens: tuple[Token, ...]) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The deciding words of a sentence: (group, word, stems about them). 'The proposed budget' decides nothing."""
    found = []
    voting = any(token.lower in _VOTED_ON for token in tokens)
    for index, token in enumerate(tokens):
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        group = _GROUP_OF.get(token.lower) or _IN_TWO_WORDS.get((token.lower, following))
        if (
            token.lower in _INFINITIVES
            and index
            and tokens[index - 1].lower == "to"
            and any(other.lower in _DECIDING for other in tokens[:index])
        ):
            group = _INFINITIVES[token.lower]
        if group is None or (token.lower in _OF_MOTIONS and not voting) or (token.lower == "carried" and following == "out"):
            continue
        if index and tokens[index - 1].lower in _NOUN_BEFORE and index + 1 < len(tokens) and tokens[index + 1].content:
            continue
        word = f"{token.lower} not" if following == "not" and token.lower in _DECIDING else token.lower
        if group == "approved" and (word != token.lower or any(other.lower == "not" for other in tokens[max(0, index - 3) : index])):
            group = "refused"
        left = [other.stem for other in tokens[:index] if other.content and other.lower not in _GROUP_OF][-_REACH:]
        right = [other.stem for other in tokens[index + 1 :] if other.content and other.lower not in _GROUP_OF][: _REACH + 2]
        found.append((group, word, frozenset({*left, *right})))
    return tuple(found)


def outcome_of_item(alignment: Alignment, titled: frozenset[str]) -> bool | None:
    """Whether a sentence that tells an outcome in words of the item's title tells the one that its evidence has; None for other sentences.

    Args:
        alignment: the sentence beside its evidence.
        titled: stems of the context: body, date and title of the item.
    """
    told = decisions(alignment.tokens)
    mine = {group for group, word, _ in told if word not in _DECIDING} & _BINDING or {group for group, _, _ in told} & _BINDING
    theirs = {group for unit in alignment.units for group, word, _ in decisions(unit.tokens_with_lead) if word not in _DECIDING} & _BINDING
    matter = [token for token in alignment.tokens if token.content and token.lower not in _TELLING]
    if len(mine) != 1 or len(theirs) != 1 or not matter or sum(token.stem in titled for token in matter) < _IN_TITLE * len(matter):
        return None
    return mine == theirs


def check_decisions(claim: str, alignment: Alignment, comparison: Comparison | None, titled: frozenset[str] = frozenset()) -> list[Problem]:
    """Problems with what one sentence of a claim says was decided, held against the sentences that it stands beside.

    Args:
        claim: the folded sentence.
        alignment: the sentence beside its evidence.
        comparison: the sentence word by word beside the one that it follows, if it follows one.
        titled: stems of the context: body, date and title of the item.
    """
    told = outcome_of_item(alignment, titled)
    if told is False:
        return [_problem(word, alignment) for group, word, _ in decisions(alignment.tokens) if group in _BINDING][:1]
    if told:
        return _unanimity(claim, alignment, [unit for unit in alignment.units if decisions(unit.tokens_with_lead)])
    if alignment.score < _SURE or not alignment.best:
        held = {group for unit in alignment.units for group, _, _ in decisions(unit.tokens_with_lead)}
        claimed = [one for one in _in_effect(alignment.tokens) if not one[1].endswith(" not")]
        return [
            _problem(word, alignment) for group, word, about in claimed if group in _SELDOM - held or _contrary(group, about, alignment)
        ]
    problems = [_problem(word, alignment) for word in _exchanged(comparison)] if comparison else []
    if problems:
        return problems
    for group, word, about in decisions(alignment.tokens):
        if word.endswith(" not") or (word in _MOVED and f"{word} by" in claim.lower()):
            continue  # 'resolved not to' is a negative, and checked as one; 'moved by' is who, not what was decided
        verdicts = [_allows(group, word, about, unit, alignment.units) for unit in alignment.best]
        if True in verdicts or _elsewhere(group, word, about, alignment):
            continue
        belied = False in verdicts if group == "recommended" else verdicts[0] is False
        if belied or group in _BINDING:
            problems.append(_problem(word, alignment))
    return problems + _unanimity(claim, alignment, alignment.best)


def _unanimity(claim: str, alignment: Alignment, deciding: Sequence[Unit]) -> list[Problem]:
    """'By a majority' of what was unanimous, and the other way round."""
    problems: list[Problem] = []
    majority = _MAJORITY.search(claim)
    if majority and any(_UNANIMOUS.search(f"{unit.lead.text if unit.lead else ''} {unit.text}") for unit in deciding):
        problems.append(_problem(majority[0], alignment))
    unanimous = _UNANIMOUS.search(claim)
    if unanimous and not any(_UNANIMOUS.search(unit.text) for unit in (*deciding, *_near(alignment))) and not _all_unanimous(alignment):
        problems.append(_problem(unanimous[0], alignment))
    return problems


def _all_unanimous(alignment: Alignment) -> bool:
    """Whether whatever is told as put to the vote, carried or lost in the evidence was so unanimously."""
    voted = [unit for unit in alignment.units if any(token.lower in _PUT for token in unit.tokens)]
    return bool(voted) and all(_UNANIMOUS.search(unit.text) for unit in voted)


def _exchanged(comparison: Comparison) -> list[str]:
    """Deciding words of one group that stand where the evidence has one of another group."""
    found: list[str] = []
    for difference in comparison.differences:
        mine = {_GROUP_OF[token.lower]: token.text for token in difference.claimed if token.lower in _GROUP_OF}
        theirs = {_GROUP_OF[token.lower] for token in difference.stated if token.lower in _GROUP_OF}
        held = {group for group, _, _ in decisions(comparison.unit.tokens_with_lead)}
        if mine and theirs and difference.small and not theirs & set(mine) and not (set(mine) <= held and len(difference.stated) > 1):
            found += mine.values()
    return found


def _allows(group: str, word: str, about: frozenset[str], unit: Unit, units: Sequence[Unit]) -> bool | None:
    """Whether a sentence of the evidence decides in the same way; None where it decides nothing about the same things."""
    tokens = unit.tokens_with_lead
    if any(token.lower == word for token in tokens) and any(stated == group for stated, other, _ in decisions(tokens) if other == word):
        return True
    groups = {stated for stated, _, scope in _in_effect(tokens) if scope & about or not scope}
    if unit.lead is None and _DECISION_TEXT.match(unit.text):
        groups.add("approved")  # the text of a decision: 'That the centre be refurbished'
    if _MOTION_TEXT.search(unit.text) and (outcome := _outcome_after(unit, units)):
        groups = {outcome}
    if group in groups:
        return True
    return False if groups & _BINDING else None


def _in_effect(tokens: tuple[Token, ...]) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The deciding words of a sentence without the 'resolved' that only leads to another: 'RESOLVED that it be deferred' defers."""
    told = decisions(tokens)
    if any(word not in _DECIDING and group in _BINDING for group, word, _ in told):
        return tuple(one for one in told if one[1] not in _DECIDING)
    return told


def _outcome_after(unit: Unit, units: Sequence[Unit]) -> str:
    """What became of a motion, told in a word or two in one of the next two sentences; '' where it is not."""
    near = neighbours(units, unit, before=0, after=2)
    return next((group for other in near for group, pattern in _OUTCOMES.items() if pattern.fullmatch(other.text)), "")


def _elsewhere(group: str, word: str, about: frozenset[str], alignment: Alignment) -> bool:
    """Whether the decision stands in another of the sentences that the claim draws upon, about the same things."""
    others = [unit for unit in (*alignment.covering, *_near(alignment)) if unit not in alignment.best]
    binding = {other for unit in alignment.units for other, _, _ in _in_effect(unit.tokens_with_lead)} & _BINDING
    alone = binding == {group}  # where all that is decided is decided alike, less tells of which
    return any(
        other == group and (len(scope & about) >= min(1 if alone else 2, len(about)) or (alone and not scope))
        for unit in others
        for other, _, scope in _in_effect(unit.tokens_with_lead)
    )


def _contrary(group: str, about: frozenset[str], alignment: Alignment) -> bool:
    """Whether all that is decided or recommended of the same things in the evidence is something else than the approval that is claimed."""
    if group != "approved":
        return False
    told = [(unit, one) for unit in alignment.units for one in _in_effect(unit.tokens_with_lead)]
    about -= _VOTERS
    same = {(other, word) for _, (other, word, scope) in told if about and len(scope & about) >= min(2, len(about))}
    groups = {other for other, word in same if other in _BINDING or word == "recommended"}
    return bool(groups) and "approved" not in groups and ("recommended" not in groups or not any(one[0] == "approved" for _, one in told))


def _near(alignment: Alignment) -> list[Unit]:
    found = list(alignment.best)
    for unit in alignment.best:
        found += neighbours(alignment.units, unit)
    return found


def _problem(words: str, alignment: Alignment) -> Problem:
    return Problem(name="decision", words=words, evidence=alignment.text)
