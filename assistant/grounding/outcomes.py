"""What is told as decided ('got the go-ahead', 'voted to approve') needs something decided: to recommend approval approves nothing."""

from __future__ import annotations

import re

from assistant.datamodel import Problem
from assistant.grounding.alignment import Alignment

_BODY = r"\b(?:committee|cabinet|council|board|panel)"
_ADVERB = r"(?:\w+ly )?"
_LEAVE = r"(?:(?:full |outline |planning )*permission|consent|approval|the go[- ]ahead|the green light)"
_WAS = r"(?:was|were|is|has been|had been|have been)"
_TELLING = re.compile(
    rf"\b(?:decided|resolved|voted) {_ADVERB}(?:to|that|in favour|against)\b"
    rf"|\b(?:granted|given|gave|got|won|received|refused|denied) {_LEAVE}\b"
    rf"|\b(?:permission|consent|approval)(?: for [^,;.]{{1,60}}?)? {_WAS} {_ADVERB}(?:granted|given|refused|denied)\b"
    rf"|{_BODY} {_ADVERB}(?:approved|endorsed|adopted|rejected|granted|turned down|threw out)\b",
    re.IGNORECASE,
)
_BACKING = re.compile(rf"{_BODY} {_ADVERB}(?:backed|supported)\b", re.IGNORECASE)
_RECOMMENDING = re.compile(
    rf"{_BODY} {_ADVERB}recommended (?!to\b)|\brecommended {_ADVERB}by (?:the )?(?:\w+ ){{0,4}}?{_BODY}", re.IGNORECASE
)
_DECIDED = re.compile(
    r"(?<!to )(?<!be )\b(?:resolve[ds]|agree[ds]|agreement|approve[ds]|granted|accepted|adopted|carried|passed|endorsed|voted|decided"
    r"|ratified|votes? (?:for|against|in favour)|determined|confirmed|permitted|refused|rejected|defeated|lost|deferred|appointed|elected"
    r"|all in favour|aye|(?:permission|consent|approval) (?:was|is|be|had been|has been) given|gave (?:permission|consent|approval)"
    r"|(?:unanimous|penderfyn|cytun|gytun|cymeradwy|gymeradwy|gwrthod)\w*)\b",
    re.IGNORECASE,
)
_DECISION_TEXT = re.compile(r"^(?:\W*|.*[:;] )That\b", re.IGNORECASE)
_IN_FAVOUR = re.compile(
    rf"(?:{_BODY}|\bmembers|\bcouncillors)\b[^.;]{{0,60}}\b(?:support|welcom|endors|favour|back|agree|approv)|cefnog|croesaw"
    r"|\b(?:was|were) (?:also )?(?:supported|welcomed|endorsed|backed)(?! by)\b",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"\brecommend(?:ed|s)?\b|\b(?:committee|cabinet|council|board|panel|members)['’]?s? recommendations?\b|\bargymh\w+", re.IGNORECASE
)


def check_outcome(claim: str, alignment: Alignment) -> list[Problem]:
    """The problem of a claim that tells an outcome where nothing among all of its evidence is one.

    Args:
        claim: the folded sentence.
        alignment: the sentence beside its evidence.
    """
    texts = [f"{unit.lead.text if unit.lead else ''} {unit.text}" for unit in alignment.units]
    decided = any(_DECIDED.search(text) or _DECISION_TEXT.search(text.strip()) for text in texts)
    for pattern, evidence in ((_TELLING, None), (_BACKING, _IN_FAVOUR), (_RECOMMENDING, _RECOMMENDED)):
        told = pattern.search(claim)
        if told and not (decided or (evidence and any(map(evidence.search, texts)))):
            return [Problem(name="decision", words=told[0], evidence=alignment.text)]
    return []
