"""Motions in their formal dress: proposed by, seconded by, "And Resolved:", and the text in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.datamodel import Decision, DecisionKind, Outcome, Vote
from ingest.facts.movers import Moved
from ingest.facts.people import person
from ingest.facts.running import Running
from ingest.facts.votes import Poll, declared_outcome, unanimous
from ingest.facts.wording import OUTCOMES

_RESOLVED = re.compile(
    r"[\s;,.:*_]*(?:and\s+|it\s+was\s+|was\s+)*(?P<all>unanimously\s+)?(?:(?P<verb>resolved)|agreed(?=\s*[:;]|\s+unanimously\s*[:;]|"
    r"[\s:;,.–-]*[“‘]))\b(?P<all2>\s+unanimously)?(?=\s*[:;.,–-]*\s*(?:[“\"‘']|\n|$|that\b|That\b))[\s:;.,*_–-]*",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[\s*_]*(?P<mark>[“\"‘„])")
_CLOSE = {"“": "”", "„": "”", '"': '"', "‘": "’"}
_NEXT_MOTION = re.compile(r"\n\s*(?:Proposed|Moved|Seconded|And\s+Resolved)\b", re.IGNORECASE)
_ALL_IN_FAVOUR = re.compile(
    r"[\s;,.:]*(?:all\s+(?:in\s+favou?r|agreed)|(?:unanimously\s+)?(?:carried|agreed|approved)|motion\s+carried)\b[^\n]{0,40}",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(r"\bamendment", re.IGNORECASE)
_MAX_RESOLUTION = 6000
_HOW: dict[str, DecisionKind] = {"carried": "carried", "defeated": "lost", "lost": "lost", "withdrawn": "withdrawn", "deferred": "deferred"}


@dataclass(frozen=True, slots=True)
class Span:
    """A decision and the stretch of the running text that it stands on."""

    start: int
    end: int
    decision: Decision


def resolution_at(text: str, start: int) -> tuple[str, int] | None:
    """The resolution that begins at `start`: what the quotation marks hold, or the paragraph where there are none.

    Returns:
        The words without the outer quotation marks and the offset where they end; None where nothing stands there.
    """
    opening = _OPEN.match(text, re.compile(r"[\s;,.:]*").match(text, start).end())  # type: ignore[union-attr]
    if opening:
        begin = opening.end()
        end = _closing(text, begin, opening["mark"])
        return (_unwrapped(text[begin:end]), end + 1) if text[begin:end].strip() else None
    paragraph = re.compile(r"\s*([^\n]+)").match(text, start)
    if paragraph is None:
        return None
    end = paragraph.end()
    lines = [paragraph[1]]
    while lines[-1].rstrip().endswith((":", ";", ":-", "; and")):
        following = re.compile(r"\n([^\n]+)").match(text, end)
        if following is None or len(lines) > 40:
            break
        lines.append(following[1])
        end = following.end()
    return "\n".join(lines).strip(), end


def _closing(text: str, begin: int, mark: str) -> int:
    """Where the quotation that begins at `begin` ends; at its paragraph's end where the printer forgot to close it."""
    depth, close = 1, _CLOSE[mark]
    limit = min(len(text), begin + _MAX_RESOLUTION)
    stop = _NEXT_MOTION.search(text, begin)
    if stop:
        limit = min(limit, stop.start())
    for at in range(begin, limit):
        char = text[at]
        if mark in "“„" and char in "“„":
            depth += 1
        elif char == close or (mark in "“„" and char == '"' and at + 1 < len(text) and text[at + 1] in ".\n"):
            if mark in '‘"' and at + 1 < len(text) and text[at + 1].isalnum():
                continue
            depth -= 1
            # an inner quotation left open must not swallow the next paragraphs
            if depth <= 0 or text[at + 1 : at + 2] in ("\n", "") or text[at + 1 : at + 3] == ".\n":
                return at
    newline = text.find("\n", begin)
    return newline if 0 <= newline < limit else limit


def _unwrapped(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def formal_motions(running: Running, moved: Sequence[Moved], polls: Sequence[Poll]) -> tuple[list[Span], set[int]]:
    """Motions with a mover, a seconder and a text of their own, each with how it came out.

    Returns:
        The spans in order, and which polls (by position) were used.
    """
    text = running.text
    found: list[Span] = []
    used: set[int] = set()
    for place, one in enumerate(moved):
        following = moved[place + 1].start if place + 1 < len(moved) else len(text)
        resolved = _RESOLVED.match(text, one.end)
        after = resolved.end() if resolved else one.end
        plain = resolved and text[one.end : after].count("\n") == 0 and not _OPEN.match(text, after)
        if plain or (not resolved and not re.match(r"[\s;,.:]*[“\"‘]", text[one.end : one.end + 6])):
            continue
        body = resolution_at(text, after)
        if body is None or len(body[0]) < 12:
            continue
        words, end = body
        spot = _poll_after(polls, used, end, following)
        kind: DecisionKind = "resolved"
        outcome: Outcome = "passed" if resolved else "not recorded"
        vote: Vote | None = Vote(unanimous=True) if resolved and (resolved["all"] or resolved["all2"]) else None
        reach, told = end, ""
        if not resolved and spot is not None:
            poll = polls[spot]
            used.add(spot)
            vote, outcome, told, reach = poll.vote, poll.outcome, poll.declared, poll.end
            kind = "lost" if outcome == "lost" else "carried"
        elif not resolved:
            favour = _ALL_IN_FAVOUR.match(text, end)
            outcome, told, length = (
                ("passed", favour[0], favour.end() - end) if favour else declared_outcome(text[end : min(following, end + 300)])
            )
            if outcome == "not recorded":
                continue
            told = text[end : end + length] + re.compile(r"[^.\n]*").match(text, end + length)[0]  # type: ignore[index]
            reach, kind = end + length, "lost" if outcome == "lost" else "carried"
            vote = Vote(unanimous=True) if unanimous(told) else None
        before = text[max(0, one.start - 160) : one.start].rsplit("\n", 2)[-2:]
        between = text[end : polls[spot].start].strip() if spot is not None and not resolved else ""
        amendment = bool(_AMENDMENT.search(told or between or " ".join(before))) and "amended motion" not in told.lower()
        decision = Decision(
            text=words,
            kind=kind,
            mover=one.mover,
            seconder=one.seconder,
            outcome=outcome,
            vote=vote,
            amendment=amendment and not resolved,
            evidence=running.evidence(one.start, reach),
        )
        found.append(Span(one.start, reach, decision))
    return _with_same_voting(running, found, polls, used), used


_ANY_NUMBERED = re.compile(r"^[A-Z]?(?:19|20)\d\d\s?-\s?\d", re.MULTILINE)
_NUMBERED = re.compile(
    r"(?:^|(?<=\n))[A-Z]?(?:19|20)\d\d\s?-\s?\d{1,4}[\s.:)]+(?P<mover>[^,:\n]{3,40}),\s*(?P<seconder>[^,:\n]{3,40}):\s*(?P<text>(?:.|\n)"
    r"+?\b(?P<how>carried|defeated|lost|withdrawn|deferred)\b[ \t\w]{0,30}\.?)(?=\s|$)",
    re.IGNORECASE,
)


def numbered_motions(running: Running, polls: Sequence[Poll], used: set[int]) -> list[Span]:
    """Numbered resolutions, movers before the text and the result after it ("R2018-147 A. Ash, B. Birch: That ... Carried.")."""
    found = []
    for one in _NUMBERED.finditer(running.text) if _ANY_NUMBERED.search(running.text) else ():
        kind = _HOW[one["how"].lower()]
        vote, end = Vote(unanimous=True) if unanimous(one["text"]) else None, one.end()
        for place, poll in enumerate(polls):
            if place not in used and 0 <= poll.start - one.end() < 8:
                used.add(place)
                vote, end = poll.vote, poll.end
        decision = Decision(
            text=one["text"].strip(),
            kind=kind,
            mover=person(one["mover"]),
            seconder=person(one["seconder"]),
            outcome=OUTCOMES[kind],
            vote=vote,
            evidence=running.evidence(one.start(), end),
        )
        found.append(Span(one.start(), end, decision))
    return found


def _poll_after(polls: Sequence[Poll], used: set[int], end: int, following: int) -> int | None:
    """The first unused vote between the end of a motion and the next motion."""
    for place, poll in enumerate(polls):
        if place not in used and end <= poll.start < min(following, end + 2500):
            return place
    return None


def _with_same_voting(running: Running, spans: list[Span], polls: Sequence[Poll], used: set[int]) -> list[Span]:
    """A resolution "adopted by the same voting" has the vote that stands before it."""
    out = []
    for span in spans:
        for place, poll in enumerate(polls):
            gap = span.start - poll.end
            if place not in used and -10 <= gap <= 260 and span.decision.vote is None and poll.outcome == "passed":
                used.add(place)
                decision = span.decision.model_copy(
                    update={"vote": poll.vote, "evidence": (running.evidence(poll.start, poll.start)[0], span.decision.evidence[1])}
                )
                span = replace(span, start=poll.start, decision=decision)
                break
        out.append(span)
    return out
