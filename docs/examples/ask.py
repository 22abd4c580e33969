"""Asks a running page over plain HTTP, with nothing but Python's own library.

    python docs/examples/ask.py "What was said about foster carer recruitment?"
    python docs/examples/ask.py --url https://minutes.example.org/ --user clerk "What did the pool cost?"

With --user the password is read from $MINUTEWISE_PASSWORD. Exit code: 0 answered, 1 the minutes do not say, 2 a fault.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import Any


class Page:
    """A page that is served somewhere; `call` calls one of its functions by name."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/") + "/"
        self._web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def sign_in(self, user: str, password: str) -> None:
        """Where the page asks for a sign-in: a cookie, kept for the calls that follow."""
        form = urllib.parse.urlencode({"username": user, "password": password}).encode()
        self._web.open(f"{self.url}login", form, timeout=30).close()

    def call(self, function: str, **arguments: object) -> dict[str, Any]:
        """Two steps: the arguments are posted, and the result is read from a stream of events.

        Raises:
            RuntimeError: the page says what is wrong.
        """
        body = json.dumps(arguments).encode()
        request = urllib.request.Request(f"{self.url}gradio_api/call/v2/{function}", body, {"Content-Type": "application/json"})
        with self._web.open(request, timeout=30) as reply:
            event = json.load(reply)["event_id"]
        with self._web.open(f"{self.url}gradio_api/call/{function}/{event}", timeout=300) as stream:
            kind = ""
            for raw in stream:
                line = raw.decode("utf-8").rstrip("\n")
                if line.startswith("event: "):
                    kind = line.removeprefix("event: ")
                elif line.startswith("data: ") and kind in ("complete", "error"):
                    told: Any = json.loads(line.removeprefix("data: "))
                    if kind == "error" or "error" in told[0]:
                        raise RuntimeError(told[0]["error"]["message"] if kind == "complete" else str(told))
                    result: dict[str, Any] = told[0]
                    return result
        raise RuntimeError("the page closed the stream without a result")


def main() -> int:
    """Asks, and prints the answer with its sources."""
    options = argparse.ArgumentParser(description="Ask a running Minutewise page.")
    options.add_argument("question")
    options.add_argument("--url", default="http://127.0.0.1:7860/")
    options.add_argument("--user", help="where the page asks for a sign-in")
    options.add_argument("--body", default="", help="only this committee")
    chosen = options.parse_args()
    page = Page(chosen.url)
    try:
        if chosen.user:
            page.sign_in(chosen.user, os.environ["MINUTEWISE_PASSWORD"])
        answer = page.call("ask", question=chosen.question, body=chosen.body)
    except KeyError:
        print("set MINUTEWISE_PASSWORD to the password of that user", file=sys.stderr)
        return 2
    except (RuntimeError, urllib.error.URLError, OSError) as error:
        print(f"the page at {page.url} gave no answer: {error}", file=sys.stderr)
        return 2
    numbers = {citation["key"]: number for number, citation in enumerate(answer["citations"], start=1)}
    for sentence in answer["sentences"]:
        print(sentence["text"], "".join(f"[{numbers[key]}]" for key in sentence["citations"]))
    for citation in answer["citations"]:
        print(
            f"[{numbers[citation['key']]}] {citation['body']}, {citation['date']}, {citation['item_title']} ({citation['source']['path']})"
        )
    if answer["abstained"]:
        print(answer["answer"])
    return 1 if answer["abstained"] else 0


if __name__ == "__main__":
    sys.exit(main())
