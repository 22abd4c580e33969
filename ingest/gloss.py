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
from ingest.welsh import lemma, radical, unmutated

VERSION = "1"  # raised when a gloss changes: what was embedded by an older one is embedded anew
LONGEST = 5  # words of a phrase
HEADING = 12  # words of a text without function words that may be a heading in Welsh
KNOWN = 0.75  # share of its words that must be Welsh ones for that
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
    if not 1 < len(words) <= HEADING or detect_language(f"yr {text}") == "en":  # with one Welsh word more still English: it has some
        return False
    known = [word for word in words if _means_otherwise(word.lower())]
    return len(known) >= KNOWN * len(words) and any(word.islower() and len(word) > 2 for word in known)  # not a name alone: 'Parc y Sarn'


def _means_otherwise(word: str) -> bool:
    """Whether a word is a Welsh one that is not written the same in English."""
    senses = next((_entries()[form] for form in (word, *unmutated(word)) if form in _entries()), (word,))
    return word not in map(str.lower, senses)


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
    forms = (plain, *unmutated(word), lemma(plain)) if word.isalpha() else (plain,)  # `radical` knows those words alone that simplemma does
    found = next((known[form] for form in forms if form in known), None)
    if found is None and "'" in word[1:]:  # a'r, gefnogi'r, o'u: the second part is 'the', 'his', 'their'
        return _of_word(word.partition("'")[0])
    return found


def _key(words: Sequence[str]) -> str:
    return " ".join(map(radical, words))


@functools.cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    """Senses by what words and phrases are found by: a radical's own entry before those of its mutated forms."""
    found: dict[str, tuple[str, ...]] = {}
    for welsh, senses in _entries().items():
        key = _key(welsh.split())
        if key == welsh or key not in found:
            found[key] = senses
    return found


@functools.cache
def _entries() -> dict[str, tuple[str, ...]]:
    """Senses by what the lexicon's lines begin with."""
    lines = resources.files("ingest").joinpath("data/welsh-english.tsv").read_text("utf-8").splitlines()
    entries = (line.partition("\t") for line in lines)
    return {welsh: () if english == "-" else tuple(english.split("; ")) for welsh, _, english in entries}
