"""ModernGov pages and web-service XML, as councils' sites give them; all text invented."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.datamodel import Source
from ingest.errors import UnreadableFile
from ingest.readers.kinds import Kind
from ingest.readers.web import read_web

HEAD = "<html lang='{lang}'><head><title>{title}</title><link rel='canonical' href='https://democracy.arwel.example/{page}'></head><body>"
FRAME = "<header><a class='siteName' href='/'>Arwel County Council</a></header><nav>Committees</nav><div id='modgov' class='mgContent'>"


def meeting(
    rows: str, heading: str = "Agenda and minutes", about: str = "Cabinet - Tuesday, 22nd October, 2024 10.00 am", lang: str = "en"
) -> Source:
    page = (
        HEAD.format(lang=lang, title=f"{heading} - {about}", page="ieListDocuments.aspx?MId=7")
        + FRAME
        + f"<h1>{heading}</h1><h2 class='mgSubTitleTxt'>{about}</h2><p><span>Venue:&nbsp;</span>Council Chamber</p>"
        + "<div class='mgAttendance'><h3>Attendance</h3><p>Councillor A. Bevan (Chair)</p></div>"
        + f"<table class='mgItemTable' id='mgItemTable'><tr><th>No.</th><th>Item</th></tr>{rows}</table></div></body></html>"
    )
    return read_web(page.encode(), "m.html", "0" * 64, Kind.HTML)


def row(number: str, title: str, rest: str = "") -> str:
    return (
        f"<tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>{number}</p></td><td><p class='mgAiTitleTxt'>{title}</p>{rest}</td></tr>"
    )


def label(text: str) -> str:
    return f"<p class='mgSubItemTitleTxt'>{text}</p>"


def word(text: str) -> str:
    return f"<div class='mgWordPara'>{text}</div>"


def shape(source: Source) -> list[tuple[str, str, str]]:
    return [(block.kind, block.part, block.text) for block in source.blocks]


ROWS = (
    row(
        "1.",
        "APOLOGIES",
        label("Additional documents:")
        + "<ul class='mgBulletList'><li><a>List</a> PDF 20 KB</li></ul>"
        + label("Minutes:")
        + word("<p>None were received.</p>"),
    )
    + row("3.", "<a class='mgAiTitleLnk'>MINUTES</a> <img alt='pdf icon'> PDF 244 KB")
    + row("3.1", "5TH JUNE, 2024PDF 1 MB", label("Minutes:") + word("<p>RESOLVED that they be signed.</p>"))
    + row(
        "4.",
        "WINTER PLAN",
        "<ul class='mgActionList'><li><a>View the decision for item 4.</a></li></ul>"
        + word("<p>It is recommended that the plan be refused.</p>")
        + label("Decision:")
        + word("That the plan be approved.")
        + label("Minutes:")
        + word("<p>A Member asked about grit.</p><p>&nbsp;</p><p>RESOLVED that the plan be approved.</p>"),
    )
)


def test_a_meeting_page_gives_items_with_their_parts() -> None:
    source = meeting(ROWS)
    assert source.format == "moderngov-meeting"
    assert shape(source) == [
        ("heading", "minutes", "Cabinet - Tuesday, 22nd October, 2024 10.00 am"),
        ("paragraph", "minutes", "Venue: Council Chamber"),
        ("heading", "minutes", "Attendance"),
        ("paragraph", "minutes", "Councillor A. Bevan (Chair)"),
        ("item", "minutes", "APOLOGIES"),
        ("label", "minutes", "Minutes:"),
        ("paragraph", "minutes", "None were received."),
        ("item", "minutes", "MINUTES"),
        ("item", "minutes", "5TH JUNE, 2024"),
        ("label", "minutes", "Minutes:"),
        ("paragraph", "minutes", "RESOLVED that they be signed."),
        ("item", "minutes", "WINTER PLAN"),
        ("paragraph", "agenda", "It is recommended that the plan be refused."),
        ("label", "decision", "Decision:"),
        ("paragraph", "decision", "That the plan be approved."),
        ("label", "minutes", "Minutes:"),
        ("paragraph", "minutes", "A Member asked about grit."),
        ("paragraph", "minutes", "RESOLVED that the plan be approved."),
    ]
    assert [block.number for block in source.blocks if block.kind == "item"] == ["1", "3", "3.1", "4"]


def test_a_meeting_page_states_its_meeting() -> None:
    source = meeting(ROWS)
    assert source.stated.model_dump(exclude_none=True) == {
        "council": "Arwel County Council",
        "body": "Cabinet",
        "date": dt.date(2024, 10, 22),
        "venue": "Council Chamber",
        "language": "en",
    }
    assert source.url == "https://democracy.arwel.example/ieListDocuments.aspx?MId=7"


@pytest.mark.parametrize(
    ("frame", "council"),
    [
        ("<title>Agenda and minutes - County Council - Thursday, 7th June, 2018</title>", None),
        ("<title>Agenda item - Council Tax 2024 - Arwel County Council</title>", "Arwel County Council"),
        ("<body><header><a><img alt='Arwel and Elain Borough Council logo'></a></header>", "Arwel and Elain Borough Council"),
        ("<body><header><a>Skip to content</a><a>Cyngor Sir Arwel</a></header>", "Cyngor Sir Arwel"),
        ("<body><footer><p>© 2024 Arwel Town Council, Neuadd y Dref</p></footer>", "Arwel Town Council"),
        ("<body><header><a>Your Council</a></header><footer><p>The Full Council</p></footer>", None),
    ],
)
def test_the_council_is_whose_site_it_is(frame: str, council: str | None) -> None:
    page = f"<html>{frame}<table>{ROWS}</table></html>"
    assert read_web(page.encode(), "m.html", "0" * 64, Kind.HTML).stated.council == council


def test_draft_minutes_are_said_to_be_draft() -> None:
    assert meeting(ROWS, "Agenda and draft minutes").stated.status == "draft"
    assert meeting(ROWS).stated.status is None


def test_welsh_labels_and_dates() -> None:
    rows = row(
        "1.",
        "YMDDIHEURIADAU",
        word("<p>I ystyried.</p>")
        + label("Penderfyniad:")
        + word("<p>Derbyn.</p>")
        + label("Cofnodion:")
        + word("<p>Ni chafwyd ymddiheuriadau.</p>")
        + label("Dogfennau ychwanegol:")
        + "<ul><li>Adroddiad PDF 3 KB</li></ul>",
    )
    source = meeting(rows, "Agenda a chofnodion drafft", "Pwyllgor Craffu Plant - Dydd Mawrth, 19eg Fedi, 2024 2.00 yp", "cy")
    assert [block.part for block in source.blocks if block.kind == "paragraph"][-3:] == ["agenda", "decision", "minutes"]
    assert (source.stated.body, source.stated.date, source.stated.status, source.stated.language) == (
        "Pwyllgor Craffu Plant",
        dt.date(2024, 9, 19),
        "draft",
        "cy",
    )
    assert all("Adroddiad" not in block.text for block in source.blocks)


def item(body: str, meeting_of: str = "Cabinet, Tuesday, 21st January, 2025 10.00 am (Item 6.)") -> Source:
    page = HEAD.format(lang="en", title="Agenda item - X", page="mgAi.aspx?ID=9") + FRAME
    page += "<h1>Agenda item</h1><h2 class='mgSubTitleTxt'>FLOODING</h2>"
    page += f"<ul class='mgBulletList'><li>Meeting of <a href='x'>{meeting_of}</a></li></ul>{body}</div></body></html>"
    return read_web(page.encode(), "i.html", "0" * 64, Kind.HTML)


def test_an_item_page_with_labels() -> None:
    source = item(
        word("<p>To consider.</p>")
        + label("Minutes:")
        + word("<p>Homes were flooded.</p><p>RESOLVED that it be noted.</p>")
        + label("Supporting documents:")
        + "<ul class='mgBulletList'><li><a>Report</a> PDF 9 KB</li></ul>"
    )
    assert source.format == "moderngov-item"
    assert shape(source) == [
        ("item", "minutes", "FLOODING"),
        ("paragraph", "agenda", "To consider."),
        ("label", "minutes", "Minutes:"),
        ("paragraph", "minutes", "Homes were flooded."),
        ("paragraph", "minutes", "RESOLVED that it be noted."),
    ]
    assert (source.stated.body, source.stated.date, source.stated.item_number) == ("Cabinet", dt.date(2025, 1, 21), "6")


def test_an_item_page_without_a_label_is_minutes() -> None:
    source = item(
        word("<p>Council was presented with the report.</p><p>·&nbsp;&nbsp;&nbsp;A Member asked why.</p>"), "County Council (Item 7.)"
    )
    assert [(block.kind, block.part) for block in source.blocks] == [("item", "minutes"), ("paragraph", "minutes"), ("bullet", "minutes")]
    assert (source.stated.body, source.stated.date) == ("County Council", None)


XML = """<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingdate>04/07/2019</meetingdate><meetinglocation>County Hall</meetinglocation><agendaitems>
<agendaitem><agendaitemnumber>6.</agendaitemnumber><agendaitemtitle>FEES &amp;amp; CHARGES</agendaitemtitle>
<decisionnonemptyhtmlbody>&lt;p&gt;That it be received.&lt;/p&gt;</decisionnonemptyhtmlbody>
<minutesnonemptyhtmlbody>&lt;p&gt;Fees &amp;amp; charges rose.&amp;nbsp;&lt;/p&gt;
&lt;ul&gt;&lt;li&gt;by 3%&lt;/li&gt;&lt;/ul&gt;</minutesnonemptyhtmlbody>
<linkeddocuments><linkeddoc><title>Exempt appendix</title><isrestricted>True</isrestricted></linkeddoc></linkeddocuments></agendaitem>
</agendaitems></meeting>"""


def test_web_service_xml() -> None:
    source = read_web(XML.encode(), "m.xml", "0" * 64, Kind.XML)
    assert shape(source) == [
        ("item", "minutes", "FEES & CHARGES"),
        ("paragraph", "decision", "That it be received."),
        ("paragraph", "minutes", "Fees & charges rose."),
        ("bullet", "minutes", "by 3%"),
    ]
    assert source.blocks[0].number == "6"
    assert (source.stated.date, source.stated.venue) == (dt.date(2019, 7, 4), "County Hall")


@pytest.mark.parametrize(
    ("xml", "reason"), [(XML[:300], "cut short"), ("<?xml version='1.0'?><feed><entry/></feed>", "without agenda items")]
)
def test_bad_xml_is_refused(xml: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_web(xml.encode(), "m.xml", "0" * 64, Kind.XML)
