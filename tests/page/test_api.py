"""The functions for programs, called over HTTP as any program would, with the example client of the documentation."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT
from tests.page.conftest import Process, Served
from tests.page.visit import CARERS, RULES, faults

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser  # the served page is shared with the walks

EXAMPLE = ROOT / "docs" / "examples" / "ask.py"


@pytest.fixture(scope="session")
def example() -> ModuleType:
    """The example client as a module."""
    spec = importlib.util.spec_from_file_location("example_client", EXAMPLE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def client(example: ModuleType, served: Served) -> Any:
    """The example client at the served page."""
    return example.Page(served.url)


@pytest.fixture(scope="module")
def signed_in_page(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page that asks for a sign-in."""
    folder = tmp_path_factory.mktemp("signed")
    (folder / "users.txt").write_text("clerk:a long pass phrase\n", encoding="utf-8")
    process = Process(folder, sample_folder, None, options=("--auth", str(folder / "users.txt")))
    yield process.served()
    process.stop()


def test_six_functions_and_no_other_are_offered(served: Served) -> None:
    with urllib.request.urlopen(f"{served.url}gradio_api/info", timeout=20) as reply:
        told = json.load(reply)
    assert set(told["named_endpoints"]) == {"/ask", "/search", "/decisions", "/actions", "/timeline", "/meeting"}
    assert not told["unnamed_endpoints"]
    assert all(one["description"] for one in told["named_endpoints"].values())


def test_the_example_client_asks(served: Served) -> None:
    done = subprocess.run(
        [sys.executable, EXAMPLE, "--url", served.url, CARERS], capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "[1]" in done.stdout
    assert "foster" in done.stdout.lower()


def test_every_function_gives_the_json_of_its_command(client: Any) -> None:
    assert client.call("ask", question="Which crematorium will be built on Mars?")["abstained"]
    passages = client.call("search", query="swimming pool", k=3)["passages"]
    assert len(passages) == 3
    assert passages[0]["source"]["path"]
    decisions = client.call("decisions", body="Cabinet", date_from="2025-01-01")
    assert decisions["total"] == len(decisions["rows"]) > 3
    assert {row["body"] for row in decisions["rows"]} == {"Cabinet"}
    assert client.call("actions")["rows"][0]["kind"] == "action"
    days = [event["date"] for event in client.call("timeline", topic="leisure centre")["events"]]
    assert len(days) > 3 and days == sorted(days)
    one = client.call("meeting", body="County Council", date="2025-03-06")
    assert {row["date"] for row in one["meetings"]} == {"2025-03-06"}
    assert any(item["decisions"] for item in one["items"])
    assert not client.call("meeting")["items"]


def test_where_files_lie_on_the_server_is_not_told(client: Any, served: Served) -> None:
    asked: list[tuple[str, dict[str, object]]] = [
        ("ask", {"question": CARERS}),
        ("search", {"query": "pool", "k": 50}),
        ("decisions", {}),
        ("actions", {}),
        ("timeline", {"topic": "leisure centre"}),
        ("meeting", {}),
        ("meeting", {"body": "County Council", "date": "2025-03-06"}),
    ]
    for function, arguments in asked:
        told = json.dumps(client.call(function, **arguments))
        assert str(ROOT) not in told, function
        assert str(served.library) not in told, function
        assert '"path": "2' in told, function  # a file's name begins with the day
    rows = client.call("meeting")["meetings"]
    names = {file.name for file in (ROOT / "samples" / "minutes").rglob("*")}
    assert {row[field] for row in rows for field in ("path", "translation", "superseded_by") if row[field]} <= names


def test_a_wrong_argument_is_told_in_words(client: Any) -> None:
    with pytest.raises(RuntimeError, match="“last May” under From is not a date"):
        client.call("decisions", date_from="last May")
    with pytest.raises(RuntimeError, match="the question is empty"):
        client.call("ask", question="  ")
    with pytest.raises(RuntimeError, match="no language 'de'"):
        client.call("search", query="pool", language="de")


def test_where_the_page_asks_for_a_sign_in_so_do_the_functions(example: ModuleType, signed_in_page: Served) -> None:
    stranger = example.Page(signed_in_page.url)
    with pytest.raises(urllib.error.HTTPError) as refused:
        stranger.call("search", query="pool")
    assert refused.value.code == 401
    with pytest.raises(urllib.error.HTTPError):
        stranger.sign_in("clerk", "guessed")
    known = example.Page(signed_in_page.url)
    known.sign_in("clerk", "a long pass phrase")
    assert known.call("search", query="pool", k=1)["passages"]


def test_the_sign_in_is_readable_and_in_the_language_of_the_page(page: Page, signed_in_page: Served) -> None:
    page.goto(f"{signed_in_page.url}?lang=cy")
    page.get_by_text("Mewngofnodwch i ddarllen a gofyn.").wait_for()
    assert not faults(page, "sign-in", rules=RULES)
    name, password = page.locator("input").nth(0), page.locator("input").nth(1)
    name.fill("clerk")
    password.fill("guessed")
    password.press("Enter")
    page.get_by_text("Nid yw’r enw neu’r cyfrinair yn gywir").wait_for()
    name.fill("clerk")  # the toolkit empties both
    password.fill("a long pass phrase")
    password.press("Enter")
    page.locator(".coverage").wait_for()
    assert page.url.endswith("?lang=cy")
    assert page.locator("#ask-button").inner_text() == "Gofyn"


def test_too_many_wrong_passwords_are_refused_with_a_sentence(page: Page, example: ModuleType, signed_in_page: Served) -> None:
    client = example.Page(signed_in_page.url)
    for _ in range(5):
        with pytest.raises(urllib.error.HTTPError) as wrong:
            client.sign_in("treasurer", "guessed")
        assert wrong.value.code == 400
    with pytest.raises(urllib.error.HTTPError) as refused:
        client.sign_in("treasurer", "guessed")
    assert refused.value.code == 429
    assert refused.value.headers["Retry-After"] == "300"
    assert "Wait five minutes" in json.load(refused.value)["detail"]
    for language, told in (("en", "Too many wrong passwords"), ("cy", "Gormod o gyfrineiriau anghywir")):
        page.goto(f"{signed_in_page.url}?lang={language}")
        page.locator("input").nth(0).fill("treasurer")
        page.locator("input").nth(1).fill("guessed")
        page.locator("input").nth(1).press("Enter")
        page.get_by_role("alert").filter(has_text=told).wait_for()
        assert not faults(page, f"sign-in refused, {language}", rules=RULES)
    client.sign_in("clerk", "a long pass phrase")  # others are not kept out


def test_mcp_offers_the_same_six_as_tools(sample_folder: Path, tmp_path: Path) -> None:
    if importlib.util.find_spec("mcp") is None:
        pytest.skip("the package mcp is not installed: pip install 'mcp>=1.21,<2'")
    import asyncio

    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client

    async def called(url: str) -> tuple[set[str], str]:
        async with streamablehttp_client(f"{url}gradio_api/mcp/") as (read, write, _), ClientSession(read, write) as session:
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            found = await session.call_tool("search", {"query": "swimming pool", "k": 1})
            return tools, str(found.content)

    process = Process(tmp_path, sample_folder, None, options=("--mcp",))
    try:
        url = process.served().url
        with ThreadPoolExecutor(1) as pool:  # in a thread of its own: the browser's driver has a loop in this one
            tools, found = pool.submit(lambda: asyncio.run(called(url))).result()
    finally:
        process.stop()
    assert tools == {"ask", "search", "decisions", "actions", "timeline", "meeting"}
    assert "pool" in found


def test_mcp_and_a_sign_in_do_not_go_together(tmp_path: Path) -> None:
    (tmp_path / "users.txt").write_text("clerk:pass\n", encoding="utf-8")
    words = ["app.py", "--mcp", "--auth", str(tmp_path / "users.txt"), "--library", str(tmp_path / "library")]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "--mcp and --auth do not go together" in done.stderr
    assert not (tmp_path / "library").exists()
