"""Registers as CSV that opens in a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
import stat
import sys
from collections.abc import Sequence

from assistant.registers import ActionRow, DecisionRow, Row
from ingest.datamodel import Vote

NOT_RECORDED = "not recorded"


def as_csv(rows: Sequence[Row], what: str) -> str:
    """The rows under a line of column names, the promised columns first; `what`: 'decisions' or 'actions', for when there is no row."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns(what))
    writer.writerows([harmless(value) for value in cells(row).values()] for row in rows)
    return written.getvalue()


def columns(what: str) -> list[str]:
    """The names of the columns of 'decisions' or 'actions'."""
    own = ["owner", "due"] if what == "actions" else ["amendment"]
    shared = "council body date item text kind mover seconder outcome vote unanimous evidence source url page paragraphs language"
    return [*shared.split(), "minutes_status", "standing", "corrections", *own, "progress", "followed"]


def cells(row: Row) -> dict[str, str]:
    """A row as text, column by column."""
    first, last = row.source.paragraphs
    found = {
        "council": row.council or "",
        "body": row.body or "",
        "date": str(row.date or ""),
        "item": row.item,
        "text": row.text,
        "kind": row.kind,
        "mover": row.mover or NOT_RECORDED,
        "seconder": row.seconder or NOT_RECORDED,
        "outcome": row.outcome or "",
        "vote": vote_words(row.vote, names=True) or NOT_RECORDED,
        "unanimous": {True: "yes", False: "no", None: NOT_RECORDED}[row.unanimous],
        "evidence": row.evidence,
        "source": row.source.path,
        "url": row.source.url or "",
        "page": str(row.source.page or ""),
        "paragraphs": f"{first}" if first == last else f"{first} to {last}",
        "language": row.language,
        "minutes_status": row.minutes_status,
        "standing": row.standing,
        "corrections": "\n".join(f"{one.date}, {one.item}: {one.text}" for one in row.corrections),
    }
    if isinstance(row, ActionRow):
        found |= dict.fromkeys(("mover", "seconder", "outcome", "vote", "unanimous"), "")
        found |= {"owner": row.owner or NOT_RECORDED, "due": row.due or NOT_RECORDED}
    if isinstance(row, DecisionRow):
        found["amendment"] = "yes" if row.amendment else "no"
    if isinstance(row, ActionRow | DecisionRow):
        found["progress"] = row.progress or ""
        found["followed"] = "\n".join(f"{one.date}, {one.body}, {one.item}: {one.says}: {one.text}" for one in row.followed)
    return {name: found[name] for name in columns("actions" if isinstance(row, ActionRow) else "decisions")}


def harmless(text: str) -> str:
    """Minutes are data: a cell that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection)."""
    return f"'{text}" if text.lstrip(" \xa0")[:1] in tuple("=+-@\t\r\n|%") and text.strip() else text


def byte_order_mark() -> str:
    """What Excel knows UTF-8 by, when the output is a file; programs that read a pipe do without."""
    try:
        return "\ufeff" if stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode) else ""
    except (OSError, ValueError):  # no file at all
        return ""


def vote_words(vote: Vote | None, *, names: bool = False) -> str:
    """'17 for, 12 against, 2 abstained', with names if wanted; '' where no numbers are recorded."""
    if vote is None:
        return ""
    sides = (
        (vote.votes_for, "for", vote.names_for),
        (vote.votes_against, "against", vote.names_against),
        (vote.abstained, "abstained", vote.names_abstained),
    )
    parts = [f"{count} {side}" + (f" ({', '.join(who)})" if names and who else "") for count, side, who in sides if count is not None]
    if vote.casting and names:
        parts.append(f"casting vote: {vote.casting}")
    elif vote.casting:
        parts.append("casting vote")
    return ", ".join(parts)
