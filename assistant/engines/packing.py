"""Passages into a prompt of limited length: the best ones that fit, or all of them in parts."""

from __future__ import annotations

from collections.abc import Sequence, Set

from assistant.datamodel import Evidence
from assistant.prompting import fence
from ingest import tokens
from ingest.text import sentences


def passages(evidence: Sequence[Evidence], decided: Set[str] = frozenset()) -> str:
    """The passages as the prompt holds them; those under a key in `decided` are marked as holding a decision."""
    return "\n\n".join(fenced(one, decided) for one in evidence)


def best_fitting(evidence: Sequence[Evidence], room: int) -> list[Evidence]:
    """The evidence that fits into `room` tokens: whole passages, best first; the best one cut at a sentence where it alone is too long."""
    packed: list[Evidence] = []
    for one in evidence:
        size = tokens.count(fenced(one))
        if size <= room:
            packed.append(one)
            room -= size
        elif not packed:
            packed.append(_split(one, room)[0])
            break
    return packed


def in_parts(evidence: Sequence[Evidence], room: int) -> list[list[Evidence]]:
    """All the evidence in order, in as few parts of at most `room` tokens as that takes; a longer passage is split between sentences."""
    parts: list[list[Evidence]] = []
    left = 0
    for one in (piece for passage in evidence for piece in _split(passage, room)):
        size = tokens.count(fenced(one))
        if not parts or size > left:
            parts.append([])
            left = room
        parts[-1].append(one)
        left -= size
    return parts


def _split(one: Evidence, room: int) -> list[Evidence]:
    """The passage in pieces of at most `room` tokens, each under the same key; a sentence that is longer alone is cut off."""
    if tokens.count(fenced(one)) <= room:
        return [one]
    longest = max(20, room - tokens.count(fenced(with_text(one, "x"))))
    pieces: list[str] = []
    for sentence in sentences(one.passage.text):
        sentence = tokens.truncate(sentence, longest)
        if pieces and tokens.count(fenced(with_text(one, f"{pieces[-1]} {sentence}"))) <= room:
            pieces[-1] += f" {sentence}"
        else:
            pieces.append(sentence)
    return [with_text(one, piece) for piece in pieces]


def with_text(one: Evidence, text: str) -> Evidence:
    """The same passage with other words."""
    return one.model_copy(update={"passage": one.passage.model_copy(update={"text": text})})


def fenced(one: Evidence, decided: Set[str] = frozenset()) -> str:
    """One passage as the prompt holds it."""
    return fence(one.key, one.passage.heading(), one.passage.text, decision=one.key in decided)
