"""A year of an invented town council: one topic over three meetings, an exempt item, a draft, a catch-all item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.invented import APOLOGIES, minutes_text

YEAR = Filters(date_from=dt.date(2024, 1, 1), date_to=dt.date(2024, 12, 31))

LIDO_RAISED = (
    "The Clerk reported that the paddling pool at Cae Pwll had leaked since April and that 340 children had used it last summer.",
    "RECOMMENDED to the Town Council that the paddling pool at Cae Pwll be relined at a cost of £18,500.",
)
LIDO_DECIDED = (
    "The Clerk explained that the paddling pool at Cae Pwll needed a new lining because the old one was 22 years old.",
    "The work would take three weeks and would be paid for from the open spaces fund. Councillor Gruff thanked the Friends of Cae Pwll.",
    "Councillor Hale said that she was pleased.",
    "RESOLVED, by 6 votes to 2, that the paddling pool at Cae Pwll be relined at a cost of £18,500.",
)
BINS = (
    "The Clerk said that 12 litter bins in Heol y Bont were broken and that each new bin would cost £310.",
    "It was proposed by Councillor Rowe, seconded by Councillor Hale and RESOLVED that 12 litter bins be replaced in Heol y Bont.",
    "Action: Clerk to order the bins by 30 June 2024.",
)
LEASE = (
    "RESOLVED that the public be excluded under paragraph 14 of Schedule 12A to the Local Government Act 1972.",
    "RESOLVED that the tender of £77,000 be accepted.",
)
SIGN = ("The Clerk reported that the sign at the Town Hall had been cleaned by a volunteer.",)


def write_year(folder: Path) -> Path:
    """A folder of five documents."""
    place = folder / "penllyn"
    place.mkdir(parents=True)
    meetings = {
        "amenities": minutes_text(
            "Amenities Committee",
            "Tuesday 7 May 2024",
            {"Apologies for absence": (APOLOGIES,), "Paddling pool, Cae Pwll": LIDO_RAISED, "Litter bins": BINS},
        ),
        "council": minutes_text(
            "Town Council",
            "Tuesday 4 June 2024",
            {
                "Minutes": ("RESOLVED that the minutes of the last meeting be confirmed and signed.",),
                "Paddling pool, Cae Pwll": LIDO_DECIDED,
                "Town Hall sign": SIGN,
                "Exempt item: yard tender": LEASE,
            },
        ),
        "finance": minutes_text(
            "Finance Committee",
            "Tuesday 12 November 2024",
            {
                "Precept for 2025/26": (
                    "The Clerk presented estimates for 2025/26 which came to £61,200, or £24.10 a year for each household.",
                    "RESOLVED that the precept for 2025/26 be set at £61,200.",
                )
            },
            note="DRAFT MINUTES, subject to confirmation\n\n",
        ),
    }
    for name, text in meetings.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


@contextmanager
def penllyn(folder: Path) -> Iterator[Library]:
    """The library of that year."""
    with Library(Settings(library=folder / "library"), create=True) as library:
        report = ingest(library, [write_year(folder)])
        assert not report.failed, report.failed
        yield library
