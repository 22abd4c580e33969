"""How many, how much, at what cost, what share: what a text must hold to tell it. English and Welsh."""

from __future__ import annotations

import re

from assistant.abstention.form import MONTHS, Form
from assistant.question.words import stem, stems

_HOW_MANY = re.compile(
    r"\b(?:how (?:many|much)|what (?:number|sum|price|amount|share|figure)|faint o)\b"
    r"|^\W*(?:and\s+)?what (?:is|was|were|are|will be|would be) the (?:\w+ )?"
    r"(?:turnout|precept|(?:sale |asking )?price|(?:weekly |annual )?rent)\b(?! for\W*$)"
    r"|^\W*(?:and\s+)?what (?:is|was|will be|would be) (?:[\w’'-]+ ){0,3}(?:salary|wages?|cost|fee|subscription|population|attendance"
    r"|deficit|surplus|shortfall|(?:under|over)spend)(?= (?:of|at|in|to|on)\b|\W*$)"
    r"|^\W*(?:and\s+)?what (?:is|was|were) the (?:lowest|highest|cheapest|winning|total|exact) "
    r"(?:tender|bid|quotation|quote|offer|cost|sum|amount)\b"
    r"|^\W*(?:and\s+)?what (?:did|does|do|will|would|could)\b(?!.*\b(?:say|said|think|thought|decide|agree|ask|want|recommend|report)\b)"
    r".*(?<!the )(?<!its )(?<!their )\b(?:cost\b(?! (?:of|include|cover))|pay\b(?= (?:for|to)\b|\W*$))"
    r"|^\W*(?:and\s+)?what (?:is|was|are|were) .*\bpaid\W*$",
    re.I,
)
_SHARE = re.compile(
    r"\bwhat (?:(?:is|was|are|were) the )?(?:percentage|proportion|per cent|fraction)\b|\bpa (?:ganran|gyfran)\b|\bwhat % ", re.I
)
_SPELLED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|dozens?"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|half|couple|twice|none|nobody|nothing|single"
    r"|free of charge|without charge|at no (?:cost|charge)|no (?:charge|cost|fee)|peppercorn"
    r"|d?dau|d?dwy|[tdTD]h?ri|[td]h?air|(?:p|b|ph)ed(?:war|air)|[bp]h?ump?|chwe(?:ch)?|saith|wyth|naw|d?deg|d?deuddeg|[bp]h?ymtheg"
    r"|d?deunaw|ugain|[cg]h?ant|m?fil|mil|miloedd|filoedd|hanner|dim un|am ddim)\b",
    re.I,
)
_FRACTION = re.compile(
    r"%|\b(?:per ?cent|y cant|half|halves|thirds?|(?:an?|one|three) quarters?|fifths?|tenths?|hanner|traean|chwarter"
    r"|all|none|nobody|every|entire|whole|pob|holl)\b"
    r"|\bin (?:two|three|four|five|ten|a hundred|\d+)\b"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of (?:the |our |its |their |these |those |all )*\d+\b"
    r"|(?<![£\d.,])\d{1,3}\.\d(?!\d)|\bo bob\b",
    re.I,
)
_COUNTED = re.compile(r"\bhow many (?:of (?:the |our |their )?(?:\d+ )?)?(?:more |new |other )?([a-z]+)", re.I)
_FEW = re.compile(r"\b(?:one|no|all|both|every)(?: (?:of )?(?:the )?\d+)? (?:new |other )?([a-z]+)", re.I)
# 'One fatal accident', but not 'the one that', 'one of them', 'one another'.
_ONE = re.compile(
    r"(?<!the )(?<!this )(?<!that )(?<!each )(?<!any )(?<!no )(?<!every )\bone (?!of|an?other|day|side|way|hand|who|that|which|or|to|in|for"
    r"|and|could|would|should|can|may|might|must|is|was|has|had\b)[a-z]{3,} [a-z]{3,}",
    re.I,
)
_ASKS_NUMBER = re.compile(r"\bhow many (?!(?:\w+ )?(?:pounds|euros?|dollars|pence)\b)", re.I)  # and no money
_MONEY = re.compile(r"[£€$]\s?\d(?:[\d,.]*\d)?(?:\s?(?:million|m|k)\b)?")
_ASKS_MONEY = re.compile(
    r"^\W*(?:and\s+)?how much (?!of\b|time\b|more time\b)(?:(?:more )?money\b"
    r"|.*\b(?:costs?|paid|pay|spen[dt]|charged?|quote[ds]?|price|grant|donat\w+|salary|precept|rent|fees?|g[ai]ve|given|raised?|owe[ds]?|worth|earn\w*)\b)",
    re.I,
)
_A_SUM = re.compile(
    r"[£€$]\s?\d|\b\d[\d,]*\.\d\d\b|\b\d{1,3}(?:,\d{3})+\b|%|\b\d{3,}\b(?! [a-z]+s\b)"
    r"|\b\d[\d.,]*\s?(?:p|pence|pounds?|euros?|dollars?|million|miliwn|m|k|per ?cent)\b"
    r"|\b(?:hundred|thousand|million|half|third|quarter|free|nothing|peppercorn)\b|\b(?:no|without|any) (?:\w+ )?(?:costs?|charge|fees?)\b",
    re.I,
)
_FIGURE = re.compile(r"(?<![A-Za-z\d.,/-])\d(?:[\d,.]*\d)?")  # '€100k', but not 'the M20'
_YEARS = r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?"
# Figures that count nothing: years, hours, and the numbers of items and papers.
_NO_COUNT = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?-i:{MONTHS})(?:\s\d{{1,2}}(?:st|nd|rd|th)?\b,?)?(?:\s{_YEARS})?\b"
    r"|\b(?:19|20)\d\d[/–-]\d\d(?:\d\d)?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|o[’']clock\b|noon\b)"
    r"|\b\d+(?:st|nd|rd|th)\b|(?<![£€$\d.,])\b(?:19|20)\d\d\b(?![.,]\d| [a-z]+s\b)|\bno\. ?\d[\d./]*"
    r"|\b(?:items?|minutes?|paragraphs?|section|clause|page|schedule|appendix|eitem|[cg]h?ofnod|adran)\s(?:no\.? ?|rhif )?\d[\d./]*"
    r"|\b[A-Z]{1,4}/\d[\d/]*|\b[A-Z]{1,3}\d[\d-]+|^\d{1,2}(?:(?:\.\d{1,2})+[.)]?|[.)])\s",
    re.I,
)


def _counted(question: str, text: str) -> bool:
    if _ASKS_MONEY.search(question):
        return bool(_A_SUM.search(_NO_COUNT.sub(" ", text)))
    figures = _figures(_MONEY.sub(" ", text) if _ASKS_NUMBER.search(question) else text)
    return bool(figures - _figures(question) or _SPELLED.search(text) or _counts(question, text))


def _figures(text: str) -> set[str]:
    return set(_FIGURE.findall(_NO_COUNT.sub(" ", text)))


def _counts(question: str, text: str) -> bool:
    """Whether a text says 'one', 'no' or 'all' of what the question counts: 'How many residents objected?', 'One resident objected.'"""
    counted = _COUNTED.search(question)
    if counted and _ONE.search(text):
        return True
    said = {stem(found[1].lower()) for found in _FEW.finditer(text)}
    return counted is not None and stem(counted[1].lower()) in said


def _shared(question: str, text: str) -> bool:
    none = {stem(found[1].lower()) for found in re.finditer(r"\bno ([a-z]+)", text, re.I)}
    return bool(_FRACTION.search(text) or none & stems(question))


FORMS = (
    Form(_HOW_MANY, _counted, "they give no figure there", always=True),
    Form(_SHARE, _shared, "they give no share there", always=True),
)
