"""Questions for the latest on a matter: 'What is happening with the pool?', 'Any update on the bypass?'"""

from __future__ import annotations

import re

_MEETINGS = r"(?:\w+ ){0,3}(?:meetings?|minutes|sessions?|committee|council|cabinet)"
ABOUT_NOW = re.compile(
    rf"\b(?:the )?(?:latest|most recent|newest)\b(?! {_MEETINGS})(?: (?:news|position|state|update|information|situation))?"
    r"(?: (?:on|about|with|of|for))?"
    r"|\bany (?:news|updates?|progress)\b(?: (?:on|about|with|of|for|regarding))?"
    r"|\bwhat (?:news|updates?|progress) (?:(?:is|are) there|has been made|(?:has|have) there been)\b(?: (?:on|about|with|of|for))?"
    r"|\bwhat(?:[’']s| is| has been) (?:now |currently )?(?:happening|going on)\b(?: (?:with|about|to|on|at|over))?"
    r"|\bwhere (?:are we|do we stand|does .{3,40} stand|have we got)\b(?: (?:with|on|to))?"
    r"|\b(?:current |present )?(?:status|state of play)\b(?: (?:of|on|with))?"
    r"|\bhow (?:is|are) .{3,60} (?:going|getting on|progressing|coming along)\b"
    r"|\b(?:y )?(?:diweddaraf|newyddion)\b(?: (?:am|ar))?|\bbeth sy[’']?n digwydd\b(?: (?:i|gyda|yn))?",
    re.I,
)


def asks_latest(question: str) -> bool:
    """Whether it asks for the latest on a matter."""
    return bool(ABOUT_NOW.search(question))
