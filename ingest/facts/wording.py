"""Is this sentence a decision of this meeting, and of which kind?

Reported speech ("advised that it was agreed"), earlier meetings ("had resolved"), reports and other bodies are no decisions of this one.
"""

from __future__ import annotations

import re

from ingest.datamodel import DecisionKind, Outcome
from ingest.facts.deciding import RULES

_UPPER = re.compile(r"\b(?P<word>RESOLVED|RECOMMENDED|AGREED|DECIDED|APPROVED|CARRIED|DEFERRED|REFUSED|WITHDRAWN|NOTED)\b")
_STEMS = frozenset(stem for rule in RULES for stem in rule.stems) | {
    "nodwyd", "cytunwyd", "cymeradwywyd", "derbyniwyd", "gohiriwyd", "gwrthodwyd",
    "adopt", "approv", "carri", "cynig", "cynnig", "decid", "defer", "endors", "favor", "favour", "gwelliant", "moved",
    "propos", "refus", "withdr",
}  # fmt: skip
_BARE = re.compile(
    r"^\W*(?:unanimously\s+|motion\s+|amendment\s+|this\s+was\s+|all\s+)*(?P<verb>agreed|approved|carried|adopted|deferred|refused|"
    r"defeated|lost|noted|in\s+favou?r|withdrawn|nodwyd|cytunwyd|cymeradwywyd|derbyniwyd|gohiriwyd|gwrthodwyd)"
    r"(?:\s+(?:unanimously|by\s+all|nem\.?\s?con|by\s+(?:the\s+)?members|accordingly|by\s+\d+\s+votes?[^.]{0,40}))?\W*$",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:had|has|have|having|be|been|being|not\s+yet|to\s+be|will\s+be|would\s+be|should\s+be|could\s+be|is|are)\s+(?:previously\s+|"
    r"already\s+|been\s+|unanimously\s+|also\s+)*$|"
    r"\b(?:as|which|who|that|what|if|once|until|when|whether|was\s+as)\s+(?:was|were|had\s+been|previously)?\s*$|\bfel\s+y['’]?\s*$|"
    r"\bnot\s+$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:advised|reported|said|stated|explained|informed|confirmed|noted|asked|queried|replied|reminded|indicated|outlined|recalled|"
    r"clarified|added|suggested|thought|hoped|felt|heard|told|believed|claimed|"
    r"responded|mentioned|announced|requested|understood|recommended|acknowledged|pointed\s+out|of\s+the\s+view|commented|concluded|"
    r"questioned|argued|observed|read\s+out|dywedodd|adroddodd|hysbyswyd)\b[^.;:]{0,90}?\b"
    r"(?:that|if|whether|why|when|what|how|bod|fod)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"^\s*(?:,?\s*(?:unanimously\s+)?(?:at|in|during|by)\s+(?:the\s+|our\s+|its\s+|an?\s+)?(?:last|previous|earlier|\w+\s+(?:meeting|workshop)|"
    r"an?\s+(?:previous|earlier)|(?:january|february|march|april|may|june|july|august|september|october|november|december))"
    r"|\s*last\s+(?:year|month|meeting)|\s*previously|\s+on\s+\d|\s+yng?\s+nghyfarfod)",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(
    r"^\s*(?:unanimously\s+)?(?:by|with)\s+(?!(?:the\s+|all\s+)*(?:members?|councill?ors|elected|council\b(?!\s+of)|committee|cabinet|"
    r"all\b|meeting|cc\b|those|majority|parish\s+council|\d+|a\s+(?:majority|vote|show)|show|consensus|general)|the\s+same)",
    re.IGNORECASE,
)
_OTHER_BODY = re.compile(
    r"\b(?:resolution\s+(?:adopted|passed)\s+by|letter\s+(?:dated|from|received)|correspondence\s+from|"
    r"adopted\s+by\s+[A-Z]\w+(?:\s+[A-Z]\w+)*\s+(?:County|City|Borough)\s+Council|government|planning\s+inspectorate|"
    r"an\s+bord|department\s+of|welsh\s+ministers)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:by\s+the\s+time|once|until|when|whenever|before|since|if|unless|whether|because|although|while|which|who|where)\b[^,;:.]*$",
    re.IGNORECASE,
)
# To agree that something matters is to say so, not to decide.
_OPINION = re.compile(
    r"^\s*that\b[^.;]{0,140}?\b(?:was|were|is|are)\s+(?:a\s+|an\s+|all\s+|very\s+|most\s+|extremely\s+)*"
    r"(?:important|valuable|vital|excellent|welcome|worthwhile|wonderful|asset)\b",
    re.IGNORECASE,
)
_SPECULATION = re.compile(r"\b(?:it\s+is\s+proposed|will\s+be|if\s+it\s+was|unless|i\s+will\s+(?:ask|move))\b", re.IGNORECASE)
_KINDS: dict[str, DecisionKind] = {
    "agreed": "agreed", "approved": "agreed", "adopted": "agreed", "carried": "carried", "in favour": "carried", "in favor": "carried",
    "defeated": "lost", "lost": "lost", "deferred": "deferred", "refused": "refused", "noted": "noted", "withdrawn": "withdrawn",
    "resolved": "resolved", "decided": "resolved", "recommended": "recommended",
    "nodwyd": "noted", "cytunwyd": "agreed", "cymeradwywyd": "agreed", "derbyniwyd": "agreed", "gohiriwyd": "deferred",
    "gwrthodwyd": "refused",
}  # fmt: skip
OUTCOMES: dict[DecisionKind, Outcome] = {
    "resolved": "passed", "agreed": "passed", "recommended": "passed", "noted": "passed", "refused": "passed", "carried": "passed",
    "lost": "lost", "deferred": "deferred", "withdrawn": "withdrawn",
}  # fmt: skip
_LEADS_IN = re.compile(
    r"\b(?:as|which|who|what|if|once|until|when|whether|where|since|because|although|though|while|than)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_PERFECT = re.compile(r"\b(?:had|has|have|be|been|being|not)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "No planning applications were noted."
_NOTHING = re.compile(
    r"^\W*(?:no|none|nothing)(?:\s+(?!(?:and|it|so|but|therefore)\b)[\w’'-]+){0,8}\s+(?:was|were)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_DEFERS = re.compile(r"\bto\s+defer\b|\bbe\s+(?:re-?)?deferred\b(?!\s+payment)|\bgohirio\b", re.IGNORECASE)
_REFUSES = re.compile(
    r"^[^,;]{0,120}\bto\s+refuse\b|\b(?:permission|application|consent|request)\b[^;]{0,80}\bbe\s+refused\b|\bgwrthod\b", re.IGNORECASE
)


def may_decide(text: str) -> bool:
    """A quick look: whether any word of deciding stands in the text at all."""
    low = text.lower()
    return any(stem in low for stem in _STEMS)


def kind_of(sentence: str) -> DecisionKind | None:
    """The kind of decision that a sentence records, or None where it records none."""
    low = sentence.lower()
    if not any(stem in low for stem in _STEMS):
        return None
    for found in _UPPER.finditer(sentence):
        before = sentence[: found.start()]
        if _NOT_NOW.search(before) or (
            sentence.isupper() and len(sentence.split()) < 12 and found["word"] not in ("RESOLVED", "RECOMMENDED")
        ):
            continue
        word = found["word"]
        if word == "NOTED" and re.match(r"\s+that\b", sentence[found.end() :]):
            continue
        if word in ("RESOLVED", "AGREED") and re.match(r"\s+TO\s+RECOMMEND|\s+to\s+recommend", sentence[found.end() :]):
            return "recommended"
        if re.search(r"\b(?:report|officers?|head of \w+)\s+$", before, re.IGNORECASE):
            continue
        return _refined(_KINDS[word.lower()], sentence[found.end() :])
    for rule in RULES:
        told = rule.pattern.search(sentence) if any(stem in low for stem in rule.stems) else None
        if told and _stands(sentence, told):
            rest = sentence[told.end() :]
            if rule.kind in ("resolved", "agreed") and re.match(r"\s+(?:unanimously\s+)?to\s+recommend\b", rest):
                return "recommended"
            return _refined(rule.kind, rest)
    return None


def _stands(sentence: str, told: re.Match[str]) -> bool:
    """Whether the verb is the meeting's own act, now: not reported, not earlier, not another body's, not in quotation marks."""
    before, after, lead = sentence[: told.start("verb")], sentence[told.end("verb") :], sentence[: told.start()]
    if _OPINION.match(after) or _EARLIER.match(after) or _BY_OTHERS.match(after) or _SUBORDINATE.search(before) or _PERFECT.search(before):
        return False
    if (
        _NOTHING.search(before)
        or _REPORTED.search(before)
        or _SPECULATION.search(lead)
        or _OTHER_BODY.search(before)
        or _LEADS_IN.search(lead)
    ):
        return False
    return not (before.count("“") > before.count("”") or before.count("‘") > before.count("’") + 3)


def _refined(kind: DecisionKind, rest: str) -> DecisionKind:
    """A resolution whose one operative verb defers or refuses is a deferral or a refusal."""
    if kind not in ("resolved", "agreed") or len(rest) > 400 or "\n" in rest:
        return kind
    if _DEFERS.search(rest) and not re.search(r"\band\s+that\b", rest):
        return "deferred"
    return "refused" if _REFUSES.search(rest) else kind


def bare_result(sentence: str) -> DecisionKind | None:
    """The kind of a sentence that is nothing but a result ("Unanimously approved.", "All in favour"), or None."""
    if len(sentence) > 90:
        return None
    found = _BARE.match(sentence)
    return _KINDS[" ".join(found["verb"].lower().split())] if found else None
