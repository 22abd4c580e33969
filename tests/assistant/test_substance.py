"""What can be news at all."""

from __future__ import annotations

import pytest

from assistant.substance import can_be_told, is_catch_all, is_procedural, of_substance
from ingest.datamodel import AgendaItem, Decision, Paragraph

LONG = "The Clerk reported that the roof of the pavilion would be mended in the spring at a cost of £900."


def item(title: str, text: str = LONG, decision: str | None = None, **more: object) -> AgendaItem:
    decisions = (Decision(text=decision, kind="agreed", outcome="passed", evidence=(1, 1)),) if decision else ()
    return AgendaItem.model_validate(
        {"ordinal": 1, "title": title, "paragraphs": (Paragraph(index=1, text=text),), "decisions": decisions} | more
    )


@pytest.mark.parametrize(
    "title",
    [
        "APOLOGIES FOR ABSENCE",
        "To receive apologies",
        "Declarations of personal and prejudicial interests",
        "Disclosures of Pecuniary Interests",
        "Confirmation of Minutes",
        "To approve the minutes of 3 May",
        "MINUTES OF THE MEETING HELD ON 4 JUNE",
        "Adoption of the Agenda",
        "Date of next meeting",
        "OUR NEXT GENERAL MEETING: MONDAY",
        "Exclusion of the press and public",
        "Chair's announcements",
        "Election of Chairman",
        "Forward Work Programme",
        "Votes of Sympathy",
        "YMDDIHEURIADAU AM ABSENOLDEB",
        "Cofnodion y cyfarfod diwethaf",
        "Datganiadau o fuddiant",
        "DYDDIAD Y CYFARFOD NESAF",
        "Blaenraglen waith",
        "Attendance and opening",
    ],
)
def test_procedure_is_no_news(title: str) -> None:
    assert is_procedural(title)
    assert not can_be_told(item(title, decision="That it be so."))


@pytest.mark.parametrize(
    "title",
    [
        "FOSTER CARERS: OPTION APPRAISAL",
        "Memorial garden, Penllyn Park",
        "Electoral review: new wards",
        "Dating of the old bridge",
        "Libraries: self-service",
        "Closure of Ysgol Pen-y-bryn",
        "Welsh language standards",
        "Presentation by the fire service",
        "CLUDIANT ÔL-16",
    ],
)
def test_matters_are(title: str) -> None:
    assert can_be_told(item(title))


def test_an_exempt_item_never_whatever_its_title() -> None:
    assert not can_be_told(item("Leisure centre", decision="That the tender be accepted.", exempt=True))


def test_a_catch_all_item_only_with_a_decision() -> None:
    for title in (
        "Correspondence",
        "Matters arising",
        "Notice of Motion submitted by Councillor A. Vale",
        "Physical Development Directorate",
    ):
        assert is_catch_all(title)
        assert not can_be_told(item(title))
        assert can_be_told(item(title, decision="It was agreed that £500 be given to the hospice."))
    assert not is_catch_all("Housing allocation scheme 2017")


def test_next_to_no_words_are_nothing_to_tell() -> None:
    assert not can_be_told(item("Village hall", "Nothing to report."))


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that item 13 on the agenda would be taken next.",
        "RESOLVED that the minutes of 4 May be confirmed and signed.",
        "It was agreed that a vote on this proposal would be taken in the form of a show of hands.",
        "RESOLVED that the public be excluded from the meeting.",
    ],
)
def test_the_order_of_business_is_no_decision_of_substance(text: str) -> None:
    assert of_substance(item("Roads", decision=text)) == ()


def test_decisions_on_matters_are() -> None:
    assert of_substance(item("Roads", decision="RESOLVED that the road be closed on 5 May."))
