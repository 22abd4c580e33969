"""What was decided, where that is asked: the decisions of the items that bear the matter's name, and decisions before what led to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.datamodel import Evidence, Passage
from assistant.engines.choosing import MOST_SENTENCES
from assistant.finding.reranking import Scored
from assistant.question.asked import asks_all_decisions
from assistant.question.bodies import bodies_named
from assistant.question.words import asked_in, stems
from assistant.units import Unit
from ingest.gloss import is_welsh

ITEMS = 2  # of the matter's name: the latest
OF_ITEM = 2  # decisions told of one item
# A decision as it is taken, and none that somebody recalls: 'Cabinet had approved …'.
_TAKEN = re.compile(
    r"\b(?:was|were|and|be|members|council|committee|cabinet) (?:duly |unanimously )?"
    r"(?:agreed|decided (?:that|to|not)|resolved|approved|refused|deferred|carried|lost)\b"
    r"|\bresolved (?:that|to)\b|\bcarried(?:,| by| unanimously|\.)|\b(?:penderfynwyd|cytunwyd|argymhellwyd)\b"
)
_RECALLED = re.compile(r"\b(?:had|has|have)\b.{0,40}\b(?:approved|resolved|decided|agreed|recommended|refused)\b", re.I)
_CAPITALS = re.compile(r"\b(?:RESOLVED|AGREED|RECOMMENDED|REFUSED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD)\b")
_ASKING = stems(
    "list show give all every made taken decide decided decision decisions resolve resolved resolution agree agreed determine determined"
    " outcome committee council"
)


def with_decisions(
    question: str, told: Sequence[Scored], scored: Sequence[Scored], evidence: Sequence[Evidence]
) -> tuple[list[Scored], list[Scored]]:
    """The units to tell, with the decisions of the latest items that are called what is asked about and of the likeliest unit's paragraph;
    and which are decisions asked after.

    Args:
        told: the units chosen.
        scored: all units, in order of reading.
        evidence: what they are of.
    """
    passages = [one.passage for one in sorted(evidence, key=lambda one: one.passage.id)]
    bodies = bodies_named(question, sorted({one.body for one in passages if one.body}))
    welsh = asked_in(question) == "cy"

    def asked_after(one: Scored) -> bool:
        return _taken(one.unit) and is_welsh(one.unit.text) == welsh and (not bodies or passages[one.passage].body in bodies)

    named = _items_named(question, bodies, [passages[one.passage] for one in scored if asked_after(one)])
    added: list[Scored] = []
    for item in named:
        added += [one for one in scored if asked_after(one) and _item(passages[one.passage]) == item][-OF_ITEM:]
    likeliest = max(told, key=lambda one: one.share, default=None)
    beside = [one for one in scored if likeliest and asked_after(one) and _one_paragraph(one, likeliest)]
    decided = list(dict.fromkeys([*added, *filter(asked_after, told), *beside]))[:MOST_SENTENCES]
    return [*decided, *_standing(told, decided, scored)], decided


def _standing(told: Sequence[Scored], decided: Sequence[Scored], scored: Sequence[Scored]) -> list[Scored]:
    """As many of the likeliest as there is room for beside the decisions, each with what it hangs on: 'He made no commitment' needs who."""
    before = dict(zip(scored[1:], scored, strict=False))
    kept: list[Scored] = []
    for one in sorted(told, key=lambda one: -one.share):
        needed = before.get(one) if one.unit.hanging and one.continues else None
        new = [other for other in (needed, one) if other and other not in kept and other not in decided]
        if len(decided) + len(kept) + len(new) <= MOST_SENTENCES:
            kept += new
    return sorted(kept, key=scored.index)


def _taken(unit: Unit) -> bool:
    return bool(_CAPITALS.search(unit.text)) or (unit.decision and bool(_TAKEN.search(unit.text)) and not _RECALLED.search(unit.text))


def _one_paragraph(one: Scored, other: Scored) -> bool:
    return (one.passage, one.unit.line) == (other.passage, other.unit.line)


def _item(passage: Passage) -> tuple[str, str | None, str]:
    return passage.id.rpartition("-")[0], passage.item_number, passage.item_title


def _items_named(question: str, bodies: Sequence[str], passages: Sequence[Passage]) -> list[tuple[str, str | None, str]]:
    """The items, the latest first, whose titles hold all words of the matter."""
    matter = stems(question) - _ASKING - stems(" ".join(bodies))
    called = {_item(one): one for one in passages if matter and matter <= stems(one.item_title)}
    latest = sorted(called, key=lambda item: (called[item].date is not None, called[item].date), reverse=True)
    return latest[: MOST_SENTENCES if asks_all_decisions(question) else ITEMS]
