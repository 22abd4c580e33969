"""Follow-ups of questions that the record answers: 'And at the planning committee?', 'When was it first discussed?'"""

from __future__ import annotations

import re

from assistant.question.over_time import over_time_asked
from assistant.question.votes import votes_asked

_KINDS = r"(?:committee|council|cabinet|board|panel|forum|executive)"
_AT_BODY = re.compile(rf"^(?:at|in|by|of|for) (?P<body>(?:the )?(?:[\w’'-]+ ){{0,5}}{_KINDS})$", re.I)
_NAMED_BODY = re.compile(rf"\b(?:at|in|by|of|for|from) (?:the )?(?:last |latest )?(?:[\w’'-]+ ){{0,5}}?{_KINDS}\b(?: meeting)?", re.I)
_WHICH = re.compile(r"^(?P<which>which|what)(?: ones)? (?=(?:was|were|are|is|has|have|had)\b)", re.I)
_THINGS = re.compile(r"\b(?:motions?|amendments?|decisions?|votes?|items?)\b", re.I)
_LONGEST = 6  # words of a matter that is put for another
_IT = re.compile(r"\b(?:it|they|this|that|these|them)\b", re.I)


def of_record(bare: str, before: str, topic: str) -> str | None:
    """The follow-up put to stand alone, without a question mark; None where the question before was of another kind, or this one is.

    Args:
        bare: the follow-up without 'and', 'what about' and its question mark.
        before: the question before it, standing alone.
        topic: what that was about.
    """
    asked = before.strip(" ?.!")
    if earlier := over_time_asked(asked):
        topic = earlier.matter
        if len(bare.split()) <= _LONGEST and not re.match(r"(?:what|who|why|how|when|which|where|did|was|were|is|are)\b", bare, re.I):
            body = _AT_BODY.match(bare)
            return _at(asked, body["body"]) if body else asked.replace(earlier.matter, bare)
    if topic and over_time_asked(once := _IT.sub(topic, bare, count=1)) and once != bare:
        return once
    if votes_asked(asked):
        if body := _AT_BODY.match(bare):
            return _at(asked, body["body"])
        things, which = _THINGS.search(asked), _WHICH.match(bare)
        if things and which and votes_asked(whole := f"{which['which']} {things[0]} {bare[which.end() :]}"):
            named = _NAMED_BODY.search(asked)
            return f"{whole} {named[0]}" if named and not _NAMED_BODY.search(whole) else whole
    return None


def _at(asked: str, body: str) -> str:
    """The same of another body."""
    return f"{_NAMED_BODY.sub('', asked).strip()} at {body}"
