"""What one item's minutes say was decided: formal motions, votes by names, and sentences that decide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.datamodel import Decision, DecisionKind, Paragraph, Vote
from ingest.facts.motions import Span, formal_motions
from ingest.facts.movers import Moved, moved_in
from ingest.facts.running import Running
from ingest.facts.votes import Poll, declared_outcome, polls, tally, unanimous
from ingest.facts.wording import OUTCOMES, bare_result, kind_of, may_decide
from ingest.text import sentences

_PART = re.compile(r"^\W{0,2}(?:\(?[a-z]\)|\(?[ivx]{1,4}\)|\(?\d{1,2}[).]|[a-z]\.\s|that\b|bod\b|fod\b|to\s|•)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{3,}")
_REPORTED_MOTION = re.compile(r"\b(?:proposed|moved|cynigiwyd|cynigiodd)\b", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?:put\s+to\s+the\s+vote|declared\s+(?:the\s+\w+\s+)?(?:carried|lost|defeated)|voted\s+for\s+the|it\s+was\s+(?:declared\s+)?(?:carried|lost)|(?:motion|amendment|proposal)\s+(?:was\s+|as\s+\w+,?\s+was\s+)?(?:put\s+(?:to\s+the\s+vote\s+)?and\s+)?(?:carried|lost|defeated|passed))\b",
    re.IGNORECASE,
)


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
    spans += _voted(running, moved, [poll for place, poll in enumerate(by_name) if place not in used])
    spans += _told(running, moved, spans)
    return [span.decision for span in sorted(spans, key=lambda span: span.start)]


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
    words, others = set(_WORD.findall(one.text.lower())), set(_WORD.findall(other.text.lower()))
    small, large = sorted((words, others), key=len)
    return bool(small) and len(small & large) >= 0.5 * len(small)


def _voted(running: Running, moved: Sequence[Moved], loose: Sequence[Poll]) -> list[Span]:
    """Votes by names on a motion told in prose just before them."""
    out = []
    for poll in loose:
        start, words, mover, seconder = _motion_before(running, moved, poll.start)
        declared = poll.declared or ""
        around = running.text[max(start, poll.start - 400) : poll.start] + declared
        amendment = bool(re.search(r"\bamendment\b", declared or around, re.IGNORECASE)) and "amended motion" not in declared.lower()
        kind: DecisionKind = "lost" if poll.outcome == "lost" else "carried"
        decision = Decision(
            text=words, kind=kind, mover=mover, seconder=seconder, outcome=poll.outcome, vote=poll.vote, amendment=amendment, evidence=running.evidence(start, poll.end)
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
            if at <= one.start < at + len(sentence):
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


def _told(running: Running, moved: Sequence[Moved], taken: Sequence[Span]) -> list[Span]:
    """Decisions told in sentences, with the parts that follow a colon."""
    out: list[Span] = []
    pending: tuple[int, int, Moved] | None = None
    busy = [(span.start, span.end) for span in taken]
    for order, paragraph in enumerate(running.paragraphs):
        if paragraph.kind in ("row", "heading") and not paragraph.text.startswith(("RESOLVED", "RECOMMENDED", "AGREED", "Resolved")):
            continue
        if not may_decide(paragraph.text):
            continue
        at = running.starts[order]
        for sentence in sentences(paragraph.text):
            start = running.text.find(sentence, at)
            at = end = start + len(sentence)
            if any(start < high and low < end for low, high in busy):
                continue
            here = next((one for one in moved if start <= one.start < end), None)
            result = bare_result(sentence) or (("carried" if declared_outcome(sentence)[0] == "passed" else "lost") if _RESULT.search(sentence) and declared_outcome(sentence)[0] != "not recorded" else None)
            kind = kind_of(sentence)
            if result is None and kind is None:
                if here is not None:
                    pending = (start, _with_parts(running, order, end), here)
                continue
            begin, who = start, here
            if result is not None and kind is None or (result is not None and here is None and pending is not None):
                if pending is None or order - running.order_at(pending[0]) > 12:
                    if bare_result(sentence) and not _stands_alone(running, order, sentence):
                        continue
                else:
                    begin, who = pending[0], here or pending[2]
                kind = kind if kind and pending is None else result
            assert kind is not None
            finish = _with_parts(running, order, end)
            words = running.text[start:finish].strip()
            if begin < start and pending is not None:
                words = running.text[pending[0] : pending[1]].strip() + "\n" + words
            trailing = next((one for one in moved if end <= one.start < end + 40 and running.text[end : one.start].strip(" \n.–-(") == ""), None)
            if who is None and trailing is not None:
                who, finish = trailing, max(finish, trailing.end)
            vote = tally(words)
            if kind in ("carried", "lost") and vote is None and unanimous(words):
                vote = Vote(unanimous=True)
            outcome = OUTCOMES[kind]
            amendment = kind in ("carried", "lost") and bool(re.search(r"\bthe\s+amendment\b", sentence, re.IGNORECASE))
            decision = Decision(
                text=words, kind=kind, mover=who.mover if who else None, seconder=who.seconder if who else None, outcome=outcome, vote=vote, amendment=amendment, evidence=running.evidence(begin, finish)
            )
            out.append(Span(begin, finish, decision))
            busy.append((start, finish))
            pending = None
    return out


def _stands_alone(running: Running, order: int, sentence: str) -> bool:
    """Whether a bare result decides what its own paragraph says before it ("New memorial ... - approved")."""
    return len(running.paragraphs[order].text) > len(sentence) + 20


def _with_parts(running: Running, order: int, end: int) -> int:
    """The end of a decision with its parts: bullets or (a)(b)(c) after a colon, and what a semicolon leads on to."""
    if running.text[end : running.paragraph_end(order)].strip():
        return end
    last = running.text[max(0, end - 160) : end].rstrip()
    if not (last.endswith((":", ":-", ";", ": -", ":–")) or re.search(r"\b(?:that|to|resolved|bod)$", last, re.IGNORECASE)):
        return end
    for following in range(order + 1, len(running.paragraphs)):
        paragraph = running.paragraphs[following]
        listed = paragraph.kind == "bullet" or _PART.match(paragraph.text)
        leads_on = running.text[: running.paragraph_end(following - 1)].rstrip().endswith((";", "; and", ";and", ":"))
        if paragraph.kind in ("heading", "row", "label") or not (listed or leads_on or (following == order + 1 and last.endswith((":", ":-")))):
            break
        if following > order + 1 and kind_of(sentences(paragraph.text)[0] if paragraph.text else "") and not listed:
            break
        end = running.paragraph_end(following)
    return end
