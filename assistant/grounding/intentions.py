"""What was only to be sought, considered or still to be done is not told as done: 'agreed to seek permission' gives nobody the post."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment
from assistant.grounding.evidence import Unit
from assistant.grounding.markers import modals
from assistant.grounding.wording import Token, stem
from ingest.text import word_set

_SURE = 0.3
_DECIDING = word_set("agreed resolved decided approved recommended undertook would will")
# What may be decided without the thing itself being so.
_SEEKING = word_set(
    "seek ask consider explore investigate enquire request apply pursue examine review discuss look invite approach write contact obtain"
)
_SOUGHT = frozenset(map(stem, (*_SEEKING, "permission", "application", "enquiry", "consideration", "quote", "whether", "hope", "plan")))
_ASKED_FOR = re.compile(
    r"\b(?:ask(?:ed|ing)? (?:\S+ ){0,4}?for|request(?:ed|s|ing)?\b(?: \S+){0,3}? for|seek(?:s|ing)?|sought|appl(?:ied|ying|ication) for"
    r"|requests? (?:had been |has been |was |were )?(?:submitted|made|received|sent))\b",
    re.IGNORECASE,
)
_TO_BE_HAD = re.compile(r"\b(?:grants?|funding|money)\b(?: \w+){0,3} available\b", re.IGNORECASE)
_SETTLED = word_set(
    "approved adopted awarded appointed elected co-opted bought purchased installed built sold opened hired employed granted given gave "
    "received allocated"
)
_GIVEN = word_set("given gave awarded granted received allocated")
_GRANTING = _GIVEN | word_set("give award allocate donate donated approve approved contribute contributed pay paid")
# What stands right before a thing that is still to be done, or right after it.
_BEFORE_UNDONE = re.compile(
    r"\b(?:in need of|needs?|needed|await\w*|yet to|to be|would be|pending|not (?:yet )?been)(?: (?:to|be|being|the|a|its|their))* $",
    re.IGNORECASE,
)
_AFTER_UNDONE = re.compile(r"(?: \w+){0,3} (?:is|was|were|are) (?:still )?(?:await\w*|pending|outstanding|not yet)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto $", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:agreed|resolved|decided|approved|voted)\b", re.IGNORECASE)
_HAVE = word_set("has have had")
_BETWEEN = word_set("already now since been also just recently both all")
_WHEN = word_set("once when after until unless if whether as")
_BEGINNING = frozenset(map(stem, ("begin", "start", "commence", "open", "launch")))
_BEGUN = word_set("began begun started commenced opened launched open")
_FAMILY = 5  # letters that stems of one family share
_DONE_BY_NOW = re.compile(r"\b(?:has|have|had|was|were|is|are) (?:now |already |since )?(?:been )?$", re.IGNORECASE)


def check_intention(claim: str, alignment: Alignment) -> list[Problem]:
    """Problems with what one sentence of a claim tells as done or decided, where its evidence tells of no more than the wish.

    Args:
        claim: the folded sentence.
        alignment: the sentence beside its evidence.
    """
    if alignment.score < _SURE or not alignment.best:
        return []
    words = [*_only_sought(alignment), *_still_to_do(claim, alignment), *_yet_to_come(alignment)]
    return [Problem(name="modality", words=word, evidence=alignment.best[0].text) for word in words[:1]]


def _only_sought(alignment: Alignment) -> list[str]:
    """Verbs of settling, where what was decided is to seek, or where it was asked for and nothing near grants it."""
    unit, claim = alignment.best[0], alignment.tokens
    settled = [token.text for token in claim if token.lower in _SETTLED]
    if not settled or any(token.stem in _SOUGHT for token in claim):
        return []
    if any(
        token.stem in _GRANTING and token.lower != "grants" and not _denied(near.tokens, place)
        for near in alignment.window
        for place, token in enumerate(near.tokens)
    ):
        return []
    if _to_seek(unit):
        return settled[:1]
    told = any(token.stem == stem(settled[0].lower()) for token in unit.tokens)
    return settled[:1] if not told and (_ASKED_FOR.search(unit.text) or _TO_BE_HAD.search(unit.text)) else []


def _to_seek(unit: Unit) -> bool:
    """Whether all that a sentence tells as decided is to seek something."""
    verbs = [
        tokens[2].lower
        for tokens in zip(unit.tokens, unit.tokens[1:], unit.tokens[2:], strict=False)
        if tokens[0].lower in _DECIDING and tokens[1].lower == "to"
    ]
    return bool(verbs) and all(verb in _SEEKING for verb in verbs)


def _denied(tokens: Sequence[Token], place: int) -> bool:
    return any(token.lower in ("not", "no", "never") for token in tokens[max(0, place - 3) : place])


def _still_to_do(claim: str, alignment: Alignment) -> list[str]:
    """Verbs told as done of what every sentence near that speaks of it has still to do: 'in need of rebuilding' is not rebuilt."""
    found = []
    for place, (before, token) in enumerate(itertools.pairwise(alignment.tokens)):
        if _in_time_to_come(alignment.tokens, place):
            continue
        if not token.content or not _DONE_BY_NOW.search(claim[: token.start]) or before.lower not in (*_HAVE, "been", "was", "were"):
            continue
        told = [(near.text, other) for near in alignment.best for other in near.tokens if other.stem == token.stem and other.text.islower()]
        if told and all(_is_undone(text, other) for text, other in told):
            found.append(token.text)
    return found


def _is_undone(text: str, verb: Token) -> bool:
    if _INFINITIVE.search(text[: verb.start]) and not _DECIDED.search(text):
        return True  # 'engaging with the school to develop a route'
    return bool(_BEFORE_UNDONE.search(text[: verb.start]) or _AFTER_UNDONE.match(text[verb.end :]))


def _yet_to_come(alignment: Alignment) -> list[str]:
    """Verbs told as done ('has already started') of what each sentence that it stands on only says will be: 'would be working from May'."""
    tokens = alignment.tokens
    for place, token in enumerate(tokens):
        verb = _participle(tokens, place) if token.lower in _HAVE else None
        if verb is None or _in_time_to_come(tokens, place):
            continue
        about = {other.stem for other in tokens[max(0, place - 6) : place + 8] if other.content} - {verb.stem}
        if all(_will_be(verb, about, unit) for unit in alignment.best) and not any(_is_done(verb, unit) for unit in alignment.window):
            return [f"{token.text} {verb.text}"]
    return []


def _in_time_to_come(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb stands in a clause of time or condition: 'once access has been dug' says nothing of today."""
    return bool(_WHEN & {before.lower for before in tokens[max(0, place - 8) : place]})


def _participle(tokens: Sequence[Token], place: int) -> Token | None:
    """The verb of 'has (already, been) started'; None of 'has a plan' and 'has to go'."""
    after = itertools.dropwhile(lambda token: token.lower in _BETWEEN, tokens[place + 1 : place + 5])
    verb = next(after, None)
    return (
        verb if verb is not None and verb.content and verb.lower.endswith(("ed", "en", "un", "ne", "lt", "nt", "ld", "de", "wn")) else None
    )


def _will_be(verb: Token, about: set[str], unit: Unit) -> bool:
    for marker in modals(unit.tokens_with_lead):
        near = {*marker.scope, *marker.before}
        if "will" in marker.classes and (
            any(_alike(verb.stem, other) for other in near) or (verb.stem in _BEGINNING and len(about & unit.stems) > 1 and about & near)
        ):
            return True
    return False


def _is_done(verb: Token, unit: Unit) -> bool:
    return any(
        (token.lower == verb.lower or (verb.stem in _BEGINNING and token.lower in _BEGUN))
        and before.lower not in ("be", "to", "will", "would")
        and not _in_time_to_come(unit.tokens, place)
        for place, (before, token) in enumerate(itertools.pairwise(unit.tokens))
    )


def _alike(one: str, other: str) -> bool:
    """Whether two stems are of one word family: 'appli' of 'applied', 'applic' of 'application'."""
    return one == other or (min(len(one), len(other)) >= _FAMILY and one[:_FAMILY] == other[:_FAMILY])
