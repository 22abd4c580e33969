"""Write a meeting as saved ModernGov pages: one page a meeting, or one page an item."""

from __future__ import annotations

import re
from html import escape
from string import capwords
from urllib.parse import quote
from zlib import crc32

from meeting_source import Item, Meeting, Para
from wording import Wording, long_date, wording

SITE = "https://democracy.dyffrynarwel.example"
NBSP = "&nbsp;"
PDF_ICON = '<img alt="pdf icon" src="/SiteSpecific/pdf.gif">'


def meeting_page(meeting: Meeting) -> str:
    """Return the `ieListDocuments` page of a meeting.

    Args:
        meeting: The meeting.

    Returns:
        The page's HTML.
    """
    words = wording(meeting.language)
    heading = words.agenda_and_draft if meeting.draft else words.agenda_and_minutes
    subtitle = f"{meeting.body} - {long_date(meeting.day, meeting.language)} {meeting.time}"
    rows = "\n".join(_row(meeting, item, words) for item in meeting.items)
    main = f"""<h1>{heading}</h1>
<h2 class="mgSubTitleTxt">{escape(subtitle)}</h2>
<p><span class="mgLabel">{words.venue}{NBSP}</span>{escape(meeting.venue)}</p>
<p><span class="mgLabel">{words.contact}{NBSP}</span>{escape(words.contact_text)}</p>
<div class="mgAttendance"><h3 class="mgSectionTitle">{words.attendance}</h3>
{_paragraphs(meeting.present, meeting, apart=False)}
</div>
<table class="mgItemTable" id="mgItemTable"><tr><th>{words.number}</th><th>{words.item}</th></tr>
{rows}
</table>"""
    return _page(meeting, words, f"{heading} - {subtitle}", meeting_address(meeting), main)


def item_page(meeting: Meeting, item: Item) -> str:
    """Return the `mgAi` page of one item.

    Args:
        meeting: The meeting.
        item: One of its items.

    Returns:
        The page's HTML.
    """
    words = wording(meeting.language)
    number = item.number.rstrip(".")
    where = f"{meeting.body}, {long_date(meeting.day, meeting.language)} {meeting.time} ({words.item_ref} {number}.)"
    link = f'<a href="{escape(meeting_address(meeting, full=False))}">{escape(where)}</a>'
    parts = [
        f"<h1>{words.agenda_item}</h1>",
        f'<h2 class="mgSubTitleTxt">{escape(item.title)}</h2>',
        f'<ul class="mgBulletList"><li>{words.meeting_of} {link}</li></ul>',
        *_blocks(meeting, item, words, label_minutes=_labels_minutes(item)),
    ]
    if _has_report(item):
        parts.append(_label(words.supporting))
        parts.append(_documents(meeting, item, f"{words.report}, {words.item_ref.lower()} {number}."))
    return _page(meeting, words, f"{words.agenda_item} - {item.title}", item_address(meeting, item), "\n".join(parts))


def meeting_address(meeting: Meeting, full: bool = True) -> str:
    """Return the address of a meeting's page, without its site when not `full`."""
    suffix = "&LLL=1" if meeting.language == "cy" else ""
    path = f"ieListDocuments.aspx?CId={meeting.committee_id}&MId={meeting.meeting_id}&Ver=4{suffix}"
    return f"{SITE}/{path}" if full else path


def item_address(meeting: Meeting, item: Item) -> str:
    """Return the address of an item's page."""
    suffix = "&LLL=1" if meeting.language == "cy" else ""
    return f"{SITE}/mgAi.aspx?ID={meeting.meeting_id}{int(item_file_number(item)):02d}{suffix}"


def item_file_number(item: Item) -> str:
    """Return the two figures that tell an item's page from the others."""
    return re.sub(r"\D", "", item.number).zfill(2)


def _row(meeting: Meeting, item: Item, words: Wording) -> str:
    """Return an item's row in the table of the meeting's page."""
    title = escape(item.title)
    if _glued(meeting, item):
        link = _document_link(meeting, item)
        title = f'<a class="mgAiTitleLnk" href="{link}">{title}</a> {PDF_ICON} PDF {_size(meeting, item)} KB'
    cell = [f'<p class="mgAiTitleTxt">{title}</p>', *_blocks(meeting, item, words, label_minutes=True, listing=True)]
    number = f'<td class="mgItemNumberCell"><p class="mgAiTitleTxt">{escape(item.number)}</p></td>'
    return f"<tr>{number}<td>{''.join(cell)}</td></tr>"


def _blocks(meeting: Meeting, item: Item, words: Wording, label_minutes: bool, listing: bool = False) -> list[str]:
    """Return agenda text, documents, decision and minutes, each under its label."""
    parts: list[str] = []
    if item.agenda:
        parts.append(_word_para(item.agenda, meeting))
    if listing and _has_report(item) and not _glued(meeting, item):
        parts.append(_label(words.additional))
        parts.append(_documents(meeting, item, capwords(item.title)))
    if item.decision:
        parts += [_label(words.decision), _word_para(item.decision, meeting)]
    if item.minutes:
        parts += [_label(words.minutes)] if label_minutes else []
        parts.append(_word_para(item.minutes, meeting))
    return parts


def _label(text: str) -> str:
    """Return the label of a block."""
    return f'<p class="mgSubItemTitleTxt">{text}</p>'


def _word_para(paras: list[Para], meeting: Meeting) -> str:
    """Return paragraphs as ModernGov pastes them from Word."""
    return f'<div class="mgWordPara">{_paragraphs(paras, meeting, apart=True)}</div>'


def _paragraphs(paras: list[Para], meeting: Meeting, apart: bool) -> str:
    """Return paragraphs and lists, with nbsp-only paragraphs between them when `apart`."""
    blocks: list[str] = []
    bullets: list[str] = []
    for para in [*paras, None]:
        if para is not None and para.bullet and not _pseudo_bullets(meeting):
            bullets.append(f"<li>{_text(para.text)}</li>")
            continue
        if bullets:
            blocks.append(f"<ul>{''.join(bullets)}</ul>")
            bullets = []
        if para is not None:
            lead = f"·{NBSP * 8} " if para.bullet else ""
            tail = NBSP if len(para.text) % 5 == 0 else ""
            blocks.append(f"<p>{lead}{_text(para.text)}{tail}</p>")
    if not apart:
        return "\n".join(blocks)
    return f"<p>{NBSP}</p>".join(blocks) + f"<p>{NBSP}</p>"


def _text(text: str) -> str:
    """Return text as HTML; a double space keeps one half as nbsp, as Word writes it."""
    return escape(text, quote=False).replace("  ", f"{NBSP} ")


def _documents(meeting: Meeting, item: Item, title: str) -> str:
    """Return the list of the documents filed with an item."""
    entry = f'<a class="mgFileLnk" href="{_document_link(meeting, item)}">{escape(title)}</a> {PDF_ICON} PDF {_size(meeting, item)} KB'
    return f'<ul class="mgBulletList"><li>{entry}</li></ul>'


def _has_report(item: Item) -> bool:
    """Tell whether a report is filed with the item: the agenda text or a long discussion after item 3 says so."""
    return bool(item.agenda) or (len(item.minutes) > 2 and int(item_file_number(item)) > 3)


def _glued(meeting: Meeting, item: Item) -> bool:
    """Tell whether the item's document hangs on its title, so that "PDF 244 KB" runs on from the title's text."""
    minutes = item.title.startswith(("MINUTES", "COFNODION"))
    return minutes or (_has_report(item) and _seed(meeting, item) % 2 == 1)


def _labels_minutes(item: Item) -> bool:
    """Tell whether an item's page has the Minutes label; short pages with an even number go without."""
    return bool(item.agenda or item.decision) or int(item_file_number(item)) % 2 == 1


def _pseudo_bullets(meeting: Meeting) -> bool:
    """Tell whether the meeting's lists are typed dots instead of lists."""
    return meeting.meeting_id % 3 == 1


def _seed(meeting: Meeting, item: Item) -> int:
    """Return a number that stays with the item, to vary pages without chance (the same in both languages)."""
    return crc32(f"{meeting.meeting_id} {item.number}".encode())


def _document_link(meeting: Meeting, item: Item) -> str:
    """Return the address of the item's document."""
    return f"documents/s{meeting.meeting_id}{item_file_number(item)}/{quote(capwords(item.title), safe='')}.pdf"


def _size(meeting: Meeting, item: Item) -> int:
    """Return the size of the item's document in KB."""
    return 90 + _seed(meeting, item) % 700


def _page(meeting: Meeting, words: Wording, title: str, address: str, main: str) -> str:
    """Return a whole page round the main part: head, breadcrumb, navigation, footer."""
    other = address.removesuffix("&LLL=1") if meeting.language == "cy" else f"{address}&LLL=1"
    crumbs = "".join(f'<li><a href="mgListCommittees.aspx?bcr=1">{crumb}</a></li>' for crumb in words.crumbs)
    links = "".join(f'<li><a href="mgNav{n}.aspx">{link}</a></li>' for n, link in enumerate(words.navigation, 1))
    return f"""<!DOCTYPE html>
<html lang="{meeting.language}"><head><meta charset="utf-8">
<title>{escape(title)}</title>
<link rel="canonical" href="{escape(address)}">
<link rel="stylesheet" href="/SiteSpecific/modgov.css">
<script>window.mgVersion = "4";</script>
</head>
<body>
<div id="cookieBanner" role="dialog"><p>{words.cookies}</p></div>
<header><a class="siteName" href="/">{escape(meeting.council)}</a>
<a class="mgLanguage" href="{escape(other)}">{words.other_language}</a></header>
<nav class="mgNav"><ul>{links}</ul></nav>
<div id="modgov" class="mgContent">
<ul class="mgBreadcrumb">{crumbs}<li><a href="mgCommitteeDetails.aspx?ID={meeting.committee_id}">{escape(meeting.body)}</a></li></ul>
{main}
</div>
<footer><p>{escape(meeting.council)}, {words.footer}</p></footer>
</body></html>
"""
