"""Items taken with the public excluded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.datamodel import Paragraph

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


def is_exempt(title: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the minutes say that the public was excluded for this item."""
    if _EXCLUDED.search(title):
        return True
    return any(
        any(stem in one.text for stem in _STEMS)
        and _EXCLUDED.search(one.text)
        and not re.search(r"\bno\s+exempt\b|\bnot\s+excluded", one.text, re.IGNORECASE)
        for one in paragraphs
    )
