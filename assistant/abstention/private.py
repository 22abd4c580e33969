"""What was taken with the public excluded, and what is told of it all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.abstention.missing import Missing
from assistant.finding.reranking import Scored
from assistant.finding.retrieve import Hits
from ingest.lookup import Lookup

EXEMPT = 0.5  # share of the likelihood in exempt items from which the answer lies there
# 'Why was it taken in private?' is told in public, by the resolution to take it so.
_WHY_PRIVATE = re.compile(
    r"(?=.*\b(?:why|reasons?|grounds?|basis|under (?:what|which)|paragraph|legal|law|act|pam|rheswm|sail|paragraff|deddf)\b)"
    r".*\b(?:private(?:ly)?|closed doors|in camera|confidential\w*|exempt\w*(?! (?:report|appendix|annex))|exclu\w+"
    r"|(?:kept|left|sent|put) out|(?:press|public) (?:\w+ )?(?:leave|out)|[bp]h?reifat|eithri\w+|cau allan)\b",
    re.I | re.S,
)
# Nor is the meeting's going into private session itself kept private.
_OF_CLOSING = re.compile(
    r"\b(?:when|what time|how long|who (?:moved|proposed|seconded))\b.*\b(?:clos(?:e|ed|ing) (?:\w+ )?to the (?:press|public)"
    r"|exclu\w+ (?:of )?(?:the )?(?:press|public)|in camera|(?:closed|private) session)\b",
    re.I | re.S,
)


def kept_private(question: str, hits: Hits, scored: Sequence[Scored], lookup: Lookup) -> Missing | None:
    """That what was found is above all an item that the public was kept from, unless it is asked why."""
    if not _is_exempt(hits, scored, lookup) or _WHY_PRIVATE.search(question) or _OF_CLOSING.search(question):
        return None
    return Missing("exempt", "the item was taken with the public excluded, and these minutes do not tell its content")


def _is_exempt(hits: Hits, scored: Sequence[Scored], lookup: Lookup) -> bool:
    exempt = {passage.id for passage in hits.passages if lookup.is_exempt(passage.id)}
    if not exempt:
        return False
    in_order = sorted(passage.id for passage in hits.passages)
    return hits.passages[0].id in exempt or sum(one.share for one in scored if in_order[one.passage] in exempt) >= EXEMPT
