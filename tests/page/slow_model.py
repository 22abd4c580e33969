"""A chat model on loopback that speaks OpenAI's protocol and takes its time over every sentence."""

from __future__ import annotations

import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

PAUSE = 0.4  # seconds between two sentences
SENTENCES = 40


class SlowModel:
    """Answers every question with the first sentences of the first passage it was given, slowly, over and over.

    Attributes:
        cut: number of answers that nobody stayed for.
    """

    def __init__(self) -> None:
        self.cut = 0
        self.pause = PAUSE
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> SlowModel:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        model = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                """Says nothing."""

            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                try:
                    for line in _lines(asked["messages"][-1]["content"]):
                        self._send({"content": line})
                        time.sleep(model.pause)
                    self._send({}, finish="stop")
                    self.wfile.write(b"data: [DONE]\n\n")
                except OSError:
                    model.cut += 1

            def _send(self, delta: dict[str, str], finish: str | None = None) -> None:
                choice = {"index": 0, "delta": delta, "finish_reason": finish}
                piece = {"id": "slow", "object": "chat.completion.chunk", "created": 0, "model": "slow", "choices": [choice]}
                self.wfile.write(f"data: {json.dumps(piece)}\n\n".encode())
                self.wfile.flush()

        return Handler


def _lines(prompt: str) -> list[str]:
    """Sentences of the passages, word for word, each with its key."""
    lines = []
    for key, text in re.findall(r'<passage key="(\w+)"[^>]*>\s*(.*?)\s*</passage>', prompt, flags=re.DOTALL):
        lines += [f"{sentence.strip()} [{key}]\n" for sentence in re.findall(r"[A-Z][^.!?:\n\[\]]{30,}[.]", text)]
    return lines[:SENTENCES]
