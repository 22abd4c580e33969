"""The words of deciding, English and Welsh: is this sentence a decision of this meeting, and of which kind?

Reported speech ("advised that it was agreed"), earlier meetings ("had resolved"), reports and other bodies are no decisions of this one.
"""

from __future__ import annotations

import re

from ingest.datamodel import DecisionKind, Outcome

_BODY = (
    r"(?:(?:the|all(?:\s+the)?|both)\s+)?(?:(?:parish|town|community|city|county|full|elected|sub-?|standards|planning|scrutiny)\s*)?"
    r"(?:council(?:lors)?(?!\s+members)|committee|cabinet|board|panel|members|meeting|(?<=the\s)cc|executive|working group)"
)
_ADVERBS = (
    r"(?:(?:then|also|further|unanimously|subsequently|therefore|accordingly|formally|duly|thereupon|all|present|both|each|again|hereby|"
    r"in principle|generally)\s+)*"
)
_PASSIVE_SUBJECT = (
    r"\b(?:minutes?|reports?|motions?|amendments?|items?|applications?|payments?|accounts?|budget|precept|recommendations?|proposals?|"
    r"resolution|nominations?|polic(?:y|ies)|plans?|matter|"
    r"correspondence|return|this|these|they|statement|bye-?laws?|draft|schedule|quotations?|disposal|programme|strategy|terms of "
    r"reference|update|apologies|bills|cheques)\b"
)
_UPPER = re.compile(r"\b(?P<word>RESOLVED|RECOMMENDED|AGREED|DECIDED|APPROVED|CARRIED|DEFERRED|REFUSED|WITHDRAWN|NOTED)\b")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"^(?:and\s+)?(?:unanimously\s+)?resolved\b(?!\s+(?:issues|matters))", "resolved"),
        (
            rf"\bit\s+(?:was|is|were)\s+{_ADVERBS}(?:proposed,?\s+seconded\s+and\s+)?{_ADVERBS}(?:agreed\s+and\s+)?(?P<verb>resolved|"
            rf"decided|determined)\b",
            "resolved",
        ),
        (rf"\bit\s+was\s+{_ADVERBS}(?P<verb>agreed|approved)\b", "agreed"),
        (
            rf"(?:^|,\s+|\band\s+|;\s+|\bdiscussion\s+){_BODY}\s+(?:present\s+)?{_ADVERBS}(?:voted\s+and\s+)?(?P<verb>resolved|decided)\b",
            "resolved",
        ),
        (
            rf"(?:^|,\s+|\band\s+|;\s+|\bdiscussion\s+){_BODY}\s+(?:present\s+)?{_ADVERBS}(?:noted\s+and\s+)?(?P<verb>agreed|approved|"
            rf"adopted|endorsed|accepted|ratified)\b",
            "agreed",
        ),
        (rf"^{_BODY}\s+{_ADVERBS}(?P<verb>recommended|recommends)\b", "recommended"),
        (
            rf"(?:^|,\s+|\band\s+){_BODY}\s+{_ADVERBS}(?P<verb>noted)\s+(?:and\s+\w+\s+)?(?:the|this|these|same|both|his|her)"
            rf"\b\s*(?:\w+[’']?s?\s+){{0,3}}?"
            r"(?:reports?|contents|proposals?|correspondence|update|minutes|reply|position|information|disposal|apologies|same|"
            r"documents?|statement|schedule)\b(?!\s+(?:he|she|they|it|had))",
            "noted",
        ),
        (
            rf"{_PASSIVE_SUBJECT}(?:[^.;]{{0,170}}?)\b(?:was|were)\s+{_ADVERBS}(?:proposed,\s+seconded\s+and\s+|considered\s+and\s+|"
            rf"noted\s+and\s+|signed\s+and\s+)?(?P<verb>approved|adopted|agreed|accepted|ratified)\b",
            "agreed",
        ),
        (rf"{_PASSIVE_SUBJECT}(?:[^.;]{{0,120}}?)\b(?:was|were)\s+{_ADVERBS}(?P<verb>noted)\b(?!\s+that)", "noted"),
        (rf"{_PASSIVE_SUBJECT}(?:[^.;]{{0,80}}?)\b(?:was|were)\s+{_ADVERBS}(?P<verb>deferred)\b", "deferred"),
        (rf"{_PASSIVE_SUBJECT}(?:[^.;]{{0,80}}?)\b(?:was|were)\s+{_ADVERBS}(?P<verb>withdrawn)\b", "withdrawn"),
        (
            r"\bthe\s+(?:substantive\s+|amended\s+)?(?:motion|amendment|proposal)[^.;]{0,80}\b(?:was|were)"
            r"\s+(?:put\s+(?:to\s+the\s+(?:vote|meeting)\s+)?(?:and\s+)?)?(?:declared\s+)?(?:unanimously\s+)?(?P<verb>carried|passed)\b",
            "carried",
        ),
        (
            r"\bthe\s+(?:substantive\s+|amended\s+)?(?:motion|amendment|proposal)[^.;]{0,80}\b(?:was|were)"
            r"\s+(?:put\s+(?:to\s+the\s+(?:vote|meeting)\s+)?(?:and\s+)?)?(?:declared\s+)?(?P<verb>lost|defeated|rejected)\b",
            "lost",
        ),
        (r"^all\s+(?:were\s+)?(?P<verb>agreed)\b", "agreed"),
        (r"^(?P<verb>agreed)\s+(?:that|to|unanimously)\b", "agreed"),
        # Welsh
        (
            r"(?<!\bfel\sy\s)(?<!\ba\s)(?<!\by\s)\b(?P<verb>penderfynwyd|penderfynodd(?=\s+(?:y|yr)\s+(?:pwyllgor|cabinet|cyngor|"
            r"aelodau)\b))\b|\bpenderfynodd\s+(?:y|yr)\s+(?:pwyllgor|cabinet|cyngor|aelodau)\b",
            "resolved",
        ),
        (
            r"(?<!\bfel\sy\s)(?<!\ba\s)(?<!\by\s)\b(?P<verb>cytunwyd|cytunodd(?=\s+(?:y|yr)\s+(?:pwyllgor|cabinet|cyngor|aelodau)\b))\b|"
            r"\bcytunodd\s+(?:y|yr)\s+(?:pwyllgor|cabinet|cyngor|aelodau)\b",
            "agreed",
        ),
        (
            r"(?<!\bfel\sy\s)(?<!\ba\s)(?<!\by\s)\b(?P<verb>argymhellwyd|argymhellodd(?=\s+y\s+pwyllgor\b))\b|"
            r"\bargymhellodd\s+y\s+pwyllgor\b",
            "recommended",
        ),
        (r"^(?P<verb>nodwyd)\s+(?:yr?\s+(?:adroddiad|wybodaeth|sefyllfa|cynnwys|diweddariad|datganiad|ddogfen)|cynnwys|hyn)\b", "noted"),
        (r"^(?:g?ohiriwyd)\b", "deferred"),
        (r"^gwrthodwyd\b", "refused"),
        (r"^cymeradwywyd\b|\bcafodd\b[^.;]{0,60}\b(?:ei|eu)\s+(?:g|ch)ymeradwyo\b", "agreed"),
    )
)
# one cheap test before each rule: the stems of which one must stand in the sentence
_RULE_STEMS = tuple(
    tuple(stem for stem in re.findall(r"[a-z]{4,}", re.search(r"\(\?P<verb>([^)]*)\)", pattern.pattern)[1]) if stem)
    if "(?P<verb>" in pattern.pattern
    else ("resolved", "ohiriwyd", "gwrthodwyd", "ymeradw")  # type: ignore[index]
    for pattern, _ in _RULES
)
_STEMS = (
    "resolv",
    "agree",
    "carried",
    "approv",
    "noted",
    "defer",
    "withdr",
    "defeat",
    "lost",
    "adopt",
    "accept",
    "endors",
    "ratif",
    "decid",
    "determin",
    "recommend",
    "reject",
    "refus",
    "favour",
    "favor",
    "passed",
    "propos",
    "moved",
    "cynig",
    "cynnig",
    "gwelliant",
    "penderfyn",
    "cytun",
    "argymh",
    "nodwyd",
    "ohiri",
    "gwrthod",
    "cymeradwy",
    "gymeradwy",
    "chymeradwy",
)
_BARE = re.compile(
    r"^\W*(?:unanimously\s+|motion\s+|amendment\s+|this\s+was\s+|all\s+)*(?P<verb>agreed|approved|carried|adopted|deferred|refused|"
    r"defeated|lost|noted|in\s+favou?r|withdrawn)"
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
    r"^\s*(?:,?\s*(?:unanimously\s+)?(?:at|in|during|by)\s+(?:the\s+|our\s+|its\s+)?(?:last|previous|earlier|\w+\s+(?:meeting|workshop)|"
    r"an?\s+(?:previous|earlier)|(?:january|february|march|april|may|june|july|august|september|october|november|december))"
    r"|\s*last\s+(?:year|month|meeting)|\s*previously|\s+on\s+\d|\s+yng?\s+nghyfarfod)",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(
    r"^\s*(?:unanimously\s+)?(?:by|with)\s+(?!(?:the\s+|all\s+)*(?:members?|councill?ors|elected|council\b(?!\s+of)|committee|cabinet|"
    r"all\b|meeting|cc\b|those|majority|parish\s+council|\d+|a\s+(?:majority|vote|show)|show|consensus|general)|the\s+same)",
    re.IGNORECASE,
)
_NEGATED_SUBJECT = re.compile(r"\b(?:who|which|letter|application|planning\s+permission|grant|funding|that)\s*$", re.IGNORECASE)
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
_SPECULATION = re.compile(r"\b(?:it\s+is\s+proposed|will\s+be|if\s+it\s+was|unless|i\s+will\s+(?:ask|move))\b", re.IGNORECASE)
_KINDS: dict[str, DecisionKind] = {
    "agreed": "agreed", "approved": "agreed", "carried": "carried", "adopted": "agreed", "deferred": "deferred", "refused": "refused", "defeated": "lost", "lost": "lost",
    "noted": "noted", "withdrawn": "withdrawn", "resolved": "resolved", "recommended": "recommended", "decided": "resolved", "in favour": "carried", "in favor": "carried",
}  # fmt: skip
OUTCOMES: dict[DecisionKind, Outcome] = {
    "resolved": "passed", "agreed": "passed", "recommended": "passed", "noted": "passed", "refused": "passed", "carried": "passed", "lost": "lost", "deferred": "deferred", "withdrawn": "withdrawn",
}  # fmt: skip


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
        if word == "RESOLVED" and re.match(r"\s+TO\s+RECOMMEND|\s+to\s+recommend", sentence[found.end() :]):
            return "recommended"
        if re.search(r"\b(?:report|officers?|head of \w+)\s+$", before, re.IGNORECASE):
            continue
        return _refined(_KINDS[word.lower()], sentence[found.end() :])
    for (pattern, kind), stems in zip(_RULES, _RULE_STEMS, strict=True):
        found2 = pattern.search(sentence) if any(stem in low for stem in stems) else None
        if found2 and _stands(sentence, found2):
            if kind in ("resolved", "agreed") and re.match(r"\s+(?:unanimously\s+)?to\s+recommend\b", sentence[found2.end() :]):
                return "recommended"
            return _refined(kind, sentence[found2.end() :])  # type: ignore[arg-type]
    return None


def _stands(sentence: str, found: re.Match[str]) -> bool:
    """Whether the verb is the meeting's own act, now: not reported, not earlier, not another body's."""
    verb = found.start("verb") if found.re.groups and found["verb"] else found.start()
    end = found.end("verb") if found.re.groups and found["verb"] else found.end()
    before, after = sentence[:verb], sentence[end:]
    if _EARLIER.match(after) or _BY_OTHERS.match(after):
        return False
    lead = sentence[: found.start()]
    if _SUBORDINATE.search(before):
        return False
    if _REPORTED.search(before) or _SPECULATION.search(lead) or _OTHER_BODY.search(before):
        return False
    if re.search(
        r"\b(?:as|which|who|what|if|once|until|when|whether|where|since|because|although|though|while|than)\s+(?:\w+\s+){0,2}$",
        lead,
        re.IGNORECASE,
    ):
        return False
    if re.search(r"\b(?:had|has|have|be|been|being|not)\s+(?:\w+\s+)?$", before, re.IGNORECASE):
        return False
    return not (before.count("“") > before.count("”") or before.count("‘") > before.count("’") + 3)


def _refined(kind: DecisionKind, rest: str) -> DecisionKind:
    """A resolution whose one operative verb defers or refuses is a deferral or a refusal."""
    if kind not in ("resolved", "agreed") or len(rest) > 400 or "\n" in rest:
        return kind
    if re.search(r"\bto\s+defer\b|\bbe\s+(?:re-?)?deferred\b(?!\s+payment)|\bgohirio\b", rest, re.IGNORECASE) and not re.search(
        r"\band\s+that\b", rest
    ):
        return "deferred"
    if re.search(
        r"^[^,;]{0,120}\bto\s+refuse\b|\b(?:permission|application|consent|request)\b[^;]{0,80}\bbe\s+refused\b|\bgwrthod\b",
        rest,
        re.IGNORECASE,
    ):
        return "refused"
    return kind


def bare_result(sentence: str) -> DecisionKind | None:
    """The kind of a sentence that is nothing but a result ("Unanimously approved.", "All in favour"), or None."""
    if len(sentence) > 90:
        return None
    found = _BARE.match(sentence)
    return _KINDS[" ".join(found["verb"].lower().split())] if found else None
