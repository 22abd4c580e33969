"""The fixed words round the minutes (labels, dates), in English and in Welsh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "cy": ("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"),
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
}
# The ending of a day's ordinal: 1af, 2il, 3ydd, 11eg. From the 21st on it is always "ain".
WELSH_ENDINGS = {1: "af", 2: "il", 3: "ydd", 4: "ydd", 5: "ed", 6: "ed"} | dict.fromkeys((11, 13, 14, 16, 17, 19), "eg")


@dataclass(frozen=True)
class Wording:
    """What stands on a page beside the minutes themselves."""

    agenda_and_minutes: str
    agenda_and_draft: str
    agenda_item: str
    venue: str
    contact: str
    contact_text: str
    attendance: str
    number: str
    item: str
    decision: str
    minutes: str
    additional: str
    supporting: str
    report: str
    meeting_of: str
    item_ref: str
    minutes_of: str
    draft_note: str
    present: str
    page: str
    chair: str
    date: str
    proceedings: str
    navigation: tuple[str, ...]
    crumbs: tuple[str, ...]
    cookies: str
    other_language: str
    footer: str


ENGLISH = Wording(
    agenda_and_minutes="Agenda and minutes",
    agenda_and_draft="Agenda and draft minutes",
    agenda_item="Agenda item",
    venue="Venue:",
    contact="Contact:",
    contact_text="Iwan Lles, Democratic Services Officer, 01632 960145",
    attendance="Attendance",
    number="No.",
    item="Item",
    decision="Decision:",
    minutes="Minutes:",
    additional="Additional documents:",
    supporting="Supporting documents:",
    report="Report",
    meeting_of="Meeting of",
    item_ref="Item",
    minutes_of="Minutes of the meeting of the {body} held at {venue} on {date} at {time}",
    draft_note="DRAFT - these minutes are subject to confirmation at the next meeting",
    present="PRESENT",
    page="Page | {number}",
    chair="Chair",
    date="Date",
    proceedings="Minutes",
    navigation=("Your Councillors", "Committees", "Calendar of meetings", "Forward work programme", "Search documents"),
    crumbs=("Home", "Council and democracy", "Committees"),
    cookies="We use cookies to make this site work. You can change your settings at any time.",
    other_language="Cymraeg",
    footer="County Hall, Llanarwel. Accessibility statement. Privacy notice.",
)

WELSH = Wording(
    agenda_and_minutes="Agenda a chofnodion",
    agenda_and_draft="Agenda a chofnodion drafft",
    agenda_item="Eitem agenda",
    venue="Lleoliad:",
    contact="Cyswllt:",
    contact_text="Iwan Lles, Swyddog Gwasanaethau Democrataidd, 01632 960145",
    attendance="Presenoldeb",
    number="Rhif",
    item="Eitem",
    decision="Penderfyniad:",
    minutes="Cofnodion:",
    additional="Dogfennau ychwanegol:",
    supporting="Dogfennau ategol:",
    report="Adroddiad",
    meeting_of="Cyfarfod",
    item_ref="Eitem",
    minutes_of="{body}: cofnodion y cyfarfod a gynhaliwyd yn {venue}, {date}, {time}",
    draft_note="DRAFFT - mae'r cofnodion hyn yn amodol ar eu cadarnhau yn y cyfarfod nesaf",
    present="YN BRESENNOL",
    page="Tudalen | {number}",
    chair="Cadeirydd",
    date="Dyddiad",
    proceedings="Cofnodion",
    navigation=("Eich Cynghorwyr", "Pwyllgorau", "Calendr cyfarfodydd", "Blaenraglen waith", "Chwilio dogfennau"),
    crumbs=("Hafan", "Cyngor a democratiaeth", "Pwyllgorau"),
    cookies="Rydym yn defnyddio cwcis er mwyn i'r wefan hon weithio. Gallwch newid eich gosodiadau ar unrhyw adeg.",
    other_language="English",
    footer="Neuadd y Sir, Llanarwel. Datganiad hygyrchedd. Hysbysiad preifatrwydd.",
)


def wording(language: str) -> Wording:
    """Return the words of a language (`en` or `cy`)."""
    return WELSH if language == "cy" else ENGLISH


def ordinal(day: int, language: str) -> str:
    """Return a day of the month as minutes write it: 22nd, 22ain."""
    if language == "cy":
        return f"{day}{'ain' if day > 20 else WELSH_ENDINGS.get(day, 'fed')}"
    suffix = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def long_date(day: date, language: str) -> str:
    """Return a date as ModernGov heads a page with it: Tuesday, 22nd October, 2024."""
    weekday, month = DAYS[language][day.weekday()], MONTHS[language].split()[day.month - 1]
    return f"{weekday}, {ordinal(day.day, language)} {month}, {day.year}"
