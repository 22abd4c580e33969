"""The exported pages held against WCAG by axe-core in a real Chromium."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.export import export
from tests.assistant.export.invented_edition import edition

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")
def test_exported_pages_break_no_rule(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    files = export(edition(), tmp_path, ["html"])[:2]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for file in files:
            look(browser.new_page(viewport={"width": 800, "height": 900}), file)
        browser.close()


def look(page: Page, file: Path) -> None:
    """Opens a file: no rule is broken, nothing else is fetched, nothing stands out at the right."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(file.as_uri())
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert fetched == [file.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= 800
