"""Numbers written in words, English and Welsh: 'two hundred and fifty', 'twenty-three', 'dau ddeg tri'."""

from __future__ import annotations

import re
from functools import lru_cache

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "nil": 0,
    "dozen": 12,
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
ABBREVIATED_SCALES = {
    "m": 10**6,
    "mn": 10**6,
    "k": 10**3,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "miliwn": 10**6,
    "filiwn": 10**6,
    "mil": 10**3,
    "biliwn": 10**9,
}
_ORDINAL_UNITS = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
]  # fmt: skip
ORDINALS = {
    **{word: number for number, word in enumerate(_ORDINAL_UNITS)},
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    "cyntaf": 1,
    "gyntaf": 1,
    "ail": 2,
    "trydydd": 3,
    "trydedd": 3,
    "pedwerydd": 4,
    "pedwaredd": 4,
    "pumed": 5,
}
# With the mutations that numerals meet; 'un' is left out (also 'the same'). 'pump' is English too: these count only in Welsh text.
WELSH = {
    "dau": 2, "dwy": 2, "ddau": 2, "ddwy": 2, "tri": 3, "tair": 3, "dri": 3, "dair": 3, "thri": 3, "thair": 3, "pedwar": 4, "pedair": 4,
    "bedwar": 4, "bedair": 4, "phedwar": 4, "phedair": 4, "pump": 5, "pum": 5, "bump": 5, "bum": 5, "phump": 5, "chwech": 6, "chwe": 6,
    "saith": 7, "wyth": 8, "naw": 9, "deg": 10, "ddeg": 10, "deuddeg": 12, "ddeuddeg": 12, "pymtheg": 15, "bymtheg": 15, "deunaw": 18,
    "ddeunaw": 18, "ugain": 20, "deugain": 40, "ddeugain": 40, "trigain": 60, "hanner cant": 50,
}  # fmt: skip
_WELSH_SCALES = {"cant": 100, "gant": 100, "chant": 100, "mil": 1000, "fil": 1000, "miliwn": 10**6, "filiwn": 10**6}


def _alternatives(names: object) -> str:
    return "|".join(sorted(map(str, names), key=len, reverse=True))  # type: ignore[call-overload]


_CARDINAL = rf"(?:{_alternatives(CARDINALS)}|{_alternatives(SCALES)})"
_JOIN = r"(?:[\s-]+|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)"
ENGLISH_RUN = rf"(?:an?\s+(?=hundred|thousand|million|billion|dozen))?{_CARDINAL}(?:{_JOIN}{_CARDINAL})*"
_WELSH_WORD = rf"(?:{_alternatives(WELSH)}|{_alternatives(_WELSH_SCALES)})"
WELSH_RUN = rf"{_WELSH_WORD}(?:\s+{_WELSH_WORD})*"


@lru_cache(maxsize=4096)
def value(run: str) -> float:
    """The value of a run of number words, by the usual rule: units add up, hundred multiplies, thousand and above close a group."""
    total, group = 0.0, 0.0
    for word in re.split(r"[\s-]+", run.lower().replace("hanner cant", "hanner_cant")):
        number = CARDINALS.get(word, WELSH.get(word.replace("_", " ")))
        scale = SCALES.get(word, _WELSH_SCALES.get(word))
        if number == 10 and word == "ddeg" and 2 <= group <= 9:
            group *= 10  # 'dau ddeg tri' is two tens and three
        elif number == 12 and word == "dozen" and group:
            group *= 12
        elif number is not None:
            group += number
        elif scale == 100:
            group = max(group, 1) * 100
        elif scale is not None:
            total += max(group, 1) * scale
            group = 0.0
    return total + group
