"""Welsh put into rough English, word by word: 'gofalwyr maeth' is 'foster carers'. For models and words that know English alone.

It is not a translation, and is never shown. The lexicon (`data/welsh-english.tsv`, a tab between a Welsh word or phrase and its senses,
the commonest first; '-' for what carries no meaning) was written for this project, for the Welsh of council minutes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from ingest.text import detect_language
from ingest.welsh import lemma, radical

VERSION = "1"  # raised when a gloss changes: what was embedded by an older one is embedded anew
LONGEST = 5  # words of a phrase
KNOWN = 0.75  # share of the words of a heading without function words that must be Welsh ones for it to be Welsh
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


class Glossed(NamedTuple):
    """Welsh words that mean something together, one mostly."""

    words: tuple[str, ...]  # as they stand in the text
    senses: tuple[str, ...]  # in English, the commonest first; none where it means nothing, the word itself where it is not known


def in_english(text: str) -> str:
    """A Welsh text in rough English; an English one as it is."""
    return " ".join(one.senses[0] for one in glossed(text) if one.senses) if is_welsh(text) else text


@functools.lru_cache(maxsize=20_000)
def is_welsh(text: str) -> bool:
    """Whether a text is in Welsh: by its function words, and where it has none ('Gofal maeth') by what the lexicon knows."""
    if detect_language(text) == "cy":
        return True
    words = [word for word in _TOKEN.findall(text) if word.isalpha()]
    if len(words) > 12 or len(words) < 2 or detect_language(f"yr {text}") == "en":  # with one Welsh word more still English: it has some
        return False
    known = [one for one in glossed(text) if one.words[0].isalpha() and (one.words[0].lower(),) != tuple(map(str.lower, one.senses))]
    return sum(len(one.words) for one in known) >= KNOWN * len(words)


def glossed(text: str) -> Iterator[Glossed]:
    """The words of a Welsh text in order, the longest phrases that the lexicon holds first; mutation makes no difference."""
    tokens = _TOKEN.findall(text.replace("’", "'"))
    small = [token.lower() for token in tokens]
    start = 0
    while start < len(tokens):
        length, senses = _longest(small, start)
        yield Glossed(tuple(tokens[start : start + length]), (tokens[start],) if senses is None else senses)
        start += length


def _longest(words: Sequence[str], start: int) -> tuple[int, tuple[str, ...] | None]:
    """How many words from there the lexicon holds together, and what they mean; one and None where it holds none."""
    for length in range(min(LONGEST, len(words) - start), 1, -1):
        if (senses := _lexicon().get(_key(words[start : start + length]))) is not None:
            return length, senses
    return 1, _of_word(words[start])


@functools.lru_cache(maxsize=50_000)
def _of_word(word: str) -> tuple[str, ...] | None:
    known = _lexicon()
    plain = _key([word])
    found = known.get(plain, known.get(lemma(plain)) if plain.isalpha() else None)
    if found is None and "'" in word[1:]:  # a'r, gefnogi'r, o'u: the second part is 'the', 'his', 'their'
        return _of_word(word.partition("'")[0])
    return found


def _key(words: Sequence[str]) -> str:
    return " ".join(map(radical, words))


@functools.cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    lines = resources.files("ingest").joinpath("data/welsh-english.tsv").read_text("utf-8").splitlines()
    found: dict[str, tuple[str, ...]] = {}
    for welsh, _, english in (line.partition("\t") for line in lines):
        senses = () if english == "-" else tuple(english.split("; "))
        key = _key(welsh.split())
        if key == welsh or key not in found:  # a radical's own entry before those of its mutated forms
            found[key] = senses
    return found
