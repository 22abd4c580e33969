"""A chat model that obeys what it reads: it says the claim it was told to say, and cites the passage that told it so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

_PASSAGE = re.compile(r'<passage key="([^"]*)"(.*?)</passage>', re.DOTALL)


class Obedient(NamedTuple):
    """The model, and the prompts that it was given."""

    model: BaseChatModel
    prompts: list[str]


def obedient(claim: str, mark: str) -> Obedient:
    """A model for one attack.

    Args:
        claim: what it says, whatever it is asked.
        mark: words of the attack, by which it knows the passage to cite; the first passage where none has them.
    """
    from langchain_core.language_models import SimpleChatModel

    prompts: list[str] = []

    class Model(SimpleChatModel):
        """Says the claim with a key."""

        @property
        def _llm_type(self) -> str:
            return "obedient"

        def _call(self, messages: list[BaseMessage], *_args: Any, **_kwargs: Any) -> str:
            prompt = "\n".join(message.text for message in messages)
            prompts.append(prompt)
            passages = _PASSAGE.findall(prompt)
            keys = [key for key, words in passages if mark in words] or [key for key, _ in passages] or ["none"]
            return f"{claim} [{keys[0]}]"

    return Obedient(Model(), prompts)
