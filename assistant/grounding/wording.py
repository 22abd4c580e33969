"""Text as the checks compare it: folded typography, words with their stems, sentences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ingest.terms import snowball
from ingest.text import sentences as split_sentences
from ingest.text import word_set

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u202f\ufeff", None),
    }
)
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)")
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[£$€%;:,.!?()\"]")
_LOWER_BREAK = re.compile(r"(?<=[.!?])[\"')\]]*\s+")
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u00b7\uf0b7\uf0a7\uf0d8]|\(?[a-z0-9ivx]{1,3}[.)])\s+")

FUNCTION_WORDS = word_set(
    "a an the this that these those it its he she they them their his her hers him we us our you your i me my who whom whose which "
    "what and or but nor so if as than then there here when where while how why whether because although though since until unless of "
    "in on at by for to from with about into onto over under between among through during before after above below up down out off is "
    "are was were be been being am has have had having do does did done doing also both either each every any some all such own same "
    "very just only even more most much many few less least other another again further once s not no never none nobody nothing "
    "neither n't cannot without will would shall should may might can could must ought y yr yn i o ar a ac gan am at wedi bod ei eu "
    "eich ein fod mae oedd bydd roedd hyn hwn hon hynny sydd sy ni nid na nad ddim heb dim"
)
_IRREGULAR = {
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "took": "take", "taken": "take", "gave": "give", "given": "give",
    "went": "go", "gone": "go", "came": "come", "made": "make", "said": "say", "told": "tell", "met": "meet", "held": "hold",
    "kept": "keep", "left": "leave", "lost": "lose", "paid": "pay", "sent": "send", "spent": "spend", "spoke": "speak",
    "spoken": "speak", "sought": "seek", "brought": "bring", "built": "build", "bought": "buy", "began": "begin", "begun": "begin",
    "chose": "choose", "chosen": "choose", "found": "find", "got": "get", "grew": "grow", "grown": "grow", "knew": "know",
    "known": "know", "led": "lead", "saw": "see", "seen": "see", "sold": "sell", "stood": "stand", "thought": "think", "wrote": "write",
    "written": "write", "won": "win", "heard": "hear", "drew": "draw", "drawn": "draw", "felt": "feel", "ran": "run", "rang": "ring",
    "withdrew": "withdraw", "withdrawn": "withdraw", "became": "become", "children": "child", "people": "person", "men": "man",
    "women": "woman", "better": "good", "best": "good", "worse": "bad", "cllr": "councillor", "cllrs": "councillor",
    "rebuilt": "rebuild", "ahead": "proceed", "clr": "councillor", "clir": "councillor", "cyng": "cynghorydd",
    "wales": "welsh", "england": "english", "scotland": "scottish", "ireland": "irish", "britain": "british", "france": "french",
    "germany": "german",
}  # fmt: skip


class Token(NamedTuple):
    """One word, number or mark of a text; `start` and `end` are offsets into the folded text."""

    text: str
    lower: str
    stem: str
    start: int
    end: int
    content: bool


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """The text with plain quotes and dashes, single spaces within a line, and no emphasis marks."""
    plain = _EMPHASIS.sub("", text.translate(_TYPOGRAPHY))
    return "\n".join(line for line in (" ".join(line.split()) for line in plain.splitlines()) if line)


@lru_cache(maxsize=65536)
def stem(lower: str) -> str:
    """The stem of a lower-case word (Snowball English); irregular forms are brought together first, and 'go ahead' with 'proceed'."""
    base = _IRREGULAR.get(lower, lower)
    if len(base) < 4 or not base.isascii():
        return base
    return snowball(base)


def _unaccented(lower: str) -> str:
    return lower if lower.isascii() else "".join(sign for sign in unicodedata.normalize("NFD", lower) if not unicodedata.combining(sign))


@lru_cache(maxsize=8192)
def words(folded: str) -> tuple[Token, ...]:
    """The words, numbers and marks of a folded text; possessive endings are cut off, "n't" stands as a word of its own.

    In lower case they are without accents: 'Siân' and 'Sian', 'Uisce Éireann' and 'Uisce Eireann' are the same name.
    """
    tokens: list[Token] = []
    for match in _WORD.finditer(folded):
        text, start = match.group(), match.start()
        lower = _unaccented(text.lower())
        if lower.endswith("n't") and len(lower) > 3:
            head = {"won't": "will", "can't": "can", "shan't": "shall"}.get(lower, lower[:-3])
            tokens.append(Token(text[:-3], head, stem(head), start, match.end() - 3, head not in FUNCTION_WORDS))
            tokens.append(Token(text[-3:], "not", "not", match.end() - 3, match.end(), False))
            continue
        if lower.endswith("'s"):
            lower = lower[:-2]
        content = lower[0].isalnum() and lower not in FUNCTION_WORDS
        tokens.append(Token(text, lower, stem(lower) if content else lower, start, match.end(), content))
    return tuple(tokens)


def sentences(folded: str) -> list[str]:
    """The sentences of a folded text without their bullets; a text without capitals is cut at every full stop."""
    cased = any(character.isupper() for character in folded)
    pieces = split_sentences(folded) if cased else [piece for line in folded.split("\n") for piece in _LOWER_BREAK.split(line)]
    return [sentence for sentence in (_BULLET.sub("", piece).strip() for piece in pieces) if any(map(str.isalnum, sentence))]


def contains(folded_text: str, folded_words: str) -> bool:
    """Whether the words stand in the text one after another, without regard to case or closing marks, whole words only."""
    needle = _line(folded_words).strip(" .,;:")
    text = _line(folded_text)
    if not needle or needle not in text:
        return False
    left = r"(?<!\w)" if needle[0].isalnum() else ""
    right = r"(?!\w)" if needle[-1].isalnum() else ""
    return re.search(left + re.escape(needle) + right, text) is not None


@lru_cache(maxsize=2048)
def _line(text: str) -> str:
    return " ".join(text.casefold().split())
