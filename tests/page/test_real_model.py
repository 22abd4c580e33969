"""The page with a real chat model on this machine, walked as a councillor would; docs/page.md says how to run it.

A small model writes slowly and much of it fails the checks: nothing here depends on what it says, only on what the page makes of it.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.conftest import Process, Served
from tests.page.visit import BOX, CARERS, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

ADDRESS = os.environ.get("MINUTEWISE_TEST_MODEL_URL")  # read before tests lose sight of what is configured
PATIENCE = 600_000  # milliseconds for one answer
QUESTIONS = (
    "What was said about post-16 transport?",
    "What was decided about the leisure centre?",
    CARERS,
    "What was said about domiciliary care?",
    "What was said about the budget?",
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not ADDRESS, reason="no chat model to walk with: set MINUTEWISE_TEST_MODEL_URL to a server on this machine"),
]


@pytest.fixture(scope="module")
def served_with_real_model(chromium_path: str, sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page, writing with that model and no other engine."""
    model = {"OPENAI_BASE_URL": str(ADDRESS), "OPENAI_API_KEY": "none", "MINUTEWISE_TIMEOUT": "600"}
    small = {"MINUTEWISE_CONTEXT": "2048", "MINUTEWISE_MAX_OUTPUT": "400"}
    process = Process(tmp_path_factory.mktemp("real"), sample_folder, None, ("--engine", "llm"), **model, **small)
    yield process.served()
    process.stop()


def test_stop_during_the_stream_then_an_answer_and_what_was_withheld(page: Page, served_with_real_model: Served) -> None:
    opened(page, served_with_real_model.url)
    assert "127.0.0.1" in page.locator(".foot").inner_text()
    with_sentences = (_stopped_midway(page, question, "p") for question in QUESTIONS[:2])
    stopped_after = next((seconds for seconds in with_sentences if seconds is not None), None)
    if stopped_after is None:  # nothing passed the checks before the end of an answer: then while the model writes
        print("no sentence stood there when Stop was pressed")
        stopped_after = _stopped_midway(page, QUESTIONS[0], "")
    assert stopped_after is not None
    assert stopped_after < 2
    assert "Stopped" in page.locator(".turn.latest").inner_text()

    answered = withheld = False
    for question in QUESTIONS:
        page.click("#again-button")
        page.locator(".turn").first.wait_for(state="detached")
        page.fill(BOX, question)
        page.press(BOX, "Enter")
        told = page.locator(".turn.latest")
        told.locator(".made, .notice").first.wait_for(timeout=PATIENCE)
        page.locator("#ask-button").wait_for()
        if told.locator(".notice").count():  # a small model at times ends before it has begun
            assert "said nothing that can be read" in told.locator(".notice").inner_text()
            continue
        if told.locator("button.cite").count():
            assert "Written by" in told.locator(".made").inner_text()
            told.locator("button.cite").first.click()
            page.locator(".reader .cited").wait_for()
            answered = True
        else:
            assert "do not say" in told.locator(".abstention").inner_text()
        if told.locator("details.withheld").count():
            told.locator("details.withheld summary").click()
            assert told.locator("details.withheld li > p").first.is_visible()
            assert told.locator("details.withheld .reasons li").first.inner_text().strip()
            withheld = True
        if answered and withheld:
            return
    assert answered, "the model wrote nothing that passed the checks: try a larger one"
    assert withheld, "the model wrote nothing that failed a check: try a smaller one to see how that is shown"


def _stopped_midway(page: Page, question: str, begun: str) -> float | None:
    """Asks, and presses Stop once there is something in the answer that the selector `begun` finds (empty: after three seconds).

    Returns:
        The seconds until one can ask again; None if the answer was whole before Stop could be pressed.
    """
    from playwright.sync_api import TimeoutError as TooLate

    turns = page.locator(".turn").count()
    page.fill(BOX, question)
    page.click("#ask-button")
    latest = page.locator(".turn").nth(turns)
    latest.wait_for()
    if begun:
        latest.locator(f".sentences {begun}, .made, .notice").first.wait_for(timeout=PATIENCE)
    else:
        page.wait_for_timeout(3000)
    started = time.perf_counter()
    with contextlib.suppress(TooLate):
        page.click("#stop-button", timeout=2000)
    if latest.locator(".made, .notice").count():
        page.locator("#ask-button").wait_for()
        return None
    page.locator("#ask-button").wait_for()
    return time.perf_counter() - started
