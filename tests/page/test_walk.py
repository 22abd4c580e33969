"""The page, walked in a real Chromium as a councillor would."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.conftest import Served
from tests.page.slow_model import SlowModel
from tests.page.visit import BOX, CARERS, PANEL, TABS, ask, beyond_the_keyboard, faults, filled, opened, tab

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PLANTED = """TREFGOCH TOWN COUNCIL

Minutes of the meeting held on 4 March 2025 at the Guildhall, Trefgoch

1. Apologies for absence
Apologies for absence were received from Councillor Dwynwen Frost.

2. Bandstand <script>window.planted = 1</script>
The Clerk reported that the bandstand <img src=x onerror="window.planted = 1"> ${window.planted = 1} needs a copper roof costing £4,275.
RESOLVED that the copper roof of the bandstand be repaired at a cost of £4,275.
"""


def test_an_answer_is_cited_and_its_citation_opens_the_paragraph(page: Page, served: Served) -> None:
    opened(page, served.url)
    seconds = ask(page, CARERS)
    print(f"first answer after {seconds:.2f} s")
    sentences = page.locator(".sentences p")
    assert sentences.count() >= 2
    for place in range(sentences.count()):
        assert sentences.nth(place).locator("button.cite").count() >= 1, sentences.nth(place).inner_text()
    first = page.locator("button.cite").first
    quote = first.get_attribute("data-quote")
    first.click()
    page.locator(".reader .cited mark").first.wait_for()
    marked = " ".join(page.locator(".reader .cited mark").all_inner_texts())
    assert marked == quote
    reader = page.locator(".reader")
    assert reader.locator(".minutes p").count() > page.locator(".cited p").count()
    for fact in ("20", "File", "Status", "paragraph"):
        assert fact in reader.inner_text()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert page.locator(".reader .cited").bounding_box()["x"] > sentences.first.bounding_box()["x"] + 300  # type: ignore[index]


def test_enter_on_a_number_opens_it_too_and_an_example_can_be_asked(page: Page, served: Served) -> None:
    opened(page, served.url)
    example = page.locator("button.example").first
    question = example.inner_text()
    example.press("Enter")
    page.locator(".turn.latest button.cite").first.wait_for()
    assert page.locator(".turn .question").inner_text().endswith(question)
    page.locator("button.cite").last.press("Enter")
    page.locator(".reader .cited mark").first.wait_for()


@pytest.mark.parametrize("page", [375], indirect=True)
def test_on_a_phone_the_paragraph_opens_below_and_comes_into_sight(page: Page, served: Served) -> None:
    opened(page, served.url)
    ask(page, CARERS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.locator("button.cite").first.click()
    cited = page.locator(".reader .cited")
    cited.wait_for()
    page.wait_for_function("(top => top > 0 && top < innerHeight / 2)(document.querySelector('.cited').getBoundingClientRect().top)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.locator(".back").click()
    page.wait_for_function("document.activeElement.matches('button.cite')")


def test_what_the_minutes_do_not_say_is_not_answered(page: Page, served: Served) -> None:
    opened(page, served.url)
    ask(page, "Which crematorium will be built on Mars?")
    told = page.locator(".turn.latest .abstention").inner_text()
    assert "do not say" in told
    assert "passages" in told
    assert page.locator(".turn.latest button.cite").count() == 0
    page.locator(".turn.latest .sources button.open").first.click()
    page.locator(".reader .cited").wait_for()


def test_draft_minutes_are_called_so(page: Page, served: Served) -> None:
    opened(page, served.url)
    page.locator(".filters button").first.click()
    page.fill("#filter-from textarea, #filter-from input", "2025-01-28")
    page.fill("#filter-to textarea, #filter-to input", "2025-01-28")
    ask(page, "What was recovered from duplicate supplier payments?")
    assert "Draft minutes" in page.locator(".turn.latest .sources").first.inner_text()
    page.locator("button.cite").first.click()
    page.locator(".reader .badge.draft").wait_for()


def test_filters_limit_and_a_wrong_date_is_named(page: Page, served: Served) -> None:
    opened(page, served.url)
    page.locator(".filters button").first.click()
    page.fill("#filter-from textarea, #filter-from input", "last May")
    page.fill(BOX, CARERS)
    page.press(BOX, "Enter")
    page.locator(".status .notice").wait_for()
    assert "“last May” under From is not a date" in page.locator(".status .notice").inner_text()
    assert page.input_value(BOX) == CARERS
    page.fill("#filter-from textarea, #filter-from input", "2031-01-01")
    ask(page, CARERS)
    assert "dates from 1 January 2031" in page.locator(".abstention").inner_text()


def test_a_further_question_keeps_the_conversation(page: Page, served: Served) -> None:
    opened(page, served.url)
    ask(page, CARERS)
    ask(page, "And what did the petition about the pool ask for?")
    assert page.locator(".turn .question").count() == 2
    page.click("#again-button")
    page.locator(".turn").first.wait_for(state="detached")
    page.locator("button.example").first.wait_for()


def test_an_uploaded_file_can_be_asked_about_and_its_html_is_inert(page: Page, served: Served, tmp_path: Path) -> None:
    (tmp_path / "trefgoch.txt").write_text(PLANTED, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF")
    opened(page, served.url)
    page.get_by_role("tab", name="Library").click()
    page.locator("table.meetings").wait_for()
    before = page.locator("table.meetings tbody tr").count()
    page.set_input_files("#files input[type=file]", [str(tmp_path / "trefgoch.txt"), str(tmp_path / "broken.pdf")])
    page.locator("#add-button:not([disabled])").click()
    page.locator(".results li.not-read").wait_for()
    results = page.locator(".results").inner_text()
    assert re.search(r"trefgoch\.txt\s+added", results)
    assert re.search(r"broken\.pdf\s+not read", results)
    assert str(tmp_path) not in results
    page.wait_for_function(f"document.querySelectorAll('table.meetings tbody tr').length === {before + 1}")
    page.get_by_role("tab", name="Ask").click()
    ask(page, "What does the copper roof of the bandstand cost?")
    answer = page.locator(".turn.latest").inner_text()
    assert "£4,275" in answer
    assert "trefgoch.txt" in answer
    page.locator("button.cite").first.click()
    page.locator(".reader .cited").wait_for()
    page.get_by_role("tab", name="Meetings").click()
    page.locator("#meeting input").click()
    page.get_by_role("option", name="Trefgoch").click()
    page.locator(".meeting .item").first.wait_for()
    page.locator(".meeting", has_text="bandstand").wait_for()
    assert page.evaluate("window.planted") is None
    assert page.locator(".meeting script, .meeting img, .reader script, .reader img").count() == 0
    assert (served.library / "uploads" / "trefgoch.txt").exists()
    assert not (served.library / "uploads" / "broken.pdf").exists()


def test_a_meeting_is_read_and_summarised(page: Page, served: Served) -> None:
    opened(page, served.url)
    page.get_by_role("tab", name="Library").click()
    page.locator("table.meetings tr", has_text="6 March 2025").locator("button[data-meeting]").click()
    page.locator(".meeting h2", has_text="6 March 2025").wait_for()
    assert page.locator(".meeting .decision").count() >= 2
    page.locator(".meeting summary").nth(3).click()
    assert page.locator(".meeting details[open] p").count() >= 1
    page.click("#summarise-button")
    page.locator(".summary .sentences").first.wait_for()
    page.locator("#summarise-button:enabled").wait_for()
    page.locator(".summary button.cite").first.click()
    page.locator(".reader .cited").wait_for()


def test_stop_during_an_answer_leaves_the_page_usable(page: Page, served_with_model: Served, slow_model: SlowModel) -> None:
    slow_model.pause = 0.8
    opened(page, served_with_model.url)
    for _ in range(3):
        turns = page.locator(".turn").count()
        page.fill(BOX, CARERS)
        page.click("#ask-button")
        page.locator(".turn").nth(turns).locator(".sentences p").first.wait_for()
        started = time.perf_counter()
        page.click("#stop-button")
        page.locator("#ask-button").wait_for()
        assert time.perf_counter() - started < 2
        assert "Stopped" in page.locator(".turn.latest").inner_text()
    slow_model.pause = 0.0
    ask(page, CARERS)
    assert page.locator(".turn.latest button.cite").count() >= 1
    assert page.locator(".turn").count() == 4
    until = time.monotonic() + 10
    while not slow_model.cut and time.monotonic() < until:
        time.sleep(0.1)
    assert slow_model.cut, "the model's server was never told that nobody waits for the answer any more"


def test_sentences_stream_in_as_they_pass(page: Page, served_with_model: Served, slow_model: SlowModel) -> None:
    slow_model.pause = 0.6
    opened(page, served_with_model.url)
    page.fill(BOX, CARERS)
    page.press(BOX, "Enter")
    page.locator(".turn .sentences p").first.wait_for()
    assert page.locator("#stop-button").is_visible()
    assert page.locator(".turn .sentences p").count() < 4
    slow_model.pause = 0.0
    page.locator(".turn button.cite").first.wait_for()
    assert "Written by" in page.locator(".turn.latest").inner_text()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_accessibility_fault_that_axe_finds(page: Page, served: Served, language: str) -> None:
    found: list[str] = []

    def look(where: str) -> None:
        for width in (375, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, where
            found.extend(faults(page, f"{where}, {language}, {width}", "" if where == "ask" else PANEL))
        found.extend(f"{where}, {language}, not for the keyboard: {one}" for one in beyond_the_keyboard(page))

    opened(page, f"{served.url}?lang={language}")
    ask(page, CARERS)
    page.locator("button.cite").first.click()
    page.locator(".reader .cited").wait_for()
    page.locator(".filters button").first.click()
    page.locator(".searched summary").first.click()
    look("ask")
    tab(page, "meetings")
    page.locator("figure.plot").wait_for()
    page.click("#summarise-button")
    page.locator(".summary button.cite").first.wait_for()
    page.locator("#summarise-button:enabled").wait_for()
    page.locator(".attendance summary").click()
    look("meetings")
    tab(page, "registers")
    page.locator("table.register button.open").first.click()
    page.locator(".reader:visible .cited").first.wait_for()
    filled(page, "register-text", "foster")
    page.locator("#register-what label").nth(1).click()
    page.locator(".tell a[download='actions.csv']").wait_for()
    look("registers")
    tab(page, "topic")
    filled(page, "topic", "leisure centre")
    page.click("#topic-tell")
    page.locator(".story .event").first.wait_for()
    look("topic")
    tab(page, "newsletter")
    page.click("#news-propose")
    page.locator("#news-chosen label").first.wait_for()
    look("stories")
    for story in page.locator("#news-chosen input").all()[1:]:
        story.uncheck()
    page.click("#news-draft")
    page.locator("section.edition button[data-do=edit]").first.click(timeout=90_000)
    page.locator("#news-text textarea").wait_for()
    look("newsletter")
    tab(page, "library")
    page.locator("button.remove:visible").first.click()
    page.locator(".ask-first").wait_for()
    look("library")
    if language == "en":
        page.emulate_media(color_scheme="dark")
        page.locator("body.dark").wait_for()
        page.wait_for_timeout(500)  # colours fade over
        for name in TABS:
            tab(page, name)
            found.extend(faults(page, f"{name}, dark", PANEL))
    assert not found, "\n".join(found)


def test_nothing_is_asked_of_another_host(
    page: Page, served: Served, served_with_model: Served, requested: set[str], shim: Path | None
) -> None:
    opened(page, served.url)
    ask(page, CARERS)
    assert len(requested) > 20
    strange = {url for url in requested if not re.match(r"(https?://127\.0\.0\.1:\d+/|data:|blob:http://127\.0\.0\.1)", url)}
    assert not strange
    assert not served.hosts()
    assert not served_with_model.hosts()
    print("names looked up by compiled code were", "watched" if shim else "not watched: there is no C compiler here")
