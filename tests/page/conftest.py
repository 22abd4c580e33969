"""The page, served in a process of its own over a copy of the sample library, and a real Chromium to walk it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import OURS, ROOT
from tests.page.slow_model import SlowModel

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START = 90  # seconds

# Runs the command with every name looked up and every address connected to written down.
WATCHED = """
import os, sys
log = open(os.environ["CONNECTIONS"], "a", buffering=1)
def watch(event, args):
    if event == "socket.connect" and isinstance(args[1], tuple):
        print(args[1][0], file=log)
    elif event == "socket.getaddrinfo":
        print(args[0], file=log)
sys.addaudithook(watch)
from assistant.cli import main
main()
"""


# Look-ups by compiled libraries do not pass through Python.
SHIM = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) = dlsym(RTLD_NEXT, "getaddrinfo");
    FILE *log = fopen(getenv("CONNECTIONS"), "a");
    if (log) { fprintf(log, "%s\\n", name ? name : "localhost"); fclose(log); }
    return real(name, service, hints, found);
}
"""


class Served(NamedTuple):
    """A page that is up."""

    url: str
    library: Path
    connections: Path  # a host a line

    def hosts(self) -> set[str]:
        """Every host that the server looked up or connected to, but this machine."""
        text = self.connections.read_text(encoding="utf-8") if self.connections.exists() else ""
        return {host for host in text.split() if host not in ("127.0.0.1", "localhost", "::1", "0.0.0.0", "None")}


class Process:
    """A page that is being started; `served` waits for it."""

    def __init__(self, folder: Path, library: Path, shim: Path | None, options: Sequence[str] = (), **environment: str) -> None:
        self.port = free_port()
        self.folder = folder
        shutil.copytree(library, folder / "library")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        if shim:
            environment["LD_PRELOAD"] = str(shim)
        self.log = (folder / "log.txt").open("w", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-c", WATCHED, "app", "--port", str(self.port), "--library", str(folder / "library"), *options],
            cwd=ROOT,
            env=clean | {"CONNECTIONS": str(folder / "connections.txt"), "PYTHONPATH": str(ROOT)} | environment,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def served(self) -> Served:
        """The page, once it answers."""
        url = f"http://127.0.0.1:{self.port}/"
        until = time.monotonic() + START
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(url, timeout=2).close()
            except OSError:
                time.sleep(0.2)
            else:
                return Served(url, self.folder / "library", self.folder / "connections.txt")
        pytest.fail(f"the page did not come up: {(self.folder / 'log.txt').read_text(encoding='utf-8')}")

    def stop(self) -> None:
        """Ends it as a service manager would; it must go in order."""
        self.process.terminate()
        code = self.process.wait(timeout=30)
        self.log.close()
        assert code == 0, (self.folder / "log.txt").read_text(encoding="utf-8")


class Pages(NamedTuple):
    """Both pages, starting side by side."""

    plain: Process
    modelled: Process


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Chromium, which CI must have."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine, and CI needs one (apt-get install chromium)")
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return CHROMIUM


@pytest.fixture(scope="session")
def slow_model() -> Iterator[SlowModel]:
    """A chat model on loopback that takes its time."""
    with SlowModel() as model:
        yield model


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """A library that writes down every name that compiled code looks up; None where there is no C compiler for Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler or not sys.platform.startswith("linux"):
        return None
    folder = tmp_path_factory.mktemp("shim")
    (folder / "shim.c").write_text(SHIM, encoding="utf-8")
    made = subprocess.run(
        [compiler, "-shared", "-fPIC", "-o", folder / "shim.so", folder / "shim.c", "-ldl"], check=False, capture_output=True
    )
    return folder / "shim.so" if made.returncode == 0 else None


@pytest.fixture(scope="session")
def pages(
    chromium_path: str, sample_folder: Path, slow_model: SlowModel, shim: Path | None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pages]:
    """A page with no model, and one with a slow model."""
    model = {"MINUTEWISE_MODEL": "openai:slow", "OPENAI_BASE_URL": slow_model.url, "OPENAI_API_KEY": "none"}
    plain = Process(tmp_path_factory.mktemp("plain"), sample_folder, shim)
    started = Pages(plain, Process(tmp_path_factory.mktemp("modelled"), sample_folder, shim, **model))
    yield started
    for process in started:
        process.stop()


@pytest.fixture(scope="session")
def served(pages: Pages) -> Served:
    """The page as it is with nothing configured."""
    return pages.plain.served()


@pytest.fixture(scope="session")
def served_with_model(pages: Pages) -> Served:
    """The page with a slow chat model."""
    return pages.modelled.served()


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One browser for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def requested() -> set[str]:
    """Every address that any tab asked for."""
    return set()


@pytest.fixture
def page(browser: Browser, requested: set[str], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor; 1280 pixels wide unless the test's `width` parameter says else. An error in the page's scripts fails the test."""
    width = getattr(request, "param", 1280)
    context = browser.new_context(viewport={"width": width, "height": 900 if width > 600 else 812})
    context.on("request", lambda sent: requested.add(sent.url))
    tab = context.new_page()
    broken: list[str] = []
    tab.on("pageerror", lambda error: broken.append(str(error)))
    tab.set_default_timeout(20_000)
    yield tab
    context.close()
    assert not broken, broken
