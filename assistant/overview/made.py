"""What is told from the record itself, without a search for a sentence like the question."""

from __future__ import annotations

from typing import NamedTuple

from assistant.datamodel import Evidence, Proposal


class Overview(NamedTuple):
    """What is told of meetings, and what of it there is."""

    proposals: tuple[Proposal, ...]  # in the order of the agenda, the latest meeting first
    evidence: tuple[Evidence, ...]  # what they stand on
    note: str | None  # of what is left out
    meetings: int  # that it is about
    orders: int = 0  # parts of the minutes with orders to software in them, left out
