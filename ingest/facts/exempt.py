"""Items taken with the public excluded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.datamodel import AgendaItem

_EXCLUDED = re.compile(
    r"(?:public|press)\b[^.]{0,60}\b(?:be|were|was|is)\s+excluded|exclu(?:de|ding|sion\s+of)\s+(?:the\s+)?(?:public|press)|"
    r"schedule\s+12A|\bexempt\s+(?:item|information|report|business|appendix)|"
    r"held\s+in\s+(?:committee|camera|private|closed\s+session)|(?:meeting|session|item|business)"
    r"\b[^.]{0,40}\bclosed\s+to\s+the\s+public|in\s+closed\s+session|confidential\s+(?:item|business|session)|(?:eithrio|gwahardd|cau)"
    r"['’]?r\s+cyhoedd|"
    r"y\s+cyhoedd\b[^.]{0,60}\b(?:gwahardd|heithrio|eithrio|gau\s+allan)|atodlen\s+12A|(?:eitem|adroddiad|gwybodaeth)"
    r"\s+(?:sydd\s+wedi['’]i\s+h)?eithriedig",
    re.IGNORECASE,
)
_STEMS = ("xclu", "xempt", "12A", "in committee", "camera", "closed", "onfidential", "private", "cyhoedd", "eithri")
_FOLLOWING = re.compile(r"\b(?:next|following)\s+items?\b|\beitem(?:au)?\s+(?:ganlynol|nesaf)\b", re.IGNORECASE)
_TO_THE_END = re.compile(
    r"\b(?:remainder|rest)\s+of\s+the\s+meeting\b|\bfollowing\s+items\b|\bgweddill\s+y\s+cyfarfod\b|\beitemau\s+canlynol\b", re.IGNORECASE
)
_DENIED = re.compile(r"\bno\s+exempt\b|\bnot\s+(?:be\s+)?excluded\b", re.IGNORECASE)


def exempt_items(items: Sequence[AgendaItem]) -> list[bool]:
    """For each item whether the minutes say that the public was excluded for it.

    "Excluded during the following item" makes the next item exempt and not the one in which it was resolved.
    """
    out: list[bool] = []
    carried = to_the_end = False
    for item in items:
        excluding = [one.text for one in item.paragraphs if any(stem in one.text for stem in _STEMS) and _EXCLUDED.search(one.text)]
        excluding = [text for text in excluding if not _DENIED.search(text)]
        later = [text for text in excluding if _FOLLOWING.search(text) or _TO_THE_END.search(text)]
        own = len(excluding) > len(later) or (_EXCLUDED.search(item.title) is not None and not later)
        out.append(own or carried or to_the_end)
        carried = bool(later)
        to_the_end = to_the_end or any(_TO_THE_END.search(text) for text in later)
    return out
