"""A server on this machine that keeps OpenAI's protocol of files, batches and chat completions, for tests of whole runs."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BATCH_FIELDS = {"object": "batch", "endpoint": "/v1/chat/completions", "completion_window": "24h", "created_at": 1}


class FakeServer:
    """What was sent to it, and how it shall answer.

    Attributes:
        files: contents by id.
        batches: id of the input file by id of the batch.
        status: of every batch, until the test says otherwise.
        refused: names of requests that fail within a batch.
        chats: prompts of chat requests that came one by one.
        busy: number of chat requests that are turned away with 429 before the first is answered.
    """

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.batches: dict[str, str] = {}
        self.status = "in_progress"
        self.refused: set[str] = set()
        self.chats: list[str] = []
        self.busy = 0
        self.url = ""

    def requests(self) -> list[dict[str, object]]:
        """All lines of all batches, in order."""
        return [json.loads(line) for file in self.batches.values() for line in self.files[file].splitlines()]

    def reply(self, prompt: str) -> str:
        """A sentence of the passages themselves, with its key: what an honest model might say."""
        lines = re.findall(r"^([A-Z][^\n]{30,}?[.]) \[(\w+)\]$", prompt, re.MULTILINE)
        return f"{lines[0][0]} [{lines[0][1]}]" if lines else "NOT IN THE MINUTES"

    def batch(self, name: str) -> dict[str, object]:
        """A batch as the server tells of it; its output is made when it is asked for after it has ended."""
        lines = [json.loads(line) for line in self.files[self.batches[name]].splitlines()]
        told: dict[str, object] = {**BATCH_FIELDS, "id": name, "status": self.status, "input_file_id": self.batches[name]}
        if self.status == "completed":
            good = [line for line in lines if line["custom_id"] not in self.refused]
            bad = [line for line in lines if line["custom_id"] in self.refused]
            self.files[f"{name}-out"] = "".join(json.dumps(self._answered(line)) + "\n" for line in good)
            self.files[f"{name}-err"] = "".join(
                json.dumps({"custom_id": line["custom_id"], "response": {"status_code": 500, "body": {"error": {"message": "overloaded"}}}})
                + "\n"
                for line in bad
            )
            told |= {
                "output_file_id": f"{name}-out",
                "error_file_id": f"{name}-err" if bad else None,
                "request_counts": {"total": len(lines), "completed": len(good), "failed": len(bad)},
            }
        return told

    def _answered(self, line: dict[str, object]) -> dict[str, object]:
        body = line["body"]
        assert isinstance(body, dict)
        text = self.reply("\n".join(message["content"] for message in body["messages"]))
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
        return {"custom_id": line["custom_id"], "response": {"status_code": 200, "body": {"choices": [choice]}}, "error": None}


@contextmanager
def serving() -> Iterator[FakeServer]:
    """The server, running."""
    fake = FakeServer()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *values: object) -> None:
            """Says nothing."""

        def do_GET(self) -> None:
            """A model list, a batch, or a file's content."""
            path = self.path.removeprefix("/v1")
            if path == "/models":
                self._json({"object": "list", "data": [{"id": "small-chat", "object": "model"}]})
            elif path.startswith("/batches/"):
                self._json(fake.batch(path.removeprefix("/batches/")))
            elif path.endswith("/content"):
                self._send(fake.files[path.split("/")[2]].encode(), "application/octet-stream")
            else:
                self._json({"error": {"message": "no such page"}}, 404)

        def do_POST(self) -> None:
            """A file, a batch, or a chat completion."""
            body = self.rfile.read(int(self.headers["content-length"]))
            path = self.path.removeprefix("/v1")
            if path == "/files":
                assert b'name="purpose"' in body
                content = body.split(b"filename=", 1)[1].split(b"\r\n\r\n", 1)[1].split(b"\r\n--", 1)[0]
                name = f"file-{len(fake.files) + 1}"
                fake.files[name] = content.decode("utf-8")
                self._json(
                    {
                        "id": name,
                        "object": "file",
                        "bytes": len(content),
                        "created_at": 1,
                        "filename": "x",
                        "purpose": "batch",
                        "status": "processed",
                    }
                )
            elif path == "/batches":
                asked = json.loads(body)
                assert asked["endpoint"] == "/v1/chat/completions"
                assert asked["completion_window"] == "24h"
                name = f"batch_{len(fake.batches) + 1}"
                fake.batches[name] = asked["input_file_id"]
                self._json(fake.batch(name))
            else:
                self._chat(json.loads(body))

        def _chat(self, asked: dict[str, list[dict[str, str]]]) -> None:
            if fake.busy:
                fake.busy -= 1
                self._json({"error": {"message": "slow down", "code": "rate_limit_exceeded"}}, 429, {"retry-after": "0"})
                return
            prompt = "\n".join(message["content"] for message in asked["messages"])
            fake.chats.append(prompt)
            shared = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "small-chat"}
            pieces = [{"content": fake.reply(prompt)}, {}]
            events = [{**shared, "choices": [{"index": 0, "delta": delta, "finish_reason": None if delta else "stop"}]} for delta in pieces]
            self._send("".join(f"data: {json.dumps(event)}\n\n" for event in [*events]).encode() + b"data: [DONE]\n\n", "text/event-stream")

        def _json(self, told: dict[str, object], status: int = 200, headers: dict[str, str] | None = None) -> None:
            self._send(json.dumps(told).encode(), "application/json", status, headers)

        def _send(self, body: bytes, kind: str, status: int = 200, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in {"content-type": kind, "content-length": str(len(body)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
