"""The sentences with which minutes decide, English and Welsh, each as a pattern with the kind of decision it makes."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.datamodel import DecisionKind

_BODY = (
    r"(?:(?:the|all(?:\s+the)?|both)\s+)?(?:(?:parish|town|community|city|county|full|elected|sub-?|standards|planning|scrutiny)\s*)?"
    r"(?:council(?:lors)?(?!\s+members)|committee|cabinet|board|panel|members|meeting|(?<=the\s)cc|executive|working group)"
)
_ADVERBS = (
    r"(?:(?:then|also|further|unanimously|subsequently|therefore|accordingly|formally|duly|thereupon|all|present|both|each|again|hereby|"
    r"in principle|generally)\s+)*"
)
# what can be approved, noted or deferred at a meeting; funding and applications elsewhere are guarded in `wording`
_MATTER = (
    r"\b(?:minutes?|reports?|motions?|amendments?|items?|applications?|payments?|accounts?|budget|precept|recommendations?|proposals?|"
    r"resolution|nominations?|polic(?:y|ies)|plans?|matter|correspondence|return|this|these|they|statement|bye-?laws?|draft|schedule|"
    r"quotations?|disposal|programme|strategy|terms of reference|update|apologies|bills|cheques)\b"
)
_WAS = rf"\b(?:was|were)\s+{_ADVERBS}"
_CLAUSE = r"(?:^|,\s+|\band\s+|;\s+|\bdiscussion\s+)"
_MOTION = r"\b(?:the\s+)?(?:substantive\s+|amended\s+)?(?:motion|amendment|proposal)[^.;]{0,80}\b(?:was|were)\s+"
_PUT = r"(?:put\s+(?:to\s+the\s+(?:vote|meeting)\s+)?(?:and\s+)?)?(?:declared\s+)?(?:unanimously\s+)?"
_NOT_AS_SAID = r"(?<!\bfel\sy\s)(?<!\ba\s)(?<!\by\s)\b"
_WELSH_BODY = r"(?=\s+(?:y|yr)\s+(?:pwyllgor|cabinet|cyngor|aelodau)\b)"


class Rule(NamedTuple):
    """A way of deciding. One of `stems` must stand in the sentence before `pattern` is tried; the verb, if grouped, is called `verb`."""

    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    kind: DecisionKind


def _rule(stems: str, pattern: str, kind: DecisionKind) -> Rule:
    return Rule(tuple(stems.split()), re.compile(pattern, re.IGNORECASE), kind)


RULES: tuple[Rule, ...] = (
    _rule("resolved", r"^(?:and\s+)?(?:unanimously\s+)?(?P<verb>resolved)\b(?!\s+(?:issues|matters))", "resolved"),
    _rule(
        "resolved decided determined",
        rf"\bit\s+(?:was|is|were)\s+{_ADVERBS}(?:proposed,?\s+seconded\s+and\s+)?{_ADVERBS}(?:agreed\s+and\s+)?"
        r"(?P<verb>resolved|decided|determined)\b",
        "resolved",
    ),
    _rule("agreed approved", rf"\bit\s+was\s+{_ADVERBS}(?P<verb>agreed|approved)\b", "agreed"),
    _rule("resolved decided", rf"{_CLAUSE}{_BODY}\s+{_ADVERBS}(?:voted\s+and\s+)?(?P<verb>resolved|decided)\b", "resolved"),
    _rule(
        "agreed approved adopted endorsed accepted ratified",
        rf"{_CLAUSE}{_BODY}\s+{_ADVERBS}(?:noted\s+and\s+)?(?P<verb>agreed|approved|adopted|endorsed|accepted|ratified)\b",
        "agreed",
    ),
    _rule("recommend", rf"^{_BODY}\s+{_ADVERBS}(?P<verb>recommended|recommends)\b", "recommended"),
    _rule(
        "noted",
        rf"(?:^|,\s+|\band\s+){_BODY}\s+{_ADVERBS}(?P<verb>noted)\s+(?:and\s+\w+\s+)?(?:the|this|these|same|both|his|her)\b\s*"
        r"(?:\w+[’']?s?\s+){0,3}?(?:reports?|contents|proposals?|correspondence|update|minutes|reply|position|information|disposal|apologies|"
        r"same|documents?|statement|schedule)\b(?!\s+(?:he|she|they|it|had))",
        "noted",
    ),
    _rule(
        "approved adopted agreed accepted ratified",
        rf"{_MATTER}[^.;]{{0,170}}?{_WAS}(?:proposed,\s+seconded\s+and\s+|considered\s+and\s+|noted\s+and\s+|signed\s+and\s+)?"
        r"(?P<verb>approved|adopted|agreed|accepted|ratified)\b",
        "agreed",
    ),
    _rule("noted", rf"{_MATTER}[^.;]{{0,120}}?{_WAS}(?P<verb>noted)\b(?!\s+that)", "noted"),
    _rule("deferred", rf"{_MATTER}[^.;]{{0,80}}?{_WAS}(?P<verb>deferred)\b", "deferred"),
    _rule("withdrawn", rf"{_MATTER}[^.;]{{0,80}}?{_WAS}(?P<verb>withdrawn)\b", "withdrawn"),
    _rule("carried passed", rf"{_MOTION}{_PUT}(?P<verb>carried|passed)\b", "carried"),
    _rule("lost defeated rejected", rf"{_MOTION}{_PUT}(?P<verb>lost|defeated|rejected)\b", "lost"),
    _rule("agreed", r"^all\s+(?:were\s+)?(?P<verb>agreed)\b", "agreed"),
    _rule("agreed", r"^(?P<verb>agreed)\s+(?:that|to|unanimously)\b", "agreed"),
    _rule("penderfyn", rf"{_NOT_AS_SAID}(?P<verb>penderfynwyd\b|penderfynodd{_WELSH_BODY})", "resolved"),
    _rule("cytun", rf"{_NOT_AS_SAID}(?P<verb>cytunwyd\b|cytunodd{_WELSH_BODY})", "agreed"),
    _rule("argymhell", rf"{_NOT_AS_SAID}(?P<verb>argymhellwyd\b|argymhellodd{_WELSH_BODY})", "recommended"),
    _rule(
        "nodwyd",
        r"^(?P<verb>nodwyd)\s+(?:yr?\s+(?:adroddiad|wybodaeth|sefyllfa|cynnwys|diweddariad|datganiad|ddogfen)|cynnwys|hyn)\b",
        "noted",
    ),
    _rule("ohiriwyd", r"^(?P<verb>g?ohiriwyd)\b", "deferred"),
    _rule("gwrthodwyd", r"^(?P<verb>gwrthodwyd)\b", "refused"),
    _rule("ymeradw", r"(?P<verb>^cymeradwywyd\b|\bcafodd\b[^.;]{0,60}\b(?:ei|eu)\s+(?:g|ch)ymeradwyo\b)", "agreed"),
)
