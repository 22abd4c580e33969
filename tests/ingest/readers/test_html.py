"""Web pages that are not ModernGov's."""

from __future__ import annotations

import pytest

from ingest.datamodel import Source
from ingest.errors import UnreadableFile
from ingest.readers.kinds import Kind
from ingest.readers.web import read_web

FILLER = "<p>The Council considered the report of the Clerk on the state of the village hall and its roof.</p>"


def read(body: str, head: str = "") -> Source:
    page = f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>x</title>{head}</head><body>{body}</body></html>"
    return read_web(page.encode(), "page.html", "0" * 64, Kind.HTML)


def kinds(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(body).blocks]


def test_numbers_of_ordered_lists_survive() -> None:
    body = (
        "<ol start='2564'><li>Apologies</li><li value='2570'>Finance<ul><li>Balance £20</li></ul></li></ol><ol type='a'>"
        "<li>one</li><li>two</li></ol><ol type='i'><li>three</li></ol>"
    )
    assert [text for _, text in kinds(FILLER + body)][1:] == [
        "2564. Apologies",
        "2570. Finance",
        "Balance £20",
        "a. one",
        "b. two",
        "i. three",
    ]


def test_bullets_headings_and_pseudo_bullets() -> None:
    body = (
        "<h2>Finance</h2><ul><li>One</li><li><p>Two</p><p>more</p></li></ul><p>·&nbsp;&nbsp;&nbsp; Three</p><p><strong>"
        "Any other business</strong></p>"
    )
    assert kinds(FILLER + body)[1:] == [
        ("heading", "Finance"),
        ("bullet", "One"),
        ("bullet", "Two"),
        ("paragraph", "more"),
        ("bullet", "Three"),
        ("heading", "Any other business"),
    ]


def test_tables_come_row_by_row_and_layout_tables_as_text() -> None:
    table = "<table><tr><th>Councillor</th><th>Interest</th></tr><tr><td><p>A. Bevan</p></td><td>Landlord</td></tr></table>"
    assert kinds(FILLER + table)[1:] == [("row", "Councillor | Interest"), ("row", "A. Bevan | Landlord")]
    long = "<p>" + "The Clerk explained the matter to the Council. " * 8 + "</p>"
    layout = f"<table><tr><td>5.</td><td>{long}{long}</td></tr></table>"
    found = kinds(layout)
    assert [kind for kind, _ in found] == ["paragraph", "paragraph"]
    assert found[0][1].startswith("5. The Clerk explained")


def test_navigation_and_boilerplate_are_left_out() -> None:
    body = (
        f"<nav><a href='/'>Home</a></nav><div class='cookie-banner'>We use cookies</div><main><h1>Minutes</h1>"
        f"{FILLER}{FILLER}</main><aside>News</aside><footer>Privacy</footer><script>x=1</script>"
    )
    assert kinds(body)[0][1] == "Minutes"
    assert not {"Home", "We use cookies", "News", "Privacy"} & {text for _, text in kinds(body)}


def test_a_page_that_stands_in_one_form_is_read() -> None:
    assert len(kinds(f"<form id='aspnetForm'>{FILLER * 4}</form>")) == 4


def test_inline_marks_do_not_part_words_and_breaks_do() -> None:
    body = "<p>held on the 14<sup>th</sup> of <em>De</em>cember<br>in the village hall of Trefgoch, with the Chair presiding over it</p>"
    assert [text for _, text in kinds(FILLER + body)][1:] == [
        "held on the 14th of December",
        "in the village hall of Trefgoch, with the Chair presiding over it",
    ]


def test_page_numbers_left_in_a_page_are_dropped() -> None:
    assert kinds(FILLER + "<p>Page 1 of 3</p>" + FILLER) == [("paragraph", kinds(FILLER)[0][1])] * 2


def test_the_address_is_the_canonical_link() -> None:
    assert read(FILLER, "<link rel='canonical' href='https://arwel.example/m/1'>").url == "https://arwel.example/m/1"
    assert read(FILLER).url is None


def test_a_page_without_content_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no minutes"):
        read("<nav>Home Committees Councillors</nav><p>Please log in.</p>")


def test_a_page_of_another_site_is_refused_and_says_so() -> None:
    shop = "<main><h1>Garden chairs</h1>" + "<p>Our chairs are made for meeting friends on evenings. Order today.</p>" * 6 + "</main>"
    with pytest.raises(UnreadableFile, match="does not speak of a council or a meeting"):
        read(shop)
    assert read(shop.replace("friends", "friends after the committee")).blocks


def test_a_page_in_an_older_encoding_is_decoded_by_its_own_statement() -> None:
    page = f"<html><head><meta charset='iso-8859-1'></head><body>{FILLER}<p>Cost £20 – caf\xe9</p></body></html>".encode("cp1252")
    assert read_web(page, "old.html", "0" * 64, Kind.HTML).blocks[-1].text == "Cost £20 – café"
