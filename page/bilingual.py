"""One page in two languages: its address says which (`?lang=cy`), and texts are put in as the page is sent."""

from __future__ import annotations

import functools
import importlib.resources
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from page.wording import Words, words

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from ingest.datamodel import Language

_TOKEN = re.compile(r"@@([\w.]+)@@")
_HTML = b"text/html"
_SIGN_IN = '"auth_required":true'  # how the page for the sign-in begins to say what it is
_SIGN_IN_HEAD = "<title>Minutewise</title><style>{}</style><script>{}</script></head>"
# the toolkit's own words that can be seen or heard on this page, by its names for them
BUILT_IN = (
    *("upload_text.drop_file", "upload_text.click_to_upload", "common.or", "common.clear", "common.remove", "common.loading"),
    *("common.error", "common.empty", "file.uploading", "status.queue_position"),
    *("blocks.lost_connection", "blocks.waiting_for_inputs"),
    *("login.username", "login.password", "login.login", "login.incorrect_credentials"),
)


def token(key: str) -> str:
    """Stands for a text of the page until the page is sent."""
    return f"@@{key}@@"


def built_in() -> dict[str, str]:
    """The toolkit's own words, by its names for them."""
    return {name: token(f"built.in.{name}") for name in BUILT_IN}


def said_in(language: Language, text: str) -> str:
    """A page with its texts put in. They hold neither double quotes nor backslashes, so they fit into HTML and JSON alike."""
    say = words(language)
    text = text.replace("<head>", f"<head><script>{_read('early.js')}</script>", 1)
    if _SIGN_IN in text:
        text = text.replace("</head>", _SIGN_IN_HEAD.format(_read("sign_in.css"), _read("sign_in.js")), 1)
    text = text.replace(_SIGN_IN, f'{_SIGN_IN},"i18n_translations":{json.dumps({"en": built_in()})}', 1)
    return _TOKEN.sub(lambda found: str(say.words[found[1]]), text.replace('lang="en"', f'lang="{language}"', 1))


@functools.cache
def _read(name: str) -> str:
    """A file of this package."""
    return importlib.resources.files("page").joinpath(name).read_text("utf-8")


def preferred(accept_language: str) -> Language:
    """Welsh where a browser's Accept-Language ranks it before English; English otherwise (RFC 9110, section 12.5.4)."""
    ranks = {"cy": 0.0, "en": 0.0}
    for part in accept_language.lower().split(","):
        tag, _, rest = part.strip().partition(";")
        name = tag.strip().split("-")[0]
        try:
            quality = float(rest.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if name in ranks:
            ranks[name] = max(ranks[name], quality)
    return "cy" if ranks["cy"] > ranks["en"] else "en"


class Bilingual:
    """ASGI middleware: sends the page in the language asked for, and a first visit to the language that the browser prefers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but the page itself."""
        if scope["type"] != "http" or scope["path"] not in ("", "/") or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        query = scope.get("query_string", b"").decode("latin-1")
        asked = parse_qs(query).get("lang", [""])[0]
        if not asked and preferred(headers.get("accept-language", "")) == "cy":
            await self._to_welsh(query, send)
            return
        await _Page(words("cy" if asked == "cy" else "en"), send).answer(self.app, scope, receive)

    async def _to_welsh(self, query: str, send: Send) -> None:
        place = b"?" + "&".join(filter(None, [query, "lang=cy"])).encode("latin-1")
        await send({"type": "http.response.start", "status": 307, "headers": [(b"location", place), (b"vary", b"accept-language")]})
        await send({"type": "http.response.body", "body": b""})


class _Page:
    """One answer on its way out: HTML is gathered, its texts put in, and sent whole."""

    def __init__(self, say: Words, send: Send) -> None:
        self._say = say
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def answer(self, app: ASGIApp, scope: Scope, receive: Receive) -> None:
        await app(scope, receive, self._passed)

    async def _passed(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish()

    async def _finish(self) -> None:
        assert self._start is not None
        body = said_in(self._say.language, self._body.decode("utf-8")).encode("utf-8")
        kept = [(name, value) for name, value in self._start["headers"] if name.lower() not in (b"content-length", b"content-language")]
        length = str(len(body)).encode() if self._body else dict(self._start["headers"]).get(b"content-length", b"0")
        told = [(b"content-length", length), (b"content-language", self._say.language.encode()), (b"vary", b"accept-language")]
        await self._send({**self._start, "headers": [*kept, *told]})
        await self._send({"type": "http.response.body", "body": body})


def _is_html(message: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(_HTML) for name, value in message["headers"])
