"""Units as if a search had found them, and what is missing in them."""

from __future__ import annotations

from assistant.abstention.missing import missing
from assistant.finding.reranking import Scored
from assistant.units import Unit

HEADING = "Estates Committee, 4 June 2024, item 5. THE OLD MARKET HALL"


def found(*texts: str) -> list[Scored]:
    """Units as if they had been found for a question, all as likely."""
    return [
        Scored(Unit(key="k", text=text, line=place, hanging=False, decision=False), 1 / len(texts), 0, place, False, item=HEADING)
        for place, text in enumerate(texts)
    ]


def reason(question: str, *texts: str) -> str | None:
    made = missing(question, found(*texts))
    return made.reason if made else None
