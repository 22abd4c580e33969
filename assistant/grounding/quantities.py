"""Figures as they are printed, read as values with units: '£1.2m' is £1,200,000, '84.6 %' is 84.6 per cent, 'two' is 2."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.grounding.number_words import ABBREVIATED_SCALES, ENGLISH_RUN, ORDINALS, SCALES, WELSH_RUN, value
from ingest.text import detect_language

Kind = Literal["date", "years", "time", "money", "percent", "points", "number", "ordinal", "fraction", "code"]
Value = float | str | tuple[int | None, int | None, int | None]


class Quantity(NamedTuple):
    """One figure. `value`: a number; for dates (year, month, day), None where not printed; for year ranges and codes the folded text."""

    kind: Kind
    value: Value
    unit: str
    text: str
    start: int
    end: int


_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
]  # fmt: skip
MONTHS = {name: number % 12 + 1 for number, name in enumerate(_MONTHS)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    "fawrth": 3, "fai": 5, "fehefin": 6, "orffennaf": 7, "ngorffennaf": 7, "fedi": 9, "dachwedd": 11, "thachwedd": 11, "ragfyr": 12,
}  # fmt: skip
# Months that are also English words count only when something beside them says so.
_DOUBTFUL = {"may", "mai", "march", "mar", "jan", "sep", "dec", "medi", "fai"}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:\s?(?:" + "|".join([*SCALES, *sorted(ABBREVIATED_SCALES, key=len, reverse=True)]) + r")\b)"
_SUFFIX = r"(?:st|nd|rd|th|fed|ydd|ain|eg|ed|af|il)"
_PERCENT = r"\s?(?:%|per\s?cent\b|percent\b|y cant\b)"
_PATTERNS = (
    ("iso", r"(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)\b"),
    ("figures", r"\b(?P<f_d>\d{1,2})[/.](?P<f_m>\d{1,2})[/.](?P<f_y>(?:19|20)?\d\d)\b(?!\.\d)"),
    ("dmy", rf"\b(?P<d_d>\d{{1,2}}){_SUFFIX}?\s+(?:of\s+|o\s+|day\s+of\s+)?(?P<d_m>{_MONTH})(?:,?\s+(?P<d_y>(?:19|20)\d\d)\b)?"),
    ("mdy", rf"\b(?P<m_m>{_MONTH})\s+(?P<m_d>\d{{1,2}}){_SUFFIX}?\b(?![.:]\d)(?:,?\s+(?P<m_y>(?:19|20)\d\d)\b)?"),
    ("my", rf"\b(?P<y_m>{_MONTH}),?\s+(?P<y_y>(?:19|20)\d\d)\b"),
    ("month", rf"\b(?P<o_m>{_MONTH})"),
    ("span", r"\b(?P<s_a>(?:19|20)\d\d)\s?[/-]\s?(?P<s_b>(?:19|20)?\d\d)\b(?![/-]?\d)"),
    ("clock", r"\b(?P<c_h>\d{1,2})(?:[.:](?P<c_m>\d\d))?\s?(?P<c_s>[ap]\.?m\b\.?|y\.?[bhp]\b\.?|o'clock)"),
    ("clock24", r"\b(?P<t_h>[01]?\d|2[0-3]):(?P<t_m>[0-5]\d)\b"),
    ("noon", r"\b(?:noon|midday|midnight)\b"),
    ("money", rf"(?P<p_c>[£$€])\s?(?P<p_n>{_DIGITS})(?P<p_s>{_SCALE})?"),
    ("percent", rf"(?<![\w.])(?P<r_n>{_DIGITS})(?P<r_s>{_SCALE})?(?P<r_p>\s?percentage points?\b|{_PERCENT})"),
    ("coins", rf"(?<![\w.])(?P<q_n>{_DIGITS})(?P<q_s>{_SCALE})?\s?(?P<q_u>pounds|pence|euros?|dollars|p)\b"),
    ("ordinal", rf"(?<![\w.])(?P<n_n>\d+)(?:st|nd|rd|th)\b|\b(?P<n_w>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b(?!s\b)"),
    ("fraction", r"\b(?P<x_w>half|(?:(?:a|one|two|three|four)[\s-])(?:thirds?|quarters?|fifths?|tenths?)\b(?=\sof|\s?,|\.|\s))"),
    ("scaled", rf"(?<![\w.])(?P<k_n>{_DIGITS})(?P<k_s>{_SCALE})(?![\w-])"),
    ("code", r"(?<![\w])(?=[\w/.-]*\d)(?=[\w/.-]*[A-Za-z/])[A-Za-z0-9]+(?:[/.-]?[A-Za-z0-9]+)*"),
    ("number", rf"(?<![\w])(?P<z_n>{_DIGITS})(?![\d])"),
)
_ENGLISH = re.compile(
    "|".join([*(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS), rf"\b(?P<words>{ENGLISH_RUN})\b"]), re.IGNORECASE
)
_WELSH = re.compile("|".join([*(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS), rf"\b(?P<words>{WELSH_RUN})\b"]), re.IGNORECASE)
_AFTER_WORDS = re.compile(
    rf"(?P<percent>{_PERCENT})|(?P<points>\s?percentage points?\b)|\s(?P<coins>pounds|pence|euros?|dollars)\b", re.IGNORECASE
)
_AGE = re.compile(r"(\d+)-(year|month|week|day|hour|mile|metre|foot|point|bed|page|part|strong)", re.IGNORECASE)
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|last|next|this|during|early|late|mid|and|before|after|between|every|each|end|[,/-]))[\s-]*$",
    re.IGNORECASE,
)
_COINS = {"pounds": "£", "pence": "p", "p": "p", "euro": "€", "euros": "€", "dollars": "$"}
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


@lru_cache(maxsize=4096)
def quantities(folded: str) -> tuple[Quantity, ...]:
    """Every figure of a folded text, in order. 'one' is left out where it stands for a noun ('one of them', 'this one')."""
    pattern = _WELSH if detect_language(folded) == "cy" else _ENGLISH
    found = []
    for match in pattern.finditer(folded):
        read = _read(match, folded)
        if read is not None:
            found.append(read)
    return tuple(_with_range_units(found, folded))


def _with_range_units(found: list[Quantity], text: str) -> list[Quantity]:
    """'between 8 and 9 per cent', 'six or seven per cent': the first figure has the unit of the second."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        if (
            first.kind == "number"
            and second.kind in ("percent", "points")
            and text[first.end : second.start].strip() in ("and", "to", "or", "-")
        ):
            found[index] = first._replace(kind=second.kind)
        if isinstance(second.value, tuple) and _begins_a_span_of_days(first, second, text):
            found[index] = first._replace(kind="date", value=(None, second.value[1], int(first.text)))
    return found


def _begins_a_span_of_days(first: Quantity, second: Quantity, text: str) -> bool:
    """'12 to 29 August': the 12 is a day of August."""
    if first.kind != "number" or second.kind != "date" or not isinstance(second.value, tuple) or second.value[2] is None:
        return False
    joined = text[first.end : second.start].strip() in ("to", "-", "until", "till")
    return joined and first.text.isdigit() and 0 < int(first.text) < second.value[2]


# No figures: 'sixth-form travel' may be called post-16 travel as well.
_SET_PHRASE = re.compile(r"(?:sixth[- ]form|first[- ](?:aid|class)|second[- ](?:homes?|hand)|third[- ](?:part(?:y|ies)|sector))", re.I)


def _read(match: re.Match[str], text: str) -> Quantity | None:
    start, end = match.span()
    g = match.groupdict()

    def made(kind: Kind, amount: Value, unit: str = "", stop: int = end) -> Quantity:
        return Quantity(kind, round(amount, 4) if isinstance(amount, float) else amount, unit, text[start:stop].strip(), start, stop)

    if g["iso"]:
        return made("date", (int(g["iso_y"]), int(g["iso_m"]), int(g["iso_d"])))
    if g["figures"]:
        year = int(g["f_y"]) + (2000 if len(g["f_y"]) == 2 else 0)
        return made("date", (year, int(g["f_m"]), int(g["f_d"]))) if 1 <= int(g["f_m"]) <= 12 else made("code", g["figures"].lower())
    for name, y, m, d in (("dmy", "d_y", "d_m", "d_d"), ("mdy", "m_y", "m_m", "m_d"), ("my", "y_y", "y_m", None)):
        if g[name]:
            return made("date", (int(g[y]) if g[y] else None, MONTHS[g[m].lower().rstrip(".")], int(g[d]) if d else None))
    if g["month"]:
        return made("date", (None, MONTHS[g["o_m"].lower().rstrip(".")], None)) if _is_month(match, text) else None
    if g["span"]:
        first, second = g["s_a"], g["s_b"]
        return made("years", f"{first}/{second[-2:]}") if int(second[-2:]) != int(first[-2:]) else made("code", g["span"].lower())
    if g["clock"]:
        hour, half = int(g["c_h"]), g["c_s"].lower().replace(".", "")
        if half in ("pm", "yp", "yh"):
            hour = hour % 12 + 12
        elif half in ("am", "yb"):
            hour %= 12
        return made("time", hour + int(g["c_m"] or 0) / 100, "o'clock" if half == "o'clock" else "")
    if g["clock24"]:
        return made("time", int(g["t_h"]) + int(g["t_m"]) / 100)
    if g["noon"]:
        return made("time", 0.0 if g["noon"].lower() == "midnight" else 12.0)
    if g["money"]:
        return made("money", _number(g["p_n"], g["p_s"]), g["p_c"])
    if g["percent"]:
        return made("points" if "point" in g["r_p"].lower() else "percent", _number(g["r_n"], g["r_s"]))
    if g["coins"]:
        return made("money", _number(g["q_n"], g["q_s"]), _COINS[g["q_u"].lower()])
    if g["ordinal"] and g["n_w"] and _SET_PHRASE.match(text, start):
        return None
    if g["ordinal"]:
        return made("ordinal", float(g["n_n"] or ORDINALS[g["n_w"].lower()]))
    if g["fraction"]:
        count, _, part = g["x_w"].lower().replace("-", " ").rpartition(" ")
        return made("fraction", _COUNTS.get(count, 1) * _FRACTIONS[part.rstrip("s") if part != "half" else part])
    if g["scaled"]:
        return made("number", _number(g["k_n"], g["k_s"]))
    if g["code"]:
        aged = _AGE.match(g["code"])
        if aged:
            return made("number", float(aged[1]), stop=start + len(aged[1]))
        return made("code", g["code"].lower().rstrip(".-/"))
    if g["number"]:
        return made("number", _number(g["z_n"], None))
    return _in_words(match, text, start, end)


def _in_words(match: re.Match[str], text: str, start: int, end: int) -> Quantity | None:
    run = match["words"]
    if run.lower() == "one" and re.match(
        r"\s+(?:of|or|another|that|who|which|by|could|would|can|is|was|to)\b|\s*[.,;:)]|'|$", text[end:], re.IGNORECASE
    ):
        return None
    after = _AFTER_WORDS.match(text, end)
    kind: Kind = "number"
    unit = ""
    stop = end
    if after:
        kind = "percent" if after["percent"] else "points" if after["points"] else "money"
        unit = _COINS[after["coins"].lower()] if after["coins"] else ""
        stop = after.end()
    return Quantity(kind, value(run), unit, text[start:stop], start, stop)


def _is_month(match: re.Match[str], text: str) -> bool:
    word = match["o_m"].rstrip(".")
    if not word[0].isupper():
        return word not in _DOUBTFUL and len(word) > 3
    return word.lower() not in _DOUBTFUL or (_BEFORE_MONTH.search(text[: match.start()]) is not None and len(word) > 2)


def _number(digits: str, scale: str | None) -> float:
    amount = float(digits.replace(",", ""))
    if scale:
        word = scale.strip().lower()
        amount *= SCALES.get(word, ABBREVIATED_SCALES.get(word, 1))
    return amount


def is_year(quantity: Quantity) -> bool:
    """Whether a bare number reads as a year."""
    return quantity.kind == "number" and isinstance(quantity.value, float) and 1900 <= quantity.value < 2100 and len(quantity.text) == 4
