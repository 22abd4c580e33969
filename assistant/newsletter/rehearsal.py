"""A chat model that sends nothing: it is given the messages, and replies what it is told to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ingest.datamodel import Noun

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class Message(Noun):
    """One message of a chat, as OpenAI's protocol has it."""

    role: str
    content: str


Reply = Callable[[Sequence[Message]], str]

_ROLES = {"human": "user", "ai": "assistant"}
_KEY = re.compile(r'<passage key="(\w+)"')


def rehearsal(reply: Reply) -> BaseChatModel:
    """A model in the place of the real one: what would be sent is handed to `reply`, and what that returns is the reply."""
    from langchain_core.language_models.chat_models import SimpleChatModel
    from langchain_core.messages import BaseMessage

    class Rehearsed(SimpleChatModel):
        """Calls nobody."""

        @property
        def _llm_type(self) -> str:
            return "rehearsal"

        def _call(self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: Any = None, **options: Any) -> str:
            return reply([Message(role=_ROLES.get(one.type, one.type), content=str(one.text)) for one in messages])

    return Rehearsed()


def keys_in(messages: Sequence[Message]) -> list[str]:
    """The keys of the passages in a prompt, in order."""
    return [key for message in messages for key in _KEY.findall(message.content)]
