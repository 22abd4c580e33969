"""Text as text: white space, sentences, language. Knows nothing of meetings."""

from __future__ import annotations

import re
from collections import Counter

from ingest.datamodel import Language


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(text.split())


# Zero-width space, non-joiner, joiner, word joiner, byte order mark, soft hyphen, and the two direction marks.
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")

# Never the end of a sentence: a name or a figure follows.
_TITLES = word_set(
    "cllr cllrs cmhlr clr clir cr councillor. cyng cynghr mr mrs ms mx dr prof rev revd parch hon messrs sgt insp supt cpl capt col "
    "lt ald gen nem viz cf approx para paras fig figs ref refs tel vol vols pp ed eds e.g i.e e.e h.y eg ie sr fr br bnr fns "
    "reg qtr ll rh th ch ph wm geo chas jas"
)
# The end of a sentence only when a figure does not follow.
_BEFORE_FIGURES = word_set(
    "no nos p rhif rhifau tud art arts sec s ss cl c approx est min max jan feb mar apr jun jul aug sep sept oct nov dec"
)
# The end of a sentence only when the next word plainly opens one.
_MAYBE = word_set("st co ltd inc plc bros jnr jr snr esq rd ave dept depts gov govt ext incl u.k u.s u.s.a")
# The end of a sentence when a capital follows that is not a day, a month or a time zone.
_TIMES = word_set("a.m p.m y.b y.p y.h am pm")

_OPENERS = word_set(
    "the a an it this that these those there he she they we you his her their its our in on at as for from to by with of "
    "after before when where while if although and but or no not all any each some both it's who what which why how is are "
    "was were be once since due other further many most because however therefore also then so now following during "
    "members councillors cllr councillor mr mrs ms resolved agreed noted y yr yn ar er wrth ac "
    "ond mae roedd oedd bu nid gofynnodd dywedodd penderfynwyd cytunwyd nodwyd cynigiwyd"
)
_DAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december gmt bst utc"
)
_LETTERED = word_set(
    "option appendix annex annexe part class band group section schedule plan table figure zone block type category grade "
    "ward opsiwn atodiad rhan"
)

_STOP = re.compile(r"(?:[.!?…]+[\"”\u2019'»)\]]*(?=\s)|(?<=[a-zà-ÿ]{2})[.!?][\"”]?(?=[“\"]?[A-ZÀ-Þ][a-zà-ÿ])|\n)")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_LAST_WORD = re.compile(r"[^\s(\[“\"\u2018'/]+$")
_NEXT_WORD = re.compile(r"[\s(\[“\"\u2018']*([^\s,;:.!?)\]”\"\u2019']+)")
_LABEL = re.compile(
    r"[\s(\[“\"*•·-]*(?:(?:agenda )?item|eitem|motion|question|section|part|rhan|no|rhif)?\s*\(?(?:\d+(?:[./]\d+)*|[ivxl]{1,5}|[a-z])\)?",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")

_WELSH = word_set(
    "yr yn ei eu gan wedi bod oedd roedd fod gyda mae nid hyn hwn hon sydd ac wrth yng ym nad ond hefyd fel cael eu'r i'r o'r "
    "a'r bydd byddai dylid cyngor cyfarfod cyng dywedodd gofynnodd cynigiwyd eiliwyd penderfynwyd nodwyd cytunwyd aelodau "
    "ddim dim fe eich ein gan hynny iawn mewn rhwng yw ydy ddiolch"
)
_ENGLISH = word_set(
    "the of and to was that for by be were is it with as had from this would which has been not his her their are council "
    "meeting will have an members noted agreed resolved proposed seconded report"
)


def fold_space(text: str) -> str:
    """Return `text` with every run of white space (no-break and narrow ones too) as one space, and without invisible characters."""
    if not text.isascii() and _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def detect_language(text: str) -> Language:
    """Tell Welsh from English by function words; a mixed text is what most of it is, and a text with neither is English."""
    counts = Counter(_WORD.findall(text.lower()))
    welsh = sum(counts[word] for word in _WELSH)
    english = sum(counts[word] for word in _ENGLISH)
    return "cy" if welsh > english else "en"


def sentences(text: str) -> list[str]:
    """Split `text` into sentences.

    Returns:
        Verbatim slices of `text`, in order, stripped of surrounding white space; together they hold every non-space character.
        A line break ends a sentence; abbreviations, initials, list numbers and decimals do not.
    """
    found: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0] == "\n" or _ends_sentence(text, start, stop.start(), stop.end()):
            piece = text[start : stop.end()].strip()
            if piece:
                found.append(piece)
                start = stop.end()
    last = text[start:].strip()
    return [*found, last] if last else found


def _ends_sentence(text: str, start: int, mark: int, end: int) -> bool:
    """Decide whether the stop at `text[mark:end]` ends the sentence that began at `start`."""
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return True
    next_word = following[1]
    if next_word[0].islower():
        return False
    # A stop is judged by the few words before it; looking at all of a long sentence would make the time quadratic.
    before = text[max(start, mark - 60) : mark]
    if mark - start < 40 and (not before.strip() or _LABEL.fullmatch(before)):
        return False  # "5." or "Item 6." or "(a)." opens what it numbers
    if not text[end].isspace() and any(sign in before.rsplit(None, 1)[-1] for sign in "./@"):
        return False  # "www.arwel.example.Org"
    if text[mark] != ".":
        return True
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last[0].lower().rstrip(".")
    opens = next_word.lower() in _OPENERS
    if last[0][0].isupper() and _INITIALS.fullmatch(word):
        earlier = before[: last.start()].split()
        return opens or (bool(earlier) and earlier[-1].lower() in _LETTERED)
    if word in _TITLES:
        return False
    if word in _BEFORE_FIGURES:
        return not next_word[0].isdigit()
    if word in _TIMES:
        return next_word.lower() not in _DAYS_AND_MONTHS
    if word in _MAYBE:
        return opens
    return not (word.isdigit() and len(word) <= 2 and next_word[0].isdigit())  # "13. 05. 2019"
