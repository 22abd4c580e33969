"""Titles of agenda items as headlines can bear them: no shouting capitals, names kept as the minutes write them."""

from __future__ import annotations

import functools
import re
from collections import Counter
from itertools import pairwise

from ingest.datamodel import Language
from ingest.text import word_set
from ingest.welsh import radical

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBERED = re.compile(r"^\W*(?:(?:item|minute|eitem)\s+)?(?:\d+(?:[./]\d+)*[.):]|\(?[a-z]\)|[ivx]+[.)])\s+(?=\S)", re.IGNORECASE)
LONGEST_NAME = 7  # words
WHOLE = 3  # a run of capitals counts for so many parts of longer ones

_CAPITAL = r"[A-ZÀ-ÞŴŶ][\w’'-]*"
# A run of words with capitals, not at the beginning of a sentence; small words of names ("Heol y Felin", "Isle of Wight") may stand inside.
_NAME = re.compile(rf"(?<=[a-zà-ÿŵŷ0-9,;)’] ){_CAPITAL}(?: (?:(?:y|yr|the|of|on|upon|and|in|a|o|i) )?{_CAPITAL})*")
_REFERENCE = re.compile(r"\b[a-z]{0,3}\d{2,4}/\d{2,5}(?:/[a-z]{1,6})?\b")
_ACRONYM = re.compile(r"\b[a-z]{2,5}\b")
_DAYS = word_set(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr Welsh English Wales Cymru "
    "Cymraeg Irish"
)
_SHORT_WELSH = re.compile(r"\b[a-zŵŷ]{2,3}['’][nr](?= [A-ZŴŶ])")  # "ty'n Llan": too short for the dictionary to say that it is a name
_LAST = re.compile(r"[^\W\d_]+ $")
_FIRST = re.compile(r" [^\W\d_]+")
_SPACED_DASH = re.compile(r"\s+[-–—]\s+")


class Spelling:
    """How words are written inside the sentences of a text: which runs of them bear capitals there.

    Args:
        text: what minutes say, paragraph by paragraph.
    """

    def __init__(self, text: str) -> None:
        lines = [line for line in text.split("\n") if not _shouts(line)]
        words = [_WORD.findall(line) for line in lines]
        self.words = Counter(word for some in words for word in some)
        self.together = Counter(f"{one} {other}" for some in words for one, other in pairwise(some) if one.islower() and other.islower())
        capitals: Counter[str] = Counter()
        for run in (found[0].split() for line in lines for found in _NAME.finditer(line)):
            for part in _parts(run):
                capitals[part] += WHOLE if part == " ".join(run) else 1
        self._names = {run for run, count in capitals.items() if _is_name(run, alone=count >= WHOLE) and count >= WHOLE * self._small(run)}

    def names(self, title: str) -> list[str]:
        """The names in a title in small letters, longest first."""
        words = title.split()
        held = {" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, min(len(words), first + 9) + 1)}
        bare = {text.strip(".,:;()–-'\"") for text in held}
        return sorted((run for run in self._names if run.lower() in bare), key=lambda run: (-len(run), run))

    def _small(self, run: str) -> float:
        """How often a run stands in small letters: of two words by their pairs, of one by itself."""
        words = run.lower().split()
        return min(self.together[pair] for pair in map(" ".join, pairwise(words))) if len(words) > 1 else self.words[words[0]]


def calm(title: str, spelling: Spelling, language: Language) -> str:
    """A title with the capitals that its minutes use for the same words; one that does not shout stays as it is.

    Args:
        title: as printed.
        spelling: of the minutes that it is from.
        language: of the title: a word that its dictionary lacks is a name.
    """
    bare = _SPACED_DASH.sub(" – ", _NUMBERED.sub("", " ".join(title.split())).rstrip(" .:;,-–—"))
    letters = [sign for sign in bare if sign.isalpha()]
    if not letters or sum(sign.isupper() for sign in letters) < 0.7 * len(letters):
        return bare
    told = bare.lower()

    def named(name: str, found: re.Match[str]) -> str:
        beside = (_LAST.search(found.string[: found.start()]), _FIRST.match(found.string[found.end() :]))
        pairs = [f"{beside[0][0].strip()} {found[0]}" if beside[0] else "", f"{found[0]} {beside[1][0].strip()}" if beside[1] else ""]
        return found[0] if " " not in name and any(spelling.together[pair] for pair in pairs) else name

    for name in spelling.names(told):
        told = re.sub(rf"(?<![\w/]){re.escape(name.lower())}(?![\w/])", functools.partial(named, name), told)
    told = _WORD.sub(lambda word: word[0] if word[0] != word[0].lower() or not _unknown(word[0], language) else word[0].capitalize(), told)
    if language == "en":
        told = _SHORT_WELSH.sub(lambda found: found[0].capitalize(), told)
    told = _REFERENCE.sub(lambda found: found[0].upper(), told)
    told = _ACRONYM.sub(lambda found: found[0].upper() if spelling.words[found[0].upper()] > spelling.words[found[0]] else found[0], told)
    return re.sub(r"^(\W*)(\w)", lambda found: found[1] + found[2].upper(), told)


def _unknown(word: str, language: Language) -> bool:
    """Whether the dictionary of a language has none of the parts of a word, Welsh ones without their mutations too: then it is a name."""
    import simplemma

    parts = [part for part in re.split(r"[-'’]", word) if len(part) > 2]
    return (
        bool(parts)
        and len(word) > 3
        and not any(
            simplemma.is_known(form, lang=language) for part in parts for form in (part, *((radical(part),) if language == "cy" else ()))
        )
    )


def _is_name(run: str, *, alone: bool) -> bool:
    """Whether a run of words with capitals is a name.

    Args:
        run: the words.
        alone: whether it stands by itself, and not only within longer runs, which may be a person's office: 'Day Services Manager'.
    """
    import simplemma

    if " " not in run:
        return run in _DAYS or not simplemma.is_known(run.lower(), lang=("en", "cy"))
    return alone or not all(simplemma.is_known(word.lower(), lang="en") for word in run.split())


def _parts(words: list[str]) -> list[str]:
    """A run and all runs within it that begin and end with a capital: 'Cwm Elain' of 'Cwm Elain Flood Group'."""
    return [
        " ".join(words[first:last])
        for first in range(len(words))
        for last in range(first + 1, min(len(words), first + LONGEST_NAME) + 1)
        if words[first][0].isupper() and words[last - 1][0].isupper()
    ]


def _shouts(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > 0.5 * len(letters)
