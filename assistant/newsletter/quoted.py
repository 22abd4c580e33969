"""Which of the minutes' own sentences make a story: what, why, how much, who is affected; nothing that hangs, thanks or introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.engines.standing import LONGEST, can_stand, sets_out
from assistant.question.words import content_words, stem
from assistant.signs import FIGURE
from assistant.units import Unit

LIKENESS = 0.6  # share of the words of the shorter of two sentences from which they say the same

ACTION = re.compile(r"(?:Action|Actions|Cam gweithredu|Camau gweithredu)\b\W", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|owing to|due to|so that|in order to|as a result of|reasons?|need(?:ed|s)?|cause[ds]?|since"
    r"|would (?:save|cost|help|allow|mean)"
    r"|oherwydd|er mwyn|am fod|angen)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:household|resident|pupil|learner|child|children|famil|people|carer|tenant|patient|passenger|business|school|community|visitor"
    r"|customer|user|aelwyd|trigolion|disgybl|plant|teulu|pobl|gofalwyr|cymuned)\w*",
    re.IGNORECASE,
)
# "The saving would be £23,000": which saving, the sentence before said.
_BARE = re.compile(
    r"^(?:The|Y|Yr) (?P<noun>[\w’'-]+)(?: (?:given|made|asked for|proposed|reported))?"
    r" (?:was|were|had|has|have|would|is|are|will|could|should|did|also|itself|now)\b"
)
_SAID_BARE = re.compile(
    r"\b(?:said|stated|advised|explained|confirmed|reported|replied|noted|added|thought|felt|so) that the (?P<noun>[\w’'-]+)"
    r" (?:was|were|had|would|is|are|will|could|should|did|included|came|stood|ran|met)\b"
)
_ROLES = frozenset(["council", "cabinet", "committee", "chair", "leader", "minister", "clerk", "mayor", "cyngor", "pwyllgor", "cadeirydd"])
_SAID_BY = re.compile(r"\b(?:Councillors?|Cllrs?\.?|Cynghorydd|Cynghorwyr|Cyng\.?|Mr|Mrs|Ms|Dr)\s+[A-ZŴŶ]")
_MEMBER_SAYS = re.compile(
    r"\b(?:Councillors?|Cllrs?\.?|Members?|Cynghorydd|Cyng\.?|Aelod(?:au)?)\b.{0,60}?"
    r"\b(?:said|stated|argued|thought|felt|believed|expressed|suggested|observed|added|commented|considered|spoke|speaking|supported|opposed"
    r"|replied|hoped|dywedodd|mynegodd|awgrymodd)\b",
)
_ATTRIBUTES = re.compile(
    r"\b(?:said|stated|reported|advised|explained|confirmed|replied|answered|told|informed|added|observed|noted|thought|felt|considered"
    r"|dywedodd|eglurodd|cadarnhaodd)\b"
)
_FEELS = re.compile(
    r"\b(?:concern(?:ed|s)?|felt|believed|hoped|pleased|disappoint\w+|uneasy|critici[sz]ed|regret\w*|teimlai|pryder\w*|gobeithi\w+)\b",
    re.IGNORECASE,
)


def telling(found: Sequence[Unit], about: str, said: Sequence[str], most: int, comfortable: int = LONGEST) -> list[Unit]:
    """The units that tell a story best beside what is already said, in reading order.

    Args:
        found: all units of an item, in order.
        about: title and decision: what the story is about.
        said: sentences that are told already.
        most: how many at most.
        comfortable: words of a sentence beyond which a shorter one is preferred.
    """
    matter = _stems(about)
    voiced = _voiced(found)
    usable = [
        place
        for place, unit in enumerate(found)
        if not unit.hanging
        and not unit.decision
        and place not in voiced
        and can_stand(unit.text)
        and not ACTION.match(unit.text)
        and not _points_back(unit.text, matter)
    ]
    words = {place: _stems(found[place].text) for place in usable}
    often = Counter(word for unit in found for word in _stems(unit.text))
    chosen: list[int] = []
    told = [_stems(text) for text in said]
    while usable and len(chosen) < most:
        scores = {
            place: _score(found[place], words[place], often, matter)
            - 0.012 * place
            - 0.03 * max(0, len(found[place].text.split()) - comfortable)
            for place in usable
        }
        best = max(scores, key=lambda place: (scores[place], -place))
        usable.remove(best)
        if any(_alike(words[best], other) for other in told):
            continue
        chosen.append(best)
        told.append(words[best])
        for word in words[best]:
            often[word] //= 2
    return [found[place] for place in sorted(chosen)]


def _score(unit: Unit, words: frozenset[str], often: Counter[str], matter: frozenset[str]) -> float:
    text = unit.text
    return (
        sum(often[word] for word in words) / (4 + len(words))
        + 2.0 * len(words & matter) / (6 + len(words))
        + 0.6 * bool(FIGURE.search(text))
        + 0.4 * bool(re.search("[£€$]", text) or "%" in text or "per cent" in text)
        + 0.5 * bool(_REASON.search(text))
        + 0.4 * bool(_PEOPLE.search(text))
        - 0.7 * bool(_SAID_BY.search(text))
        - 0.4 * bool(_FEELS.search(text))
        - 1.2 * bool(sets_out(text))
        - 0.8 * (not words & matter)
    )


def _voiced(found: Sequence[Unit]) -> set[int]:
    """Places of sentences that go on with what a member said, without saying so: alone they would tell an opinion as a fact."""
    places: set[int] = set()
    speaking: tuple[str, int] | None = None  # the paragraph in which somebody speaks
    for place, unit in enumerate(found):
        here = (unit.key, unit.line)
        if speaking == here and not _ATTRIBUTES.search(unit.text):
            places.add(place)
        elif _MEMBER_SAYS.search(unit.text):
            speaking = here
        elif speaking != here:
            speaking = None
    return places


def _points_back(text: str, matter: frozenset[str]) -> bool:
    """Whether a sentence is about 'the' thing that neither the title nor the decision names."""
    return any(
        found["noun"].lower() not in _ROLES and stem(found["noun"].lower()) not in matter
        for pattern in (_BARE, _SAID_BARE)
        for found in pattern.finditer(text)
    )


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    least = min(len(words), len(others))
    return least > 0 and len(words & others) >= LIKENESS * least


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(text))
