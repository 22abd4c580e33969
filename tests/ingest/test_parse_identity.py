"""Which meeting: council, body, day, venue, status; what is stated wins, what is silent stays None."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.datamodel import Block, BlockKind, Meeting, Source, Stated
from ingest.parse import parse
from ingest.parse.naming import body_in, council_in, ordinary


def meeting(*texts: str, kind: BlockKind = "heading", format: str = "text", stated: Stated = Stated()) -> Meeting:
    blocks = (
        *(Block(kind=kind, text=one) for one in texts),
        Block(text="PRESENT: Councillors Ash, Birch and Cole."),
        Block(text="They met on 3 January 1999."),
    )
    return parse(Source(path="2001-01-01.txt", sha256="0", format=format, blocks=blocks, stated=stated)).meeting


@pytest.mark.parametrize(
    ("lines", "council", "body", "date"),
    [
        (
            [
                "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF OAKHAM-ELMTON HELD IN ÁRAS BEAG ON TUESDAY, 14TH",
                "DECEMBER, 2021, AT 10.00 A.M.",
            ],
            None,
            "Municipal District of Oakham-Elmton",
            "2021-12-14",
        ),
        (
            ["Fenwick Community Council", "Minutes of a Meeting held on Tuesday 6 September 2016 at 7.00 pm in Fenwick Hall"],
            "Fenwick Community Council",
            "Fenwick Community Council",
            "2016-09-06",
        ),
        (["CYNGOR CYMUNED LLANFFUG", "CYFARFOD 8fed GORFFENNAF 2015"], "Cyngor Cymuned Llanffug", "Cyngor Cymuned Llanffug", "2015-07-08"),
        (
            ["Notes from Oakham Town Council Community Grants Committee, 13 March 2018"],
            "Oakham Town Council",
            "Community Grants Committee",
            "2018-03-13",
        ),
        (["TOWNSHIP OF OAKHAM", "Tuesday, September 4, 2018"], "Township of Oakham", "Township of Oakham", "2018-09-04"),
        (
            ["DYFFRYN COUNTY COUNCIL", "Minutes of the meeting of the County Council held at the Chamber on Thursday, 17th July, 2025"],
            "Dyffryn County Council",
            "County Council",
            "2025-07-17",
        ),
        (
            ["MEETING OF OAKHAM", "CITY AND COUNTY COUNCIL HELD ON 5TH MAY, 2020"],
            "Oakham City and County Council",
            "Oakham City and County Council",
            "2020-05-05",
        ),
        (
            ["DRAFT MINUTES OF THE WEST OAKHAM ANNUAL PARISH COUNCIL MEETING HELD AT THE HALL ON THURSDAY 3 MAY 2018"],
            "West Oakham Parish Council",
            "West Oakham Parish Council",
            "2018-05-03",
        ),
    ],
)
def test_the_heading_names_the_meeting(lines: list[str], council: str | None, body: str | None, date: str) -> None:
    found = meeting(*lines)
    assert (found.council, found.body, str(found.date)) == (council, body, date)


def test_an_earlier_meeting_in_the_heading_is_not_this_one() -> None:
    found = meeting(
        "Fenwick Parish Council", "Minutes of the last meeting of 4 May 2020 and next meeting 6 July 2020", "Meeting held on 8 June 2020"
    )
    assert found.date == dt.date(2020, 6, 8)


def test_a_day_without_its_year_is_no_date() -> None:
    assert meeting("Fenwick Parish Council held on Thursday 16th February at 3.00pm").date is None


def test_what_the_format_states_wins() -> None:
    stated = Stated(
        council="Stated County Council", body="Cabinet", date=dt.date(2020, 1, 2), status="approved", language="cy", venue="The Hall"
    )
    found = meeting("Other Parish Council", "Held on 3 March 2019", format="moderngov-meeting", stated=stated)
    assert found == Meeting(
        council="Stated County Council", body="Cabinet", date=dt.date(2020, 1, 2), status="approved", language="cy", venue="The Hall"
    )


def test_the_date_of_a_post_is_not_the_day_of_the_meeting() -> None:
    found = meeting("General Meeting 12th of January 2026", format="markdown", stated=Stated(date=dt.date(2026, 1, 15)))
    assert found.date == dt.date(2026, 1, 12)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT MINUTES OF FENWICK PARISH COUNCIL", "draft"),
        ("Minutes of Fenwick Parish Council held on 8 June 2020 (DRAFT)", "draft"),
        ("DRAFT", "draft"),
        ("MINUTES OF PROCEEDINGS AT DRAFT BUDGETARY PLAN MEETING OF FENWICK PARISH COUNCIL", "not stated"),
        ("MINUTES OF PROCEEDINGS AT ADJOURNED DRAFT", "not stated"),
        ("Approved minutes of Fenwick Parish Council", "approved"),
        ("COFNODION DRAFFT CYNGOR CYMUNED LLANFFUG", "draft"),
        ("Fenwick Parish Council", "not stated"),
    ],
)
def test_status(line: str, status: str) -> None:
    extra = ["BUDGETARY PLAN MEETING HELD ON 3 MAY 2019"] if line.endswith("ADJOURNED DRAFT") else []
    assert meeting(line, *extra).status == status


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("MEETING HELD IN ÁRAS BEAG, NEW LINE ROAD, CO. BEECH ON TUESDAY, 14TH DECEMBER, 2021", "ÁRAS BEAG, NEW LINE ROAD, CO. BEECH"),
        ("Minutes of a Meeting held on Tuesday 6 September 2016 at 7.00 pm in Fenwick Community Hall", "Fenwick Community Hall"),
        ("Held in the Board Room, Elder Workspace at 7 p.m.", "the Board Room, Elder Workspace"),
        ("Minutes of a Meeting held on Tuesday 2 March 2021", None),
    ],
)
def test_venue(line: str, venue: str | None) -> None:
    assert meeting(line).venue == venue


def test_names_in_capitals_become_ordinary_writing() -> None:
    assert ordinary("MUNICIPAL DISTRICT OF O’BRIEN-ON-SEA") == "Municipal District of O’Brien-On-Sea"
    assert ordinary("McGrath Town Council") == "McGrath Town Council"
    assert council_in("The Council resolved to write to the County Council") is None
    assert body_in("Fenwick Parish Council") is None


@pytest.mark.parametrize(("times", "council"), [(5, "East Marham Parish Council"), (2, "Wotton Parish Council")])
def test_a_title_left_over_from_another_council_gives_way_to_the_council_that_the_text_speaks_of(times: int, council: str) -> None:
    blocks = (
        Block(kind="heading", text="Minutes of the November meeting of Wotton Parish Council"),
        Block(kind="heading", text="MINUTES OF EAST MARHAM PARISH COUNCIL MEETING HELD ON THURSDAY NOVEMBER 5TH 2009"),
        Block(text="PRESENT: Councillors Ash, Birch and Cole."),
        *(Block(text="Broadband will come to East Marham.") for _ in range(times - 1)),
    )
    assert parse(Source(path="a.txt", sha256="0", format="text", blocks=blocks)).meeting.council == council
