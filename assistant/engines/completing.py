"""What belongs to what was chosen: the outcome of a matter where it is asked for, the reply to what a Member asked.

Minutes say the two apart: a motion, and some lines on 'The motion was seconded and agreed', 'REPLY: …' or 'Proposed by: Councillor …'; 'A
Member asked what was being done', and then 'The Head of Service said that …'. The second shares no word with the question. Only the place
tells that the two belong together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.datamodel import Evidence
from assistant.engines.choosing import MOST_SENTENCES
from assistant.finding.reranking import Scored
from assistant.question.asked import asks_mover, asks_outcome

REACH = 6  # paragraphs after the matter in which its outcome is looked for, within the item
MOST = 2  # paragraphs of outcome told
_OUTCOME = re.compile(
    r"\b(?:resolved|agreed|carried|lost|approved|refused|deferred|withdrawn|rejected|adopted|recommend(?:ed)?|accepted|granted)\b"
    r"|\bmotion was\b|^\W*(?:reply|ateb)\b|\b(?:penderfynwyd|cytunwyd|argymhellwyd|cymeradwywyd|gwrthodwyd)\b",
    re.IGNORECASE,
)
_MOVER = re.compile(r"\b(?:moved|proposed|seconded|mover|seconder|proposer|cynigiwyd|eiliwyd)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:asked|asking) (?:[\w’'-]+ ){0,6}?(?:what|why|how|when|whether|if|who|which|where|about|clarification|an update)\b"
    r"|\b(?:wondered|queried|questioned|(?:en|in)quired|(?:wished|wanted) to know)\b"
    r"|\bsought (?:\w+ ){0,2}(?:clarification|assurances?|confirmation|information|explanation)\b"
    r"|\b(?:gofynnodd|holodd)\b(?! am gael)|\?\W*$",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    r"^\W*(?:in (?:reply|response|answer)\b|reply\b|mewn ymateb\b|wrth ateb\b|(?:atebodd|esboniodd|eglurodd|cadarnhaodd|dywedodd)\b"
    r"|.{0,80}?\b(?:replied|responded|answered|explained|advised|confirmed|clarified|said|stated|undertook)\b)",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"^\W*(?:\d|\([a-z]+\)|RESOLVED|AGREED|RECOMMENDED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD)")


def completed(question: str, told: Sequence[Scored], scored: Sequence[Scored], evidence: Sequence[Evidence]) -> list[Scored]:
    """The units to tell, with the outcome of the likeliest one where it is asked for, and each that asks something with its reply.

    Args:
        told: the units chosen.
        scored: all units, in order of reading.
        evidence: what they are of.
    """
    outcomes = _outcomes(told, scored, evidence, asks_mover(question)) if asks_outcome(question) else []
    kept = sorted(told, key=lambda one: -one.share)[: MOST_SENTENCES - len(outcomes)]
    return _with_replies([one for one in told if one in kept], outcomes, scored)


def _with_replies(told: Sequence[Scored], outcomes: Sequence[Scored], scored: Sequence[Scored]) -> list[Scored]:
    """The next unit for each one that asks; where there is no room, in place of a less likely one or of the question."""
    following = dict(itertools.pairwise(scored))
    asked = (one for one in told if one in following and _ASKS.search(one.unit.text))
    replies = {one: following[one] for one in asked if _replies(following[one], one) and following[one] not in (*told, *outcomes)}
    kept = list(told)
    for asking in sorted(replies, key=lambda one: -one.share):
        if len(kept) + len(outcomes) >= MOST_SENTENCES:
            spare = [one for one in kept if one not in replies and one not in replies.values() and one.share < asking.share]
            if not spare and replies[asking].unit.hanging:
                continue
            kept.remove(min(spare, key=lambda one: one.share) if spare else asking)
        kept.append(replies[asking])
    return [*kept, *outcomes]


def _replies(unit: Scored, asking: Scored) -> bool:
    """Whether a unit, the one after it, replies to one that asks: in its paragraph, or in the next one where it says so."""
    if unit.continues:
        return not _DECIDES.match(unit.unit.text)
    return unit.passage == asking.passage and bool(_REPLIES.match(unit.unit.text))


def _outcomes(told: Sequence[Scored], scored: Sequence[Scored], evidence: Sequence[Evidence], mover: bool) -> list[Scored]:
    """The outcome of the likeliest unit, or who moved it, where none of those told has it."""
    if not told:
        return []
    passages = [one.passage for one in sorted(evidence, key=lambda one: one.passage.id)]

    def item(one: Scored) -> tuple[str, str | None, str]:
        passage = passages[one.passage]
        return passage.id.rpartition("-")[0], passage.item_number, passage.item_title

    def paragraph(one: Scored) -> int:
        return passages[one.passage].source.paragraphs[0] + one.unit.line

    matter = max(told, key=lambda one: one.share)
    sought = _MOVER if mover else _OUTCOME
    after = [one for one in scored if item(one) == item(matter) and 0 <= paragraph(one) - paragraph(matter) <= REACH]
    outcomes = [one for one in after if sought.search(one.unit.text)]
    if any(one in told for one in outcomes):
        return []
    first = {paragraph(one): one for one in reversed(outcomes)}
    return [first[place] for place in sorted(first)[:MOST]]
