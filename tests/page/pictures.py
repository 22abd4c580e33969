"""The pictures of docs/images, taken anew: `python -m tests.page.pictures` (every tab on the samples, on a screen and on a phone)."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.page.conftest import CHROMIUM, QUIET, Process
from tests.page.visit import CARERS, ask, filled, opened, tab

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZES = {"wide": (1280, 900), "phone": (375, 812)}
FOLDER = ROOT / "docs" / "images"
WELSH = "Beth a ddywedwyd am ofalwyr maeth?"
PROUD = "The Council will proudly spend £9 million on foster care."

Snap = Callable[[str], None]


def main() -> int:
    """Takes them all; a picture is the part of the page that is in sight."""
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as url, _browser() as new_page:
        for size, (width, height) in SIZES.items():
            page = new_page(width, height)

            def snap(name: str, page: Page = page, size: str = size) -> None:
                page.wait_for_timeout(700)  # what moves and fades has come to rest
                _kept_small(page.screenshot(), FOLDER / f"page-{name}-{size}.png")

            _asking(page, url, snap)
            _browsing(page, url, snap)
            _writing(page, snap)
            print(f"{size}: done")
    return 0


def _asking(page: Page, url: str, snap: Snap) -> None:
    opened(page, url)
    snap("start")
    ask(page, CARERS)
    snap("answer")
    page.locator("button.cite").first.click()
    page.locator(".reader .cited").wait_for()
    snap("citation")
    page.click("#again-button")
    page.locator("button.example").first.wait_for()
    ask(page, "Which crematorium will be built on Mars?")
    snap("abstention")
    page.click("#again-button")
    page.locator("button.example").first.wait_for()
    ask(page, "What was decided about the leisure centre?")
    ask(page, "And what did the survey of it cost?")
    page.locator(".turn.latest .searched summary").click()
    page.locator(".turn.latest .question").evaluate("element => element.scrollIntoView()")
    snap("follow-up")
    opened(page, f"{url}?lang=cy")
    ask(page, WELSH)
    page.locator("button.cite").first.click()
    page.locator(".reader .cited").wait_for()
    snap("welsh")


def _browsing(page: Page, url: str, snap: Snap) -> None:
    opened(page, url)
    tab(page, "meetings")
    page.locator("figure.plot").wait_for()
    snap("meeting")
    page.click("#summarise-button")
    page.locator("#summarise-button:enabled").wait_for()
    page.locator(".summary button.cite").first.click()
    page.locator(".reader:visible .cited").wait_for()
    snap("summary")
    tab(page, "registers")
    page.locator("table.register button.open").first.click()
    page.locator(".reader:visible .cited").first.wait_for()
    page.evaluate("innerWidth > 600 && scrollTo(0, 0)")
    snap("registers")
    tab(page, "topic")
    filled(page, "topic", "leisure centre")
    page.click("#topic-tell")
    page.locator(".story .event button.cite").first.click()
    page.locator(".reader:visible .cited").first.wait_for()
    snap("topic")
    tab(page, "library")
    page.locator("table.meetings").wait_for()
    snap("library")


def _writing(page: Page, snap: Snap) -> None:
    tab(page, "newsletter")
    page.click("#news-propose")
    page.locator("#news-chosen label").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    snap("newsletter")
    page.click("#news-draft")
    page.locator("section.edition button[data-do=edit]").first.click(timeout=90_000)
    page.locator("#news-text textarea").wait_for()
    page.fill("#news-text textarea", PROUD)
    page.click("#news-keep")
    page.locator(".checked.amber", has_text="£9 million").first.wait_for()
    page.locator(".edition").evaluate("element => element.scrollIntoView()")
    snap("review")


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    library = folder / "made"
    run = [sys.executable, "-c", "from assistant.cli import main; main()", "ingest", "samples/minutes", "--library", str(library), "--json"]
    subprocess.run(run, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    page = folder / "page"
    page.mkdir()
    process = Process(page, library, None)
    try:
        yield process.served().url
    finally:
        process.stop()


@contextlib.contextmanager
def _browser() -> Iterator[Callable[[int, int], Page]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)

        def new_page(width: int, height: int) -> Page:
            page = browser.new_context(viewport={"width": width, "height": height}).new_page()
            page.set_default_timeout(60_000)
            return page

        yield new_page
        browser.close()


def _kept_small(picture: bytes, file: Path) -> None:
    """In 256 colours: a quarter of the size, and nobody sees it."""
    import io

    from PIL import Image

    Image.open(io.BytesIO(picture)).convert("RGB").quantize(256).save(file, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
