"""Minutes of a town council that does not exist, for tests that need documents of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

APOLOGIES = "Apologies for absence were received from Councillor Nia Vale."

BANDSTAND = (
    "The Clerk reported that the bandstand had lost nine slates in the gale of 2 May. "
    "A quotation of £4,350 had been received from a roofer.",
    "Councillor Gruff asked whether the work could be finished before the carnival on 27 July. The Clerk replied that it could.",
    "RESOLVED that the quotation of £4,350 for the bandstand be accepted.",
)
ALLOTMENTS = (
    "Councillor Rowe said that 14 people were waiting for an allotment at Cae Pwll and that two plots had stood empty since March.",
    "It was AGREED that the two empty plots be let by 30 September 2024.",
)
PRECEPT = (
    "The Clerk presented estimates for 2025/26 which came to £61,200. Councillor Ann Hale asked for a smaller rise.",
    "RESOLVED, by 5 votes to 3, that a precept of £61,200 be recommended to the Council.",
)
CHRISTMAS = ("Councillor Vale reported that the Christmas lights had cost £2,915, which was £85 less than had been allowed.",)


def minutes_text(body: str, day: str, items: Mapping[str, Sequence[str]], *, council: str = "Penllyn Town Council", note: str = "") -> str:
    """The text of minutes. `items` are paragraphs by title; they are numbered from 1."""
    head = f"{council.upper()}\n\n{note}MINUTES of the meeting of the {body.upper()} held on {day} at 7.00 pm in the Town Hall, Penllyn\n\n"
    present = "Present: Councillor Wyn Parri (Chair), Councillors Elin Gruff, Ann Hale and Tomos Rowe\n\n"
    told = "\n".join(
        f"{number}. {title.upper()}\n\n" + "".join(f"{text}\n\n" for text in texts)
        for number, (title, texts) in enumerate(items.items(), 1)
    )
    return head + present + told


def amenities(**changed: Sequence[str]) -> str:
    """Minutes of the Amenities Committee of 4 June 2024; a keyword exchanges the paragraphs of an item."""
    items = {"Apologies for absence": (APOLOGIES,), "Bandstand": BANDSTAND, "Allotments": ALLOTMENTS}
    return minutes_text("Amenities Committee", "Tuesday 4 June 2024", items | {name.capitalize(): texts for name, texts in changed.items()})


def finance() -> str:
    """Draft minutes of the Finance Committee of 12 November 2024."""
    items = {"Apologies for absence": (APOLOGIES,), "Precept for 2025/26": PRECEPT, "Christmas lights": CHRISTMAS}
    return minutes_text("Finance Committee", "Tuesday 12 November 2024", items, note="DRAFT MINUTES, subject to confirmation\n\n")


def write_two(folder: Path) -> Path:
    """A folder `penllyn` below `folder` with both documents."""
    place = folder / "penllyn"
    place.mkdir(parents=True)
    (place / "amenities.txt").write_text(amenities(), encoding="utf-8")
    (place / "finance.txt").write_text(finance(), encoding="utf-8")
    return place
