"""Which words a correction calls wrong: in '“£4” should read “£5”' the first, in '“£5” and not “£4”' the second, in what is added none."""

from __future__ import annotations

import re

SUM = re.compile(
    r"[£€$]\s?\d(?:[\d,.]*\d)?(?:\s?(?:million|billion|miliwn)\b)?|\d(?:[\d,.]*\d)?\s?(?:%|per cent\b|million\b|y cant\b|miliwn\b)"
)
_QUOTED = re.compile(r"“([^“”]*)”|\"([^“”\"]*)\"|‘((?:[^‘’]|(?<=\w)’(?=\w))*)’")  # an apostrophe within a word closes nothing
_LEAST, _MOST = 3, 200  # letters of quoted words

_CHANGED = r"(?:amended|corrected|changed|altered|revised|replaced|deleted|removed|omitted|newid|cywiro)"
# Before the right words: 'should have read', 'amended to', 'replaced by', 'to read', 'for £4 read', 'add the words'.
_RIGHT_AFTER = re.compile(
    rf"\b(?:should|ought\s+to|must|shall|to)\s+(?:have\s+)?(?:read|be(?!\s+{_CHANGED})|been|say|state|show)\b|\bdylai\s+(?:\w+\s+){{0,2}}(?:dd?arllen|fod)\b"
    rf"|\b{_CHANGED}\s+(?:to|by|with|i)\b|^\W*(?:and\s+|,\s*)?(?:read|to|with|by|i|gyda|dd?arllen|insert\w*|substitut\w+|add\w*)\b\W*(?:(?:the|words?|read)\W*)*$"
    r"|\b(?:correct|right|true)\s+(?:figure|sum|amount|number|word\w*|name|date)\b[^.;]*$"
    r"|\b(?:insert\w*|add(?:ing|ed|ition\s+of)?|substitut(?:e|ing|ion\s+of)|includ(?:e|ing)|inclusion\s+of|ychwanegu|mewnosod)\b",
    re.I,
)
_RIGHT_BEFORE = re.compile(
    r"^\W*(?:(?:should|to|must)\s+)?(?:also\s+)?(?:be\s+)?(?:added|inserted|included|substituted|ychwaneg\w+)\b"
    r"|^\W*(?:and\s+not|not|instead\s+of|rather\s+than|in\s+(?:place|lieu)\s+of|ac\s+nid|yn\s+lle|yn\s+hytrach\s+na)\b",
    re.I,
)
_WRONG_AFTER = re.compile(
    r"\b(?:not|instead\s+of|rather\s+than|in\s+(?:place|lieu)\s+of|for|delet\w+|remov\w+|omit\w*|replac(?:e|ing)|amend(?:ing)?|from|nid|yn\s+lle|dileu)"
    r"\b\W*(?:(?:the|words?|figures?|sum|of)\W*)*$",
    re.I,
)
_WRONG_BEFORE = re.compile(
    rf"^\W*(?:(?:\w+\s+){{0,3}}?(?:should|ought|must)\b|to\s+read\b|(?:be|was|were|is)\s+(?:{_CHANGED}|incorrect|wrong)\b|yn\s+anghywir)",
    re.I,
)
# 'It was recorded as £4 instead of £5' has the wrong one first.
_RECORDED = re.compile(
    r"\b(?:recorded|given|stated|shown|minuted|printed|entered|gofnod\w+)\s+(?:wrongly\s+|incorrectly\s+)?(?:as|fel)\W*$", re.I
)
_BESIDE = re.compile(r"\b(?:after|before|following|between|ar\s+ôl|cyn)\b\W*(?:(?:the|words?)\W*)*$", re.I)  # stands there and stays
_JOINING = re.compile(r"^\W*(?:and|a|ac|or)?\W*$", re.I)


def quoted(text: str) -> list[re.Match[str]]:
    """What a text has between quotation marks, of more than a letter or two and less than a page."""
    return [found for found in _QUOTED.finditer(text) if _LEAST <= len(_inside(found)) <= _MOST]


def words_quoted(text: str) -> list[str]:
    """The same, as words without the marks."""
    return [_inside(found) for found in quoted(text)]


def wrong_words(correction: str) -> list[str]:
    """The quoted words and the sums that a correction calls wrong, quotations first; all where it cannot be told which those are."""
    marks = quoted(correction)
    loose = [one for one in SUM.finditer(correction) if not any(mark.start() <= one.start() < mark.end() for mark in marks)]
    spans = sorted([*marks, *loose], key=lambda one: one.start())
    wrong = _wrong(correction, spans)
    said = [_inside(one) for one, bad in zip(spans, wrong, strict=True) if bad and one in marks]
    right = {found[0] for one, bad in zip(spans, wrong, strict=True) if not bad for found in SUM.finditer(one[0])}
    sums = [found[0] for one, bad in zip(spans, wrong, strict=True) if bad for found in SUM.finditer(one[0])]
    return [*said, *(one for one in sums if one not in right)]


def _inside(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group is not None)


def _wrong(text: str, spans: list[re.Match[str]]) -> list[bool]:
    """Of each run of words or sum, in order, whether it is called wrong."""
    found: list[bool | None] = []
    by_what_follows: list[bool | None] = []
    for number, one in enumerate(spans):
        before = text[spans[number - 1].end() if number else 0 : one.start()]
        after = text[one.end() : spans[number + 1].start() if number + 1 < len(spans) else len(text)]
        recorded = bool(_RECORDED.search(before)) and not re.search(r"\b(?:should|to|must)\b", before)
        follows = None if recorded else _judged(after, _RIGHT_BEFORE, _WRONG_BEFORE)
        by_what_follows.append(follows)
        if number and re.match(r"\W*instead\s+of\W*$", before) and found[-1]:
            found.append(False)  # 'recorded as £4 instead of £5'
        elif recorded:
            found.append(True)
        elif _BESIDE.search(before):
            found.append(False)
        elif _WRONG_AFTER.search(before):
            found.append(True)
        elif _RIGHT_AFTER.search(before):
            found.append(False)
        elif follows is None and number and _JOINING.match(before):
            found.append(found[-1])
        else:
            found.append(follows)
    for number in range(len(spans) - 2, -1, -1):  # '“a” and “b” should be added'
        if found[number] is None and _JOINING.match(text[spans[number].end() : spans[number + 1].start()]):
            found[number] = by_what_follows[number] = by_what_follows[number + 1]
    return [one is not False for one in found]


def _judged(after: str, right: re.Pattern[str], wrong: re.Pattern[str]) -> bool | None:
    if right.search(after):
        return False
    return True if wrong.search(after) else None
