"""What the walks have in common: opening the page, asking, going from tab to tab, looking for faults of accessibility."""

from __future__ import annotations

import importlib.resources
import importlib.util
import json
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

BOX = "#question textarea"
CARERS = "What was said about foster carer recruitment?"
TABS = ("ask", "meetings", "registers", "topic", "newsletter", "library")
PANEL = ".tabitem:not([style*='display: none'])"  # of the tab that is open
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def opened(page: Page, url: str) -> Page:
    """The page, ready to be asked."""
    page.goto(url)
    page.locator(".coverage").wait_for()
    page.locator("button.example").first.wait_for()
    return page


def ask(page: Page, question: str) -> float:
    """Asks by Enter and waits for the whole answer; returns the seconds it took."""
    turns = page.locator(".turn").count()
    started = time.perf_counter()
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.locator(".turn").nth(turns).wait_for()
    page.locator(".turn.latest > .aside, .turn.latest .notice").first.wait_for()
    page.locator("#again-button").wait_for()
    return time.perf_counter() - started


def tab(page: Page, name: str) -> None:
    """Opens a tab."""
    page.get_by_role("tab").nth(TABS.index(name)).click()


def filled(page: Page, name: str, text: str) -> None:
    """Writes into the box of that id."""
    page.fill(f"#{name} input, #{name} textarea", text)


def faults(page: Page, where: str, part: str = "", rules: Sequence[str] = (*RULES, "best-practice")) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA on the page as it stands, or on the part of it that a selector names."""
    if importlib.util.find_spec("axe_playwright_python") is None:
        pytest.skip("axe-playwright-python is not installed")
    if not page.evaluate("'axe' in window"):
        page.evaluate(importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    place = f"document.querySelector({json.dumps(part)})" if part else "document"
    options = json.dumps({"runOnly": list(rules), "resultTypes": ["violations"]})
    report: dict[str, Any] = page.evaluate(f"axe.run({place}, {options})")
    return [
        f"{where}: {fault['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for fault in report["violations"]
        for node in fault["nodes"]
    ]


def beyond_the_keyboard(page: Page) -> list[str]:
    """What can be pressed or filled and that the keyboard cannot get to."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, textarea, summary, [role=tab], [role=button]')].filter(one => {
          const seen = one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          if (!seen || one.disabled || one.type === 'file') return false;
          one.focus();
          return one.tabIndex < 0 || document.activeElement !== one;
        }).map(one => one.outerHTML.slice(0, 160))"""
    )
    return found
