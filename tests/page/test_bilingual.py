"""What the middleware does to the page on its way out, and to nothing else."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from page.bilingual import Bilingual, token

PAGE = f'<html lang="en"><head></head><body>{token("ask")} <script>x = "{token("held.how.text")}"</script></body></html>'


def client() -> TestClient:
    """A small site behind the middleware."""
    routes = [
        Route("/", lambda request: HTMLResponse(PAGE)),
        Route("/data", lambda request: JSONResponse({"a": token("ask")})),
        Route("/other", lambda request: HTMLResponse(PAGE)),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Bilingual)]), follow_redirects=False)


def test_the_page_is_sent_in_english_or_welsh() -> None:
    english, welsh = client().get("/"), client().get("/?lang=cy")
    assert '<html lang="en">' in english.text and "Ask" in english.text
    assert '<html lang="cy">' in welsh.text and "Gofyn" in welsh.text
    for sent in (english, welsh):
        assert "@@" not in sent.text
        assert int(sent.headers["content-length"]) == len(sent.content)
    assert welsh.headers["content-language"] == "cy"


def test_a_browser_that_prefers_welsh_is_led_there_once() -> None:
    first = client().get("/?x=1", headers={"Accept-Language": "cy, en;q=0.5"})
    assert first.status_code == 307
    assert first.headers["location"] == "?x=1&lang=cy"
    assert client().get("/?lang=en", headers={"Accept-Language": "cy"}).status_code == 200


def test_an_unknown_language_is_english() -> None:
    assert '<html lang="en">' in client().get("/?lang=de").text


def test_everything_else_passes_untouched() -> None:
    assert client().get("/data").json() == {"a": "@@ask@@"}
    assert client().get("/other").text == PAGE
    assert client().post("/").status_code == 405
