"""Welsh words across their forms: initial mutations undone by rule, word forms by `simplemma`'s dictionary.

'blant', 'phlant' and 'mhlant' are 'plant', which is a form of 'plentyn'. The rules are those of any grammar of Welsh (e.g. P. W. Thomas,
Gramadeg y Gymraeg, 1996): soft, nasal and aspirate mutation, and h before vowels.
"""

from __future__ import annotations

import functools

# What a word may begin with, and what it may then have begun with before it was mutated; longer beginnings are tried first.
_RADICALS = {
    "ngh": ("c",), "mh": ("p",), "nh": ("t",), "ng": ("g",), "ph": ("p",), "th": ("t",), "ch": ("c",), "dd": ("d",),
    "m": ("b",), "n": ("d",), "b": ("p",), "d": ("t",), "g": ("c",), "f": ("b", "m"), "l": ("ll", "gl"), "r": ("rh", "gr"),
    "w": ("gw",), "ha": ("a",), "he": ("e",), "hi": ("i",), "ho": ("o",), "hu": ("u",), "hw": ("w",), "hy": ("y",),
    "a": ("ga",), "e": ("ge",), "i": ("gi",), "o": ("go",), "u": ("gu",), "y": ("gy",),
}  # fmt: skip
_WHOLE = ("ll", "rh", "ff")  # beginnings that are not the letter they begin with
# Of a name no dictionary tells the radical, so what mutates into one another counts as one: Manordeilo and Fanordeilo.
_CLASSES = {
    **dict.fromkeys(("ngh", "ch", "ng", "c", "g"), "c"), **dict.fromkeys(("mh", "ph", "p", "b", "m", "f"), "p"),
    **dict.fromkeys(("nh", "th", "dd", "t", "d", "n"), "t"), "ll": "l", "l": "l", "rh": "r", "r": "r",
}  # fmt: skip
_SHORTEST_NAME = 4
_RADICAL_THEMSELVES = frozenset({"grant"})  # the dictionary has them only as mutated forms of other words


@functools.lru_cache(maxsize=100_000)
def keys(word: str) -> frozenset[str]:
    """What a word (in lower case) is found by: two words that share a key are forms of one. Mutation never changes the keys."""
    plain = radical(word)
    if not _known(plain):
        return frozenset({f"?{_class(plain)}" if len(word) >= _SHORTEST_NAME and word.isalpha() else word})
    base = lemma(plain)
    if _beginning(base) in map(_beginning, unmutated(plain)):
        return frozenset({plain})  # the dictionary takes it for a mutated form of a word that it does not hold: 'grant' for 'creu'
    people = {f"{base[:-2]}ydd"} if base.endswith("wr") and _known(f"{base[:-2]}ydd") else set()  # cynghorwyr, cynghorydd
    return frozenset({plain, base} | people)


def radical(word: str) -> str:
    """The word as it is without its initial mutation; a word that stands so itself, or is not known, comes back as it is."""
    candidates = unmutated(word)
    if word in _RADICAL_THEMSELVES:
        return word
    if _known(word):
        base = lemma(word)
        if _beginning(base) == _beginning(word):
            return word
        return next((one for one in candidates if _beginning(one) == _beginning(base) and _known(one)), word)
    return next((one for one in candidates if _known(one)), word)


def unmutated(word: str) -> list[str]:
    """What a word may be without its initial mutation, by rule alone; none where it begins with nothing that is one."""
    for length in (3, 2, 1):
        beginning = word[:length]
        if len(word) > length and beginning in _RADICALS and not word.startswith(_WHOLE):
            return [radical + word[length:] for radical in _RADICALS[beginning]]
    return []


def _beginning(word: str) -> str:
    return word[:2] if word.startswith(("ch", "dd", "ff", "ll", "ph", "rh", "th")) else word[:1]


def _class(word: str) -> str:
    for length in (3, 2, 1):
        if word[:length] in _CLASSES:
            return _CLASSES[word[:length]] + word[length:]
    return word


@functools.lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The dictionary form of a word."""
    import simplemma

    return simplemma.lemmatize(word, lang="cy").lower()


@functools.lru_cache(maxsize=100_000)
def _known(word: str) -> bool:
    import simplemma

    return simplemma.is_known(word, lang="cy")
