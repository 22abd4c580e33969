"""The registers, a topic, a newsletter, the library and the visitor's own files, walked in a real Chromium."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.conftest import Served
from tests.page.visit import CARERS, ask, filled, opened, tab

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def saved(page: Page, link: str) -> bytes:
    """What the first link of that selector saves."""
    with page.expect_download() as waiting:
        page.locator(link).first.click()
    return Path(waiting.value.path()).read_bytes()


def test_decisions_are_filtered_sorted_opened_and_taken_away_as_csv(page: Page, served: Served) -> None:
    opened(page, served.url)
    tab(page, "registers")
    page.locator("table.register").wait_for()
    everything = page.locator(".tell").inner_text()
    filled(page, "register-text", "pool petition")
    page.click("#register-find")
    page.wait_for_function("before => document.querySelector('.tell').innerText !== before", arg=everything)
    rows = page.locator("table.register tbody tr")
    told = rows.all_inner_texts()
    assert told and all("pool" in row.lower() and "petition" in row.lower() for row in told)
    written = csv.DictReader(io.StringIO(saved(page, ".tell a").decode("utf-8-sig")))
    assert len(list(written)) == len(told) == int(re.findall(r"\d+", page.locator(".tell").inner_text())[0])
    rows.first.locator("button.open").first.click()
    page.locator(".reader:visible .cited").first.wait_for()
    first_line = rows.first.locator(".what p").first.inner_text()
    assert first_line[:40] in page.locator(".reader:visible .cited").first.inner_text().replace("\n", " ")
    filled(page, "register-text", "")
    page.locator(".filters:visible button").first.click()
    page.locator("#register-order input").click()
    page.get_by_role("option", name="Oldest first").click()
    page.wait_for_function("document.querySelector('table.register .date').innerText.includes('2024')")
    page.locator("#register-what label").nth(1).click()
    page.locator(".tell a[download='actions.csv']").wait_for()


@pytest.mark.parametrize("page", [375], indirect=True)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_on_a_phone_files_can_be_chosen_and_added(page: Page, served: Served, tmp_path: Path, language: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    opened(page, f"{served.url}?lang={language}")
    tab(page, "library")
    page.set_input_files("#files input[type=file]", [str(tmp_path / "empty.txt")])
    page.locator("#add-button:not([disabled])").click()  # fails where something lies over it
    page.locator(".results li.not-read").wait_for()
    told = page.locator(".results li.not-read").inner_text()
    assert ("the file is empty" if language == "en" else "mae’r ffeil yn wag") in told
    assert page.locator(".results [lang]").count() == 0


def test_a_topic_is_told_as_a_story_and_a_plot(page: Page, served: Served) -> None:
    opened(page, served.url)
    tab(page, "topic")
    filled(page, "topic", "leisure centre")
    page.press("#topic input, #topic textarea", "Enter")
    page.locator(".story .event").nth(3).wait_for()
    days = page.locator(".event > h3").all_inner_texts()
    years = [int(re.findall(r"20\d\d", day)[0]) for day in days]
    assert years == sorted(years)
    assert page.locator(".event.latest").count() == 1
    assert page.locator(".story .plot .track .mark").count() == len(days)
    assert "leisure centre" in (page.locator(".story .plot [role=img]").get_attribute("aria-label") or "")
    page.locator(".event button.cite").first.press("Enter")
    page.locator(".reader:visible .cited mark").first.wait_for()
    filled(page, "topic", "lighthouse dredging")
    page.click("#topic-tell")
    page.locator(".abstention:visible", has_text="do not speak of lighthouse dredging").wait_for()


def test_a_newsletter_is_chosen_drafted_reviewed_signed_and_taken_away(page: Page, served: Served) -> None:
    opened(page, served.url)
    tab(page, "newsletter")
    filled(page, "news-from", "2025-06-01")
    filled(page, "news-to", "2025-07-31")
    page.click("#news-propose")
    stories = page.locator("#news-chosen label")
    stories.first.wait_for()
    assert "£4.6 million (+3)" in stories.first.inner_text()
    assert stories.first.locator("b").inner_text() == stories.first.inner_text().strip().splitlines()[0]
    for place in range(2, stories.count()):
        if stories.nth(place).locator("input").is_checked():
            stories.nth(place).locator("input").uncheck()
    page.click("#news-draft")
    page.locator(".story-draft").nth(1).wait_for()
    assert page.locator(".story-draft").count() == 2
    stories.first.wait_for(state="hidden")  # folded, so that the draft is in sight
    assert page.locator(".watermark .badge").inner_text() == "Draft"

    first = page.locator(".checked").first
    first.locator("button[data-do=edit]").press("Enter")
    page.locator("#news-text textarea").wait_for()
    page.locator(".reader:visible .cited").first.wait_for()
    page.fill("#news-text textarea", "The Council resolved to spend £9 million on a tunnel.")
    page.click("#news-keep")
    first.locator(".reasons", has_text="A figure that the minutes do not give: “£9 million”").wait_for()
    filled(page, "news-name", "Ann Example")
    page.click("#news-sign")
    page.locator(".sign-off .notice", has_text="must be edited, accepted or left out").wait_for()
    page.click("#news-save")
    page.locator(".sign-off .offer").first.wait_for()
    with zipfile.ZipFile(io.BytesIO(saved(page, ".sign-off a[download$='.docx']"))) as word:
        assert "DRAFT" in "".join(word.read(name).decode("utf-8", "ignore") for name in word.namelist() if name.endswith(".xml"))

    first.locator("button[data-do=drop]").click()
    page.locator(".checked", has_text="£9 million").wait_for(state="detached")
    page.click("#news-sign")
    page.locator(".signed", has_text="Signed off by Ann Example").wait_for()
    page.click("#news-save")
    page.locator(".sign-off .offer").first.wait_for()
    text = saved(page, ".sign-off a[download$='.md']").decode("utf-8")
    assert "DRAFT" not in text
    assert "£9 million" not in text


def test_a_conversation_is_followed_up_searched_again_reopened_and_saved(page: Page, served: Served) -> None:
    opened(page, served.url)
    ask(page, CARERS)
    ask(page, "And what did it cost?")
    rewritten = page.locator(".turn.latest .rewritten q").inner_text()
    assert "foster" in rewritten
    page.locator(".turn.latest .rewritten button").click()
    page.wait_for_function("document.querySelector('#question textarea').value.includes('foster')")
    page.locator(".turn.latest .searched summary").click()
    assert page.locator(".turn.latest .searched li").count() >= 3
    page.click("#save-button")
    page.locator(".offer a").first.wait_for()
    assert saved(page, ".offer a[download$='.docx']")[:2] == b"PK"
    text = saved(page, ".offer a[download$='.md']").decode("utf-8")
    assert CARERS in text
    assert "2024" in text
    page.click("#again-button")
    page.locator(".turn").first.wait_for(state="detached")
    page.locator(".history summary").click()
    page.locator(".history button[data-reopen]").click()
    page.locator(".turn").nth(1).wait_for()


def test_minutes_are_removed_only_after_they_were_asked_for(page: Page, served: Served, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "pentrefoelas.txt").write_text(
        "CWM TYWYLL COMMUNITY COUNCIL\n\nMinutes of the meeting held on 9 April 2025 at the Old School\n\n1. Bus shelter\n"
        "The Clerk reported that the bus shelter had lost its roof.\nRESOLVED that a new roof be bought for £912.\n",
        encoding="utf-8",
    )
    opened(page, served.url)
    tab(page, "library")
    page.locator("table.meetings").wait_for()
    page.set_input_files("#folder input[type=file]", str(tmp_path / "in"))
    page.locator("#add-button:not([disabled])").click()
    page.locator(".results li.added").wait_for()
    row = page.locator("table.meetings tr", has_text="9 April 2025")
    row.locator("button[data-remove]").click()
    page.locator(".ask-first", has_text="9 April 2025").wait_for()
    page.click("#keep-button")
    page.locator(".ask-first").wait_for(state="detached")
    assert row.count() == 1
    row.locator("button[data-remove]").click()
    page.click("#remove-button")
    row.wait_for(state="detached")
    assert not (served.library / "uploads" / "pentrefoelas.txt").exists()


def test_the_page_is_in_one_language_at_a_time(page: Page, served: Served) -> None:
    context = page.context
    context.set_extra_http_headers({"Accept-Language": "cy-GB,cy;q=0.9,en;q=0.5"})
    opened(page, served.url)
    assert page.url.endswith("?lang=cy")
    assert page.evaluate("document.documentElement.lang") == "cy"
    assert page.locator("#ask-button").inner_text() == "Gofyn"
    ask(page, CARERS)
    sentence = page.locator(".sentences p span[lang]").first
    assert sentence.get_attribute("lang") == "en"
    page.locator("button.cite").first.click()
    page.locator(".reader .minutes[lang=en]").wait_for()
    tab(page, "library")
    page.locator("table.meetings").wait_for()
    page.wait_for_timeout(400)
    seen: str = page.evaluate(
        """() => {
          const words = [];
          const of = node => {
            if (node.nodeType === 3) words.push(node.textContent);
            if (node.nodeType !== 1 || node.lang === 'en' || ['SCRIPT', 'STYLE'].includes(node.tagName)) return;
            for (const name of ['aria-label', 'placeholder', 'title']) if (node.hasAttribute(name)) words.push(node.getAttribute(name));
            node.childNodes.forEach(of);
          };
          of(document.body);
          return words.join(' | ');
        }"""
    )
    for english in ("Ask", "Filters", "Sources", "Drop", "Upload", "Committee or body", "Your question", "Remove", " or ", "October"):
        assert not re.search(rf"\b{english.strip()}\b", seen), f"{english} in {seen[:2000]}"
    page.locator(".languages a").click()
    page.locator("#ask-button", has_text="Ask").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
