"""OpenAI's Batch API as a newsletter needs it: a file of requests in, a file of replies out, within a day and at a lower price."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import Field

from assistant.chat.faults import translated
from assistant.chat.settings import ChatSettings
from assistant.newsletter.rehearsal import Message
from ingest.datamodel import Noun
from ingest.errors import ChatServiceError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

ENDPOINT = "/v1/chat/completions"
WINDOW = "24h"
ENDED = frozenset(["completed", "expired", "cancelled", "failed"])


class Answered(Noun):
    """The reply to one request."""

    text: str = ""
    error: str | None = Field(default=None, description="why there is none")


class Progress(Noun):
    """How far a batch is."""

    id: str
    status: str = Field(description="as the server says: validating, in_progress, finalizing, completed, expired, cancelled, failed")
    done: int = 0
    failed: int = 0
    total: int = 0
    errors: tuple[str, ...] = Field(default=(), description="what the server says went wrong")

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in ENDED

    def described(self) -> str:
        """One line for people."""
        counts = f"{self.done} of {self.total} done" if self.total else "not begun"
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{self.id}: {self.status}, {counts}{failed}{''.join(f'; {error}' for error in self.errors)}"


class BatchApi:
    """The batches of one server.

    Args:
        model: as `chat_model` made it: the client of the service is its own.
        settings: that it was made from.
    """

    def __init__(self, model: BaseChatModel, settings: ChatSettings) -> None:
        self._client: Any = getattr(model, "root_client", None)
        self._settings = settings
        if self._client is None:
            raise ChatServiceError(f"'{settings.model}' has no batches", "leave --batch out", reason="no_model")

    def submit(self, requests: Mapping[str, Sequence[Message]], settings: ChatSettings) -> str:
        """Sends requests by their names; returns the id of the batch."""
        lines = "".join(
            json.dumps({"custom_id": name, "method": "POST", "url": ENDPOINT, "body": _body(messages, settings)}, ensure_ascii=False) + "\n"
            for name, messages in requests.items()
        )
        with translated(self._settings):
            file = self._client.files.create(file=("newsletter.jsonl", lines.encode("utf-8")), purpose="batch")
            batch = self._client.batches.create(input_file_id=file.id, endpoint=ENDPOINT, completion_window=WINDOW)
        return str(batch.id)

    def collect(self, batch_id: str) -> tuple[Progress, dict[str, Answered]]:
        """How far a batch is, and its replies by name once it has ended; those of an expired one are the ones that came in time."""
        with translated(self._settings):
            batch = self._client.batches.retrieve(batch_id)
            counts = batch.request_counts
            progress = Progress(
                id=batch_id,
                status=batch.status,
                done=counts.completed if counts else 0,
                failed=counts.failed if counts else 0,
                total=counts.total if counts else 0,
                errors=tuple(str(error.message) for error in (batch.errors.data or ())) if batch.errors else (),
            )
            files = [name for name in (batch.output_file_id, batch.error_file_id) if name] if progress.ended else []
            texts = [self._client.files.content(name).text for name in files]
        return progress, dict(_answers(texts))


def _body(messages: Sequence[Message], settings: ChatSettings) -> dict[str, object]:
    limit = "max_completion_tokens" if settings.is_vendor else "max_tokens"
    body: dict[str, object] = {
        "model": settings.model,
        "messages": [message.model_dump() for message in messages],
        limit: settings.max_output,
    }
    if not (settings.is_vendor and settings.model[:1] == "o" and settings.model[1:2].isdigit()):  # the o-series refuses any temperature
        body["temperature"] = 0
    return body


def _answers(texts: Sequence[str]) -> Iterator[tuple[str, Answered]]:
    """Reads the lines of output and error files; a line that is no reply is the error of its request."""
    for line in (line for text in texts for line in text.splitlines() if line.strip()):
        try:
            read = json.loads(line)
            name = str(read["custom_id"])
        except (ValueError, KeyError, TypeError):
            continue
        error = read.get("error") or (((read.get("response") or {}).get("body") or {}).get("error"))
        try:
            text = str(read["response"]["body"]["choices"][0]["message"]["content"] or "")
        except (KeyError, IndexError, TypeError):
            text = ""
        yield name, Answered(text=text) if text else Answered(error=str(error or "an empty reply"))
