"""Meetings as ModernGov's web service gives them (`mgWebService.asmx/GetMeeting`), saved as XML."""

from __future__ import annotations

import datetime as dt
import html
import xml.etree.ElementTree as ElementTree

from ingest.datamodel import Block, Part, Stated
from ingest.errors import UnreadableFile
from ingest.readers.html import html_blocks
from ingest.readers.saved_page import strip_file_size
from ingest.text import fold_space


def meeting_xml(data: bytes, name: str) -> tuple[Stated, list[Block]]:
    """Read a GetMeeting response. Linked documents, restricted ones above all, are left out.

    Raises:
        UnreadableFile: If it is damaged XML, or other XML.
    """
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise UnreadableFile(f"{name}: damaged or cut short, not complete XML ({error})", "Download it again.") from error
    for element in root.iter():  # responses come with and without a namespace
        element.tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
    items = list(root.iter("agendaitem"))
    if not items:
        raise UnreadableFile(f"{name}: XML without agenda items", "Of XML only ModernGov's GetMeeting responses are read.")
    body, day = _value(root, "committeename") or _value(root, "committeetitle"), _day(_value(root, "meetingdate"))
    stated = Stated(
        council=_value(root, "councilname"),
        body=body,
        date=day,
        venue=_value(root, "meetinglocation"),
    )
    blocks = [Block(text=f"{body} - {day:%d/%m/%Y}" if body and day else body, kind="heading")] if body else []
    for item in items:
        blocks += _item(item)
    return stated, blocks


def _item(item: ElementTree.Element) -> list[Block]:
    """Return an item's title, decision and minutes."""
    number = _value(item, "agendaitemnumber") or _value(item, "minutesitemnumber")
    title = strip_file_size(html.unescape(_value(item, "agendaitemtitle") or "-"))
    blocks = [Block(text=title, kind="item", number=number.rstrip(". ") if number else None)]
    fields: list[tuple[str, Part]] = [
        ("agendaitemdescription", "agenda"),
        ("decisionnonemptyhtmlbody", "decision"),
        ("minutesnonemptyhtmlbody", "minutes"),
    ]
    for tag, part in fields:
        if markup := _value(item, tag):
            blocks += _markup(markup, part)
    return blocks


def _markup(markup: str, part: Part) -> list[Block]:
    from selectolax.lexbor import LexborHTMLParser

    if "&lt;" in markup and "<" not in markup:
        markup = html.unescape(markup)
    body = LexborHTMLParser(markup).body
    return html_blocks(body, part=part) if body is not None else []


def _value(element: ElementTree.Element, tag: str) -> str | None:
    """Return the text of the first element of that name, or None."""
    found = next(element.iter(tag), None)
    text = "".join(found.itertext()) if found is not None else ""
    return (text if "<" in text else fold_space(text)) or None


def _day(text: str | None) -> dt.date | None:
    """Read dd/mm/yyyy, the service's form, or ISO."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime((text or "")[:10], form).date()
        except ValueError:
            continue
    return None
