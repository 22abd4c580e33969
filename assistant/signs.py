"""By what a sentence of minutes is known: a decision, a verdict, a figure, a motion, a verb."""

from __future__ import annotations

import re

DECISION = re.compile(
    r"\b(RESOLVED|resolved (?:that|to)|AGREED|RECOMMENDED"
    r"|(?:it was|was|were|council|cabinet|committee) (?:unanimously )?(?:agreed|decided (?:that|to|not))"
    r"|carried|lost|approved|refused|deferred|PENDERFYNWYD|penderfynwyd|CYTUNWYD|cytunwyd|ARGYMHELLWYD|argymhellwyd|eiliwyd|seconded)\b"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FIGURE = re.compile(rf"\d(?:[\d,.]*\d)?\s?(?:%|per cent|million|y cant|miliwn)|£|\b\d+\b(?! (?:{_MONTHS}))")
MONEY = re.compile(r"[£€$]\s?\d")
FINITE = re.compile(
    r"\b(?:is|are|was|were|been|had|has|have|would|will|could|can|may|might|must|should|shall|did|does|do|\w{2,}ed|said|told|gave|took"
    r"|made|went|came|stood|rose|fell|met|paid|cost|wrote|spent|grew|left|held|lost|won|sold|bought|built|began|saw|found|knew|thought"
    r"|felt|put|set|cut|kept|led|ran|remains?|mae|oedd|roedd|bu|bydd|fydd|byddai|gellir|\w+wyd|\w+odd)\b",
    re.IGNORECASE,
)
MOTION = re.compile(r"\b(?:moved|proposed|seconded|motion|amendment|recommend\w*|cynigi\w+|eili\w+)\b", re.I)
# What became of a matter, said in a word or two after it: '5 High Street, extension. No objection.'
VERDICT = re.compile(
    r"(?:(?:this|it|all|application|motion|amendment|unanimously|proposal|request) (?:was |were )?)?"
    r"(?:no(?:ne)? (?:objections?|comments?|observations?)(?: (?:was |were )?(?:raised|made))?|nothing to report"
    r"|in (?:favour|agreement)|object(?:ion|ed)?"
    r"|support(?:ed)?|agreed|carried|lost|defeated|approved|refused|rejected|granted|permitted|withdrawn|deferred|noted|resolved|adopted|accepted"
    r"|declined|unanimous|cymeradwywyd|gwrthodwyd|derbyniwyd|cytunwyd|nodwyd|dim (?:gwrthwynebiad|sylwadau?))(?: unanimously)?[.;]?",
    re.IGNORECASE,
)
# A row of an account: what for and how much, without a verb. 'Clerk's salary £127.40'; a total alone is of nobody knows what.
_SUM = re.compile(r"[£€$]\s?\d|\b\d[\d,]*\.\d\d\b")
_WHAT_FOR = re.compile(r"(?!(?:sub-?)?total\b)\b[^\W\d_]{3}|\b[A-Z]\.[^\W\d_]", re.I)
_LONGEST_ROW = 14  # words
NUMBER = r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{1,4})[.)] )?"  # before a sub-heading: '2. Active Travel'


def has_verb(name: str) -> bool:
    """Whether what may be a name or a heading has a verb; words with a capital are names there: 'Updated Plans Shared'."""
    return bool(FINITE.search(re.sub(r"\b[A-ZŴŶ]\w*", "", name)))


def is_account(line: str, *, in_account: bool = False) -> bool:
    """Whether a line is a row of an account: something and a sum of money, and no verb, unless other rows stand before it."""
    if not (_SUM.search(line) and _WHAT_FOR.search(line)):
        return False
    return not has_verb(line) or (in_account and len(line.split()) <= _LONGEST_ROW)
