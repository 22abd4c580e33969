"""A chat model's reply, read back sentence by sentence while it streams.

The reply that the prompts ask for is plain lines, so that small models manage it: `Numbers remain low. [k7f]`, or NOT IN THE MINUTES.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.datamodel import Proposal
from ingest.text import fold_space, sentences

LONGEST_SENTENCE = 1500
"""Characters after which a model that neither ends its line nor cites is taken to be looping."""

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL)
_THOUGHT_OPENS = re.compile(r"<(?:think|thinking|reasoning)>")
_THOUGHT_CLOSES = re.compile(r".*</(?:think|thinking|reasoning)>", re.DOTALL)
# Brackets with something in them, one or several in a row: '[k7f]', '[k7f][k2a]', '[k7f], (k2a; k9w)'.
_BRACKET = r"[\[(\u3010][^\[\](){}\u3010\u3011\n]{1,80}[\])\u3011]"
_BRACKETS = re.compile(rf"{_BRACKET}(?:[\s,;]*{_BRACKET})*")
_KEY_SHAPE = re.compile(r"k[0-9a-z]{2,3}|\d{1,2}")
_ROUND_KEY_SHAPE = re.compile(r"k(?=[a-z]?\d)[0-9a-z]{2,3}")
_BESIDE_KEYS = {"key", "keys", "passage", "passages", "source", "sources", "and", "see"}
_TAG = re.compile(r"</?passage\b[^>\n]*>?|^\s*```\w*")
_BULLET = re.compile(r"^(?:[-*\u2022\u00b7\u2013]\s+|\(?\d{1,2}[.)]\s+|#+\s*|>\s+)+")
_LABEL = re.compile(r"^(?:answer|summary|ateb|crynodeb)\s*:\s*", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:(?:according to|as stated in|from|in|see) )?(?:the )?(?:passages?|keys?|source)(?: key)? [\"'(]*(\w+)[\"')]*[,:]?\s*",
    re.IGNORECASE,
)
_ONLY_POINTS = re.compile(
    r"(?:(?:this|that|it|these|the)\b(?: \w+){0,3} (?:is|are|was|were|comes?|came)"
    r"(?: (?:also|from|mentioned|stated|found|taken|given|described|recorded|discussed|noted))*)?\W*$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*$")
_ABSTAINS = re.compile(r"NOT IN THE MINUTES|^\W*(?:[\w']+\W+){0,6}(?i:not (?:\w+ )?in the (?:\w+ )?(?:minutes|passages))\W*$")
_SAYS_NOTHING = re.compile(
    r"\b(?:minutes|passages?|text|records?) (?:do|does|did) not "
    r"(?:say|state|mention|contain|provide|record|specify|include|give|discuss|address)"
    r"|\bno (?:information|mention|passages?)\b|\bnot (?:\w+ )?in the (?:\w+ )?(?:minutes|passages|text)\b"
    r"|\b(?:nid|ddim)\b.*\byn y (?:cofnodion|darnau)\b",
    re.IGNORECASE,
)


def without_thoughts(reply: str) -> str:
    """A whole reply without what a reasoning model thought aloud first."""
    return _THOUGHT_OPENS.split(_THOUGHT_CLOSES.sub("", _THOUGHT.sub("", reply)))[0]


class ReplyReader:
    """Reads a reply as it streams in, and lets each sentence out as soon as it and its keys are whole.

    Attributes:
        abstained: the model said that the minutes do not say.
        done: nothing that may still come is wanted; the stream can be closed.
        said: number of sentences let out.
    """

    def __init__(self, keys: Iterable[str], limit: int) -> None:
        """Takes the keys of the passages given to the model, and the number of sentences after which to stop."""
        self._keys = {key.lower(): key for key in keys}
        self._limit = limit
        self._waiting = ""
        self._earlier: set[str] = set()
        self.abstained = self.done = False

    @property
    def said(self) -> int:
        """Number of sentences let out."""
        return len(self._earlier)

    def feed(self, text: str) -> Iterator[Proposal]:
        """Takes the next piece of the reply; yields the sentences that it completes."""
        self._waiting = _THOUGHT.sub("", self._waiting + text)
        if opened := _THOUGHT_OPENS.search(self._waiting):
            # Thoughts may be long and their end may come in pieces: the tail is enough to see it.
            self._waiting = self._waiting[: opened.end()] + self._waiting[max(opened.end(), len(self._waiting) - 12) :]
            return
        self._waiting = _THOUGHT_CLOSES.sub("", self._waiting)
        while not self.done and (end := self._first_end()):
            whole, self._waiting = self._waiting[:end], self._waiting[end:]
            yield from self._read(whole)
        if len(self._waiting) > LONGEST_SENTENCE:
            self.done = True

    def close(self, *, cut: bool) -> Iterator[Proposal]:
        """Yields what is left at the end of the reply; of a reply that was cut, no half sentence."""
        rest, self._waiting = _THOUGHT_OPENS.split(self._waiting)[0], ""
        if not self.done:
            yield from self._read(rest, cut=cut)
        self.done = True

    def _first_end(self) -> int | None:
        """Where the first line, or the first sentence with its keys behind it, ends; None while neither is whole."""
        line = self._waiting.find("\n") + 1
        for brackets in _BRACKETS.finditer(self._waiting, 0, line or len(self._waiting)):
            before, after = self._waiting[: brackets.start()].strip(), self._waiting[brackets.end() :]
            if not self._cited(brackets[0]) or not after.strip():
                continue
            if not before:
                break  # keys come first in this line: only the line's end tells what is theirs
            stop = re.match(r"\s*[.!?]+(?=\s)", after)
            if stop or (_ENDED.search(before) and re.match(r"\s+[^\s\[(,;]", after)):
                return brackets.end() + (stop.end() if stop else 0)
        return line or None

    def _read(self, whole: str, *, cut: bool = False) -> Iterator[Proposal]:
        """Reads one line, or one sentence with its keys."""
        line = fold_space(_TAG.sub("", whole)).replace("**", "").replace("__", "")
        line = _LABEL.sub("", _BULLET.sub("", line)).lstrip(" :;,")
        keys: list[str] = []

        def taken(brackets: re.Match[str]) -> str:
            cited = self._cited(brackets[0])
            keys.extend(key for key in cited if key not in keys)
            return "" if cited else brackets[0]

        text = re.sub(r"\s+([.,;:!?])", r"\1", fold_space(_BRACKETS.sub(taken, line))).lstrip(" :;,.")
        if _ABSTAINS.search(text):
            self.abstained, self.done = not self._earlier, True
            return
        if not keys and _SAYS_NOTHING.search(text):
            self.abstained = True
            return
        if re.match(r"question\s*:", text, re.IGNORECASE):
            self.done = True  # the model goes on to questions of its own
            return
        if text.endswith(":") and not keys:
            return
        found = [sentence for whole_sentence in sentences(text) if (sentence := self._without_bare_keys(whole_sentence, keys))]
        if cut and found and not (keys or _ENDED.search(found[-1])):
            found.pop()
        for sentence in found:
            folded = re.sub(r"\W+", " ", sentence.lower()).strip()
            if len(re.findall(r"[^\W\d_]{2,}", folded)) < 2:
                continue
            if folded in self._earlier:
                self.done = True  # a loop
                return
            self._earlier.add(folded)
            ended = sentence if _ENDED.search(sentence) else sentence.rstrip(" ,;:") + "."
            yield Proposal(text=ended, keys=tuple(keys))
            if self.said >= self._limit:
                self.done = True
                return

    def _without_bare_keys(self, sentence: str, keys: list[str]) -> str:
        """Moves keys that stand in the sentence without brackets to `keys`: 'in passage k7f', or plain 'k7f' at the end."""
        bare = [self._keys[word] for word in re.findall(r"\w+", sentence.lower()) if word in self._keys]
        if not bare:
            return sentence
        keys.extend(key for key in bare if key not in keys)
        freed = _POINTING.sub(lambda pointing: "" if pointing[1].lower() in self._keys else pointing[0], sentence)
        if freed != sentence and _ONLY_POINTS.match(freed):
            return ""  # 'This is mentioned in passage "k7f".' says where, not what
        freed = fold_space(re.sub(r"\w+", lambda word: "" if word[0].lower() in self._keys else word[0], freed)).rstrip(" ,;:-\u2013")
        return freed[:1].upper() + freed[1:]

    def _cited(self, brackets: str) -> tuple[str, ...]:
        """The keys in a run of brackets; empty when it is something else, such as '(2016)' or '[sic]'."""
        found: list[str] = []
        for opening, inside in re.findall(r"([\[(\u3010])([^\])\u3011]*)", brackets):
            words = [word for word in re.findall(r"\w+", inside.lower()) if word not in _BESIDE_KEYS]
            shape = _ROUND_KEY_SHAPE if opening == "(" else _KEY_SHAPE
            if not words or not all(word in self._keys or shape.fullmatch(word) for word in words):
                return ()
            found += [self._keys.get(word, word) for word in words]
        return tuple(found)
