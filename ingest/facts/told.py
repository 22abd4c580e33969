"""Decisions told in sentences: a sentence that decides, a motion and the sentence that tells its result, a bare "Approved."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.datamodel import Decision, DecisionKind, Vote
from ingest.facts.motions import Span
from ingest.facts.movers import Moved
from ingest.facts.running import Running
from ingest.facts.votes import declared_outcome, tally, unanimous
from ingest.facts.wording import OUTCOMES, bare_result, kind_of, may_decide
from ingest.text import sentences

_PART = re.compile(r"^\W{0,2}(?:\(?[a-z]\)|\(?[ivx]{1,4}\)|\(?\d{1,2}[).]|[a-z]\.\s|that\b|bod\b|fod\b|to\s|•)", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?:put\s+to\s+the\s+vote|put\s+and|declared|voted\s+for\s+the|it\s+was\s+carried|it\s+was\s+lost|(?:motion|amendment|proposal)"
    r"\b.{0,60}\b(?:carried|lost|defeated|passed|fell)|"
    r"(?:cynnig|gwelliant)\b.{0,80}\b(?:d?derbyn|[gc]ari|gwrthod|[gc]oll|d?d?rech))",
    re.IGNORECASE,
)
_WELSH_LOST = re.compile(r"gwrthod|golli|trech|drech", re.IGNORECASE)
_PAIR_DECIDES = re.compile(
    r"^[\s,;.:]*(?:(?:and|with|a|ac|was|were|it\s+was|all|this\s+was|then|therefore|so)\s+)*(?:unanimously\s+)?(?P<verb>agreed|resolved|"
    r"approved|adopted|carried|passed|accepted)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"^(?:(?:the|this|that)\s+(?:\w+\s+)?(?:motion|proposal|notice)|this\s+(?:was|motion)|it\s+was\s+proposed\s+by|this\b)", re.IGNORECASE
)
_POINTER = re.compile(r"^(?:this|it|that)\s+was\b", re.IGNORECASE)
_PROPOSING = re.compile(r"\b(?:propos|mov|suggest|recommend|request)", re.IGNORECASE)
_NOTICE = re.compile(
    r"^\W*(?:I\s+(?:will\s+|shall\s+|wish\s+to\s+|hereby\s+)?(?:move|propose)|that\s+(?:this|the)\s+council)\b", re.IGNORECASE
)
_AMENDMENT = re.compile(r"\bamend(?:ment|ed)\b|\bgwelliant\b|\bwords\b.{0,60}\b(?:deleted|replaced|added)\b", re.IGNORECASE)
_FOLLOWING = re.compile(r"\bfollowing\b|\bas\s+follows\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"\b(?:that|to|resolved|bod|following)$", re.IGNORECASE)
_FAR = 30


@dataclass(slots=True)
class Pending:
    """A motion that has been moved and awaits its result."""

    start: int
    end: int
    moved: Moved
    amendment: bool


@dataclass(slots=True)
class Reading:
    """What has been found so far on the way through one item."""

    running: Running
    moved: Sequence[Moved]
    busy: list[tuple[int, int]]
    spans: list[Span] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)

    def free(self, start: int, end: int) -> bool:
        """Whether no decision has been found in this stretch yet."""
        return not any(start < high and low < end for low, high in self.busy)

    def words(self, start: int, end: int) -> str:
        """The text of a stretch, verbatim but for space at its ends."""
        return self.running.text[start:end].strip()

    def add(self, start: int, end: int, words: str, kind: DecisionKind, who: Moved | None, *, amendment: bool = False) -> None:
        """Keep a decision and mark its stretch as read."""
        vote = tally(words)
        decision = Decision(
            text=words,
            kind=kind,
            mover=who.mover if who else None,
            seconder=who.seconder if who else None,
            outcome=OUTCOMES[kind],
            vote=vote,
            amendment=amendment,
            evidence=self.running.evidence(start, end),
        )
        self.spans.append(Span(start, end, decision))
        self.busy.append((start, end))


def told_decisions(running: Running, moved: Sequence[Moved], taken: Sequence[Span]) -> list[Span]:
    """The decisions in an item's sentences, apart from those already found."""
    reading = Reading(running, moved, [(span.start, span.end) for span in taken])
    for order, paragraph in enumerate(running.paragraphs):
        if not may_decide(paragraph.text) or (
            paragraph.kind in ("row", "heading") and not paragraph.text.startswith(("RESOLVED", "RECOMMENDED", "AGREED", "Resolved"))
        ):
            continue
        at = running.starts[order]
        for sentence in sentences(paragraph.text):
            start = running.text.find(sentence, at)
            at = start + len(sentence)
            if reading.free(start, at):
                _sentence(reading, order, start, at, sentence)
    return reading.spans


def _sentence(reading: Reading, order: int, start: int, end: int, sentence: str) -> None:
    """Read one sentence: a result, a decision, a motion, or nothing."""
    here = next((one for one in reading.moved if start <= one.start < end), None)
    bare = bare_result(sentence)
    if bare is not None and here is None:
        _bare(reading, order, start, end, bare)
        return
    if here is None and (told := _told_result(sentence)) is not None and _of_motion(reading, order, start, end, sentence, told):
        return
    kind = kind_of(sentence)
    if kind is None and here is not None:
        tail = reading.running.text[here.end : end]
        found = _PAIR_DECIDES.match(tail)
        if found:
            kind = (
                "carried"
                if found["verb"].lower() in ("carried", "passed")
                else "resolved"
                if found["verb"].lower() == "resolved"
                else "agreed"
            )
        elif unanimous(tail):
            kind = "agreed"
    if kind is None:
        if here is not None:
            before = reading.running.text[max(0, start - 60) : start]
            reading.pending.append(
                Pending(
                    start,
                    parts_end(reading.running, order, end),
                    here,
                    bool(_AMENDMENT.search(sentence) or re.search(r"\bamendment\W*$", before, re.IGNORECASE)),
                )
            )
        return
    begin: int | None = start
    finish = parts_end(reading.running, order, end)
    if (
        here is None
        and reading.pending
        and kind == "agreed"
        and len(sentence.split()) <= 12
        and reading.words(reading.pending[-1].end, start) == ""
    ):
        motion = reading.pending.pop()
        begin, here = motion.start, motion.moved
    elif here is None and len(sentence.split()) <= 6 and not sentence[:8].isupper():
        begin = _sentence_before(reading, order, start)
        if begin is None or (_POINTER.match(sentence) and not _PROPOSING.search(reading.words(begin, start))):
            return
        here = next((one for one in reading.moved if begin <= one.start < start), None)
    elif _REFERS.match(sentence):
        begin = _notice_before(reading, order, start)
    trailing = _trailing(reading, end) if here is None else None
    if trailing is not None:
        here, finish = trailing, max(finish, trailing.end)
    assert begin is not None
    words = reading.words(begin, finish)
    reading.add(
        begin,
        finish,
        words,
        kind,
        here,
        amendment=kind in ("carried", "lost") and bool(re.search(r"\bthe\s+amendment\b", sentence, re.IGNORECASE)),
    )


def _sentence_before(reading: Reading, order: int, start: int) -> int | None:
    """Where the sentence before `start` begins, for "The Committee agreed." says nothing by itself; None where it was read already."""
    opening = reading.running.starts[order]
    before = sentences(reading.running.text[opening:start])
    if not before:
        return start
    begin = reading.running.text.rfind(before[-1], opening, start)
    return begin if reading.free(begin, start) else None


def _bare(reading: Reading, order: int, start: int, end: int, kind: DecisionKind) -> None:
    """A sentence that is only a result: of the motion before it, of its own paragraph, or of the paragraph before."""
    if reading.pending and order - reading.running.order_at(reading.pending[-1].start) <= 6:
        motion = reading.pending.pop()
        words = reading.words(motion.start, motion.end) + "\n" + reading.words(start, end)
        reading.add(motion.start, end, words, "carried" if kind == "agreed" else kind, motion.moved, amendment=motion.amendment)
        return
    opening = reading.running.starts[order]
    begin = max([opening, *(high for low, high in reading.busy if opening <= low < start)])
    if not reading.words(begin, start):
        previous = order - 1
        if previous < 0 or reading.running.paragraphs[previous].kind in ("heading", "row", "label"):
            return
        begin = reading.running.starts[previous]
        if not reading.free(begin, start) or len(re.findall(r"[^\W\d_]{2,}", reading.words(begin, start))) < 3:
            return  # the cell of a table ("£750" / "Approved.") does not say what was approved
    reading.add(begin, end, reading.words(begin, end), kind, None)


def _told_result(sentence: str) -> DecisionKind | None:
    """Carried or lost, where the sentence tells how a vote came out."""
    if not _RESULT.search(sentence):
        return None
    outcome = declared_outcome(sentence)[0]
    if outcome == "not recorded":
        if re.search(r"\bit\s+was\s+(?:declared\s+)?carried\b", sentence, re.IGNORECASE):
            return "carried"
        welsh = re.search(r"\b(?:cynnig|gwelliant)\b", sentence, re.IGNORECASE)
        return ("lost" if _WELSH_LOST.search(sentence) else "carried") if welsh else None
    return "lost" if outcome == "lost" else "carried"


def _of_motion(reading: Reading, order: int, start: int, end: int, sentence: str, kind: DecisionKind) -> bool:
    """Join a result to the motion or amendment it is of; False where none is waiting."""
    about_amendment = bool(re.search(r"\b(?:the\s+|y\s+)?(?:amendment|gwelliant)\b", sentence, re.IGNORECASE))
    waiting = [one for one in reading.pending if order - reading.running.order_at(one.start) <= _FAR]
    if not waiting:
        return False
    fitting = [one for one in waiting if one.amendment == about_amendment] or waiting
    motion = fitting[-1]
    reading.pending.remove(motion)
    near = start - motion.end < 400 and reading.running.text.count("\n", motion.end, start) <= 1 and reading.free(motion.start, end)
    # the tally often stands in the sentence before "the Chair declared the motion carried"
    first = order if not order or reading.running.paragraphs[order - 1].text.rstrip().endswith((".", ":", ";", "”", '"')) else order - 1
    opening = max(reading.running.starts[first], motion.end)
    told = reading.words(opening if end - opening <= 500 and reading.free(opening, end) else start, end)
    words = reading.words(motion.start, end) if near else reading.words(motion.start, motion.end) + "\n" + told
    reading.add(motion.start, end if near else motion.end, words, kind, motion.moved, amendment=motion.amendment or about_amendment)
    span = reading.spans[-1]
    evidence = (span.decision.evidence[0], reading.running.evidence(start, end)[1])
    vote = span.decision.vote or (Vote(unanimous=True) if unanimous(sentence) else None)
    reading.spans[-1] = Span(span.start, span.end, span.decision.model_copy(update={"evidence": evidence, "vote": vote}))
    reading.busy.append((start, end))
    return True


def _notice_before(reading: Reading, order: int, begin: int) -> int:
    """The start of the notice of motion that "the motion was ... agreed" speaks of, or `begin` where none stands near."""
    for earlier in range(order - 1, max(-1, order - 5), -1):
        if _NOTICE.match(reading.running.paragraphs[earlier].text):
            start = reading.running.starts[earlier]
            return start if reading.free(start, begin) else begin
    return begin


def _trailing(reading: Reading, end: int) -> Moved | None:
    """A mover and seconder named right after the decision ("... approved. Proposed by AB and seconded by CD.")."""
    return next(
        (one for one in reading.moved if end <= one.start < end + 40 and not reading.running.text[end : one.start].strip(" \n.–-(")), None
    )


def parts_end(running: Running, order: int, end: int) -> int:
    """The end of a decision with its parts: bullets or (a)(b)(c) after a colon, and what a semicolon leads on to."""
    if running.text[end : running.paragraph_end(order)].strip():
        return end
    last = running.text[max(0, end - 160) : end].rstrip(" -–")
    opens = last.endswith(":")
    if not opens and _FOLLOWING.search(last) and order + 1 < len(running.paragraphs):
        after = running.paragraphs[order + 1]
        opens = after.kind == "bullet" or after.text[:1] in '“"‘•'
    if not (opens or last.endswith(";") or _LEADS_ON.search(last)):
        return end
    for following in range(order + 1, len(running.paragraphs)):
        paragraph = running.paragraphs[following]
        listed = paragraph.kind == "bullet" or _PART.match(paragraph.text) is not None
        leads_on = running.text[: running.paragraph_end(following - 1)].rstrip().endswith((";", "; and", ";and", "; a", ":"))
        if paragraph.kind in ("heading", "row", "label") or not (listed or leads_on or following == order + 1):
            break
        if following > order + 1 and not listed and kind_of(paragraph.text.split(". ")[0]):
            break
        end = running.paragraph_end(following)
    return end
