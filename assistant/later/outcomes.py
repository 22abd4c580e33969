"""The words by which later minutes say that something was done, is put off, or is still outstanding. English and Welsh."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from assistant.question.words import stem, stems
from ingest.text import sentences

_CLOSED = re.compile(
    r"\baction\b[^.;]{0,90}\b(?:closed|complete|completed|discharged|done|fulfilled|carried\s+out)\b|\b(?:closed|completed)\b[^.;]{0,40}\baction\b"
    r"|\bcam\s+gweithredu\b[^.;]{0,90}\b(?:gau|gwblhau|ei\s+gwblhau)\b|\bno\s+further\s+action\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:revised|deferred|postponed|put\s+(?:off|back)|delayed|carried\s+(?:over|forward)|next\s+meeting|would\s+(?:now\s+)?be\s+(?:brought|ready|available)"
    r"|progress|in\s+hand|under\s+way|ongoing|gohirio|ohirio)\b",
    re.IGNORECASE,
)
_OUTSTANDING = re.compile(
    r"\b(?:outstanding|not\s+(?:yet|been)|no\s+(?:reply|response|answer|progress)|awaiting|awaited|still\s+(?:to|waiting|not)"
    r"|unable\s+to|incomplete|not\s+ready|ddim\s+eto|heb\s+(?:ei|eto|gael|dderbyn)|disgwyl)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:had|has|have|was|were|be|been)\s+(?:now\s+|since\s+|also\s+|duly\s+|all\s+)*(?:been\s+)?(?P<did>[a-z]+(?:ed|en|nt|ld|ught|ut|ne|de))\b"
    r"|\b(?P<did2>presented|circulated|submitted|received|tabled|reported|introduced)\b",
    re.IGNORECASE,
)
_IRREGULAR = {
    "written": "write", "wrote": "write", "sent": "send", "brought": "bring", "made": "make", "done": "do", "told": "tell",
    "met": "meet", "spoken": "speak", "bought": "buy", "held": "hold", "taken": "take", "given": "give", "put": "put", "found": "find",
}  # fmt: skip
# What has been delivered to a meeting, whichever of these verbs was promised.
_DELIVERS = "bring report present submit provide circulate prepare produce send give table issue receive"
_DELIVERED = "present submit circulate receive bring report consider table provide issue introduce send"
_NEVER = re.compile(r"\b(?:not|never|no|nothing|nobody|without|yet\s+to)\b[^.;]{0,40}$", re.IGNORECASE)


Said = Literal["open", "updated", "closed"]


class Says(NamedTuple):
    """What later words come to, and the sentence that closes the matter where one does."""

    says: Said
    closing: str = ""


def says(task: str, owner: str | None, best: str, paragraphs: Sequence[str]) -> Says:
    """Reads the outcome of a task off the paragraph that is about it and the others of its item.

    Args:
        task: the action's own words.
        owner: who was to do it.
        best: the paragraph that shares most words with the task.
        paragraphs: all of the item, `best` first.
    """
    for text in paragraphs:
        for sentence in sentences(text):
            found = _CLOSED.search(sentence)
            if found and (text == best or _same_owner(owner, sentence) or _alike(task, sentence)):
                return Says("closed", sentence)
    put_off = _PUT_OFF.search(best)
    outstanding = _OUTSTANDING.search(best)
    told = next((sentence for sentence in sentences(best) if _is_done(task, sentence)), None)
    if told and not outstanding and not (put_off and not _CLOSED.search(best)):
        return Says("closed", told)
    if outstanding and not put_off and not any(_PUT_OFF.search(text) for text in paragraphs if _alike(task, text)):
        return Says("open")
    return Says("updated")


def _is_done(task: str, sentence: str) -> bool:
    """Whether a sentence tells that what the task asks for has been done: its verb in the past, about the task's own things."""
    verbs = {stem(word) for word in re.findall(r"[a-z]+", task.lower())}
    delivers = bool(verbs & _stems(_DELIVERS))
    if not _alike(task, sentence):
        return False
    for found in _DONE.finditer(sentence):
        did = (found["did"] or found["did2"]).lower()
        root = stem(_IRREGULAR.get(did, did))
        if _NEVER.search(sentence[: found.start()]) or re.match(r"\W*(?:to\s+)?not\b", sentence[found.end() :]):
            continue
        if root in verbs or (delivers and root in _stems(_DELIVERED)):
            return True
    return False


def _alike(task: str, sentence: str) -> bool:
    """Whether a sentence has at least two words of the task, or half of them."""
    words, others = (stems(text) - _stems(_DELIVERS) - _stems(_DELIVERED) for text in (task, sentence))
    return len(words & others) >= min(2, max(1, len(words) // 2))


@functools.cache
def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


def _same_owner(owner: str | None, sentence: str) -> bool:
    return owner is not None and owner.casefold() in sentence.casefold()
