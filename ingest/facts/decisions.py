"""What one item's minutes say was decided: formal motions, votes by names, and sentences that decide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.datamodel import Decision, DecisionKind, Paragraph
from ingest.facts.motions import Span, formal_motions, numbered_motions
from ingest.facts.movers import Moved, moved_in
from ingest.facts.running import Running
from ingest.facts.told import told_decisions
from ingest.facts.votes import Poll, polls, tally
from ingest.facts.wording import OUTCOMES, kind_of
from ingest.text import sentences

_WORD = re.compile(r"[^\W_]{3,}")
_MATTER = re.compile(r"\b(?:that|bod|fod|to|:)\s")

_AMENDMENT_MOVED = re.compile(r"\bamendment\b[^.\n]{0,60}\b(?:submitted|proposed|moved|put)\b", re.IGNORECASE)


def decisions_of(paragraphs: Sequence[Paragraph]) -> tuple[Decision, ...]:
    """The decisions in an item's paragraphs, in order. Agenda text is never a decision of the meeting."""
    minutes = [one for one in paragraphs if one.part == "minutes" and one.kind != "label"]
    made = _decided(minutes)
    for block in _blocks([one for one in paragraphs if one.part == "decision" and one.kind != "label"]):
        if not any(_same(one, block) for one in made):
            made.append(block)
    return tuple(sorted(made, key=lambda one: one.evidence))


def _decided(paragraphs: Sequence[Paragraph]) -> list[Decision]:
    if not paragraphs:
        return []
    running = Running(paragraphs)
    moved = moved_in(running.text)
    by_name = polls(running.text)
    spans, used = formal_motions(running, moved, by_name)
    spans += numbered_motions(running, by_name, used)
    spans += _voted(running, moved, [poll for place, poll in enumerate(by_name) if place not in used])
    spans += told_decisions(running, moved, spans)
    return _merged([span.decision for span in sorted(spans, key=lambda span: span.start)])


def _merged(decisions: list[Decision]) -> list[Decision]:
    """A motion carried and the "RESOLVED that ..." which repeats it are one decision: the vote of the one, the words of the other."""
    out: list[Decision] = []
    for one in decisions:
        place = next((place for place in range(len(out) - 1, max(-1, len(out) - 4), -1) if _repeats(out[place], one)), None)
        if place is None:
            out.append(one)
            continue
        carried = out[place]
        update = {
            "mover": carried.mover,
            "seconder": carried.seconder,
            "vote": carried.vote,
            "evidence": (carried.evidence[0], one.evidence[1]),
        }
        out[place] = one.model_copy(update=update)
    return out


def _repeats(carried: Decision, one: Decision) -> bool:
    """Whether a resolution is what a motion just carried comes to."""
    if (
        carried.kind != "carried"
        or carried.amendment
        or one.kind not in ("resolved", "agreed", "refused", "deferred")
        or one.mover is not None
    ):
        return False
    if one.vote is not None and (carried.vote is None or one.vote.votes_for != carried.vote.votes_for):
        return False
    gap = one.evidence[0] - carried.evidence[1]
    if gap == 1 and one.kind == "agreed":  # the next paragraph may have agreed on something else; a "RESOLVED" draws the conclusion
        return _same(carried, one)
    return 0 <= gap <= 1 or (1 < gap <= 3 and _same(carried, one))


def _blocks(paragraphs: Sequence[Paragraph]) -> list[Decision]:
    """A ModernGov Decision block as one decision, whatever its parts."""
    texts = [one.text for one in paragraphs if one.text.strip()]
    if not texts:
        return []
    text = "\n".join(texts)
    kind = kind_of(texts[0]) or ("recommended" if text.lower().startswith("recommend") else _block_kind(text))
    return [Decision(text=text, kind=kind, outcome=OUTCOMES[kind], vote=tally(text), evidence=(paragraphs[0].index, paragraphs[-1].index))]


def _block_kind(text: str) -> DecisionKind:
    if re.search(r"\b(?:be|was|were)\s+deferred\b", text) and "\n" not in text:
        return "deferred"
    return "refused" if re.search(r"\bbe\s+refused\b", text) and "\n" not in text else "resolved"


def _same(one: Decision, other: Decision) -> bool:
    """Whether two records say the same: most words of the shorter stand in the longer."""
    words, others = _matter(one.text), _matter(other.text)
    small, large = sorted((words, others), key=len)
    return bool(small) and len(small & large) >= 0.5 * len(small)


def _matter(text: str) -> set[str]:
    """The words of what was decided, without who moved it."""
    found = _MATTER.search(text)
    return set(_WORD.findall((text[found.end() :] if found else text).split("\nOn ")[0].lower()))


def _voted(running: Running, moved: Sequence[Moved], loose: Sequence[Poll]) -> list[Span]:
    """Votes by names on a motion told in prose just before them."""
    out = []
    for poll in loose:
        start, words, mover, seconder = _motion_before(running, moved, poll.start)
        declared = poll.declared or ""
        around = running.text[max(start, poll.start - 400) : poll.start] + declared
        about = bool(_AMENDMENT_MOVED.search(words)) or bool(re.search(r"\bamendment\b", declared or around, re.IGNORECASE))
        amendment = about and "amended motion" not in declared.lower()
        kind: DecisionKind = "lost" if poll.outcome == "lost" else "carried"
        decision = Decision(
            text=words,
            kind=kind,
            mover=mover,
            seconder=seconder,
            outcome=poll.outcome,
            vote=poll.vote,
            amendment=amendment,
            evidence=running.evidence(start, poll.end),
        )
        out.append(Span(start, poll.end, decision))
    return out


def _motion_before(running: Running, moved: Sequence[Moved], end: int) -> tuple[int, str, str | None, str | None]:
    """The motion that a vote was taken on: the last sentence before it with a mover, else the sentence that calls the vote."""
    earlier = [one for one in moved if one.end <= end and end - one.end < 2500]
    if earlier:
        one = earlier[-1]
        order = running.order_at(one.start)
        start = running.starts[order]
        for sentence in sentences(running.paragraphs[order].text):
            at = running.text.find(sentence, start)
            if at <= one.start < at + len(sentence) and kind_of(sentence) is None:
                start = at
                words = sentence
                if sentence.rstrip().endswith(":") and order + 1 < len(running.paragraphs) and running.starts[order + 1] < end:
                    words += "\n" + running.paragraphs[order + 1].text
                return start, words, one.mover, one.seconder
    order = max(0, running.order_at(max(0, end - 1)))
    start = running.starts[order]
    words = running.text[start:end].strip() or running.paragraphs[max(0, order - 1)].text
    if not running.text[start:end].strip():
        start = running.starts[max(0, order - 1)]
    return start, words, None, None
