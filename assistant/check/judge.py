"""A chat model's opinion beside the checks' own verdict, never in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from assistant.chat.replies import without_thoughts
from assistant.datamodel import Passage
from assistant.models import ChatSettings, chat_model, configured, translated
from assistant.prompting import as_data, fence, load
from ingest import tokens
from ingest.datamodel import Noun
from ingest.errors import ChatServiceError
from ingest.text import fold_space

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_VERDICT = re.compile(r"\W*(?:verdict\W+|answer\W+)?(not supported|unsupported|supported)\b\W*(.*)", re.IGNORECASE | re.DOTALL)
LONGEST_REASON = 300  # characters
_SAFE_SHARE = 0.8  # of the window, for passages, sentence and prompt


class Judgment(Noun):
    """What the judge said of one sentence."""

    supported: bool | None = Field(description="None: the reply could not be read as a verdict")
    reason: str = Field(description="in the judge's words")


class Judge:
    """Asks a chat model about one claim at a time. Once the model fails it is asked no more: the checks' own verdicts go on without it.

    Attributes:
        failed: how the model failed, if it did.
    """

    def __init__(self, model: BaseChatModel, settings: ChatSettings) -> None:
        self.failed: ChatServiceError | None = None
        self._model = model
        self._settings = settings
        self._prompt = load("judge")

    @property
    def ref(self) -> str:
        """The model and the prompt, for a report: 'gpt-4.1-mini, judge@1+0a1b2c3d'."""
        return f"{self._settings.model.rpartition('/')[2]}, {self._prompt.ref}"  # a local server names its model by the file's whole path

    def judged(self, claim: str, passages: Sequence[Passage]) -> Judgment | None:
        """The judge's verdict on a claim; None where the model has failed."""
        return self._asked(claim, "\n\n".join(fence(f"p{n}", one.heading(), one.text) for n, one in enumerate(passages, start=1)))

    def judged_by(self, claim: str, source: str) -> Judgment | None:
        """The judge's verdict on a claim beside one source; None where the model has failed."""
        return self._asked(claim, fence("p1", "source", source))

    def _asked(self, claim: str, passages: str) -> Judgment | None:
        if self.failed:
            return None
        shown = as_data(fold_space(claim))
        room = int(self._settings.context * _SAFE_SHARE) - tokens.count(self._prompt.system + self._prompt.user + shown)
        read = tokens.truncate(passages, max(200, room))
        messages = self._prompt.render(passages=read if read == passages else f"{read}\n</passage>", claim=shown)
        try:
            with translated(self._settings):
                reply = "".join(chunk.text for chunk in self._model.stream(messages))
        except ChatServiceError as error:
            self.failed = error
            return None
        return judgment(reply)


def judgment(reply: str) -> Judgment:
    """Reads a reply; what is no verdict is told as such and counts neither way."""
    said = fold_space(without_thoughts(reply).replace("**", ""))
    found = _VERDICT.match(said)
    if found is None:
        return Judgment(supported=None, reason=f"the judge's reply is no verdict: {said[:LONGEST_REASON]}")
    return Judgment(supported=found[1].lower() == "supported", reason=found[2][:LONGEST_REASON].strip())


def judge_configured() -> Judge:
    """The judge on the configured chat model.

    Raises:
        ChatServiceError: none is configured.
    """
    settings = configured()
    if settings is None:
        raise ChatServiceError(
            "--judge needs a chat model, and none is configured",
            "set MINUTEWISE_MODEL, or OPENAI_BASE_URL (see docs/models.md)",
            reason="no_model",
        )
    return Judge(chat_model(settings), settings)
