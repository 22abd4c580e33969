"""A newsletter by OpenAI's Batch API: what a model would be asked is sent in one file, and the stories are made when the replies are there.

What was sent and what came back stands in DIR/.work/batch: no request is sent twice, and a story is made of the replies to its own prompts.
An item longer than the model's window takes a second batch, which condenses the replies of the first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import Field

from assistant.chat.settings import ChatSettings
from assistant.engines.base import Engine
from assistant.newsletter.batch_api import Answered, BatchApi, Progress
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.desk import Desk
from assistant.newsletter.rehearsal import Message, rehearsal
from assistant.newsletter.templates import Template
from ingest.datamodel import Noun
from ingest.errors import ChatServiceError, InputError

NOTHING = "NOT IN THE MINUTES"  # how a model says that it has nothing to say: no further request follows from it


class Sent(Noun):
    """One batch that was handed in."""

    id: str
    requests: tuple[str, ...] = Field(description="digests of the messages")
    collected: bool = False


class Records(Noun):
    """All batches of one newsletter, and their replies by the digest of what was asked."""

    batches: tuple[Sent, ...] = ()
    replies: dict[str, Answered] = Field(default={})

    @property
    def under_way(self) -> frozenset[str]:
        """Requests that were sent and whose batch is not collected."""
        return frozenset(name for batch in self.batches if not batch.collected for name in batch.requests)


class _Waiting(Exception):
    """A reply is not there yet."""


class BatchDesk:
    """Sends and collects the requests of a newsletter.

    Args:
        folder: of the newsletter; its records are kept in .work/batch.
        settings: of the chat model.
        api: the server's batches.
    """

    def __init__(self, folder: Path, settings: ChatSettings, api: BatchApi) -> None:
        if settings.provider != "openai":
            raise InputError("--batch works with OpenAI's own protocol only, not with Azure deployments", "leave --batch out")
        self._path = folder / ".work" / "batch" / "records.json"
        self._settings = settings
        self._api = api
        self.records = self._read()

    def submit(self, desk: Desk, candidates: Sequence[Candidate], template: Template, *, bilingual: bool = False) -> Sent | None:
        """Sends what has not been sent for the stories that are not finished; None where nothing is left to send."""
        pending: dict[str, tuple[Message, ...]] = {}
        for candidate in desk.unfinished(candidates, template, bilingual=bilingual):
            pending |= self._missing(desk, candidate, template)
        pending = {name: messages for name, messages in pending.items() if name not in self.records.under_way}
        if not pending:
            return None
        sent = Sent(id=self._api.submit(pending, self._settings), requests=tuple(pending))
        self._write(self.records.model_copy(update={"batches": (*self.records.batches, sent)}))
        return sent

    def collect(self) -> tuple[Progress, ...]:
        """Fetches the replies of every batch that has ended; how far each stands that was not collected before."""
        found: list[Progress] = []
        for batch in self.records.batches:
            if batch.collected:
                continue
            progress, answers = self._api.collect(batch.id)
            found.append(progress)
            if progress.ended:
                ended = tuple(one.model_copy(update={"collected": True}) if one.id == batch.id else one for one in self.records.batches)
                kept = {name: answer for name, answer in answers.items() if not answer.error}
                self._write(Records(batches=ended, replies=self.records.replies | kept))
        return tuple(found)

    def engine(self) -> Engine:
        """An engine that writes from the replies that are there. A story whose reply is missing fails, and says so."""
        from assistant.engines.llm import LlmEngine

        def reply(messages: Sequence[Message]) -> str:
            name = request_name(messages, self._settings.model)
            if name in self.records.replies:
                return self.records.replies[name].text
            what = "its batch has not ended" if name in self.records.under_way else "there is no reply to it"
            raise ChatServiceError(f"not written yet: {what}.", "Run --batch submit and --batch collect again.", reason="reply")

        return LlmEngine(rehearsal(reply), self._settings)

    def _missing(self, desk: Desk, candidate: Candidate, template: Template) -> dict[str, tuple[Message, ...]]:
        """What a story still has to ask: what comes next after the replies that are there, and all that can be asked at once."""
        missing: dict[str, tuple[Message, ...]] = {}

        def note(messages: Sequence[Message]) -> str | None:
            name = request_name(messages, self._settings.model)
            known = self.records.replies.get(name)
            if known is None:
                missing[name] = tuple(messages)
            return known.text if known else None

        def until_unknown(messages: Sequence[Message]) -> str:
            text = note(messages)
            if text is None:
                raise _Waiting
            return text

        def all_parts(messages: Sequence[Message]) -> str:
            note(messages)
            return NOTHING

        from assistant.engines.llm import LlmEngine

        try:
            desk.proposals(LlmEngine(rehearsal(until_unknown), self._settings), candidate, template)
        except _Waiting:
            desk.proposals(LlmEngine(rehearsal(all_parts), self._settings), candidate, template)
        return missing

    def _read(self) -> Records:
        try:
            return Records.model_validate_json(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Records()
        except ValueError as error:
            raise InputError(
                f"{self._path} cannot be read: what was sent in batches is not known", "restore it, or remove it to begin anew"
            ) from error

    def _write(self, records: Records) -> None:
        self.records = records
        self._path.parent.mkdir(parents=True, exist_ok=True)
        partial = self._path.with_suffix(".partial")
        partial.write_text(records.model_dump_json(indent=1), encoding="utf-8")
        partial.replace(self._path)


def request_name(messages: Sequence[Message], model: str) -> str:
    """The digest by which a request and its reply know each other."""
    asked = json.dumps([model, *(message.model_dump() for message in messages)], ensure_ascii=False)
    return hashlib.sha256(asked.encode("utf-8")).hexdigest()[:32]
