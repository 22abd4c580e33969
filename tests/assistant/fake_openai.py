"""An OpenAI-compatible server that lives in the transport: the real ChatOpenAI talks to it and nothing leaves the process.

It keeps the protocol: a list of models, chat completions streamed as server-sent events with usage at the end, and each fault
as the real servers word it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import httpx2

from assistant.models import ChatSettings

BASE_URL = "http://127.0.0.1:9/v1"
MODEL = "small-chat"


def settings(**changes: object) -> ChatSettings:
    """Settings that point at the fake."""
    return ChatSettings.model_validate({"model": MODEL, "base_url": BASE_URL, "key": "sk-secret-key", "timeout": 5} | changes)


class FakeOpenAI:
    """The server. Set `replies` to what it shall say, one for each call (the last one again and again), or `fault` to how it shall fail.

    Attributes:
        asked: bodies of the chat requests, in order.
        sent: number of pieces of the replies that were fetched, for tests of streams that are closed early.
    """

    def __init__(self, *replies: str, fault: str | None = None, usage: bool = True, finish: str | None = "stop", piece: int = 5) -> None:
        self.replies = list(replies) or ["The report was received. [k7f]"]
        self.fault = fault
        self.usage = usage
        self.finish = finish
        self.piece = piece
        self.models: list[str] = ["text-embedding-nomic", MODEL, "another"]
        self.asked: list[dict[str, object]] = []
        self.headers: list[httpx2.Headers] = []
        self.sent = 0

    def client(self) -> httpx2.Client:
        """A client whose every request ends here."""
        return httpx2.Client(transport=httpx2.MockTransport(self))

    def prompt(self, call: int = -1) -> str:
        """The user's message of a chat request."""
        messages = self.asked[call]["messages"]
        assert isinstance(messages, list)
        return str(messages[-1]["content"])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answers one request."""
        self.headers.append(request.headers)
        if self.fault is not None and (failed := FAULTS[self.fault](request)) is not None:
            return failed
        if request.method == "GET" and request.url.path.endswith("/models"):
            return httpx2.Response(200, json={"object": "list", "data": [{"id": name, "object": "model"} for name in self.models]})
        assert request.method == "POST", request.url
        assert request.url.path.endswith("/chat/completions"), request.url
        body = json.loads(request.content)
        assert body["stream"] is True
        self.asked.append(body)
        reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=self._events(reply, body))

    def _events(self, reply: str, body: dict[str, object]) -> Iterator[bytes]:
        yield _event({"role": "assistant", "content": ""})
        for start in range(0, len(reply), self.piece):
            self.sent += 1
            yield _event({"content": reply[start : start + self.piece]})
            if self.fault == "breaks off" and start > 2 * self.piece:
                raise httpx2.RemoteProtocolError("peer closed connection without sending complete message body")
        yield _event({}, finish=self.finish)
        if self.usage and body.get("stream_options") == {"include_usage": True}:
            yield _event(None, usage={"prompt_tokens": 1000, "completion_tokens": 50, "total_tokens": 1050})
        yield b"data: [DONE]\n\n"


def _event(delta: dict[str, str] | None, finish: str | None = None, usage: dict[str, int] | None = None) -> bytes:
    choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
    chunk = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": MODEL, "choices": choices, "usage": usage}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def _error(status: int, message: str, code: str | None = None, **headers: str) -> Callable[[httpx2.Request], httpx2.Response]:
    body = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    return lambda request: httpx2.Response(status, headers={"x-should-retry": "false"} | headers, json=body)


def _streamed(*lines: str) -> Callable[[httpx2.Request], httpx2.Response]:
    content = "".join(f"data: {line}\n\n" for line in lines)
    return lambda request: httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=content)


def _silent(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ReadTimeout("timed out", request=request)


def _not_there(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ConnectError("[Errno 111] Connection refused", request=request)


FAULTS: dict[str, Callable[[httpx2.Request], httpx2.Response | None]] = {
    "wrong key": _error(401, "Incorrect API key provided: sk-secret-key.", "invalid_api_key"),
    "no such model": _error(404, "The model `small-chat` does not exist", "model_not_found"),
    "too many requests": _error(429, "Rate limit reached", "rate_limit_exceeded", **{"retry-after": "17"}),
    "no quota": _error(429, "You exceeded your current quota", "insufficient_quota"),
    "too long": _error(400, "This model's maximum context length is 8192 tokens.", "context_length_exceeded"),
    "too long, llama.cpp": _error(400, "the request exceeds the available context size, try increasing it", "exceed_context_size_error"),
    "too long, in the stream": _streamed('{"error": {"message": "Input is too long for the context", "code": 400}}'),
    "filtered": _error(400, "The response was filtered due to the prompt triggering our policy.", "content_filter"),
    "bad request": _error(422, "Unknown parameter: stream_options; key was sk-secret-key"),
    "out of order": _error(503, "Loading model"),
    "silent": _silent,
    "not there": _not_there,
    "breaks off": lambda request: None,
    "a web page": lambda request: httpx2.Response(200, headers={"content-type": "text/html"}, content="<html>Welcome</html>"),
    "broken JSON": _streamed('{"choices": [{"del'),
    "other JSON": _streamed("[1, 2]"),
    "other fields": _streamed('{"hello": "world"}', "[DONE]"),
    "broken bytes": lambda request: httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=b"data: \xff\xfe\n\n"),
    "not streamed": lambda request: httpx2.Response(200, json={"choices": [{"message": {"content": "Hello"}}]}),
    "empty": _streamed("[DONE]"),
    "error in the stream": _streamed('{"error": {"message": "CUDA out of memory"}}'),
}
