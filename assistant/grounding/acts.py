"""Who does what: the reporting and deciding verbs of a sentence, each with those who may be its doer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.grounding.mentions import Mention, mentions
from assistant.grounding.wording import Token
from ingest.text import word_set

_FORMS = {
    "say": "pointed called said says saying stated states stating advised advises reported reports explained explains told tells informed "
    "outlined outlines commented replied replies responded responds answered added adds confirmed confirms remarked "
    "observed observes emphasised emphasises emphasized stressed stresses highlighted highlights mentioned acknowledged "
    "acknowledges warned warns argued argues assured indicated clarified described announced reminded felt believed thought "
    "claimed insisted concluded concludes noted notes considered considers undertook dywedodd dywed adroddodd eglurodd esboniodd nododd "
    "cadarnhaodd atebodd ychwanegodd",
    "ask": "wanted asked asks asking queried queries questioned questions enquired inquired wondered requested requests sought seeks "
    "gofynnodd holodd",
    "propose": "proposed proposes proposing moved moves moving suggested suggests suggesting cynigiodd cynigiwyd awgrymodd",
    "second": "seconded seconding eiliodd eiliwyd",
    "recommend": "recommended recommends recommending argymhellodd argymhellwyd",
    "decide": "resolved resolves agreed agrees approved approves adopted adopts decided decides determined endorsed endorses accepted "
    "rejected refused deferred ratified penderfynodd penderfynwyd cytunodd cytunwyd cymeradwyodd cymeradwywyd",
    "present": "presented presents introduced introduces submitted gave cyflwynodd cyflwynwyd",
    "declare": "declared declares datganodd",
    "thank": "thanked thanks thanking diolchodd",
    "welcome": "welcomed welcomes croesawodd",
    "vote": "voted votes abstained",
    "support": "supported supports opposed opposes objected",
    "undertake": "promised agreed",
}
CLASSES: dict[str, frozenset[str]] = {}
for _name, _words in _FORMS.items():
    for _word in _words.split():
        CLASSES[_word] = CLASSES.get(_word, frozenset()) | {_name}
# These also assert: what somebody 'noted' or 'suggested' they also said.
_ASSERTING = frozenset({"say", "propose", "recommend", "present", "undertake", "declare", "support", "welcome"})
_BE = word_set("was were is are be been being")
_OBJECT_OF = word_set("to of from with on for by at in into about against through between behalf concerning regarding")
_PRONOUNS = word_set("he she they it who i we")
NOUNS = {
    "ask": word_set("question questions query queries request enquiry supplementary"),
    "propose": word_set("proposal proposition"),
    "decide": word_set("decision"),
}
_OPINIONS = word_set("opinion view")
_HOLDING = word_set("took takes taking of")


class Act(NamedTuple):
    """One verb with its doers. `doers`: those who may be meant, nearest first; `impersonal`: passive, with nobody named."""

    classes: frozenset[str]
    verb: str
    doers: tuple[Mention, ...]
    impersonal: bool
    pronoun: bool


@lru_cache(maxsize=8192)
def acts(tokens: tuple[Token, ...], known: frozenset[str] = frozenset()) -> tuple[Act, ...]:
    """The acts of one sentence, in order."""
    named = mentions(tokens, known)
    found = []
    speaker = _speaker(tokens, named)
    if speaker:
        found.append(Act(frozenset({"say", "ask"}), ":", (speaker,), False, False))
    for index, token in enumerate(tokens):
        if token.lower in CLASSES and not token.text[0].isdigit():
            act = _act(tokens, index, named)
            if act:
                found.append(act)
        elif token.lower in _OPINIONS and (holder := _holder(tokens, index, named)):
            found.append(Act(frozenset({"say"}), token.lower, (holder,), False, False))
        elif token.lower == "according" and index + 1 < len(tokens) and tokens[index + 1].lower == "to":
            doer = _following(index + 1, named)
            if doer:
                found.append(Act(frozenset({"say"}), "according to", (doer,), False, False))
        elif index + 1 < len(tokens) and tokens[index + 1].lower in ("from", "by", "of"):
            told = next((name for name, nouns in NOUNS.items() if token.lower in nouns), None)
            doer = _following(index + 1, named) if told else None
            if told and doer:
                found.append(Act(frozenset({told}), token.lower, (doer,), False, False))
    return tuple(found)


def _act(tokens: Sequence[Token], index: int, named: Sequence[Mention]) -> Act | None:
    classes = CLASSES[tokens[index].lower]
    after = next((place for place in range(index + 1, min(index + 3, len(tokens))) if tokens[place].lower in ("by", "gan")), None)
    if after is not None:
        doer = _following(after, named)
        if doer:
            return Act(classes, tokens[index].lower, (doer,), False, False)
    direct = _following(index, named, steps=1) if "say" in classes or "ask" in classes else None
    if direct and direct.kind in ("person", "role") and index and tokens[index - 1].text in ',"':
        return Act(classes, tokens[index].lower, (direct,), False, False)  # '…, said Councillor Rees'
    if direct is None and classes & {"propose", "second"} and tokens[index].text[0].isupper():
        signed = _following(index, named)  # at most a title between
        if signed and signed.kind == "person":
            return Act(classes, tokens[index].lower, (signed,), False, False)  # 'Proposed - Cllr Reed  Seconded - Cllr Owen'
    previous = [token.lower for token in tokens[max(0, index - 2) : index] if not token.lower.endswith("ly")]
    if previous and previous[-1] in ("the", "a", "an", "his", "her", "their", "this", "any"):
        return None  # 'the proposed budget', 'the agreed minutes'
    before = [mention for mention in named if mention.last < index]
    if previous and previous[-1] in _BE:
        return Act(classes, tokens[index].lower, (), True, False)
    doers = tuple(mention for mention in reversed(before) if not _is_object(tokens, mention))
    near = doers[0].last if doers else -1
    pronoun = any(token.lower in _PRONOUNS for token in tokens[near + 1 : index])
    if not doers and not pronoun:
        return Act(classes, tokens[index].lower, (), True, False)
    return Act(classes, tokens[index].lower, doers, False, pronoun)


def _holder(tokens: Sequence[Token], index: int, named: Sequence[Mention]) -> Mention | None:
    """Whose opinion it is: 'in Mr Hill's view', 'Mr Hill took the view', 'was of the opinion'."""
    before = [mention for mention in named if mention.last < index]
    own = before and before[-1].last == index - 1 and tokens[index - 1].text.endswith("'s")
    held = [token.lower for token in tokens[max(0, index - 2) : index]]
    taken = len(held) == 2 and held[0] in _HOLDING and held[1] == "the"
    return before[-1] if before and (own or taken) else None


def _following(index: int, named: Sequence[Mention], steps: int = 2) -> Mention | None:
    return next((mention for mention in named if index < mention.first <= index + steps), None)


def _is_object(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a naming stands behind a preposition: 'In reply to the Deputy Leader', 'the report of the Head of Finance'."""
    place = mention.first - 1
    while place >= 0 and tokens[place].lower in ("the", "a", "an", "his", "her", "their"):
        place -= 1
    return place >= 0 and tokens[place].lower in _OBJECT_OF


def _speaker(tokens: Sequence[Token], named: Sequence[Mention]) -> Mention | None:
    """The speaker of a transcript's turn, 'Name: words'."""
    colon = next((place for place, token in enumerate(tokens[:10]) if token.text == ":"), None)
    if (
        colon is None
        or not named
        or named[0].first > 1
        or any(re.match(r"[a-z]", token.text) for token in tokens[:colon] if token.lower not in ("of", "for", "and"))
    ):
        return None
    return named[0] if named[0].last < colon else None
